import type { VariableShape } from "../contract";
import { number, signed, unitOf, valueText } from "../text/format";
import { t } from "../text/t";
import { Icon } from "./Icons";
import { ProvenanceChip } from "./ProvenanceChip";
import { Secret } from "./Secret";
import { Sparkline } from "./Sparkline";

interface IndicatorTileProps {
  variable: VariableShape;
  /** As it stands among the others: with its owner where two are called the same. */
  name?: string;
  onOpen: () => void;
}

/** Name, value with unit and range, trend, change, provenance. Up is not good and down is not bad: that depends on whose. */
export function IndicatorTile({ variable, name = variable.name, onOpen }: IndicatorTileProps) {
  const points = trend(variable);
  return (
    <li className="tile">
      <button type="button" className="tile-n" onClick={onOpen} title={t("tile.open", { name })}>
        {name} <Secret secret={variable.secret} />
      </button>
      <ProvenanceChip provenance={variable.provenance} />
      <span className="tile-v">
        {indicatorValue(variable)}
        <small>{indicatorUnit(variable)}</small>
      </span>
      <Sparkline points={points} range={variable.high - variable.low} band={halfBand(variable)} />
      <Delta points={points} places={variable.places} />
    </li>
  );
}

function Delta({ points, places }: { points: number[]; places: number }) {
  if (points.length < 2) return <span className="delta" />;
  const change = lastChange(points);
  if (signed(change, places) === "0") {
    return (
      <span className="delta">
        <Icon name="flat" label={t("tile.same")} />
      </span>
    );
  }
  return (
    <span className="delta">
      <Icon name={change > 0 ? "up" : "down"} />
      {signed(change, places)}
    </span>
  );
}

export function indicatorValue({ value, estimate, word, places }: VariableShape): string {
  if (estimate) return `${number(estimate.low, places)}–${number(estimate.high, places)}`;
  if (value !== undefined) return valueText(value, places);
  return word || "–";
}

/** "of 100", "of 30 thousand", "%", "of 100, estimate". */
export function indicatorUnit(variable: VariableShape): string {
  const { value, estimate, word } = variable;
  if (estimate) return t("value.estimate", { of: rangeWords(variable) });
  if (value === undefined) return word ? "" : t("value.unknown");
  return typeof value === "number" ? rangeWords(variable) : unitOf(variable.unit);
}

function rangeWords({ value, low, high, places, ...variable }: VariableShape): string {
  const scaled = low === 0 && high > 0 && high < 1e6;
  const unit = unitOf(variable.unit, scaled ? high : value);
  if (unit === "%" || unit.startsWith("of ") || !scaled) return unit;
  const top = number(high, places);
  return unit ? t("value.of_unit", { high: top, unit }) : t("value.of", { high: top });
}

/** Numbers only, one a turn, the present last. */
export function trend(variable: VariableShape): number[] {
  const past = turns(variable).map(([, value]) => value);
  const numbers = past.filter((value) => typeof value === "number");
  const present = variable.estimate ? middle(variable.estimate) : variable.value;
  if (typeof present === "number" && present !== numbers.at(-1)) numbers.push(present);
  return numbers;
}

/** The history by turn, "0" first. */
export function turns({ history }: VariableShape): [number, boolean | number | string][] {
  const pairs = Object.entries(history ?? {}).map(([turn, value]) => [Number(turn), value] as const);
  return pairs.sort(([a], [b]) => a - b).map(([turn, value]) => [turn, value]);
}

function lastChange(points: number[]): number {
  return (points.at(-1) ?? 0) - (points.at(-2) ?? 0);
}

function halfBand({ estimate }: VariableShape): number {
  return estimate ? (estimate.high - estimate.low) / 2 : 0;
}

function middle({ low, high }: { low: number; high: number }): number {
  return (low + high) / 2;
}
