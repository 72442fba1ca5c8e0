import type { OutcomeShape } from "../contract";
import { number, percent } from "../text/format";
import { t } from "../text/t";

interface StripProps {
  /** With their shares; the first is "yes". */
  outcomes: OutcomeShape[];
  /** In [0, 1); absent before it is known to this viewer. */
  draw: number | undefined;
  /** The outcome in words, for readers. */
  sentence: string;
}

/**
 * One bar from 0 to 100: each outcome's part, and the needle where the draw fell; the outcomes' words stand below, where
 * neither a narrow part clips them nor the needle crosses them. Read aloud as one sentence.
 */
export function Strip({ outcomes, draw, sentence }: StripProps) {
  const at = draw === undefined ? undefined : draw * 100;
  return (
    <figure className="strip" role="img" aria-label={spoken({ outcomes, draw, sentence })}>
      {at !== undefined && (
        <div className="strip-top">
          <span className={at < 8 ? "first" : at > 92 ? "last" : ""} style={{ "--x": `${at}%` }}>
            <b>{t("ruling.draw", { draw: number(at, 1) })}</b>
          </span>
        </div>
      )}
      <div className="strip-bar">
        {outcomes.map(({ id, share = 0 }, place) => (
          <span key={id} style={{ "--w": `${share * 100}%`, "--tone": tone(place, outcomes.length) }} />
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
      <Key outcomes={outcomes} />
    </figure>
  );
}

/** What each part of the bar stands for. */
function Key({ outcomes }: Pick<StripProps, "outcomes">) {
  return (
    <p className="strip-key">
      {outcomes.map(({ id, label, share = 0 }, place) => (
        <span key={id}>
          <i style={{ "--tone": tone(place, outcomes.length) }} />
          {label} <b>{percent(share)}</b>
        </span>
      ))}
    </p>
  );
}

/** How dark a part is: from "yes", which is ink, to the last, which is paper. */
function tone(place: number, of: number): string {
  return `${Math.round((1 - place / Math.max(1, of - 1)) * 100)}%`;
}

function spoken({ outcomes, draw, sentence }: StripProps): string {
  const chances = outcomes.map((o) => `${o.label} ${percent(o.share ?? 0)}`).join(", ");
  if (draw === undefined) return t("ruling.strip_open", { chances });
  return t("ruling.strip", { chances, draw: number(draw * 100, 1), outcome: sentence });
}
