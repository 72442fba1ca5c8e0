/** Closing a phase, more time for one team, the end of the exercise: each asks once. */
import { type ReactNode, useEffect, useState } from "react";
import type { AnyCommand, TimerShape } from "../contract";
import { useCommand } from "../seat/useCommand";
import { ordered } from "../seat/you";
import { useView } from "../store";
import { t } from "../text/t";
import { Field } from "../ui/Field";
import { Icon } from "../ui/Icons";
import { teamName, useLibrary } from "../ui/Library";
import { Dialog } from "../ui/Overlays";
import { TeamPlate } from "../ui/TeamPlate";
import { TextField } from "../ui/TextField";
import { close } from "./desk";
import { RefusedHere } from "./HandPanel";

interface AskProps {
  title: string;
  word: string;
  command: AnyCommand | undefined;
  /** What is missing, said while there is no command. */
  why?: string;
  strong?: boolean;
  size?: "small" | "";
  onDone?: () => void;
  children: ReactNode;
}

/** One question, one command; it stays open until the server has taken it. */
export function AskDialog({ title, word, command, why, strong, size = "small", onDone = close, children }: AskProps) {
  const { run, sending, refusal, word: shown } = useCommand();
  const send = async () => {
    if (command && (await run(command))) onDone();
  };
  const foot = (
    <>
      {!command && why && <span className="hint grow">{why}</span>}
      <button type="button" className="btn" onClick={close}>
        {t("act.cancel")}
      </button>
      <button
        type="button"
        className={`btn ${strong ? "strong" : "primary"}`}
        data-key="Enter"
        disabled={!command || sending}
        onClick={() => void send()}
      >
        {shown(word)}
      </button>
    </>
  );
  return (
    <Dialog title={title} size={size} onClose={close} foot={foot} keep={size !== "small"}>
      {children}
      <RefusedHere refusal={refusal} />
    </Dialog>
  );
}

/** It asks about one phase. When that is over, closed by the clock or by another facilitator, the question goes with it:
 * the press that comes a moment later must not close the next one. */
export function CloseDialog() {
  const timer = useView((view) => view.timer);
  const [asked] = useState(timer);
  const open = useStillOpen(asked);
  const over = timer?.turn !== asked?.turn || timer?.phase !== asked?.phase;
  useEffect(() => {
    if (over) close();
  }, [over]);
  if (!asked) return null;
  const { turn, phase } = asked;
  return (
    <AskDialog
      strong
      title={t("close.title", { phase: t(`phase.${phase}`).toLowerCase(), turn })}
      word={t(`clock.close.${phase}`)}
      command={{ type: "close_phase", turn, phase }}
    >
      <p>{t(`close.text.${phase}`)}</p>
      {open.length > 0 ? (
        <ul className="checks">
          {open.map((line) => (
            <li key={line} className="warn">
              <Icon name="warn" />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="hint">{t("close.nothing_open")}</p>
      )}
    </AskDialog>
  );
}

/** What closing now would leave undone, in words. */
function useStillOpen(timer: TimerShape | undefined): string[] {
  const queue = Object.values(useView((view) => view.queue) ?? {});
  const msel = Object.values(useView((view) => view.msel) ?? {});
  const waiting = queue.filter((item) => item.kind !== "timer").map((item) => `${item.title}: ${item.detail}`);
  const injects = msel
    .filter((one) => one.status === "armed" && one.turn === timer?.turn && one.phase === timer?.phase)
    .map((one) => t("close.inject", { headline: one.headline }));
  return [...waiting, ...injects];
}

const LONGEST = 120;
const MINUTES = { id: "minutes", kind: "whole", required: true, low: 1, high: LONGEST } as const;

export function ExtendDialog() {
  const timer = useView((view) => view.timer);
  const teams = ordered(useView((view) => view.teams));
  const library = useLibrary();
  const [team, setTeam] = useState(teams[0]?.[0] ?? "");
  const [minutes, setMinutes] = useState(2);
  if (!timer) return null;
  const { turn, phase } = timer;
  return (
    <AskDialog
      title={t("extend.title")}
      word={t("extend.do")}
      size=""
      command={{ type: "extend", turn, phase, seconds: Math.min(LONGEST, Math.max(1, minutes)) * 60, team }}
    >
      <p>{t("extend.text")}</p>
      <fieldset>
        <legend className="said">{t("extend.team")}</legend>
        <div className="opts">
          {teams.map(([id]) => (
            <label key={id} className="opt">
              <input type="radio" name="team" checked={id === team} onChange={() => setTeam(id)} />
              <span className="row">
                <TeamPlate team={id} /> {teamName(library, id)}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        field={{ ...MINUTES, label: t("extend.minutes") }}
        value={minutes}
        onChange={(value) => setMinutes(Number(value))}
      />
    </AskDialog>
  );
}

export function EndDialog() {
  const [reason, setReason] = useState("");
  return (
    <AskDialog strong size="" title={t("end.title")} word={t("clock.end")} command={{ type: "end_exercise", reason }}>
      <p>{t("end.text")}</p>
      <TextField label={t("end.reason")} value={reason} onChange={setReason} />
    </AskDialog>
  );
}
