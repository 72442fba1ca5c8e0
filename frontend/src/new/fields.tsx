import { useId } from "react";
import type { Choice, ClockChoice, NewExercise } from "../shapes";
import { t } from "../text/t";
import { lengths, type Phase } from "./setup";

interface ChoicesProps {
  legend: string;
  hint?: string;
  choices: Choice[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** Cards to choose one from. */
export function Choices({ legend, hint, choices, chosen, onChoose }: ChoicesProps) {
  const name = useId();
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="opts">
        {choices.map((choice) => (
          <label key={choice.id} className="opt">
            <input type="radio" name={name} checked={choice.id === chosen} onChange={() => onChoose(choice.id)} />
            <span>
              <b>{choice.title}</b>
              {choice.summary && <small>{choice.summary}</small>}
            </span>
          </label>
        ))}
      </div>
      {hint && <p className="hint">{hint}</p>}
    </fieldset>
  );
}

interface TickProps {
  word: string;
  hint: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

export function Tick({ word, hint, on, onChange }: TickProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {word} <small>{hint}</small>
      </span>
    </label>
  );
}

interface LengthsProps {
  clock: ClockChoice;
  setup: NewExercise;
  onChange: (seconds: Record<string, number>) => void;
}

const LONGEST = 1440;

/** Planned minutes of each phase. */
export function Lengths({ clock, setup, onChange }: LengthsProps) {
  const change = (phase: Phase, typed: string) => {
    const minutes = Math.min(LONGEST, Math.max(0, Number(typed) || 0));
    onChange({ ...setup.seconds, [phase]: Math.round(minutes * 60) });
  };
  return (
    <fieldset>
      <legend>{t("new.lengths")}</legend>
      <div className="lengths">
        {lengths(clock, setup).map(([phase, seconds]) => (
          <label key={phase}>
            {t(`phase.${phase}`)}
            <input
              type="number"
              inputMode="decimal"
              min={0}
              max={LONGEST}
              step="any"
              value={Math.round((seconds / 60) * 100) / 100}
              onChange={(event) => change(phase, event.target.value)}
            />
          </label>
        ))}
      </div>
      <p className="hint">{t("new.lengths_hint")}</p>
    </fieldset>
  );
}
