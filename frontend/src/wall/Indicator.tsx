import type { VariableShape } from "../contract";
import { useView } from "../store";
import { number, signed, valueText } from "../text/format";
import { t } from "../text/t";
import { indicatorUnit, indicatorValue, trend, turns } from "../ui/IndicatorTile";

/** One number as large as it goes, and how it came there. */
export function Indicator({ path }: { path: string }) {
  const variable = useView((view) => view.variables?.[path]);
  if (!variable) return <p className="pline">{t("wall.gone")}</p>;
  const points = trend(variable);
  const change = (points.at(-1) ?? 0) - (points.at(-2) ?? points.at(-1) ?? 0);
  return (
    <section className="pindicator">
      <h2>{variable.name}</h2>
      <p className="pvalue">
        {indicatorValue(variable)}
        <small>{indicatorUnit(variable)}</small>
        {change !== 0 && <em>{signed(change, variable.places)}</em>}
      </p>
      {points.length > 1 ? <Chart variable={variable} points={points} /> : <Past variable={variable} />}
    </section>
  );
}

const WIDE = 1000;
const HIGH = 300;
const EDGE = 60;

/** A line over the turns, "0" the start; the last point is the present. */
function Chart({ variable, points }: { variable: VariableShape; points: number[] }) {
  const low = Math.min(...points);
  const high = Math.max(...points);
  const across = (n: number) => EDGE + (n * (WIDE - 2 * EDGE)) / (points.length - 1);
  const up = (value: number) => HIGH - EDGE - ((value - low) / (high - low || 1)) * (HIGH - 2 * EDGE);
  const at = points.map((value, n) => [across(n), up(value)] as const);
  const words = points.map((value) => number(value, variable.places)).join(", ");
  return (
    <svg className="pchart" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={t("wall.chart", { words })}>
      <path d={`M${EDGE},${HIGH - EDGE / 1.6}H${WIDE - EDGE}`} className="axis" />
      <polyline points={at.map((point) => point.join()).join(" ")} />
      {at.map(([x, y], n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is its place in time
        <g key={n}>
          <circle cx={x} cy={y} r={7} />
          <text x={x} y={y - 18}>
            {number(points[n] ?? 0, variable.places)}
          </text>
          <text x={x} y={HIGH - 6} className="when">
            {n ? t("phase.turn", { turn: n }) : t("tile.start")}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Of what is no number: its words, turn by turn. */
function Past({ variable }: { variable: VariableShape }) {
  return (
    <ol className="ppast">
      {turns(variable).map(([turn, value]) => (
        <li key={turn}>
          {turn ? t("phase.turn", { turn }) : t("tile.start")}: <b>{valueText(value, variable.places)}</b>
        </li>
      ))}
    </ol>
  );
}
