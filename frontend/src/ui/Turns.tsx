import { type ReactNode, useState } from "react";
import { t } from "../text/t";

/**
 * One turn at a time, the newest unless the reader chose another: what comes pushes nothing away that is being read.
 * `turns`: newest first, at least one; 0 is the start.
 */
export function Turns({ turns, children }: { turns: number[]; children: (turn: number) => ReactNode }) {
  const [chosen, setChosen] = useState<number>();
  const [newest = 0] = turns;
  const shown = chosen !== undefined && turns.includes(chosen) ? chosen : newest;
  return (
    <>
      <fieldset className="chips turns">
        <legend className="said">{t("turns.label")}</legend>
        {turns.map((turn) => (
          <button
            key={turn}
            type="button"
            className="chip"
            aria-pressed={turn === shown}
            onClick={() => setChosen(turn === newest ? undefined : turn)}
          >
            {turn ? t("phase.turn", { turn }) : t("tile.start")}
          </button>
        ))}
      </fieldset>
      {children(shown)}
    </>
  );
}
