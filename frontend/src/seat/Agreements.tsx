import { useState } from "react";
import type { AgreementShape } from "../contract";
import { AgreementDialog } from "../live/AgreementDialog";
import { useView } from "../store";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { actorName, useLibrary } from "../ui/Library";
import { Status, type Tone } from "../ui/Status";
import { TextField } from "../ui/TextField";
import { useTemplates } from "./AgreementForms";
import { close, open } from "./desk";
import { RefusalBox, useCommand } from "./useCommand";
import { ordered, useMine } from "./you";

const TONE: Record<AgreementShape["status"], Tone> = { proposed: "warn", in_force: "ok", ended: "", rejected: "bad" };

/** How many texts lie on the table. */
export function useProposed(): number {
  return useView((view) => Object.values(view.agreements ?? {}).filter((one) => one.status === "proposed").length);
}

export function Agreements() {
  const agreements = ordered(useView((view) => view.agreements)).reverse();
  const templates = useTemplates(useMine().actors);
  const ended = useView((view) => view.exercise?.status === "ended");
  const propose = (
    <button type="button" className="btn small" onClick={() => open({ kind: "propose" })}>
      <Icon name="plus" />
      {t("agreements.propose")}
    </button>
  );
  const mayPropose = !ended && templates.length > 0;
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
  return <AgreementDialog id={id} onClose={close} acts={(agreement) => <Acts id={id} agreement={agreement} />} />;
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
      {agreement.unmet?.map((why) => (
        <p key={why}>{t("agreements.unmet", { why })}</p>
      ))}
      {mine.map((actor) => (
        <ActorActs key={actor} id={id} actor={actor} agreement={agreement} command={command} />
      ))}
      {agreement.status === "proposed" && (
        <button type="button" className="btn wide" onClick={() => open({ kind: "revise", id })}>
          {t("agreements.revise")}
        </button>
      )}
      <RefusalBox refusal={command.refusal} kept="" />
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
  const unmet = agreement.unmet ?? [];
  const word = proposed ? t("agreements.reject", { actor: name }) : t("agreements.end", { actor: name });
  const end = () => void command.run({ type: "end_agreement", agreement: id, actor, reason });
  const sign = () => void command.run({ type: "sign_agreement", agreement: id, actor, text_hash: agreement.text_hash });
  return (
    <>
      {proposed && !agreement.signed[actor] && (
        <button
          type="button"
          className="btn primary wide"
          disabled={command.sending || unmet.length > 0}
          title={unmet.join(" ") || undefined}
          onClick={sign}
        >
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
