import { type FormEvent, useState } from "react";
import { t } from "../text/t";
import { FieldError } from "../ui/Field";
import { tidyCode } from "./door";

interface CodeFormProps {
  first: string;
  error: string;
  onCode: (code: string) => Promise<void>;
}

export function CodeForm({ first, error, onCode }: CodeFormProps) {
  const [typed, setTyped] = useState(first);
  const [sending, setSending] = useState(false);
  const code = tidyCode(typed);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!code) return;
    setSending(true);
    await onCode(code);
    setSending(false);
  };
  return (
    <form className="code-form" onSubmit={(event) => void send(event)}>
      <h1>{t("join.title")}</h1>
      <div className="field">
        <label htmlFor="code">{t("join.code")}</label>
        <input
          id="code"
          className="code-box"
          value={typed}
          maxLength={12}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={!!error || undefined}
          aria-describedby="code-hint code-error"
          onChange={(event) => setTyped(event.target.value)}
        />
        <span className="hint" id="code-hint">
          {t("join.code_hint")}
        </span>
        {error && (
          <span role="alert">
            <FieldError id="code-error" text={error} />
          </span>
        )}
      </div>
      <button type="submit" className="btn primary big wide" disabled={!code || sending}>
        {sending ? t("join.looking") : t("join.go_on")}
      </button>
    </form>
  );
}
