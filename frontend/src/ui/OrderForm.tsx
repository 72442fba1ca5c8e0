import type { ReactNode } from "react";
import type { BoundsShape, FieldShape } from "../contract";
import type { Value } from "../text/format";
import { t } from "../text/t";
import { Field, fieldError } from "./Field";
import { TextField } from "./TextField";

/** How one field of a shared draft stands. */
export interface FieldState {
  value: Value | undefined;
  /** Another seat has the focus in it. */
  locked?: boolean;
  note?: ReactNode;
}

interface OrderFormProps {
  fields: FieldShape[];
  bounds: Record<string, BoundsShape>;
  /** Free-form orders say what is done, too. */
  free: boolean;
  /** By draft field: `form.<id>`, `rationale`, `expected`, `action`. */
  state: (field: string) => FieldState;
  onEdit: (field: string, value: Value, now?: boolean) => void;
  onFocus: (field: string) => void;
  onBlur: () => void;
  /** Show what is missing, not only what is wrong. */
  strict: boolean;
  /** Saved line and buttons. */
  foot: ReactNode;
}

/** Typed fields in the pack's order, then why, then what is expected. */
export function OrderForm(props: OrderFormProps) {
  const { fields, free, foot } = props;
  return (
    <form className="oform" onSubmit={(event) => event.preventDefault()}>
      {free && (
        <Words {...props} field="action" label={t("form.action")} placeholder={t("form.action_hint")} rows={3} />
      )}
      <FieldRows {...props} fields={fields} />
      <Words {...props} field="rationale" label={t("form.rationale")} />
      <Words {...props} field="expected" label={t("form.expected")} placeholder={t("form.expected_hint")} />
      <footer>{foot}</footer>
    </form>
  );
}

/** Short fields stand two in a row where there is room. */
function FieldRows({ fields, bounds, state, onEdit, onFocus, onBlur, strict }: OrderFormProps) {
  if (!fields.length) return null;
  return (
    <div className={fields.length > 1 ? "row2" : "stack-s"}>
      {fields.map((field) => {
        const key = `form.${field.id}`;
        const { value, locked = false, note } = state(key);
        const error = strict || value !== undefined ? fieldError(field, value, bounds[field.id]) : "";
        return (
          <Field
            key={key}
            field={field}
            bounds={bounds[field.id]}
            value={value}
            onChange={(changed) => onEdit(key, changed, field.kind !== "number" && field.kind !== "whole")}
            onFocus={() => onFocus(key)}
            onBlur={onBlur}
            locked={locked}
            note={note}
            error={error}
          />
        );
      })}
    </div>
  );
}

interface WordsProps extends OrderFormProps {
  field: string;
  label: string;
  placeholder?: string;
  rows?: number;
}

function Words({ field, label, placeholder = "", rows = 2, state, onEdit, onFocus, onBlur, strict }: WordsProps) {
  const { value, locked = false, note } = state(field);
  return (
    <TextField
      label={label}
      value={String(value ?? "")}
      placeholder={placeholder}
      rows={rows}
      locked={locked}
      note={note}
      error={strict && !value ? t("field.required") : undefined}
      onChange={(text) => onEdit(field, text)}
      onFocus={() => onFocus(field)}
      onBlur={onBlur}
    />
  );
}
