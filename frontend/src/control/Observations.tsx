/** What control and observers noted, by objective: whoever writes the report begins here. */
import { useState } from "react";
import type { ObservationShape } from "../contract";
import { NoteRow } from "../live/NoteRow";
import { TeamChoice } from "../live/TeamChoice";
import { useCommand } from "../seat/useCommand";
import { useLive, useView } from "../store";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { seatTitle, useLibrary } from "../ui/Library";
import { TextField } from "../ui/TextField";
import { RefusedHere } from "./HandPanel";

export function Observations() {
  const objectives = useView((view) => view.objectives) ?? {};
  const notes = Object.entries(useView((view) => view.observations) ?? {}).sort(([, a], [, b]) => b.at - a.at);
  const sections = [...Object.entries(objectives), ["", t("observe.general")] as const];
  const about = (id: string) => notes.filter(([, note]) => note.objective === id);
  return (
    <div className="stack-m">
      <Observe objectives={objectives} />
      {!notes.length && <Empty title={t("observe.none")}>{t("observe.none_text")}</Empty>}
      {sections
        .filter(([id]) => about(id).length)
        .map(([id, text]) => (
          <section key={id} className="stack-s">
            <h3>{text}</h3>
            <ul>
              {about(id).map(([note, shape]) => (
                <Note key={note} note={shape} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}

function Note({ note }: { note: ObservationShape }) {
  return <NoteRow note={note} who={useWriter(note.seat)} />;
}

/** Office or observer, with the name of whoever sits there now. Names are in no event. */
function useWriter(seat: string): string {
  const library = useLibrary();
  const name = useLive((live) => live.presence[seat]?.name);
  return [seatTitle(library, seat), name].filter(Boolean).join(", ");
}

/** Team, objective, text: three taps and it is noted. */
export function Observe({ objectives }: { objectives: Record<string, string> }) {
  const [objective, setObjective] = useState(Object.keys(objectives)[0] ?? "");
  const [team, setTeam] = useState("");
  const [text, setText] = useState("");
  const { run, sending, refusal, word } = useCommand();
  const send = async () => {
    if (await run({ type: "record_observation", objective, text, team })) setText("");
  };
  return (
    <form className="stack-m answer-form" onSubmit={(event) => event.preventDefault()}>
      <div className="row2">
        <label>
          {t("observe.objective")}
          <select value={objective} onChange={(event) => setObjective(event.target.value)}>
            <option value="">{t("observe.general")}</option>
            {Object.entries(objectives).map(([id, words]) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <TeamChoice label={t("observe.team")} team={team} onChange={setTeam} />
      </div>
      <TextField label={t("observe.text")} rows={3} value={text} onChange={setText} />
      <RefusedHere refusal={refusal} />
      <div className="btns">
        <button type="button" className="btn primary" disabled={!text.trim() || sending} onClick={() => void send()}>
          {word(t("observe.do"))}
        </button>
      </div>
    </form>
  );
}
