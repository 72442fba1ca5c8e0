import { useState } from "react";
import type { Draft } from "../contract";
import { editField, flushDraft, forgetDraft } from "../live/edits";
import { ask, attend } from "../live/line";
import { useSecond } from "../live/second";
import { useLive, useView } from "../store";
import { ago, type Value } from "../text/format";
import { t } from "../text/t";
import { seatTitle, useLibrary } from "../ui/Library";
import { OrderCard } from "../ui/OrderCard";
import { OrderForm } from "../ui/OrderForm";
import { Dot } from "../ui/PresenceDots";
import { WhyNot } from "../ui/WhyNot";
import { Crosses } from "./Crosses";
import { openDraft } from "./desk";
import { costWords, formWords, kindTitle } from "./orderWords";
import { type Command, RefusalBox, useCommand } from "./useCommand";
import { type DraftForm, useDraft } from "./useDraft";
import { actorLabel, useMine } from "./you";

interface DraftProps {
  id: string;
  draft: Draft;
  open: boolean;
}

/** A draft of the team: closed it says how it stands, open it is the form, with what the order does and would cross. */
export function DraftCard({ id, draft, open }: DraftProps) {
  const form = useDraft(id, draft);
  const menu = useView((view) => view.menu);
  const budget = useView((view) => view.budget?.[draft.actor]);
  const actor = menu?.[draft.kind]?.actors[draft.actor];
  const blocked = !form.free && actor?.possible === false;
  const needs = actor?.needs ?? {};
  const ended = useView((view) => view.exercise?.status === "ended");
  return (
    <OrderCard
      id={`draft-${id}`}
      state={draft.ready ? "ready" : blocked && !open ? "blocked" : "draft"}
      title={<DraftTitle draft={draft} />}
      cost={costWords(actor?.cost ?? {}, budget)}
      line={open ? (form.kind?.summary ?? "") : formWords(formOf(form.values), form.kind?.form ?? [])}
      editing={open}
    >
      {!ended && Object.values(needs).some((need) => !need.met) && <WhyNot needs={needs} />}
      {open && <Crosses lines={form.kind?.crosses ?? []} />}
      {open ? <OpenDraft id={id} draft={draft} form={form} /> : <ClosedFoot id={id} draft={draft} />}
    </OrderCard>
  );
}

/** The kind, and for whom where the team plays several actors. */
function DraftTitle({ draft }: { draft: Draft }) {
  const menu = useView((view) => view.menu);
  const actors = useView((view) => view.actors);
  const title = kindTitle(menu, draft.kind);
  const several = useMine().actors.length > 1;
  return several ? `${title} ${t("order.for", { actor: actorLabel(actors, draft.actor) })}` : title;
}

function ClosedFoot({ id, draft }: Pick<DraftProps, "id" | "draft">) {
  const library = useLibrary();
  const seat = useMine().shape?.seats[draft.seat];
  const ended = useView((view) => view.exercise?.status === "ended");
  return (
    <footer>
      {seat && (
        <span className="dots">
          <Dot seat={seat} present={{ state: "here", editing: "", name: "", policy: "", waits: false }} />
        </span>
      )}
      <span>{seatTitle(library, draft.seat)}</span>
      <span className="grow" />
      {ended ? (
        t("draft.never_submitted")
      ) : (
        <button type="button" className="lnk" onClick={() => openDraft(id)}>
          {t("act.open")}
        </button>
      )}
    </footer>
  );
}

function OpenDraft({ id, draft, form }: { id: string; draft: Draft; form: DraftForm }) {
  const [strict, setStrict] = useState(false);
  const submit = useSubmit(id, draft, form);
  return (
    <>
      <OrderForm
        fields={form.kind?.form ?? []}
        bounds={form.bounds}
        free={form.free}
        state={form.state}
        strict={strict}
        onEdit={(field, value, now) => {
          if (draft.ready) editField(id, "ready", false, true); // a changed order is no longer what was agreed
          editField(id, field, value, now);
        }}
        onFocus={(field) => attend({ editing: `${id}/${field}` })}
        onBlur={() => attend({ editing: "" })}
        foot={<DraftFoot id={id} draft={draft} form={form} submit={submit} onIncomplete={() => setStrict(true)} />}
      />
      <RefusalBox refusal={submit.refusal} />
    </>
  );
}

interface Submit extends Pick<Command, "sending" | "refusal" | "word"> {
  submit: () => Promise<void>;
}

function useSubmit(id: string, draft: Draft, form: DraftForm): Submit {
  const { run, sending, refusal, word } = useCommand();
  const turn = useView((view) => view.timer?.turn ?? 0);
  const submit = async () => {
    flushDraft(id); // if the order is refused, the draft stands as it was sent
    const { rationale = "", expected = "", action = "" } = form.values;
    const texts = { rationale: String(rationale), expected: String(expected), action: form.free ? String(action) : "" };
    const order = { kind: draft.kind, actor: draft.actor, form: formOf(form.values), turn, draft: id };
    const ack = await run({ type: "submit_order", ...order, ...texts });
    if (ack) forgetDraft(id);
  };
  return { sending, refusal, word, submit };
}

/** `form.x` fields alone, by `x`. */
function formOf(values: Record<string, Value>): Record<string, Value> {
  const pairs = Object.entries(values).filter(([key]) => key.startsWith("form."));
  return Object.fromEntries(pairs.map(([key, value]) => [key.slice(5), value]));
}

interface FootProps {
  id: string;
  draft: Draft;
  form: DraftForm;
  submit: Submit;
  onIncomplete: () => void;
}

function DraftFoot({ id, draft, form, submit, onIncomplete }: FootProps) {
  const { leads } = useMine();
  const whenWhole = (act: () => void) => () => (form.incomplete ? onIncomplete() : act());
  const ready = () => editField(id, "ready", !draft.ready, true);
  return (
    <>
      <Saved form={form} />
      <Discard id={id} />
      <button
        type="button"
        className={`btn small${leads ? "" : " primary"}`}
        onClick={draft.ready ? ready : whenWhole(ready)}
      >
        {draft.ready ? t("draft.unready") : t("draft.mark_ready")}
      </button>
      {leads && <SubmitButton submit={submit} onPress={whenWhole(() => void submit.submit())} />}
    </>
  );
}

function SubmitButton({ submit, onPress }: { submit: Submit; onPress: () => void }) {
  const planning = useView((view) => view.timer?.phase === "planning");
  return (
    <button
      type="button"
      className="btn small primary"
      data-submit=""
      disabled={submit.sending || !planning}
      title={planning ? "" : t("draft.not_planning")}
      onClick={onPress}
    >
      {submit.word(t("draft.submit"))}
    </button>
  );
}

function Saved({ form }: { form: DraftForm }) {
  const second = useSecond();
  const live = useLive((now) => now.line === "live");
  const planning = useView((view) => view.timer?.phase === "planning");
  return (
    <span className="saved">
      {planning || form.refusal ? savedWord(form, live, second) : t("draft.until_planning")}
    </span>
  );
}

function savedWord({ refusal, saving, savedAt }: DraftForm, live: boolean, second: number): string {
  if (refusal) return refusal;
  if (saving) return live ? t("draft.saving") : t("draft.kept");
  return savedAt === undefined ? t("draft.shared") : t("draft.saved", { ago: ago(second - savedAt) });
}

/** Asks once, in its own place. */
function Discard({ id }: { id: string }) {
  const [sure, setSure] = useState(false);
  const discard = async () => {
    const answer = await ask({ type: "drop_draft", draft: id });
    if (answer.type === "ack") forgetDraft(id);
  };
  return (
    <button
      type="button"
      className="btn small"
      onClick={sure ? () => void discard() : () => setSure(true)}
      onBlur={() => setSure(false)}
    >
      {sure ? t("draft.discard_sure") : t("draft.discard")}
    </button>
  );
}
