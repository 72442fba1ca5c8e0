import { pageFact } from "../live/page";
import { useLive, useView } from "../store";
import { hash } from "../text/format";
import { t } from "../text/t";
import { TeamPlate } from "../ui/TeamPlate";
import { BriefText } from "./Brief";
import { ordered, useMine } from "./you";

/** Before StartEx: my seat, my brief if it is open, who else plays, what is promised about the dice. */
export function SeatLobby() {
  const exercise = useView((view) => view.exercise);
  const you = useView((view) => view.you);
  const { shape } = useMine();
  return (
    <main className="seat-lobby">
      <section className="stack-m" aria-label={t("seat.brief")}>
        <header className="stack-s">
          <h1>{you?.title ?? pageFact("seatTitle")}</h1>
          <p className="lede">{t("lobby.waiting", { team: shape?.name ?? pageFact("teamName") })}</p>
        </header>
        <BriefText />
      </section>
      <aside className="stack-m">
        <section className="stack-s">
          <h2>{t("lobby.seats")}</h2>
          <SeatList />
        </section>
        <section className="stack-s">
          <h2>{t("lobby.content")}</h2>
          <p>{exercise?.content_note}</p>
        </section>
        <dl className="facts">
          <div>
            <dt>{t("lobby.scenario")}</dt>
            <dd>
              {exercise?.title} {exercise?.version}
            </dd>
          </div>
          <div>
            <dt>{t("lobby.start_card")}</dt>
            <dd>{exercise?.start_card}</dd>
          </div>
          {exercise?.commitment && (
            <div>
              <dt>{t("reveal.commitment")}</dt>
              <dd className="mono">{hash(exercise.commitment)}</dd>
            </div>
          )}
        </dl>
      </aside>
    </main>
  );
}

/** All seats by team; of my own team also who is there. */
function SeatList() {
  const teams = ordered(useView((view) => view.teams));
  const presence = useLive((live) => live.presence);
  const { seat: mine } = useMine();
  return (
    <div className="lteams">
      {teams.map(([id, team]) => (
        <section key={id} className="lteam">
          <header>
            <TeamPlate team={id} />
            <b>{team.name}</b>
          </header>
          <ul>
            {ordered(team.seats).map(([seat, shape]) => (
              <li key={seat} className="lseat">
                <b>{shape.title}</b>
                <span>
                  {seat === mine
                    ? t("presence.you")
                    : presence[seat] && (presence[seat].name || t(`presence.${presence[seat].state}`))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
