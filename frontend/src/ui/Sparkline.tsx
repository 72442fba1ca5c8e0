const WIDTH = 64;
const HEIGHT = 22;
const EDGE = 3;
/** The scale never spans less than this share of the range, so that noise stays flat. */
const LEAST = 0.16;

interface SparklineProps {
  /** One a turn, oldest first. */
  points: number[];
  /** Width of the variable's whole range. */
  range: number;
  /** Half-width of an estimate's band, in the variable's unit. */
  band?: number;
}

/** The trend, on its own scale; the last point dotted. Decoration: the numbers stand beside it. */
export function Sparkline({ points, range, band = 0 }: SparklineProps) {
  if (points.length < 2) return <span className="spark" />;
  const { x, y } = scales(points, range, band);
  const last = points.length - 1;
  const line = points.map((value, turn) => `${x(turn)},${y(value)}`).join(" ");
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {band > 0 && <polygon className="band" points={bandPoints(points, band, x, y)} />}
      <polyline points={line} />
      <circle cx={x(last)} cy={y(points[last] ?? 0)} r="2.4" />
    </svg>
  );
}

type Scale = (value: number) => number;

function scales(points: number[], range: number, band: number): { x: Scale; y: Scale } {
  const low = Math.min(...points) - band;
  const high = Math.max(...points) + band;
  const span = Math.max(high - low, range * LEAST, 1e-9);
  const middle = (low + high) / 2;
  const step = (WIDTH - 3 * EDGE) / (points.length - 1);
  return {
    x: (turn) => round(EDGE + turn * step),
    y: (value) => round(HEIGHT / 2 - ((value - middle) / span) * (HEIGHT - 2 * EDGE)),
  };
}

function bandPoints(points: number[], band: number, x: Scale, y: Scale): string {
  const above = points.map((value, turn) => `${x(turn)},${y(value + band)}`);
  const below = points.map((value, turn) => `${x(turn)},${y(value - band)}`).reverse();
  return [...above, ...below].join(" ");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
