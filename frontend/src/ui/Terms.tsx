import type { TermShape } from "../contract";
import { signed, withUnit } from "../text/format";
import { t } from "../text/t";
import { ProvenanceChip } from "./ProvenanceChip";

interface Bar {
  from: number;
  to: number;
}

/** The waterfall: each term begins where the one before ended. Those that add nothing stay: absence is an answer. */
export function Terms({ terms, logOdds }: { terms: TermShape[]; logOdds: boolean }) {
  const bars = waterfall(terms);
  const sum = bars.at(-1)?.to ?? 0;
  const axis = axisOf(bars);
  return (
    <table className="terms">
      <thead>
        <tr>
          <th scope="col">{t("ruling.term")}</th>
          <th scope="col">{t("ruling.input")}</th>
          <th scope="col" className="con">
            {t("ruling.adds")}
          </th>
          <th className="wf">
            <span className="wf-box axis" aria-hidden="true">
              {axis.ticks.map((tick) => (
                <span key={tick} style={{ "--a": axis.at(tick) }}>
                  {signed(tick)}
                </span>
              ))}
            </span>
          </th>
          <th scope="col">{t("ruling.from")}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map((term, place) => (
          <tr key={term.id}>
            <th scope="row">{term.label}</th>
            <td className="in">{withUnit(term.input, term.unit)}</td>
            <td className="con">{signed(term.value)}</td>
            <Cell bar={bars[place] ?? { from: 0, to: 0 }} axis={axis} look={term.value < 0 ? "neg" : "pos"} />
            <td>
              <ProvenanceChip provenance={term.provenance} />
            </td>
          </tr>
        ))}
        <tr className="sum">
          <th scope="row">{logOdds ? t("ruling.log_odds") : t("ruling.sum")}</th>
          <td className="in" />
          <td className="con">{signed(sum)}</td>
          <Cell bar={{ from: 0, to: sum }} axis={axis} look="sum" />
          <td />
        </tr>
      </tbody>
    </table>
  );
}

function Cell({ bar, axis, look }: { bar: Bar; axis: Axis; look: "pos" | "neg" | "sum" }) {
  const from = Math.min(bar.from, bar.to);
  return (
    <td className="wf">
      <span className="wf-box" aria-hidden="true">
        <i className="wf-zero" style={{ "--a": axis.at(0) }} />
        <i
          className={`wf-bar ${look}`}
          style={{ "--a": axis.at(from), "--w": axis.wide(Math.abs(bar.to - bar.from)) }}
        />
      </span>
    </td>
  );
}

export function waterfall(terms: Pick<TermShape, "value">[]): Bar[] {
  let at = 0;
  return terms.map(({ value }) => {
    const from = at;
    at += value;
    return { from, to: at };
  });
}

interface Axis {
  ticks: number[];
  at: (value: number) => string;
  wide: (length: number) => string;
}

function axisOf(bars: Bar[]): Axis {
  const ends = bars.flatMap((bar) => [bar.from, bar.to]);
  const step = niceStep(Math.max(0, ...ends) - Math.min(0, ...ends));
  const low = Math.floor(Math.min(0, ...ends) / step) * step;
  const high = Math.max(Math.ceil(Math.max(0, ...ends) / step) * step, low + step);
  const count = Math.round((high - low) / step);
  const ticks = Array.from({ length: count + 1 }, (_, place) => Math.round((low + place * step) * 1e6) / 1e6);
  const wide = (length: number) => `${(length / (high - low)) * 100}%`;
  return { ticks, wide, at: (value) => wide(value - low) };
}

/** 1, 2 or 5 times a power of ten, so that there are at most five ticks. */
export function niceStep(span: number): number {
  const rough = Math.max(span, 1e-6) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return (([1, 2, 5] as const).find((n) => n * power >= rough) ?? 10) * power;
}
