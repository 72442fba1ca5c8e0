import type { BookMark } from "../shapes";
import { clock } from "../text/format";
import { type TextKey, t } from "../text/t";

/** The scheduled news, turn by turn. */
export function TimeLine({ marks }: { marks: BookMark[] }) {
  const turns = [...new Set(marks.map((mark) => mark.turn))].sort((a, b) => a - b);
  return (
    <ol className="book-line" aria-label={t("book.line")}>
      {turns.map((turn) => (
        <li key={turn}>
          <b>{t("book.turn", { turn })}</b>
          <ul>
            {marks
              .filter((mark) => mark.turn === turn)
              .sort((a, b) => a.seconds - b.seconds)
              .map((mark) => (
                <li key={mark.entry}>
                  <small>
                    {t(`phase.${mark.phase}` as TextKey & `phase.${"planning"}`)}, +{clock(mark.seconds)}
                  </small>
                  <a href={`#${mark.entry}`}>{mark.title}</a>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
