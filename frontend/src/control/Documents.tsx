/** Whole documents over the desk: a ruling's ticket, an agreement, a letter to write. */
import { useState } from "react";
import type { AgreementShape } from "../contract";
import { AgreementDialog } from "../live/AgreementDialog";
import { useText } from "../live/texts";
import { useCommand } from "../seat/useCommand";
import { useView } from "../store";
import { t } from "../text/t";
import { actorName, useLibrary } from "../ui/Library";
import { Dialog } from "../ui/Overlays";
import { RulingTicket } from "../ui/RulingTicket";
import { TextField } from "../ui/TextField";
import { Audience } from "./Audience";
import { AskDialog } from "./ClockDialogs";
import { close, open } from "./desk";
import { FreeWords } from "./HandFree";
import { RefusedHere } from "./HandPanel";
import { AmendForm } from "./RulingForms";

export function RulingDialog({ id }: { id: string }) {
  const ruling = useView((view) => view.rulings?.[id]);
  const order = useView((view) => view.orders?.[ruling?.subject ?? ""]);
  const running = useView((view) => view.exercise?.status === "running");
  const reason = useText(ruling?.decision?.reason);
  const [amending, setAmending] = useState(false);
  if (!ruling) return null;
  const mayAmend = running && ruling.status === "issued";
  return (
    <Dialog title={ruling.title} size="wide" onClose={close}>
      <RulingTicket ruling={ruling} reason={reason ?? ""} asked={order && <FreeWords order={order} />} />
      {mayAmend && !amending && (
        <div className="btns">
          <button type="button" className="btn" onClick={() => setAmending(true)}>
            {t("hand.correct")}
          </button>
        </div>
      )}
      {mayAmend && amending && (
        <section className="decision stack-s">
          <p className="hint">{t("hand.correct_hint")}</p>
          <AmendForm id={id} ruling={ruling} onDone={() => setAmending(false)} />
        </section>
      )}
    </Dialog>
  );
}

export function Agreement({ id }: { id: string }) {
  const actors = useView((view) => view.actors);
  const acts = (agreement: AgreementShape) => {
    const open = agreement.status === "proposed" || agreement.status === "in_force";
    const own = open ? agreement.parties.filter((actor) => actors?.[actor]?.team === "") : [];
    return own.length > 0 && <OwnActs id={id} agreement={agreement} actors={own} />;
  };
  return <AgreementDialog id={id} onClose={close} acts={acts} />;
}

/** Control signs, refuses and leaves for the actors that no team plays. */
function OwnActs({ id, agreement, actors }: { id: string; agreement: AgreementShape; actors: string[] }) {
  const library = useLibrary();
  const { run, sending, refusal } = useCommand();
  const proposed = agreement.status === "proposed";
  return (
    <>
      <h3>{t("records.own_actors")}</h3>
      {actors.map((actor) => (
        <div key={actor} className="btns">
          {proposed && !agreement.signed[actor] && (
            <button
              type="button"
              className="btn primary"
              disabled={sending}
              onClick={() => void run({ type: "sign_agreement", agreement: id, actor, text_hash: agreement.text_hash })}
            >
              {t("agreements.sign", { actor: actorName(library, actor) })}
            </button>
          )}
          <button
            type="button"
            className="btn"
            disabled={sending}
            onClick={() => void run({ type: "end_agreement", agreement: id, actor })}
          >
            {t(proposed ? "agreements.reject" : "agreements.end", { actor: actorName(library, actor) })}
          </button>
        </div>
      ))}
      {proposed && (
        <button type="button" className="btn wide" onClick={() => open({ kind: "revise", id })}>
          {t("agreements.revise")}
        </button>
      )}
      <RefusedHere refusal={refusal} />
    </>
  );
}

export function WriteDialog() {
  const [to, setTo] = useState<string[]>([]);
  const [subject, setSubject] = useState("");
  const [body, setBody] = useState("");
  const ready = to.length > 0 && subject.trim() !== "" && body.trim() !== "";
  return (
    <AskDialog
      size=""
      title={t("inbox.write")}
      word={t("act.send")}
      why={t("letter.not_whole")}
      command={ready ? { type: "send_dispatch", to, subject, body } : undefined}
    >
      <Audience legend={t("letter.to")} chosen={to} onChange={setTo} />
      <label>
        {t("letter.subject")}
        <input value={subject} maxLength={200} onChange={(event) => setSubject(event.target.value)} />
      </label>
      <TextField label={t("letter.body")} rows={6} value={body} onChange={setBody} />
    </AskDialog>
  );
}
