/** The forms of a text: choose a template and fill it in, or change what lies on the table. For a seat and for control. */
import { useState } from "react";
import type { AgreementShape, TemplateShape } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import type { Value } from "../text/format";
import { t } from "../text/t";
import { Parties } from "../ui/AgreementView";
import { Field, fieldError } from "../ui/Field";
import { Dialog } from "../ui/Overlays";
import { FactList } from "../ui/ProvenanceChip";
import { TextField } from "../ui/TextField";
import { FormDialog } from "./Letters";
import { useCommand } from "./useCommand";
import { ordered } from "./you";

interface ProposeProps {
  /** Those for whom one may propose. */
  actors: string[];
  onClose: () => void;
}

/** The templates in which one of these actors can be a party. */
export function useTemplates(actors: string[]): [string, TemplateShape][] {
  return ordered(useView((view) => view.templates)).filter(([, one]) =>
    one.parties.some((place) => place.some((actor) => actors.includes(actor))),
  );
}

/** Choose a template, then fill in its parties and clauses. */
export function Propose({ actors, onClose }: ProposeProps) {
  const templates = useTemplates(actors);
  const [chosen, setChosen] = useState("");
  const template = templates.find(([id]) => id === chosen)?.[1];
  if (template) return <ProposeForm id={chosen} template={template} actors={actors} onClose={onClose} />;
  return (
    <Dialog title={t("agreements.propose")} onClose={onClose}>
      <ul>
        {templates.map(([id, one]) => (
          <li key={id}>
            <article className="order">
              <header>
                <h3>{one.title}</h3>
              </header>
              <p className="order-x">{one.summary}</p>
              <Unmet template={one} />
              <footer>
                <Parties actors={[...new Set(one.parties.flat())]} />
                <span className="grow" />
                <button type="button" className="btn small" onClick={() => setChosen(id)}>
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

interface ProposeFormProps extends ProposeProps {
  id: string;
  template: TemplateShape;
}

function ProposeForm({ id, template, actors, onClose }: ProposeFormProps) {
  const names = useView((view) => view.actors);
  const [parties, setParties] = useState(() =>
    template.parties.map((place) => place.find((a) => actors.includes(a)) ?? place[0] ?? ""),
  );
  const text = useTerms(template, {}, "");
  const command = useCommand();
  const send = async () => {
    const terms = { template: id, parties, terms: text.terms, prose: text.prose };
    if (await command.run({ type: "propose_agreement", ...terms })) onClose();
  };
  const twice = new Set(parties).size < parties.length;
  const ready = text.whole && !twice && parties.some((actor) => actors.includes(actor));
  return (
    <FormDialog
      title={template.title}
      word={t("agreements.propose")}
      command={command}
      ready={ready}
      why={twice ? t("agreements.twice") : ready ? "" : t("agreements.not_whole")}
      onClose={onClose}
      onSend={() => void send()}
    >
      <p>{template.summary}</p>
      <Unmet template={template} />
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

/** A text may be put on the table before it can be signed. */
function Unmet({ template }: { template: TemplateShape }) {
  if (!template.unmet?.length) return null;
  return <p className="hint">{t("agreements.unmet", { why: template.unmet.join(" ") })}</p>;
}

interface ReviseProps {
  id: string;
  onClose: () => void;
  /** The server has taken it. */
  onDone: () => void;
}

export function Revise({ id, onClose, onDone }: ReviseProps) {
  const agreement = useView((view) => view.agreements?.[id]);
  const template = useView((view) => view.templates?.[agreement?.template ?? ""]);
  const prose = useText(agreement?.prose);
  if (!agreement || !template || prose === undefined) return null;
  const held = { agreement, template, prose: prose ?? "" };
  return <ReviseForm id={id} {...held} onClose={onClose} onDone={onDone} />;
}

interface ReviseFormProps extends ReviseProps {
  agreement: AgreementShape;
  template: TemplateShape;
  prose: string;
}

function ReviseForm({ id, agreement, template, prose, onClose, onDone }: ReviseFormProps) {
  const text = useTerms(template, agreement.terms, prose);
  const command = useCommand();
  const send = async () => {
    const revised = { agreement: id, terms: text.terms, prose: text.prose };
    if (await command.run({ type: "revise_agreement", ...revised })) onDone();
  };
  return (
    <FormDialog
      title={t("agreements.revise_title", { title: agreement.title })}
      word={t("agreements.revise")}
      command={command}
      ready={text.whole}
      why={text.whole ? "" : t("agreements.not_whole")}
      onClose={onClose}
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
