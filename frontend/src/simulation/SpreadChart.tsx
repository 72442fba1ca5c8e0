import { type CSSProperties, Fragment, type ReactNode } from "react";
import type { HeapShape, SpreadShape } from "../shapes";
import { number, percent } from "../text/format";
import { t } from "../text/t";
import { scale } from "./numbers";
import { Numbers } from "./ShareChart";
import { SIDES } from "./sides";

export interface SpreadRow {
  id: string;
  title: ReactNode;
  /** Of each simulation; absent where no game has it. */
  spreads: (SpreadShape | undefined)[];
  /** How many games lie where, drawn over the spread. */
  heaps?: HeapShape[][];
}

interface SpreadChartProps {
  rows: SpreadRow[];
  name: string;
  /** All rows are measured alike. */
  oneScale?: boolean;
}

/** Where the games lie: half of them in the bar, nine of ten on the line, the middle one at the mark. */
export function SpreadChart({ rows, name, oneScale = false }: SpreadChartProps) {
  if (!rows.length) return null;
  const common = oneScale ? scale(known(rows.flatMap((row) => row.spreads))) : undefined;
  return (
    <table className="plain sim-chart">
      <caption className="said">{name}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="said">{name}</span>
          </th>
          <th scope="col">
            {common && <Axis scale={common} />}
            <span className="said">{t("sim.chart")}</span>
          </th>
          <th scope="col" className="num-c">
            {t("sim.middle")}
          </th>
          <th scope="col" className="num-c">
            {t("sim.half")}
          </th>
          <th scope="col" className="num-c">
            {t("sim.nine")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} common={common} />
        ))}
      </tbody>
    </table>
  );
}

type Scale = [number, number];

const known = (spreads: (SpreadShape | undefined)[]) => spreads.filter((one) => !!one);

function Line({ row, common }: { row: SpreadRow; common: Scale | undefined }) {
  const own = known(row.spreads);
  const used = common ?? reach(own, row.heaps?.flat() ?? []);
  return (
    <tr className={row.heaps ? "sim-tall" : undefined}>
      <th scope="row">{row.title}</th>
      <td className="sim-plot">
        {row.spreads.map((spread, n) => (
          <Fragment key={SIDES[n]}>
            {row.heaps && <Heaps heaps={row.heaps[n] ?? []} scale={used} side={n} />}
            <Box spread={spread} scale={used} side={n} />
          </Fragment>
        ))}
        {!common && own.length > 0 && <Axis scale={used} />}
      </td>
      <Numbers texts={row.spreads.map((one) => (one ? number(one.median, 1) : "–"))} />
      <Numbers texts={row.spreads.map((one) => (one ? between(one.quarter, one.three_quarters) : "–"))} />
      <Numbers texts={row.spreads.map((one) => (one ? between(one.low, one.high) : "–"))} />
    </tr>
  );
}

/** Wide enough for the spreads, and for every heap. */
function reach(spreads: SpreadShape[], heaps: HeapShape[]): Scale {
  const ends = heaps.map((heap) => ({ low: heap.low, high: heap.high }));
  return spreads.length ? scale([...spreads, ...ends]) : [0, 1];
}

const between = (low: number, high: number) => t("sim.from_to", { low: number(low, 1), high: number(high, 1) });

function Axis({ scale: [from, to] }: { scale: Scale }) {
  return (
    <span className="sim-axis" aria-hidden="true">
      <span>{number(from, 1)}</span>
      <span>{number((from + to) / 2, 1)}</span>
      <span>{number(to, 1)}</span>
    </span>
  );
}

interface BoxProps {
  spread: SpreadShape | undefined;
  scale: Scale;
  side: number;
}

function Box({ spread, scale: [from, to], side }: BoxProps) {
  const at = (value: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));
  const places = spread && {
    "--low": at(spread.low),
    "--quarter": at(spread.quarter),
    "--median": at(spread.median),
    "--three": at(spread.three_quarters),
    "--high": at(spread.high),
  };
  return (
    <span className={`sim-box side-${side}`} style={places as CSSProperties} aria-hidden="true">
      {spread && (
        <>
          <em />
          <i />
          <b />
        </>
      )}
    </span>
  );
}

interface HeapsProps {
  heaps: HeapShape[];
  scale: Scale;
  side: number;
}

/** A column for each heap, as high as its share of the games; read aloud as one sentence. */
function Heaps({ heaps, scale: [from, to], side }: HeapsProps) {
  const at = (value: number) => (value - from) / (to - from);
  const all = heaps.reduce((sum, heap) => sum + heap.games, 0);
  const most = Math.max(1, ...heaps.map((heap) => heap.games));
  const words = heaps.map((heap) => t("sim.heap", { where: place(heap), share: percent(heap.games / all) }));
  return (
    <>
      <span className={`sim-heaps side-${side}`} aria-hidden="true">
        {heaps.map((heap) => (
          <i
            key={heap.low}
            style={{ "--low": at(heap.low), "--high": at(heap.high), "--share": heap.games / most } as CSSProperties}
          />
        ))}
      </span>
      {heaps.length > 0 && <span className="said">{words.join("; ")}. </span>}
    </>
  );
}

const place = ({ low, high }: HeapShape) => (low === high ? number(low) : between(low, high));
