/** Dialogs for letters: a thread, a new one, the answer to an inject, a call to control. */
import { type ReactNode, useState } from "react";
import type { DispatchShape, InjectShape } from "../contract";
import { useText } from "../live/texts";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { seatTitle, teamName, useLibrary } from "../ui/Library";
import { Dialog } from "../ui/Overlays";
import { TeamPlate } from "../ui/TeamPlate";
import { TextField } from "../ui/TextField";
import { close, open } from "./desk";
import { useInjectWords } from "./Inject";
import { threads } from "./mailbox";
import { type Command, RefusalBox, useCommand } from "./useCommand";
import { ordered, useMine } from "./you";

interface FormDialogProps {
  title: string;
  word: string;
  command: Command;
  ready: boolean;
  /** What is missing, said beside the button while it cannot be pressed. */
  why?: string;
  onSend: () => void;
  onClose?: () => void;
  children: ReactNode;
}

/** A dialog around one text that is sent; it stays open, with the text, until the server has taken it. */
export function FormDialog({
  title,
  word,
  command,
  ready,
  why = "",
  onSend,
  onClose = close,
  children,
}: FormDialogProps) {
  const foot = (
    <>
      {!ready && why && <span className="hint grow">{why}</span>}
      <button type="button" className="btn" onClick={onClose}>
        {t("act.cancel")}
      </button>
      <button type="button" className="btn primary" disabled={!ready || command.sending} onClick={onSend}>
        {command.word(word)}
      </button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} foot={foot} keep>
      {children}
      <RefusalBox refusal={command.refusal} />
    </Dialog>
  );
}

export function Thread({ id }: { id: string }) {
  const dispatches = useView((view) => view.dispatches);
  const thread = threads(dispatches ?? {}).find((one) => one.id === id);
  const running = useView((view) => view.exercise?.status === "running");
  const { team } = useMine();
  const first = useText(thread?.letters[0]?.[1].subject) ?? "";
  const last = thread?.letters.at(-1);
  if (!last) return null;
  const circle = [`team:${last[1].team}`.replace("team:control", "control"), ...last[1].to];
  const others = [...new Set(circle)].filter((who) => who !== `team:${team}`);
  const to = others.length ? others : circle.slice(0, 1); // a letter among ourselves is answered among ourselves
  const reply = () => open({ kind: "write", to, subject: replySubject(first), replyTo: last[0] });
  const foot = (
    <button type="button" className="btn primary" onClick={reply}>
      {t("letter.reply")}
    </button>
  );
  return (
    <Dialog title={first || t("letter.thread")} onClose={close} foot={running && foot}>
      <div>
        {thread?.letters.map(([letter, shape]) => (
          <Letter key={letter} letter={shape} />
        ))}
      </div>
    </Dialog>
  );
}

function Letter({ letter }: { letter: DispatchShape }) {
  const library = useLibrary();
  const body = useText(letter.body);
  const to = letter.to.map((team) => teamName(library, team)).join(", ");
  return (
    <article className="letter">
      <header>
        <TeamPlate team={letter.team} />
        <b>{seatTitle(library, letter.seat)}</b>
        <span>{t("dispatch.to", { teams: to })}</span>
        <time>{t("time.turn_at", { turn: letter.turn, clock: clock(letter.at) })}</time>
      </header>
      <p className="read pre">{body === null ? t("dispatch.erased") : body}</p>
    </article>
  );
}

function replySubject(subject: string): string {
  return /^re:/i.test(subject) ? subject : t("letter.re", { subject }).slice(0, 200);
}

interface WriteProps {
  to?: string[] | undefined;
  subject?: string | undefined;
  replyTo?: string | undefined;
}

export function Write({ to = [], subject = "", replyTo = "" }: WriteProps) {
  const [letter, setLetter] = useState({ to, subject, body: "" });
  const command = useCommand();
  const change = (part: Partial<typeof letter>) => setLetter((was) => ({ ...was, ...part }));
  const send = async () => {
    if (await command.run({ type: "send_dispatch", ...letter, reply_to: replyTo })) close();
  };
  const ready = letter.to.length > 0 && letter.subject.trim() !== "" && letter.body.trim() !== "";
  return (
    <FormDialog
      title={t("inbox.write")}
      word={t("act.send")}
      command={command}
      ready={ready}
      why={t("letter.not_whole")}
      onSend={() => void send()}
    >
      <Recipients chosen={letter.to} onChange={(chosen) => change({ to: chosen })} />
      <label>
        {t("letter.subject")}
        <input value={letter.subject} maxLength={200} onChange={(event) => change({ subject: event.target.value })} />
      </label>
      <TextField label={t("letter.body")} rows={6} value={letter.body} onChange={(body) => change({ body })} />
    </FormDialog>
  );
}

/** The other teams, control, and one's own team where it has several seats: it reads every letter that one sends. */
function Recipients({ chosen, onChange }: { chosen: string[]; onChange: (to: string[]) => void }) {
  const { team: mine, shape } = useMine();
  const teams = ordered(useView((view) => view.teams)).filter(([id]) => id !== mine);
  const shared = Object.keys(shape?.seats ?? {}).length > 1;
  const all = [
    ...(shared ? [{ id: `team:${mine}`, name: t("letter.own_team") }] : []),
    ...teams.map(([id, team]) => ({ id: `team:${id}`, name: team.name })),
    { id: "control", name: t("team.control") },
  ];
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="recipients">
      <legend>{t("letter.to")}</legend>
      {all.map(({ id, name }) => (
        <button key={id} type="button" className="chip" aria-pressed={chosen.includes(id)} onClick={() => toggle(id)}>
          <TeamPlate team={id} />
          {name}
        </button>
      ))}
    </fieldset>
  );
}

export function AnswerInject({ id }: { id: string }) {
  const inject = useView((view) => view.injects?.[id]);
  if (!inject) return null;
  return <AnswerForm id={id} inject={inject} />;
}

function AnswerForm({ id, inject }: { id: string; inject: InjectShape }) {
  const { headline, body } = useInjectWords(inject);
  const [answer, setAnswer] = useState({ choice: "", text: "" });
  const command = useCommand();
  const choices = inject.choices ?? [];
  const send = async () => {
    if (await command.run({ type: "answer_inject", inject: id, ...answer })) close();
  };
  const ready = choices.length ? answer.choice !== "" : answer.text.trim() !== "";
  return (
    <FormDialog
      title={headline}
      word={t("inject.answer")}
      command={command}
      ready={ready}
      why={t(choices.length ? "letter.choose" : "letter.write")}
      onSend={() => void send()}
    >
      <p className="read pre">{body}</p>
      {choices.length > 0 && (
        <fieldset className="opts">
          <legend className="said">{t("inject.answer")}</legend>
          {choices.map((choice) => (
            <label key={choice.value} className="opt">
              <input
                type="radio"
                name="choice"
                checked={answer.choice === choice.value}
                onChange={() => setAnswer({ ...answer, choice: choice.value })}
              />
              {choice.label}
            </label>
          ))}
        </fieldset>
      )}
      <TextField
        label={choices.length ? t("letter.words_optional") : t("letter.words")}
        rows={4}
        value={answer.text}
        onChange={(text) => setAnswer({ ...answer, text })}
      />
    </FormDialog>
  );
}

export function CallControl() {
  const [text, setText] = useState("");
  const command = useCommand();
  const send = async () => {
    if (await command.run({ type: "call_control", text })) close();
  };
  const ready = text.trim() !== "";
  return (
    <FormDialog
      title={t("seat.call")}
      word={t("seat.call")}
      command={command}
      ready={ready}
      why={t("letter.write")}
      onSend={() => void send()}
    >
      <p className="hint">{t("call.hint")}</p>
      <TextField label={t("call.text")} rows={4} value={text} onChange={setText} />
    </FormDialog>
  );
}
