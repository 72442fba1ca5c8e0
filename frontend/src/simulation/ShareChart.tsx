import type { CSSProperties } from "react";
import { number, percent } from "../text/format";
import { t } from "../text/t";
import { interval } from "./numbers";
import { SIDES } from "./sides";

export interface ShareRow {
  id: string;
  title: string;
  /** Of each simulation's games, 0 to 1; absent where it does not exist. */
  shares: (number | undefined)[];
  /** One more number of each simulation. */
  more?: string[];
}

interface ShareChartProps {
  rows: ShareRow[];
  /** Of each simulation. */
  games: number[];
  name: string;
  /** What the one more number is. */
  more?: string;
}

/** A bar for each share, with the range that so many games leave open. The numbers stand beside it. */
export function ShareChart({ rows, games, name, more }: ShareChartProps) {
  if (!rows.length) return null;
  return (
    <table className="plain sim-chart">
      <caption className="said">{name}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="said">{name}</span>
          </th>
          <th scope="col">
            <span className="sim-axis" aria-hidden="true">
              <span>0</span>
              <span>{percent(0.5)}</span>
              <span>{percent(1)}</span>
            </span>
            <span className="said">{t("sim.chart")}</span>
          </th>
          <th scope="col" className="num-c">
            {t("sim.share")}
          </th>
          <th scope="col" className="num-c">
            {t("sim.range")}
          </th>
          {more && (
            <th scope="col" className="num-c">
              {more}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} games={games} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ row, games }: { row: ShareRow; games: number[] }) {
  const drawn = row.shares.map((share, n) => ({ share, range: interval(share ?? 0, games[n] ?? 0) }));
  return (
    <tr>
      <th scope="row">{row.title}</th>
      <td className="sim-plot">
        {drawn.map(({ share, range }, n) => (
          <Bar key={SIDES[n]} share={share} range={range} side={n} />
        ))}
      </td>
      <Numbers texts={drawn.map(({ share }) => (share === undefined ? "–" : percent(share)))} />
      <Numbers texts={drawn.map(({ share, range }) => (share === undefined ? "–" : rangeWord(range)))} />
      {row.more && <Numbers texts={row.more} />}
    </tr>
  );
}

const rangeWord = ([low, high]: [number, number]) =>
  t("sim.from_to", { low: number(low * 100, 0), high: percent(Math.round(high * 100) / 100) });

/** A number of each simulation, one below the other, each beside its bar. */
export function Numbers({ texts }: { texts: string[] }) {
  return (
    <td className="num-c">
      {texts.map((text, n) => (
        <span key={SIDES[n]} className="sim-number">
          {texts.length > 1 && <small>{SIDES[n]}</small>}
          {text}
        </span>
      ))}
    </td>
  );
}

function Bar({
  share,
  range: [low, high],
  side,
}: {
  share: number | undefined;
  range: [number, number];
  side: number;
}) {
  const at = { "--to": share ?? 0, "--low": low, "--high": high } as CSSProperties;
  return (
    <span className={`sim-bar side-${side}`} style={at} aria-hidden="true">
      {share !== undefined && <i />}
      {share !== undefined && <em />}
    </span>
  );
}
