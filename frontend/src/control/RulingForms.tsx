/** The answers to a ruling that take a reason: other values, another outcome, back to the team. */
import { type ReactNode, useState } from "react";
import type { RulingShape } from "../contract";
import { t } from "../text/t";
import { TextField } from "../ui/TextField";
import { type Answering, useAnswer } from "./answering";
import { answerBy } from "./desk";
import { RefusedHere } from "./HandPanel";
import { Effects, type NewValues, useVariables, valueError } from "./values";

interface ReasonedProps {
  word: string;
  ready: boolean;
  /** What is missing besides the reason, said while the button cannot be pressed. */
  why?: string;
  answering: Answering;
  reason: string;
  onReason: (reason: string) => void;
  onSend: () => void;
  children?: ReactNode;
}

/** Fields, the reason, and the one button that sends; Ctrl+Enter presses it. */
export function Reasoned({ word, ready, why = "", answering, reason, onReason, onSend, children }: ReasonedProps) {
  return (
    <form className="stack-m answer-form" onSubmit={(event) => event.preventDefault()}>
      {children}
      <TextField label={t("hand.reason")} hint={t("hand.reason_hint")} value={reason} onChange={onReason} />
      <RefusedHere refusal={answering.refusal} />
      <div className="decide">
        <button
          type="button"
          className="btn primary"
          data-key="Enter"
          disabled={!ready || !reason.trim() || answering.sending}
          onClick={onSend}
        >
          {answering.word(word)}
        </button>
        <button type="button" className="btn" onClick={() => answerBy("")}>
          {t("act.cancel")}
        </button>
        {(!ready || !reason.trim()) && <span className="hint">{(!ready && why) || t("hand.reason_first")}</span>}
      </div>
    </form>
  );
}

export function AmendForm({ id, ruling, onDone }: { id: string; ruling: RulingShape; onDone?: () => void }) {
  const proposed = Object.fromEntries(ruling.changes.map((change) => [change.path, change.after]));
  const [values, setValues] = useState<NewValues>(proposed);
  const [reason, setReason] = useState("");
  const variables = useVariables();
  const answering = useAnswer();
  const changes = Object.fromEntries(Object.entries(values).filter(([path, value]) => proposed[path] !== value));
  const send = async () => {
    const command = { type: "amend_ruling", ruling: id, changes, reason } as const;
    if (!onDone) return answering.answer(command);
    if (await answering.run(command)) onDone();
  };
  const ready = Object.keys(changes).length > 0 && !valueError(variables, changes);
  const form = { answering, reason, ready, onReason: setReason, onSend: () => void send() };
  return (
    <Reasoned word={t("hand.amend")} why={t("hand.amend_first")} {...form}>
      <Effects
        legend={t("hand.amend_legend")}
        values={values}
        fixed={Object.keys(proposed)}
        onChange={(changed) => setValues(changed)}
      />
    </Reasoned>
  );
}

export function OverrideForm({ id, ruling }: { id: string; ruling: RulingShape }) {
  const others = ruling.outcomes.filter((outcome) => outcome.id !== ruling.outcome);
  const [outcome, setOutcome] = useState(others[0]?.id ?? "");
  const [reason, setReason] = useState("");
  const answering = useAnswer();
  const send = () => void answering.answer({ type: "override_ruling", ruling: id, outcome, reason });
  return (
    <Reasoned
      word={t("hand.override")}
      ready={outcome !== ""}
      answering={answering}
      reason={reason}
      onReason={setReason}
      onSend={send}
    >
      <fieldset className="stack-s">
        <legend>{t("hand.override_legend")}</legend>
        <div className="opts">
          {others.map((other) => (
            <label key={other.id} className="opt">
              <input type="radio" name="outcome" checked={other.id === outcome} onChange={() => setOutcome(other.id)} />
              <span>
                <b>{other.label}</b>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </Reasoned>
  );
}

export function ReturnForm({ order }: { order: string }) {
  const [reason, setReason] = useState("");
  const answering = useAnswer();
  const send = () => void answering.answer({ type: "return_order", order, reason });
  return (
    <Reasoned word={t("hand.return")} ready answering={answering} reason={reason} onReason={setReason} onSend={send}>
      <p className="hint">{t("hand.return_hint")}</p>
    </Reasoned>
  );
}
