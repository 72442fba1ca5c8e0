/** What a mark says: the values of it that this viewer knows, as words and numbers. */
import type { MarkShape, VariableShape } from "../contract";
import { number, unitOf } from "../text/format";
import { t } from "../text/t";
import { indicatorUnit, indicatorValue } from "../ui/IndicatorTile";

export type Variables = Record<string, VariableShape>;
export type Layer = "zones" | "forces" | "contact" | "air_sea";

export interface Told {
  id: string;
  mark: MarkShape;
  /** Those known, by path. */
  values: [string, VariableShape][];
}

/** The marks of which something is known, in the pack's order; a plate of nothing is not told of. */
export function told(marks: Record<string, MarkShape>, variables: Variables): Told[] {
  return Object.entries(marks)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, mark]) => ({ id, mark, values: mark.paths.flatMap((path) => known(path, variables)) }))
    .filter(({ mark, values }) => values.some(([, variable]) => !mark.word || something(variable)));
}

function known(path: string, variables: Variables): [string, VariableShape][] {
  const found = variables[path];
  return found ? [[path, found]] : [];
}

/** Those that stand on the map. */
export function plates(all: Told[]): Told[] {
  return all.filter(({ mark }) => mark.word && mark.at);
}

/** Whether there is any of it: not zero, not "no". An estimate and a word always say something. */
function something({ value, estimate, word }: VariableShape): boolean {
  return Boolean(value) || estimate !== undefined || Boolean(word);
}

/** "squadrons 2"; a yes needs no number, and a set is told by its sum. */
export function plateText({ mark, values }: Told): string {
  const [first] = values;
  if (!first) return mark.word ?? "";
  const [, one] = first;
  const figure = values.length > 1 ? sum(values) : one.value === true ? "" : indicatorValue(one);
  return [mark.word, figure].filter(Boolean).join(" ");
}

function sum(values: [string, VariableShape][]): string {
  const known = values.map(([, { value }]) => (typeof value === "number" ? value : 0));
  return number(known.reduce((all, one) => all + one, 0));
}

/** The name of what is told, in words. */
export function name({ mark, values }: Told): string {
  return mark.name || values[0]?.[1].name || "";
}

/** "2 of 10", "UK 3, FR 1.5 thousand", "none". */
export function inWords({ values }: Told, letters: (actor: string) => string): string {
  const [first] = values;
  if (!first) return "";
  if (values.length === 1) return withUnit(first[1]);
  const some = values.filter(([, variable]) => something(variable));
  if (!some.length) return t("map.none");
  const each = some.map(([, one]) => `${letters(one.member ?? "")}\u00a0${indicatorValue(one)}`);
  return `${each.join(", ")} ${unitOf(first[1].unit)}`.trim();
}

function withUnit(variable: VariableShape): string {
  return [indicatorValue(variable), indicatorUnit(variable)].filter(Boolean).join(" ");
}

/** Whose eyes it is for. */
export function secret({ values }: Told): VariableShape["secret"] {
  return values[0]?.[1].secret;
}
