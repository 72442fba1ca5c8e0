import { type ReactNode, useState } from "react";
import type { VariableShape } from "../contract";
import { useView } from "../store";
import type { Value } from "../text/format";
import { t } from "../text/t";
import { Field, fieldError } from "../ui/Field";
import { IndicatorDetails } from "../ui/IndicatorDetails";
import { useLibrary, variableName } from "../ui/Library";
import { Dialog } from "../ui/Overlays";
import { TextField } from "../ui/TextField";
import { AskDialog } from "./ClockDialogs";
import { close } from "./desk";
import { asField } from "./values";

/** What a value is, how it came about, and control's hand on it. */
export function VariableDialog({ path }: { path: string }) {
  const variable = useView((view) => view.variables?.[path]);
  const turns = useView((view) => view.timer?.turns);
  const running = useView((view) => view.exercise?.status === "running");
  if (!variable) return null;
  const details = <IndicatorDetails variable={variable} turnsPlayed={turns ?? []} />;
  if (variable.kind !== "derived" && running) {
    return (
      <AdjustDialog path={path} variable={variable}>
        {details}
      </AdjustDialog>
    );
  }
  return (
    <Dialog title={variable.name} onClose={close}>
      {details}
      {variable.kind === "derived" && <p className="hint">{t("adjust.derived")}</p>}
    </Dialog>
  );
}

interface AdjustProps {
  path: string;
  variable: VariableShape;
  children: ReactNode;
}

function AdjustDialog({ path, variable, children }: AdjustProps) {
  const name = variableName(variable, useLibrary());
  const [value, setValue] = useState<Value | undefined>(variable.value);
  const [reason, setReason] = useState("");
  const field = asField(path, variable, t("adjust.to"));
  const error = fieldError(field, value);
  const ready = !error && value !== undefined && value !== variable.value && reason.trim() !== "";
  return (
    <AskDialog
      size=""
      title={name}
      word={t("adjust.do")}
      why={t(value === variable.value ? "hand.amend_first" : "hand.reason_first")}
      command={ready ? { type: "adjust_variable", path, value, reason } : undefined}
    >
      {children}
      <section className="stack-m adjust">
        <h3>{t("adjust.title")}</h3>
        <p className="hint">{t("adjust.text")}</p>
        <Field field={field} value={value} error={error} onChange={setValue} />
        <TextField label={t("hand.reason")} hint={t("hand.reason_hint")} value={reason} onChange={setReason} />
      </section>
    </AskDialog>
  );
}
