import { useText } from "../live/texts";
import { useView } from "../store";
import { t } from "../text/t";
import { seatTitle, teamOfSeat, useLibrary } from "../ui/Library";
import { TeamPlate } from "../ui/TeamPlate";

/** The players' own words, question by question. */
export function HotWash() {
  const questions = Object.entries(useView((view) => view.hot_wash) ?? {});
  const answers = useView((view) => view.hot_wash_answers);
  return (
    <section className="stack-m" aria-labelledby="hot-wash">
      <h2 id="hot-wash">{t("report.hot_wash")}</h2>
      {!questions.length && <p className="hint">{t("report.hot_wash_none")}</p>}
      {questions.map(([id, question]) => (
        <section key={id} className="stack-s">
          <h3>{question}</h3>
          <Answers answers={answers?.[id] ?? {}} />
        </section>
      ))}
    </section>
  );
}

function Answers({ answers }: { answers: Record<string, string> }) {
  const seats = Object.entries(answers);
  if (!seats.length) return <p className="hint">{t("report.no_answers")}</p>;
  return (
    <ul>
      {seats.map(([seat, text]) => (
        <Answer key={seat} seat={seat} text={text} />
      ))}
    </ul>
  );
}

function Answer({ seat, text }: { seat: string; text: string }) {
  const library = useLibrary();
  const said = useText(text);
  return (
    <li className="note">
      <TeamPlate team={teamOfSeat(library, seat)} />
      <div>
        <p className="hint">{seatTitle(library, seat)}</p>
        <p className="read pre">{said === null ? t("dispatch.erased") : (said ?? t("dispatch.loading"))}</p>
      </div>
    </li>
  );
}
