import { useState } from "react";
import type { AgreementShape, TemplateShape } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import type { Value } from "../text/format";
import { t } from "../text/t";
import { AgreementView, Parties } from "../ui/AgreementView";
import { Empty } from "../ui/Empty";
import { Field, fieldError } from "../ui/Field";
import { Icon } from "../ui/Icons";
import { actorName, useLibrary } from "../ui/Library";
import { Dialog } from "../ui/Overlays";
import { FactList } from "../ui/ProvenanceChip";
import { Status, type Tone } from "../ui/Status";
import { TextField } from "../ui/TextField";
import { close, open } from "./desk";
import { FormDialog } from "./Letters";
import { RefusalBox, useCommand } from "./useCommand";
import { ordered, useMine } from "./you";

const TONE: Record<AgreementShape["status"], Tone> = { proposed: "warn", in_force: "ok", ended: "", rejected: "bad" };

/** How many texts lie on the table. */
export function useProposed(): number {
  return useView((view) => Object.values(view.agreements ?? {}).filter((one) => one.status === "proposed").length);
}

export function Agreements() {
  const agreements = ordered(useView((view) => view.agreements)).reverse();
  const templates = useView((view) => view.templates);
  const ended = useView((view) => view.exercise?.status === "ended");
  const propose = (
    <button type="button" className="btn small" onClick={() => open({ kind: "propose" })}>
      <Icon name="plus" />
      {t("agreements.propose")}
    </button>
  );
  const mayPropose = !ended && Object.keys(templates ?? {}).length > 0;
  if (!agreements.length) {
    return (
      <Empty title={t("agreements.empty")} act={mayPropose && propose}>
        {t("agreements.empty_text")}
      </Empty>
    );
  }
  return (
    <>
      <ul className="mail">
        {agreements.map(([id, agreement]) => (
          <AgreementRow key={id} id={id} agreement={agreement} />
        ))}
      </ul>
      {mayPropose && <p className="page">{propose}</p>}
    </>
  );
}

function AgreementRow({ id, agreement }: { id: string; agreement: AgreementShape }) {
  const library = useLibrary();
  const names = agreement.parties.map((actor) => actorName(library, actor)).join(", ");
  return (
    <li>
      <button type="button" onClick={() => open({ kind: "agreement", id })}>
        <Status tone={TONE[agreement.status]} icon={agreement.status === "in_force" ? "check" : "doc"}>
          {t(`agreement.${agreement.status}`)}
        </Status>
        <b>{agreement.title}</b>
        <span className="mail-x">{names}</span>
        <time>{t("phase.turn", { turn: agreement.turn })}</time>
      </button>
    </li>
  );
}

export function Agreement({ id }: { id: string }) {
  const agreement = useView((view) => view.agreements?.[id]);
  const template = useView((view) => view.templates?.[agreement?.template ?? ""]);
  const prose = useText(agreement?.prose);
  const reason = useText(agreement?.reason);
  if (!agreement) return null;
  return (
    <Dialog title={agreement.title} onClose={close} size="wide">
      <AgreementView
        agreement={agreement}
        template={template}
        prose={prose ?? ""}
        reason={reason ?? ""}
        acts={<Acts id={id} agreement={agreement} />}
      />
    </Dialog>
  );
}

/** What my side may do with it: sign, counter, refuse or leave. Those who do not lead may read and advise. */
function Acts({ id, agreement }: { id: string; agreement: AgreementShape }) {
  const { actors, leads, leaders } = useMine();
  const command = useCommand();
  const mine = agreement.parties.filter((actor) => actors.includes(actor));
  const open_ = agreement.status === "proposed" || agreement.status === "in_force";
  if (!mine.length || !open_) return null;
  if (!leads) return <p>{t("agreements.leader_signs", { who: leaders.join(", ") })}</p>;
  return (
    <>
      <h3>{t("agreements.your_side")}</h3>
      {mine.map((actor) => (
        <ActorActs key={actor} id={id} actor={actor} agreement={agreement} command={command} />
      ))}
      {agreement.status === "proposed" && (
        <button type="button" className="btn wide" onClick={() => open({ kind: "revise", id })}>
          {t("agreements.revise")}
        </button>
      )}
      <RefusalBox refusal={command.refusal} />
    </>
  );
}

interface ActorActsProps {
  id: string;
  actor: string;
  agreement: AgreementShape;
  command: ReturnType<typeof useCommand>;
}

function ActorActs({ id, actor, agreement, command }: ActorActsProps) {
  const library = useLibrary();
  const name = actorName(library, actor);
  const [leaving, setLeaving] = useState(false);
  const [reason, setReason] = useState("");
  const proposed = agreement.status === "proposed";
  const word = proposed ? t("agreements.reject", { actor: name }) : t("agreements.end", { actor: name });
  const end = () => void command.run({ type: "end_agreement", agreement: id, actor, reason });
  const sign = () => void command.run({ type: "sign_agreement", agreement: id, actor, text_hash: agreement.text_hash });
  return (
    <>
      {proposed && !agreement.signed[actor] && (
        <button type="button" className="btn primary wide" disabled={command.sending} onClick={sign}>
          {command.word(t("agreements.sign", { actor: name }))}
        </button>
      )}
      {leaving && <TextField label={t("agreement.reason")} value={reason} onChange={setReason} />}
      <button
        type="button"
        className="btn wide"
        disabled={command.sending}
        onClick={leaving ? end : () => setLeaving(true)}
      >
        {leaving ? t("agreements.sure", { act: word }) : word}
      </button>
    </>
  );
}

/** Choose a template, then fill in its parties and clauses. */
export function Propose() {
  const templates = ordered(useView((view) => view.templates));
  const { actors } = useMine();
  const [chosen, setChosen] = useState("");
  const template = templates.find(([id]) => id === chosen)?.[1];
  if (template) return <ProposeForm id={chosen} template={template} />;
  return (
    <Dialog title={t("agreements.propose")} onClose={close}>
      <ul>
        {templates
          .filter(([, one]) => one.parties.some((place) => place.some((actor) => actors.includes(actor))))
          .map(([id, one]) => (
            <li key={id}>
              <article className="order">
                <header>
                  <h3>{one.title}</h3>
                </header>
                <p className="order-x">{one.summary}</p>
                <footer>
                  <Parties actors={[...new Set(one.parties.flat())]} />
                  <span className="grow" />
                  <button type="button" className="btn small primary" onClick={() => setChosen(id)}>
                    {t("agreements.choose")}
                  </button>
                </footer>
              </article>
            </li>
          ))}
      </ul>
    </Dialog>
  );
}

function ProposeForm({ id, template }: { id: string; template: TemplateShape }) {
  const { actors } = useMine();
  const names = useView((view) => view.actors);
  const [parties, setParties] = useState(() =>
    template.parties.map((place) => place.find((a) => actors.includes(a)) ?? place[0] ?? ""),
  );
  const text = useTerms(template, {}, "");
  const command = useCommand();
  const send = async () => {
    const terms = { template: id, parties, terms: text.terms, prose: text.prose };
    if (await command.run({ type: "propose_agreement", ...terms })) close();
  };
  const twice = new Set(parties).size < parties.length;
  const ready = text.whole && !twice && parties.some((actor) => actors.includes(actor));
  return (
    <FormDialog
      title={template.title}
      word={t("agreements.propose")}
      command={command}
      ready={ready}
      onSend={() => void send()}
    >
      <p>{template.summary}</p>
      {template.parties.map((place, n) => (
        <label key={place.join()}>
          {t("agreements.party", { n: n + 1 })}
          <select
            value={parties[n]}
            onChange={(event) => setParties(parties.map((was, m) => (m === n ? event.target.value : was)))}
          >
            {place.map((actor) => (
              <option key={actor} value={actor}>
                {names?.[actor]?.name ?? actor}
              </option>
            ))}
          </select>
        </label>
      ))}
      {text.fields}
      <FactList facts={template.facts} />
    </FormDialog>
  );
}

export function Revise({ id }: { id: string }) {
  const agreement = useView((view) => view.agreements?.[id]);
  const template = useView((view) => view.templates?.[agreement?.template ?? ""]);
  const prose = useText(agreement?.prose);
  if (!agreement || !template || prose === undefined) return null;
  return <ReviseForm id={id} agreement={agreement} template={template} prose={prose ?? ""} />;
}

interface ReviseProps {
  id: string;
  agreement: AgreementShape;
  template: TemplateShape;
  prose: string;
}

function ReviseForm({ id, agreement, template, prose }: ReviseProps) {
  const text = useTerms(template, agreement.terms, prose);
  const command = useCommand();
  const send = async () => {
    const revised = { agreement: id, terms: text.terms, prose: text.prose };
    if (await command.run({ type: "revise_agreement", ...revised })) open({ kind: "agreement", id });
  };
  return (
    <FormDialog
      title={t("agreements.revise_title", { title: agreement.title })}
      word={t("agreements.revise")}
      command={command}
      ready={text.whole}
      onSend={() => void send()}
    >
      <p className="hint">{t("agreements.revise_hint")}</p>
      {text.fields}
    </FormDialog>
  );
}

/** The clauses of a text under the hands: values, fields to draw, and whether nothing is missing. */
function useTerms(template: TemplateShape, held: Record<string, Value>, said: string) {
  const defaults = template.clauses.flatMap((clause) =>
    clause.default === undefined ? [] : [[clause.id, clause.default]],
  );
  const [terms, setTerms] = useState<Record<string, Value>>({ ...Object.fromEntries(defaults), ...held });
  const [prose, setProse] = useState(said);
  const errors = template.clauses.map((clause) => fieldError(clause, terms[clause.id]));
  const fields = (
    <>
      {template.clauses.map((clause, n) => (
        <Field
          key={clause.id}
          field={clause}
          value={terms[clause.id]}
          error={terms[clause.id] === undefined ? "" : errors[n]}
          onChange={(value) => setTerms((was) => ({ ...was, [clause.id]: value }))}
        />
      ))}
      {template.prose && (
        <TextField
          label={t("agreements.prose")}
          hint={t("agreement.prose_hint")}
          rows={4}
          value={prose}
          onChange={setProse}
        />
      )}
    </>
  );
  return { terms, prose, fields, whole: errors.every((error) => !error) };
}
