import { useState } from "react";
import { useAct } from "../fetched";
import { dropExercise } from "../rest";
import type { ExerciseLine } from "../shapes";
import { day } from "../text/format";
import { type TextKey, t } from "../text/t";
import { FieldError } from "../ui/Field";
import type { IconName } from "../ui/Icons";
import { Dialog } from "../ui/Overlays";
import { Status, type Tone } from "../ui/Status";

/** Exercises as rows; the first that is live has the page's one primary button. */
export function Runs({ lines, again }: { lines: ExerciseLine[]; again: () => Promise<void> }) {
  const [dropping, setDropping] = useState<ExerciseLine>();
  if (!lines.length) return null;
  const sorted = [...lines].sort((a, b) => ORDER[a.status] - ORDER[b.status]);
  const first = sorted.find((line) => line.status === "running");
  return (
    <>
      <table className="plain runs">
        <thead>
          <tr>
            <th scope="col">{t("home.exercise")}</th>
            <th scope="col">{t("home.state")}</th>
            <th scope="col">{t("home.seats")}</th>
            <th scope="col">{t("home.opened")}</th>
            <th scope="col">
              <span className="said">{t("home.acts")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((line) => (
            <Run key={line.id} line={line} primary={line === first} onDrop={() => setDropping(line)} />
          ))}
        </tbody>
      </table>
      {dropping && <DropDialog line={dropping} again={again} onClose={() => setDropping(undefined)} />}
    </>
  );
}

const ORDER = { running: 0, lobby: 1, ended: 2 } as const;

function Run({ line, primary, onDrop }: { line: ExerciseLine; primary: boolean; onDrop: () => void }) {
  const { tone, icon, words } = stateOf(line);
  return (
    <tr>
      <th scope="row">
        {line.title} {line.practice && <small>· {t("home.practice")}</small>}
      </th>
      <td>
        <Status tone={tone} icon={icon}>
          {words}
        </Status>
      </td>
      <td>{t("home.seats_of", { taken: line.seats_taken, seats: line.seats })}</td>
      <td>{day(line.opened_at)}</td>
      <td>
        <div className="btns end">
          {line.status === "lobby" && (
            <button type="button" className="btn small ghost" onClick={onDrop}>
              {t("home.drop")}
            </button>
          )}
          <a className={`btn small${primary ? " primary" : ""}`} href={PLACE[line.status](line.id)}>
            {t(WORD[line.status])}
          </a>
        </div>
      </td>
    </tr>
  );
}

const PLACE = {
  running: (id: string) => `/e/${id}/control`,
  lobby: (id: string) => `/e/${id}/`,
  ended: (id: string) => `/e/${id}/report`,
} as const;
const WORD = { running: "home.console", lobby: "home.lobby", ended: "home.report" } as const;

function stateOf(line: ExerciseLine): { tone: Tone; icon: IconName; words: string } {
  const { turn, turns } = line;
  if (line.status === "lobby") return { tone: "warn", icon: "people", words: t("home.in_lobby") };
  if (line.status === "ended") return { tone: "", icon: "check", words: t("home.over", { turn, turns }) };
  if (line.paused) return { tone: "", icon: "hold", words: t("home.paused", { turn }) };
  const phase = t(`phase.${line.phase}` as TextKey & `phase.${"planning"}`).toLowerCase();
  return { tone: "ok", icon: "play", words: t("home.in_turn", { turn, turns, phase }) };
}

interface DropProps {
  line: ExerciseLine;
  again: () => Promise<void>;
  onClose: () => void;
}

function DropDialog({ line, again, onClose }: DropProps) {
  const { busy, error, run } = useAct();
  const drop = async () => {
    if (!(await run("drop", () => dropExercise(line.id)))) return;
    onClose();
    await again();
  };
  const foot = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {t("act.cancel")}
      </button>
      <button type="button" className="btn strong" disabled={!!busy} onClick={drop}>
        {t("home.drop_yes")}
      </button>
    </>
  );
  return (
    <Dialog title={t("home.drop_title", { title: line.title })} size="small" onClose={onClose} foot={foot}>
      <p>{t("home.drop_text")}</p>
      {error && <FieldError text={error.message} />}
    </Dialog>
  );
}
