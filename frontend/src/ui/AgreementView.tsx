import type { ReactNode } from "react";
import type { AgreementShape, TemplateShape } from "../contract";
import { hash, type Value, withUnit } from "../text/format";
import { t } from "../text/t";
import { changes } from "./changes";
import { Icon } from "./Icons";
import { actorName, useLibrary } from "./Library";
import { ActorPlate } from "./TeamPlate";

interface AgreementViewProps {
  agreement: AgreementShape;
  template: TemplateShape | undefined;
  prose: string;
  /** The prose of the version before this one. */
  before?: string;
  reason?: string;
  /** My side's acts. */
  acts?: ReactNode;
}

const STEPS = ["proposed", "signed", "in_force"] as const;

/** Steps, the text with what its last version changed, and beside it the acts and the signatures over one text. */
export function AgreementView({ agreement, template, prose, before = "", reason, acts }: AgreementViewProps) {
  const library = useLibrary();
  const crumb = { version: agreement.version, author: actorName(library, agreement.author), turn: agreement.turn };
  return (
    <article className="ticket agreement">
      <header className="t-head">
        <p className="crumb">{t("agreement.crumb", crumb)}</p>
        {template && <p>{template.summary}</p>}
        <Parties actors={agreement.parties} />
        <Steps agreement={agreement} />
        {agreement.before && agreement.status === "proposed" && (
          <p className="hint">{t("agreement.tracked", { version: agreement.version - 1 })}</p>
        )}
      </header>
      <div className="a-text">
        <Clauses agreement={agreement} template={template} />
        {(prose || before) && (
          <section className="stack-s">
            <h3>{t("agreement.prose")}</h3>
            <Prose before={agreement.before ? before : prose} after={prose} />
            <p className="hint">{t("agreement.prose_hint")}</p>
          </section>
        )}
        {reason && (
          <p>
            <b>{t("agreement.reason")}:</b> {reason}
          </p>
        )}
      </div>
      <div className="a-side">
        {acts && <section className="stack-s">{acts}</section>}
        <Signatures agreement={agreement} />
      </div>
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

/** What the engine enforces, a row each. */
function Clauses({ agreement, template }: Pick<AgreementViewProps, "agreement" | "template">) {
  const order = template?.clauses.map((clause) => clause.id) ?? [];
  const terms = Object.entries(agreement.terms).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  if (!terms.length) return null;
  return (
    <table className="plain clauses">
      <caption>{t("agreement.machine")}</caption>
      <tbody>
        {terms.map(([id, value], place) => {
          const clause = template?.clauses.find((field) => field.id === id);
          const said = (one: Value) => withUnit(one, clause?.unit ?? "", 2, clause?.choices);
          const old = agreement.before?.terms[id];
          return (
            <tr key={id}>
              <td className="cl-n">{place + 1}</td>
              <th scope="row">
                {clause?.label ?? id}
                {clause?.hint && <span className="hint">{clause.hint}</span>}
              </th>
              <td>
                {old === undefined || old === value ? (
                  said(value)
                ) : (
                  <>
                    <del>{said(old)}</del> <ins>{said(value)}</ins>
                  </>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Prose({ before, after }: { before: string; after: string }) {
  return (
    <p className="read pre">
      {changes(before, after).map(({ kind, text }, place) => {
        const key = `${place} ${text}`;
        if (kind === "ins") return <ins key={key}>{text}</ins>;
        return kind === "del" ? <del key={key}>{text}</del> : <span key={key}>{text}</span>;
      })}
    </p>
  );
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
