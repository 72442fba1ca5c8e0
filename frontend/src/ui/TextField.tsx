import { type ReactNode, useId } from "react";
import { FieldError } from "./Field";

interface TextFieldProps {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
  placeholder?: string;
  hint?: string;
  rows?: number;
  locked?: boolean;
  note?: ReactNode;
  error?: string | undefined;
  most?: number;
  autoFocus?: boolean;
}

/** Free text of several lines. */
export function TextField({
  label,
  value,
  onChange,
  rows = 2,
  locked,
  note,
  error,
  hint,
  most = 4000,
  ...rest
}: TextFieldProps) {
  const id = useId();
  const { autoFocus, ...events } = rest;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        value={value}
        maxLength={most}
        readOnly={locked}
        aria-invalid={!!error || undefined}
        aria-describedby={`${id}-hint ${id}-error`}
        // biome-ignore lint/a11y/noAutofocus: only in dialogs that exist for this one field
        autoFocus={autoFocus}
        onChange={(event) => onChange(event.target.value)}
        {...events}
      />
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
