import { useState } from "react";
import type { OrderShape, RuleFreeOrder } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { Field } from "../ui/Field";
import { seatTitle, useLibrary } from "../ui/Library";
import { Segmented } from "../ui/Segmented";
import { Strip } from "../ui/Strip";
import { ActorPlate } from "../ui/TeamPlate";
import { Audience } from "./Audience";
import { useAnswer } from "./answering";
import { answerBy, useDesk } from "./desk";
import { HandPanel } from "./HandPanel";
import { KeyButton } from "./KeyButton";
import { Reasoned, ReturnForm } from "./RulingForms";
import { Effects, type NewValues, useVariables, valueError } from "./values";

/** An order in the players' own words, which nobody but control can rule on. */
export function HandFree({ id }: { id: string }) {
  const order = useView((view) => view.orders?.[id]);
  const form = useDesk((desk) => desk.form);
  if (!order) return <Empty title={t("hand.gone")}>{t("hand.gone_text")}</Empty>;
  const back = form === "" && order.status === "submitted" && (
    <KeyButton keyName="r" className="small" onPress={() => answerBy("return")}>
      {t("hand.return")}
    </KeyButton>
  );
  return (
    <HandPanel title={order.title} act={back}>
      <FreeWords order={order} />
      {order.status !== "submitted" && <p className="hint">{t(`order.${order.status}`)}</p>}
      {order.status === "submitted" && form === "" && <RuleForm key={id} id={id} />}
      {form === "return" && <ReturnForm order={id} />}
    </HandPanel>
  );
}

/** What is done, what it should bring about, and why it should work. */
export function FreeWords({ order }: { order: OrderShape }) {
  const library = useLibrary();
  const action = useText(order.action);
  const rationale = useText(order.rationale);
  const expected = useText(order.expected);
  const rows = [
    { label: t("hand.rationale"), text: rationale, said: order.rationale },
    { label: t("hand.expected"), text: expected, said: order.expected },
  ].filter(({ said }) => said);
  return (
    <>
      <p className="hint">
        <ActorPlate actor={order.actor} /> {seatTitle(library, order.seat)}
      </p>
      {order.action && <p className="verdict pre">{action ?? t("dispatch.loading")}</p>}
      <dl className="facts asked">
        {rows.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="pre">{text ?? t("dispatch.loading")}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type Way = "odds" | "success" | "failure";

const ODDS = { id: "odds", label: "", kind: "whole", unit: "%", required: true, low: 0, high: 100 } as const;

/** By odds, and the engine draws; or by outcome. What follows from each is control's to say. */
function RuleForm({ id }: { id: string }) {
  const [way, setWay] = useState<Way>("odds");
  const [odds, setOdds] = useState(50);
  const [success, setSuccess] = useState<NewValues>({});
  const [failure, setFailure] = useState<NewValues>({});
  const [audience, setAudience] = useState<string[]>([]);
  const [reason, setReason] = useState("");
  const variables = useVariables();
  const answering = useAnswer();
  const send = () => void answering.answer(ruling({ id, way, odds, success, failure, audience, reason }));
  const ready = !valueError(variables, success) && !valueError(variables, failure);
  return (
    <Reasoned
      word={way === "odds" ? t("free.draw") : t("free.rule")}
      ready={ready}
      answering={answering}
      reason={reason}
      onReason={setReason}
      onSend={send}
    >
      <Segmented
        label={t("free.way")}
        tall
        chosen={way}
        onChoose={setWay}
        choices={(["odds", "success", "failure"] as const).map((one) => ({ id: one, face: t(`free.way.${one}`) }))}
      />
      {way === "odds" && <Odds odds={odds} onChange={setOdds} />}
      {way !== "failure" && <Effects legend={t("free.success")} values={success} onChange={setSuccess} />}
      {way !== "success" && <Effects legend={t("free.failure")} values={failure} onChange={setFailure} />}
      <Audience legend={t("free.audience")} chosen={audience} onChange={setAudience} />
    </Reasoned>
  );
}

function Odds({ odds, onChange }: { odds: number; onChange: (odds: number) => void }) {
  const outcomes = [
    { id: "success", label: t("free.way.success"), share: odds / 100 },
    { id: "failure", label: t("free.way.failure"), share: 1 - odds / 100 },
  ];
  return (
    <>
      <Field field={{ ...ODDS, label: t("free.odds") }} value={odds} onChange={(value) => onChange(Number(value))} />
      <Strip outcomes={outcomes} draw={undefined} sentence="" />
    </>
  );
}

interface Ruled {
  id: string;
  way: Way;
  odds: number;
  success: NewValues;
  failure: NewValues;
  audience: string[];
  reason: string;
}

/** Only what belongs to the chosen way is sent. */
export function ruling({ id, way, odds, success, failure, audience, reason }: Ruled): RuleFreeOrder {
  return {
    type: "rule_free_order",
    order: id,
    reason,
    audience,
    ...(way === "odds" ? { odds: Math.min(100, Math.max(0, odds)) / 100 } : { outcome: way }),
    ...(way === "failure" ? {} : { success }),
    ...(way === "success" ? {} : { failure }),
  };
}
