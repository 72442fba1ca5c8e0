import { useState } from "react";
import type { FireInject, MselShape } from "../contract";
import { useSecond } from "../live/second";
import { useText } from "../live/texts";
import { useInjectWords } from "../seat/Inject";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { Channel } from "../ui/InjectCard";
import { seatTitle, useLibrary } from "../ui/Library";
import { Status } from "../ui/Status";
import { TextField } from "../ui/TextField";
import { Audience, AudienceWords } from "./Audience";
import { useAnswer } from "./answering";
import { answerBy, useDesk } from "./desk";
import { HandPanel, RefusedHere } from "./HandPanel";
import { KeyButton } from "./KeyButton";
import { Moved, MoveForm } from "./MoveInject";
import { movable } from "./moments";

const LOOK = {
  armed: { tone: "warn", icon: "clock" },
  held: { tone: "", icon: "hold" },
  fired: { tone: "ok", icon: "check" },
  skipped: { tone: "", icon: "skip" },
} as const;

/** An inject as it would be read, and what can be done with it now. */
export function HandInject({ id }: { id: string }) {
  const inject = useView((view) => view.msel?.[id]);
  const form = useDesk((desk) => desk.form);
  if (!inject) return <Empty title={t("hand.gone")}>{t("hand.gone_text")}</Empty>;
  const { tone, icon } = LOOK[inject.status];
  const status = (
    <Status tone={tone} icon={icon}>
      {t(`msel.${inject.status}`)}
    </Status>
  );
  return (
    <HandPanel title={t("inject.title")} meta={inject.when} act={status}>
      {form === "edit" && <EditForm id={id} inject={inject} />}
      {form === "move" && movable(inject) && <MoveForm id={id} inject={inject} />}
      {(form === "" || (form === "move" && !movable(inject))) && (
        <>
          <Preview id={id} inject={inject} />
          <Acts id={id} inject={inject} />
        </>
      )}
      {inject.planned && <Moved inject={inject} />}
      {inject.note && (
        <p className="hint">
          <b>{t("msel.note")}:</b> {inject.note}
        </p>
      )}
      {inject.status === "fired" && <Answers id={id} />}
    </HandPanel>
  );
}

/** As the players read it: the mark, the headline, the body, and to whom. */
function Preview({ id, inject }: { id: string; inject: MselShape }) {
  const fired = useView((view) => view.injects?.[id]);
  const second = useSecond();
  const said = useFiredWords(id);
  const headline = said.headline || inject.headline;
  return (
    <article className="preview">
      <header className="row">
        <span className="xmark">{t("mark.EXERCISE")}</span>
        {fired && <Channel channel={fired.channel} />}
        {inject.due_at !== undefined && inject.due_at > second && (
          <span className="due">
            <Icon name="clock" />
            {t("queue.due", { time: clock(inject.due_at - second) })}
          </span>
        )}
      </header>
      <h3>{headline}</h3>
      <p className="read pre">{said.body || inject.body}</p>
      <p className="hint">
        {t("audience.to")} <AudienceWords to={inject.to} />
      </p>
    </article>
  );
}

const UNSAID = { channel: "", persona: "", turn: 0, at: 0, provenance: { kind: "facilitator" } } as const;

/** What was said in the end, if control wrote or edited it. */
function useFiredWords(id: string): { headline: string; body: string } {
  const fired = useView((view) => view.injects?.[id]);
  const words = useInjectWords(fired ?? { ...UNSAID, headline: " ", wants_answer: false, to: [], order: 0 });
  return fired ? words : { headline: "", body: "" };
}

function Acts({ id, inject }: { id: string; inject: MselShape }) {
  const { answer, sending, refusal } = useAnswer();
  const open = inject.status === "armed" || inject.status === "held";
  if (inject.status === "fired") return null;
  return (
    <>
      <div className="decide" role="group" aria-label={t("hand.decide")}>
        {open && (
          <KeyButton
            keyName="f"
            className="primary"
            disabled={sending}
            onPress={() => void answer({ type: "fire_inject", inject: id })}
          >
            <Icon name="bolt" />
            {t("inject.fire")}
          </KeyButton>
        )}
        {open && (
          <KeyButton keyName="m" onPress={() => answerBy("edit")}>
            {t("inject.edit")}
          </KeyButton>
        )}
        {movable(inject) && (
          <KeyButton keyName="t" onPress={() => answerBy("move")}>
            {t("inject.move")}
          </KeyButton>
        )}
        {inject.status === "armed" && (
          <KeyButton keyName="h" disabled={sending} onPress={() => void answer({ type: "hold_inject", inject: id })}>
            {t("inject.hold")}
          </KeyButton>
        )}
        {open && (
          <KeyButton keyName="k" disabled={sending} onPress={() => void answer({ type: "skip_inject", inject: id })}>
            {t("inject.skip")}
          </KeyButton>
        )}
        {(inject.status === "held" || inject.status === "skipped") && (
          <KeyButton keyName="r" disabled={sending} onPress={() => void answer({ type: "rearm_inject", inject: id })}>
            {t("inject.rearm")}
          </KeyButton>
        )}
      </div>
      <RefusedHere refusal={refusal} />
    </>
  );
}

/** Change words or readers, then fire. */
function EditForm({ id, inject }: { id: string; inject: MselShape }) {
  const [headline, setHeadline] = useState(inject.headline);
  const [body, setBody] = useState(inject.body);
  const [to, setTo] = useState(inject.to);
  const { answer, sending, refusal } = useAnswer();
  const fire = () => void answer(edited(id, inject, { headline, body, to }));
  return (
    <form className="stack-m answer-form" onSubmit={(event) => event.preventDefault()}>
      <TextField label={t("inject.headline")} rows={1} most={200} value={headline} onChange={setHeadline} />
      <TextField label={t("inject.body")} rows={5} value={body} onChange={setBody} />
      <Audience legend={t("audience.to")} all chosen={to} onChange={setTo} />
      <RefusedHere refusal={refusal} />
      <div className="decide">
        <button
          type="button"
          className="btn primary"
          data-key="Enter"
          disabled={!headline.trim() || !to.length || sending}
          onClick={fire}
        >
          {t("inject.fire_edited")}
        </button>
        <button type="button" className="btn" onClick={() => answerBy("")}>
          {t("act.cancel")}
        </button>
      </div>
    </form>
  );
}

/** Only what differs is sent: the rest stays the pack's own text, with its provenance. */
export function edited(
  id: string,
  was: Pick<MselShape, "headline" | "body" | "to">,
  now: Pick<MselShape, "headline" | "body" | "to">,
): FireInject {
  return {
    type: "fire_inject",
    inject: id,
    ...(now.headline === was.headline ? {} : { headline: now.headline }),
    ...(now.body === was.body ? {} : { body: now.body }),
    ...(now.to.join() === was.to.join() ? {} : { to: now.to }),
  };
}

function Answers({ id }: { id: string }) {
  const answers = Object.entries(useView((view) => view.injects?.[id]?.answers) ?? {});
  if (!answers.length) return null;
  return (
    <ul className="stack-s">
      {answers.map(([seat, answer]) => (
        <Answered key={seat} id={id} seat={seat} choice={answer.choice} text={answer.text} />
      ))}
    </ul>
  );
}

function Answered({ id, seat, choice, text }: { id: string; seat: string; choice: string; text: string }) {
  const library = useLibrary();
  const choices = useView((view) => view.injects?.[id]?.choices);
  const said = useText(text);
  const label = choices?.find((one) => one.value === choice)?.label ?? choice;
  const who = seat === "system" ? t("inject.default") : seatTitle(library, seat);
  return (
    <li className="answered">
      <b>{t("inject.answered", { who })}</b>
      <span className="pre">{[label, said].filter(Boolean).join(": ")}</span>
    </li>
  );
}
