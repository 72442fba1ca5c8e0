import { useState } from "react";
import { useText } from "../live/texts";
import { useView } from "../store";
import { number } from "../text/format";
import { t } from "../text/t";
import { seatTitle, useLibrary } from "../ui/Library";
import { ActorPlate } from "../ui/TeamPlate";
import { TextField } from "../ui/TextField";
import { Reveal } from "./Reveal";
import { RefusalBox, useCommand } from "./useCommand";
import { useMine } from "./you";

/** After EndEx: what each side's aims came to, the questions, and the dice laid open. */
export function HotWash() {
  const questions = useView((view) => view.hot_wash);
  return (
    <div className="page">
      <Scores />
      {Object.entries(questions ?? {}).map(([id, question]) => (
        <Question key={id} id={id} question={question} />
      ))}
      <Reveal />
    </div>
  );
}

/** What others of the team answered comes below: one's own field stays where one writes. */
function Question({ id, question }: { id: string; question: string }) {
  const { seat } = useMine();
  const answers = useView((view) => view.hot_wash_answers?.[id]);
  const [text, setText] = useState("");
  const { run, sending, refusal, word } = useCommand();
  const send = async () => {
    if (await run({ type: "answer_hot_wash", question: id, text })) setText("");
  };
  return (
    <section className="stack-s">
      <h3>{question}</h3>
      {!answers?.[seat] && (
        <>
          <TextField label={t("hot_wash.answer")} value={text} onChange={setText} rows={3} />
          <RefusalBox refusal={refusal} />
          <span className="btns">
            <button
              type="button"
              className="btn primary"
              disabled={sending || !text.trim()}
              onClick={() => void send()}
            >
              {word(t("act.send"))}
            </button>
          </span>
        </>
      )}
      {Object.entries(answers ?? {}).map(([who, ref]) => (
        <Said key={who} seat={who} text={ref} />
      ))}
    </section>
  );
}

function Said({ seat, text }: { seat: string; text: string }) {
  const library = useLibrary();
  const said = useText(text);
  return (
    <p className="answered">
      <b>{seatTitle(library, seat)}</b>
      <span className="pre">{said}</span>
    </p>
  );
}

/** The own side's first. */
function Scores() {
  const scores = useView((view) => view.scores);
  const { actors } = useMine();
  if (!scores || !Object.keys(scores).length) return null;
  const theirs = (actor: string) => Number(!actors.includes(actor));
  const rows = Object.entries(scores).sort(([, a], [, b]) => theirs(a.actor) - theirs(b.actor));
  return (
    <section className="stack-s">
      <h3>{t("hot_wash.scores")}</h3>
      <p className="hint">{t("hot_wash.scores_hint")}</p>
      <table className="plain">
        <tbody>
          {rows.map(([id, score]) => (
            <tr key={id} className={theirs(score.actor) ? "" : "own"}>
              <th scope="row">
                <ActorPlate actor={score.actor} /> {score.title}
              </th>
              <td>{number(score.value, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
