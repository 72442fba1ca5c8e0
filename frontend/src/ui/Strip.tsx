import type { OutcomeShape } from "../contract";
import { number, percent } from "../text/format";
import { t } from "../text/t";

export interface StripProps {
  /** With their shares; the first is "yes". */
  outcomes: OutcomeShape[];
  /** In [0, 1); absent before it is known to this viewer. */
  draw: number | undefined;
  /** The outcome in words, for readers. */
  sentence: string;
}

/** Below this share there is no room for words in a segment. */
const NARROW = 0.14;

/** One bar from 0 to 100: each outcome's part, and the needle where the draw fell. Read aloud as one sentence. */
export function Strip({ outcomes, draw, sentence }: StripProps) {
  const at = draw === undefined ? undefined : draw * 100;
  return (
    <figure className="strip" role="img" aria-label={spoken({ outcomes, draw, sentence })}>
      <div className="strip-top">
        {at !== undefined && (
          <span className={at < 8 ? "first" : at > 92 ? "last" : ""} style={{ "--x": `${at}%` }}>
            <b>{t("ruling.draw", { draw: number(at, 1) })}</b>
          </span>
        )}
      </div>
      <div className="strip-bar">
        {outcomes.map((outcome) => (
          <span
            key={outcome.id}
            className={(outcome.share ?? 0) < NARROW ? "narrow" : ""}
            style={{ "--w": `${(outcome.share ?? 0) * 100}%` }}
          >
            <span>{outcome.label}</span> <b>{percent(outcome.share ?? 0)}</b>
          </span>
        ))}
        {at !== undefined && <i className="needle" style={{ "--x": `${at}%` }} />}
      </div>
      <div className="strip-scale">
        {[0, 25, 50, 75, 100].map((tick) => (
          <span key={tick} style={{ "--x": `${tick}%` }}>
            {tick}
          </span>
        ))}
      </div>
      <Small outcomes={outcomes} />
    </figure>
  );
}

/** What has no room in its own segment, beneath the bar. */
function Small({ outcomes }: Pick<StripProps, "outcomes">) {
  const small = outcomes.filter((outcome) => (outcome.share ?? 0) < NARROW);
  if (!small.length) return null;
  return (
    <p className="strip-small">
      {small.map((outcome) => (
        <span key={outcome.id} className={outcome === outcomes[0] ? "yes" : ""}>
          {outcome.label} <b>{percent(outcome.share ?? 0)}</b>
        </span>
      ))}
    </p>
  );
}

function spoken({ outcomes, draw, sentence }: StripProps): string {
  const chances = outcomes.map((o) => `${o.label} ${percent(o.share ?? 0)}`).join(", ");
  if (draw === undefined) return t("ruling.strip_open", { chances });
  return t("ruling.strip", { chances, draw: number(draw * 100, 1), outcome: sentence });
}
