import { useState } from "react";
import type { MselShape, TimerShape } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import { t } from "../text/t";
import { Field } from "../ui/Field";
import { TextField } from "../ui/TextField";
import { useAnswer } from "./answering";
import { answerBy } from "./desk";
import { RefusedHere } from "./HandPanel";
import { momentOf, open, type Phase } from "./moments";

/** When the clock brings an inject, as three fields; the same as moving its mark. */
export function MoveForm({ id, inject }: { id: string; inject: MselShape }) {
  const timer = useView((view) => view.timer);
  return timer ? <Form id={id} inject={inject} timer={timer} /> : null;
}

function Form({ id, inject, timer }: { id: string; inject: MselShape; timer: TimerShape }) {
  const [to, setTo] = useState(momentOf(inject));
  const [reason, setReason] = useState("");
  const { answer, sending, refusal } = useAnswer();
  const move = () => void answer({ type: "move_inject", inject: id, ...to, reason: reason.trim() });
  return (
    <form className="stack-m answer-form" onSubmit={(event) => event.preventDefault()}>
      <div className="row">
        <label>
          {t("inject.turn")}
          <select value={to.turn} onChange={(event) => setTo({ ...to, turn: Number(event.target.value) })}>
            {timer.turns.map(({ label }, n) =>
              n + 1 < timer.turn ? null : (
                <option key={label} value={n + 1}>
                  {n + 1}
                </option>
              ),
            )}
          </select>
        </label>
        <label>
          {t("inject.phase")}
          <select value={to.phase} onChange={(event) => setTo({ ...to, phase: event.target.value as Phase })}>
            {open(timer).map(({ phase }) => (
              <option key={phase} value={phase}>
                {t(`phase.${phase}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Field
        field={{ id: "minutes", kind: "number", label: t("inject.minutes"), required: true }}
        bounds={{ low: 0 }}
        value={to.offset / 60}
        onChange={(minutes) => setTo({ ...to, offset: Math.round(Number(minutes) * 60) })}
      />
      <TextField label={t("inject.why")} rows={1} value={reason} onChange={setReason} />
      <RefusedHere refusal={refusal} />
      <div className="decide">
        <button type="button" className="btn primary" data-key="Enter" disabled={sending} onClick={move}>
          {t("inject.move")}
        </button>
        <button type="button" className="btn" onClick={() => answerBy("")}>
          {t("act.cancel")}
        </button>
      </div>
    </form>
  );
}

/** That control moved it, from where and why. */
export function Moved({ inject }: { inject: MselShape }) {
  const why = useText(inject.moved_reason || undefined);
  const planned = inject.planned ?? "";
  return <p className="hint">{why ? t("inject.moved_why", { planned, why }) : t("inject.moved", { planned })}</p>;
}
