import type { ReactNode } from "react";

interface SegmentedProps<Id extends string> {
  label: string;
  choices: { id: Id; face: ReactNode }[];
  chosen: Id;
  onChoose: (id: Id) => void;
  tall?: boolean;
}

/** Two to four choices side by side, of which one holds. */
export function Segmented<Id extends string>({ label, choices, chosen, onChoose, tall = false }: SegmentedProps<Id>) {
  return (
    <span className={`seg${tall ? " tall" : ""}`} role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.id} type="button" aria-pressed={choice.id === chosen} onClick={() => onChoose(choice.id)}>
          {choice.face}
        </button>
      ))}
    </span>
  );
}
