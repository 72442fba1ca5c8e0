import { t } from "../text/t";
import { Plate } from "../ui/TeamPlate";
import type { OpenSeat, OpenTeam } from "./door";

interface SeatChoiceProps {
  teams: Record<string, OpenTeam>;
  chosen: string;
  onChoose: (seat: string) => void;
}

/** Every seat by team; those taken stay in sight, so that one knows who plays. */
export function SeatChoice({ teams, chosen, onChoose }: SeatChoiceProps) {
  const order = Object.entries(teams).sort(([, a], [, b]) => a.order - b.order);
  return (
    <div className="join-teams">
      {order.map(([id, team]) => (
        <fieldset key={id} className="join-team">
          <legend>
            <Plate letters={team.letters} slot={team.slot} name={team.name} /> {team.name}
          </legend>
          {Object.entries(team.seats)
            .sort(([, a], [, b]) => a.order - b.order)
            .map(([seat, shape]) => (
              <Choice key={seat} id={seat} seat={shape} chosen={seat === chosen} onChoose={onChoose} />
            ))}
        </fieldset>
      ))}
    </div>
  );
}

interface ChoiceProps {
  id: string;
  seat: OpenSeat;
  chosen: boolean;
  onChoose: (seat: string) => void;
}

function Choice({ id, seat, chosen, onChoose }: ChoiceProps) {
  const word = seat.free ? (seat.leads ? t("join.leads") : t("join.free")) : t("join.taken");
  return (
    <label className="opt">
      <input type="radio" name="seat" value={id} checked={chosen} disabled={!seat.free} onChange={() => onChoose(id)} />
      <span>
        <b>{seat.title}</b>
        <small>{word}</small>
      </span>
    </label>
  );
}
