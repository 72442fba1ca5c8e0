import type { RulingShape } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import { valueText, withUnit } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { addsToLogOdds, RulingTags, withShares } from "../ui/RulingTicket";
import { Strip } from "../ui/Strip";
import { TeamPlate } from "../ui/TeamPlate";
import { Terms } from "../ui/Terms";
import { useAnswer } from "./answering";
import { answerBy, open, useDesk } from "./desk";
import { HandPanel, RefusedHere } from "./HandPanel";
import { KeyButton } from "./KeyButton";
import { AmendForm, OverrideForm, ReturnForm } from "./RulingForms";

/** A proposed ruling with all that led to it, and the four answers. */
export function HandRuling({ id }: { id: string }) {
  const ruling = useView((view) => view.rulings?.[id]);
  const form = useDesk((desk) => desk.form);
  if (!ruling) return <Empty title={t("hand.gone")}>{t("hand.gone_text")}</Empty>;
  const ticket = (
    <button type="button" className="lnk" onClick={() => open({ kind: "ruling", id })}>
      {t("ruling.open")}
    </button>
  );
  return (
    <HandPanel title={ruling.title} meta={metaWords(ruling)} act={ticket}>
      <p className="verdict">
        <b>{t(ruling.status === "proposed" ? "hand.proposed" : "hand.issued", { sentence: ruling.sentence })}</b>
      </p>
      <Chance ruling={ruling} />
      {form === "amend" && <AmendForm id={id} ruling={ruling} />}
      {form === "override" && <OverrideForm id={id} ruling={ruling} />}
      {form === "return" && <ReturnForm order={ruling.subject} />}
      {ruling.terms.length > 0 && <Terms terms={ruling.terms} logOdds={addsToLogOdds(ruling)} />}
      <Follows ruling={ruling} />
      {ruling.status === "issued" && <RulingTags ruling={ruling} />}
      {ruling.status === "proposed" && form === "" && <Decide id={id} ruling={ruling} />}
      <Asked order={ruling.subject} />
    </HandPanel>
  );
}

function metaWords(ruling: RulingShape): string {
  const rule = t("ruling.rule", { rule: ruling.rule, version: ruling.version });
  return ruling.month ? `${t("rulings.month", { month: ruling.month })} · ${rule}` : rule;
}

function Chance({ ruling }: { ruling: RulingShape }) {
  const chances = withShares(ruling);
  if (chances.length < 2) return null;
  return <Strip outcomes={chances} draw={ruling.draw} sentence={ruling.sentence} />;
}

function Follows({ ruling }: { ruling: RulingShape }) {
  if (!ruling.changes.length) return <p className="hint">{t("hand.nothing_follows")}</p>;
  return (
    <div className="effects">
      {ruling.changes.map((change) => (
        <span key={change.path} className="eff">
          <b>{change.name}</b> {valueText(change.before)} → <b>{withUnit(change.after, change.unit ?? "")}</b>
        </span>
      ))}
    </div>
  );
}

function Decide({ id, ruling }: { id: string; ruling: RulingShape }) {
  const answering = useAnswer();
  const team = useView((view) => view.actors?.[ruling.actor]?.team);
  return (
    <>
      <div className="decide" role="group" aria-label={t("hand.decide")}>
        <KeyButton
          keyName="a"
          className="primary"
          disabled={answering.sending}
          onPress={() => void answering.answer({ type: "accept_ruling", ruling: id })}
        >
          <Icon name="check" />
          {t("hand.accept")}
        </KeyButton>
        <KeyButton keyName="m" onPress={() => answerBy("amend")}>
          {t("hand.amend")}
        </KeyButton>
        {ruling.outcomes.length > 1 && (
          <KeyButton keyName="o" onPress={() => answerBy("override")}>
            {t("hand.override")}
          </KeyButton>
        )}
        {ruling.subject && (
          <KeyButton keyName="r" onPress={() => answerBy("return")}>
            {t("hand.return")}
          </KeyButton>
        )}
        <span className="grow" />
        {team && (
          <span className="hint">
            {t("hand.concerns")} <TeamPlate team={team} />
          </span>
        )}
      </div>
      <RefusedHere refusal={answering.refusal} />
    </>
  );
}

/** The order's own words, where the ruling is about one. */
function Asked({ order: id }: { order: string }) {
  const order = useView((view) => view.orders?.[id]);
  const rationale = useText(order?.rationale);
  const expected = useText(order?.expected);
  if (!order) return null;
  return (
    <dl className="facts asked">
      {order.said.map(({ label, value, unit }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{withUnit(value, unit)}</dd>
        </div>
      ))}
      {rationale && (
        <div>
          <dt>{t("hand.rationale")}</dt>
          <dd className="pre">{rationale}</dd>
        </div>
      )}
      {expected && (
        <div>
          <dt>{t("hand.expected")}</dt>
          <dd className="pre">{expected}</dd>
        </div>
      )}
    </dl>
  );
}
