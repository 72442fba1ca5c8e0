import type { LobbyShape } from "../shapes";
import { t } from "../text/t";
import { Plate } from "../ui/TeamPlate";
import { ExerciseMark } from "../ui/TopBar";
import { place } from "./Join";

/** One slip of paper for each seat, with the code of its team; seen only in print. */
export function Slips({ lobby }: { lobby: LobbyShape }) {
  return (
    <div className="slips" aria-hidden="true">
      {lobby.teams.flatMap((team) =>
        team.seats.map((seat) => (
          <section key={seat.key} className="slip">
            <header>
              <ExerciseMark mark={lobby.practice ? "PRACTICE" : "EXERCISE"} /> <b>{lobby.title}</b>
            </header>
            <p>
              <Plate letters={team.letters} slot={team.slot} name={team.name} /> {team.name} <b>{seat.title}</b>
            </p>
            <div className="slip-in">
              {team.qr && <img src={team.qr} alt="" width="120" height="120" />}
              <div>
                <p>{t("hall.slip_how", { place: place(lobby.join.link) })}</p>
                <p className="slip-code">{team.code}</p>
              </div>
            </div>
          </section>
        )),
      )}
    </div>
  );
}
