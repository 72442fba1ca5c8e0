/** Control's lobby: who may come in and how, who sits where, and what is missing before StartEx. */
import { useEffect, useMemo } from "react";
import { type Act, useAct, useFetched } from "../fetched";
import { Failed } from "../home/HomeScreen";
import { connect } from "../live/line";
import { exerciseId, lobby as readLobby } from "../rest";
import type { LobbyShape } from "../shapes";
import { useLive } from "../store";
import { t } from "../text/t";
import { Banner } from "../ui/Banner";
import { Loading } from "../ui/Empty";
import { Plate } from "../ui/TeamPlate";
import { TopBar, TopLink } from "../ui/TopBar";
import { Before, Start } from "./Before";
import { Invite } from "./Invite";
import { Join } from "./Join";
import { Seats } from "./Seats";
import { Slips } from "./Slips";
import "../styles/staff.css";
import "./lobby.css";

/** The socket says when somebody comes or goes; this is for when it is silent. */
const EVERY = 5_000;

export default function LobbyScreen() {
  const id = exerciseId();
  const read = useMemo(() => () => readLobby(id), [id]);
  const { data, error, again } = useFetched(read, EVERY);
  const act = useAct();
  const presence = useLive((live) => live.presence);
  useEffect(() => {
    const socket = connect();
    return () => socket.stop();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever comes or goes is the reason to look again
  useEffect(() => {
    void again();
  }, [presence, again]);
  if (!data) return error ? <Failed error={error} again={again} /> : <Loading what={t("hall.title")} lines={8} />;
  return <Lobby lobby={data} act={act} again={again} />;
}

interface LobbyProps {
  lobby: LobbyShape;
  act: Act;
  again: () => Promise<void>;
}

export function Lobby({ lobby, act, again }: LobbyProps) {
  const line = useLive((live) => live.line);
  const run = async (name: string, what: () => Promise<unknown>) => {
    const done = await act.run(name, what);
    await again();
    return done;
  };
  return (
    <div className="screen lobby">
      <Head lobby={lobby} line={line} />
      <section className="now no-print" aria-label={t("now.region")}>
        <b>{t("now.label")}</b>
        <p aria-live="polite">{nowSentence(lobby)}</p>
        {lobby.status === "lobby" ? (
          <Start lobby={lobby} busy={act.busy} run={run} />
        ) : (
          <a className="btn" href={`/e/${lobby.id}/${lobby.status === "ended" ? "report" : "control"}`}>
            <span>{lobby.status === "ended" ? t("home.report") : t("hall.console")}</span>
          </a>
        )}
      </section>
      {act.error && (
        <Banner bad icon="stop">
          {act.error.message}
        </Banner>
      )}
      <main className="lobby-g no-print">
        <Join lobby={lobby} run={run} />
        <div className="lobby-in">
          <Seats lobby={lobby} busy={act.busy} run={run} />
          <Invite lobby={lobby} busy={act.busy} run={run} />
        </div>
        <Before lobby={lobby} />
      </main>
      <Slips lobby={lobby} />
    </div>
  );
}

function Head({ lobby, line }: { lobby: LobbyShape; line: ReturnType<typeof useLive.getState>["line"] }) {
  const me = (
    <>
      <Plate letters="C" slot={0} name={t("team.control")} />
      <b>{t("team.control")}</b>
    </>
  );
  return (
    <TopBar mark={lobby.practice ? "PRACTICE" : "EXERCISE"} title={lobby.title} me={me} line={line}>
      <TopLink icon="screen" word={t("hall.wall")} href={lobby.wall} aside />
      <TopLink icon="list" word={t("hall.home")} href="/" />
    </TopBar>
  );
}

/** The lobby is no part of the game, so the server's Now sentence does not know it. */
export function nowSentence(lobby: LobbyShape): string {
  if (lobby.status !== "lobby") return t(lobby.status === "ended" ? "hall.now_ended" : "hall.now_started");
  const seats = lobby.teams.flatMap((team) => team.seats);
  const taken = seats.filter((seat) => seat.state !== "free").length;
  const waiting = seats.filter((seat) => seat.state === "taken").length;
  if (waiting) return t("hall.now_confirm", { n: waiting, taken, seats: seats.length });
  if (taken === seats.length) return t("hall.now_full");
  return t("hall.now", { taken, seats: seats.length });
}
