import type { ReactNode } from "react";
import type { AgreementShape, TemplateShape } from "../contract";
import { hash, withUnit } from "../text/format";
import { t } from "../text/t";
import { Icon } from "./Icons";
import { actorName, useLibrary } from "./Library";
import { ActorPlate } from "./TeamPlate";

export interface AgreementViewProps {
  agreement: AgreementShape;
  template: TemplateShape | undefined;
  prose: string;
  reason?: string;
  /** My side's acts. */
  acts?: ReactNode;
}

const STEPS = ["proposed", "signed", "in_force"] as const;

/** Steps, numbered clauses, signatures over one text. */
export function AgreementView({ agreement, template, prose, reason, acts }: AgreementViewProps) {
  const library = useLibrary();
  const crumb = { version: agreement.version, author: actorName(library, agreement.author), turn: agreement.turn };
  return (
    <article className="ticket">
      <header className="t-head">
        <p className="crumb">{t("agreement.crumb", crumb)}</p>
        <Parties actors={agreement.parties} />
        <Steps agreement={agreement} />
      </header>
      <ol>
        <Clauses agreement={agreement} template={template} />
        {prose && (
          <li className="clause">
            <span className="cl-n">{Object.keys(agreement.terms).length + 1}</span>
            <div className="cl-b">
              <p className="cl-h">
                <span className="ctype">{t("agreement.prose")}</span>
              </p>
              <p className="read pre">{prose}</p>
              <p className="hint">{t("agreement.prose_hint")}</p>
            </div>
          </li>
        )}
      </ol>
      {acts && <section className="decision stack-s">{acts}</section>}
      <Signatures agreement={agreement} />
      {reason && (
        <p>
          <b>{t("agreement.reason")}:</b> {reason}
        </p>
      )}
    </article>
  );
}

export function Parties({ actors }: { actors: string[] }) {
  const library = useLibrary();
  return (
    <ul className="parties">
      {actors.map((actor) => (
        <li key={actor}>
          <ActorPlate actor={actor} /> <span>{actorName(library, actor)}</span>
        </li>
      ))}
    </ul>
  );
}

function Steps({ agreement }: { agreement: AgreementShape }) {
  if (agreement.status === "ended" || agreement.status === "rejected") {
    return (
      <ol className="steps">
        <li className="cur">{t(`agreement.${agreement.status}`)}</li>
      </ol>
    );
  }
  const at = agreement.status === "in_force" ? 2 : 0;
  return (
    <ol className="steps">
      {STEPS.map((step, place) => (
        <li
          key={step}
          className={place < at ? "done" : place === at ? "cur" : ""}
          aria-current={place === at ? "step" : undefined}
        >
          {place < at && <Icon name="check" />}
          {t(`agreement.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function Clauses({ agreement, template }: Pick<AgreementViewProps, "agreement" | "template">) {
  const order = template?.clauses.map((clause) => clause.id) ?? [];
  const terms = Object.entries(agreement.terms).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return terms.map(([id, value], place) => {
    const clause = template?.clauses.find((field) => field.id === id);
    return (
      <li key={id} className="clause">
        <span className="cl-n">{place + 1}</span>
        <div className="cl-b">
          <p className="cl-h">
            <b>{clause?.label ?? id}</b>
            <span className="ctype">{t("agreement.machine")}</span>
          </p>
          <p className="read">{withUnit(value, clause?.unit ?? "", 2, clause?.choices)}</p>
          {clause?.hint && <p className="hint">{clause.hint}</p>}
        </div>
      </li>
    );
  });
}

function Signatures({ agreement }: { agreement: AgreementShape }) {
  const library = useLibrary();
  return (
    <section className="stack-s">
      <h3>{t("agreement.signatures")}</h3>
      <table className="plain">
        <tbody>
          {agreement.parties.map((actor) => (
            <tr key={actor}>
              <th scope="row">
                <ActorPlate actor={actor} /> {actorName(library, actor)}
              </th>
              <td>
                {agreement.signed[actor]
                  ? t("agreement.signed", { version: agreement.version })
                  : t("agreement.unsigned")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t("agreement.hash", { hash: hash(agreement.text_hash) })}</p>
    </section>
  );
}
