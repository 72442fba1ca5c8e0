/** What a draft holds, and what it lacks: from what the team saved and what is typed on this device. */
import type { BoundsShape, Draft, MenuShape } from "../contract";
import { type Edits, shown } from "../live/edits";
import type { Value } from "../text/format";
import { t } from "../text/t";
import { fieldError } from "../ui/Field";
import { FREE } from "./orderWords";

type Values = Record<string, Value>;

/** By draft field: `form.<id>`, `rationale`, `expected`, `action`; a field that nobody touched has the pack's default. */
export function draftValues(id: string, draft: Draft, kind: MenuShape | undefined, edits: Edits): Values {
  const defaults = Object.fromEntries((kind?.form ?? []).map((field) => [`form.${field.id}`, field.default]));
  const pairs = [...Object.keys(defaults), "rationale", "expected", "action"].map((key) => {
    return [key, shown(edits[`${id}/${key}`], draft.fields[key]) ?? defaults[key]] as const;
  });
  return Object.fromEntries(pairs.filter((pair): pair is [string, Value] => pair[1] !== undefined));
}

/** In words and in the form's order, what must be filled in or changed before the draft is a whole order. */
export function lacks(draft: Draft, kind: MenuShape | undefined, values: Values): string[] {
  const bounds: Record<string, BoundsShape> = kind?.actors[draft.actor]?.bounds ?? {};
  const texts =
    draft.kind === FREE ? (["action", "rationale", "expected"] as const) : (["rationale", "expected"] as const);
  const wrong = (kind?.form ?? []).filter((f) => fieldError(f, values[`form.${f.id}`], bounds[f.id]));
  return [
    ...wrong.map((f) => t(values[`form.${f.id}`] === undefined ? "lacks.value" : "lacks.other", { label: f.label })),
    ...texts.filter((key) => !values[key]).map((key) => t(`lacks.${key}`)),
  ];
}
