import type { ReactNode } from "react";
import type { ChangeShape, RulingShape } from "../contract";
import { number, valueText, withUnit } from "../text/format";
import { t } from "../text/t";
import { Status } from "./Status";
import { Strip } from "./Strip";
import { ActorPlate } from "./TeamPlate";
import { Terms } from "./Terms";

interface RulingTicketProps {
  ruling: RulingShape;
  /** Why control decided so; empty if nobody said. */
  reason?: string;
  /** What was asked: the order's own words. */
  asked?: ReactNode;
}

/** Outcome as a sentence, strip, terms, what follows, what was asked. */
export function RulingTicket({ ruling, reason, asked }: RulingTicketProps) {
  return (
    <article className="ticket">
      <header className="t-head">
        <p className="crumb">
          {crumb(ruling)} {ruling.actor && <ActorPlate actor={ruling.actor} />}
        </p>
        <p className="lede">{told(ruling)}</p>
        <RulingTags ruling={ruling} />
      </header>
      <div className="t-body">
        {ruling.hidden_terms ? <Hidden ruling={ruling} /> : <Explanation ruling={ruling} />}
        <section>
          <h2>{t("ruling.follows")}</h2>
          <Changes changes={ruling.changes} />
          <Notes ruling={ruling} />
        </section>
        {reason && (
          <section>
            <h2>{t("ruling.reason")}</h2>
            <p className="read pre">{reason}</p>
          </section>
        )}
        {asked && (
          <section>
            <h2>{t("ruling.asked")}</h2>
            {asked}
          </section>
        )}
      </div>
    </article>
  );
}

/** What went wrong or was cut off in working it out; only control is told. */
function Notes({ ruling: { inputs } }: { ruling: RulingShape }) {
  return (
    <>
      {inputs?.fault && <p className="hint">{t("ruling.fault", { what: String(inputs.fault) })}</p>}
      {inputs?.kept && <p className="hint">{t("ruling.kept", { what: String(inputs.kept) })}</p>}
    </>
  );
}

function crumb({ turn, month }: RulingShape): string {
  return month ? t("ruling.crumb_month", { turn, month }) : t("ruling.crumb", { turn });
}

/** The outcome in a sentence; of a drift, which has none, what changed. */
export function told({ sentence, changes }: RulingShape): string {
  return sentence || changes.map(changeWords).join("; ");
}

function changeWords({ name, before, after, unit = "" }: ChangeShape): string {
  return t("ruling.change", { name, before: valueText(before), after: withUnit(after, unit) });
}

export function RulingTags({ ruling }: { ruling: RulingShape }) {
  const decided = ruling.decision?.kind;
  return (
    <p className="tags">
      <Status tone={ruling.status === "issued" ? "ok" : "warn"} icon={ruling.status === "issued" ? "check" : "draw"}>
        {t(`ruling.${ruling.status}`)}
      </Status>
      <Status icon="doc">{t(`ruling.kind.${ruling.kind}`)}</Status>
      {decided && <Status icon="pen">{t(`ruling.decision.${decided}`)}</Status>}
    </p>
  );
}

/** Strip where there was a chance, then the terms. */
export function Explanation({ ruling }: { ruling: RulingShape }) {
  const chances = withShares(ruling);
  const logOdds = addsToLogOdds(ruling);
  return (
    <>
      {chances.length > 1 && (
        <section>
          <h2>{t("ruling.chance")}</h2>
          <Strip outcomes={chances} draw={ruling.draw} sentence={ruling.sentence} />
        </section>
      )}
      {chances.length <= 1 && ruling.draw !== undefined && <p>{t("ruling.drawn", { draw: number(ruling.draw, 3) })}</p>}
      {ruling.terms.length > 0 && (
        <section>
          <h2>{chances.length > 1 ? t("ruling.terms") : t("ruling.terms_plain")}</h2>
          <p className="hint">
            {logOdds ? t("ruling.terms_hint") : t("ruling.terms_hint_plain")}{" "}
            <span className="mono">{t("ruling.rule", { rule: ruling.rule, version: ruling.version })}</span>
          </p>
          <Terms terms={ruling.terms} logOdds={logOdds} />
        </section>
      )}
    </>
  );
}

function Hidden({ ruling }: { ruling: RulingShape }) {
  const factors = ruling.factors ?? [];
  return (
    <section>
      <h2>{t("ruling.terms_plain")}</h2>
      <p>{factors.length ? t("ruling.hidden") : t("ruling.hidden_none")}</p>
      <ul className="conseq">
        {factors.map((factor) => (
          <li key={factor}>
            <span aria-hidden="true">·</span>
            {factor}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ changes }: { changes: ChangeShape[] }) {
  if (!changes.length) return <p className="hint">{t("ruling.nothing_follows")}</p>;
  return (
    <table className="plain stack">
      <thead>
        <tr>
          <th scope="col">{t("ruling.variable")}</th>
          <th scope="col">{t("ruling.before")}</th>
          <th scope="col">{t("ruling.after")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.path}>
            <th scope="row">{change.name}</th>
            <td>{withUnit(change.before, change.unit ?? "")}</td>
            <td>
              <b>{withUnit(change.after, change.unit ?? "")}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Outcomes with their shares; two outcomes share `probability` and the rest. */
export function withShares({ outcomes, probability }: RulingShape): RulingShape["outcomes"] {
  if (outcomes.every((outcome) => outcome.share !== undefined)) return outcomes;
  const [yes, no] = outcomes;
  if (probability === undefined || !yes || !no) return [];
  return [
    { ...yes, share: probability },
    { ...no, share: 1 - probability },
  ];
}

/** Whether the chance is the logistic of the terms' sum, so that the ticket may say so. */
export function addsToLogOdds({ terms, probability }: RulingShape): boolean {
  if (probability === undefined) return false;
  const sum = terms.reduce((total, term) => total + term.value, 0);
  return Math.abs(1 / (1 + Math.exp(-sum)) - probability) < 1e-3;
}
