import { type FocusEvent, type ReactNode, useId, useState } from "react";
import type { BoundsShape, FieldShape } from "../contract";
import { number, unitOf, type Value } from "../text/format";
import { t } from "../text/t";
import { Icon } from "./Icons";

interface FieldProps {
  field: FieldShape;
  /** Where the limits depend on the state. */
  bounds?: BoundsShape | undefined;
  value: Value | undefined;
  onChange: (value: Value) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  /** Somebody else is in it. */
  locked?: boolean;
  /** Beneath the field: who is writing, a conflict. */
  note?: ReactNode;
  error?: string | undefined;
}

/** One typed field: unit in the label, the limits as a hint before the error. */
export function Field(props: FieldProps) {
  const { field, note, error, onFocus, onBlur } = props;
  const id = useId();
  const hint = hintOf(props);
  const left = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the focus of the controls inside
    <div className="field" onFocus={onFocus} onBlur={left}>
      <label htmlFor={id}>
        {field.unit ? t("field.unit", { label: field.label, unit: unitOf(field.unit) }) : field.label}
      </label>
      <Control {...props} id={id} described={`${id}-hint ${id}-error`} />
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {note}
      {error && <FieldError id={`${id}-error`} text={error} />}
    </div>
  );
}

export function FieldError({ id, text }: { id?: string; text: string }) {
  return (
    <span className="err" id={id}>
      <Icon name="warn" />
      {text}
    </span>
  );
}

interface ControlProps extends FieldProps {
  id: string;
  described: string;
}

function Control(props: ControlProps) {
  switch (props.field.kind) {
    case "choice":
      return <Choice {...props} />;
    case "flag":
      return <Flag {...props} />;
    default:
      return <NumberBox {...props} />;
  }
}

function Choice({ id, described, field, value, onChange, locked, error }: ControlProps) {
  return (
    <select
      id={id}
      value={String(value ?? "")}
      disabled={locked}
      aria-describedby={described}
      aria-invalid={!!error || undefined}
      onChange={(event) => onChange(event.target.value)}
    >
      {value === undefined && <option value="">{t("field.choose")}</option>}
      {(field.choices ?? []).map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

function Flag({ id, described, field, value, onChange, locked }: ControlProps) {
  return (
    <span className="check">
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        disabled={locked}
        aria-describedby={described}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span aria-hidden="true">{value === true ? t("value.yes") : field.required ? t("value.no") : ""}</span>
    </span>
  );
}

/** Keeps what was typed while it is no number, so that nothing jumps under the hands. */
function NumberBox({ id, described, field, bounds, value, onChange, locked, error }: ControlProps) {
  const [typed, setTyped] = useState<string>();
  const { low, high } = limits(field, bounds);
  const held = typeof value === "number" ? value : undefined;
  const step = field.kind === "whole" || (high ?? 10) - (low ?? 0) > 2 ? 1 : 0.1;
  const change = (text: string) => {
    setTyped(text);
    const parsed = Number(text.replace(",", "."));
    if (text.trim() && Number.isFinite(parsed)) onChange(field.kind === "whole" ? Math.round(parsed) : parsed);
  };
  const by = (sign: number) => {
    setTyped(undefined);
    const next = Math.round(((held ?? low ?? 0) + sign * step) * 1e6) / 1e6;
    onChange(Math.min(high ?? next, Math.max(low ?? next, next)));
  };
  return (
    <span className="num">
      <button type="button" aria-label={t("act.fewer")} disabled={locked || held === low} onClick={() => by(-1)}>
        −
      </button>
      <input
        id={id}
        inputMode={field.kind === "whole" ? "numeric" : "decimal"}
        autoComplete="off"
        value={typed ?? (held === undefined ? "" : String(held))}
        readOnly={locked}
        aria-describedby={described}
        aria-invalid={!!error || undefined}
        onChange={(event) => change(event.target.value)}
        onBlur={() => setTyped(undefined)}
      />
      <button type="button" aria-label={t("act.more")} disabled={locked || held === high} onClick={() => by(1)}>
        +
      </button>
    </span>
  );
}

export function limits(field: FieldShape, bounds?: BoundsShape): { low: number | undefined; high: number | undefined } {
  return { low: bounds?.low ?? field.low, high: bounds?.high ?? field.high };
}

function limitWords(field: FieldShape, bounds?: BoundsShape): string {
  const { low, high } = limits(field, bounds);
  if (low === undefined || high === undefined) return "";
  const words = { low: number(low), high: number(high) };
  const unit = field.unit?.startsWith("of ") ? "" : unitOf(field.unit ?? "", high); // the label has said of how many
  return unit ? t("field.limit_unit", { ...words, unit }) : t("field.limit", words);
}

function hintOf({ field, bounds }: FieldProps): string {
  const limit = field.kind === "number" || field.kind === "whole" ? limitWords(field, bounds) : "";
  return [field.hint, limit && `${limit}.`].filter(Boolean).join(" ");
}

/** What is wrong with a value, in words; "" if nothing. */
export function fieldError(field: FieldShape, value: Value | undefined, bounds?: BoundsShape): string {
  if (value === undefined || value === "") return field.required && field.kind !== "flag" ? t("field.required") : "";
  if (field.kind !== "number" && field.kind !== "whole") return "";
  if (typeof value !== "number") return t("field.not_number");
  const { low, high } = limits(field, bounds);
  if (value < (low ?? value) || value > (high ?? value)) return t("field.out", { limit: limitWords(field, bounds) });
  return "";
}
