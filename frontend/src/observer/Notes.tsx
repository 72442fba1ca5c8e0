import { useState } from "react";
import type { ExerciseShape } from "../contract";
import { keep, kept } from "../live/kept";
import { NoteRow } from "../live/NoteRow";
import { pageFact } from "../live/page";
import { TeamChoice } from "../live/TeamChoice";
import { useCommand } from "../seat/useCommand";
import { useView } from "../store";
import { t } from "../text/t";
import { Empty, Failure } from "../ui/Empty";
import { TextField } from "../ui/TextField";

/** What I saw: written here, read by control and me. */
export function Notes({ status }: Pick<ExerciseShape, "status">) {
  const notes = Object.entries(useView((view) => view.observations) ?? {}).sort(([, a], [, b]) => b.at - a.at);
  return (
    <section className="zone notes" aria-label={t("watch.notes")}>
      <div className="zhead">
        <h2>{t("watch.notes")}</h2>
      </div>
      <p className="hint">{status === "lobby" ? t("watch.lobby") : t("watch.public")}</p>
      {status === "lobby" ? <p className="hint">{t("watch.not_yet")}</p> : <Write />}
      {!notes.length && status !== "lobby" && <Empty title={t("watch.none")}>{t("watch.none_text")}</Empty>}
      <ul>
        {notes.map(([id, note]) => (
          <NoteRow key={id} note={note} />
        ))}
      </ul>
    </section>
  );
}

/** Words not sent yet outlive a reload. */
function useKeptText(): [string, (text: string) => void] {
  const key = `note:${window.location.pathname}:${pageFact("seat")}`;
  const [text, setText] = useState(() => kept(key) ?? "");
  const change = (now: string) => {
    keep(key, now);
    setText(now);
  };
  return [text, change];
}

function Write() {
  const [team, setTeam] = useState("");
  const [text, setText] = useKeptText();
  const { run, sending, refusal, word } = useCommand();
  const send = async () => {
    if (await run({ type: "record_observation", text, team })) setText("");
  };
  return (
    <form className="stack-m answer-form" onSubmit={(event) => event.preventDefault()}>
      <TextField label={t("watch.note")} hint={t("watch.note_hint")} rows={3} value={text} onChange={setText} />
      <TeamChoice label={t("watch.team")} team={team} onChange={setTeam} />
      {refusal && (
        <Failure title={refusal.text} code={refusal.code}>
          {t("watch.kept")}
        </Failure>
      )}
      <div className="btns">
        <button type="button" className="btn primary" disabled={!text.trim() || sending} onClick={() => void send()}>
          {word(t("watch.do"))}
        </button>
      </div>
    </form>
  );
}
