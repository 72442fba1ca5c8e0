/** What control and observers noted, by objective: whoever writes the report begins here. */
import { useState } from "react";
import type { ObservationShape } from "../contract";
import { useText } from "../live/texts";
import { useCommand } from "../seat/useCommand";
import { ordered } from "../seat/you";
import { useLive, useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { seatTitle, useLibrary } from "../ui/Library";
import { TeamPlate } from "../ui/TeamPlate";
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
  const text = useText(note.text);
  const who = useWriter(note.seat);
  return (
    <li className="note">
      {note.team && <TeamPlate team={note.team} />}
      <span className="pre">{text === null ? t("dispatch.erased") : text}</span>
      <span className="hint">{who}</span>
      <time>{t("time.turn_at", { turn: note.turn, clock: clock(note.at) })}</time>
    </li>
  );
}

/** Office or observer, with the name of whoever sits there now. Names are in no event. */
function useWriter(seat: string): string {
  const library = useLibrary();
  const name = useLive((live) => live.presence[seat]?.name);
  return [seatTitle(library, seat), name].filter(Boolean).join(", ");
}

/** Team, objective, text: three taps and it is noted. */
export function Observe({ objectives }: { objectives: Record<string, string> }) {
  const teams = ordered(useView((view) => view.teams));
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
        <label>
          {t("observe.team")}
          <select value={team} onChange={(event) => setTeam(event.target.value)}>
            <option value="">{t("observe.no_team")}</option>
            {teams.map(([id, shape]) => (
              <option key={id} value={id}>
                {shape.name}
              </option>
            ))}
          </select>
        </label>
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
