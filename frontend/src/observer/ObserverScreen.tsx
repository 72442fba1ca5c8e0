/** The observer's screen: what everybody may see, and a place for one's own notes. */
import { useEffect } from "react";
import { LineBanner } from "../live/LineBanner";
import { LivePhaseBar } from "../live/LivePhaseBar";
import { LiveTop } from "../live/LiveTop";
import { attend, connect } from "../live/line";
import { pageFact } from "../live/page";
import { useLive } from "../store";
import { t } from "../text/t";
import { Boundary } from "../ui/Boundary";
import { Loading } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { LibraryProvider } from "../ui/Library";
import { Notes } from "./Notes";
import { Public } from "./Public";
import "../seat/seat.css";
import "./observer.css";

export default function ObserverScreen() {
  useEffect(() => {
    connect();
    const seen = () => attend({ away: document.hidden });
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, []);
  return <ObserverDesk />;
}

/** Everything an observer sees, from the state alone. */
function ObserverDesk() {
  const view = useLive((live) => live.view);
  const { exercise, timer } = view;
  return (
    <LibraryProvider view={view}>
      <div className="screen observer">
        <Head />
        {timer && exercise?.status === "running" ? (
          <LivePhaseBar timer={timer} />
        ) : (
          <section className="phasebar" aria-label={t("phase.region")}>
            <b>{exercise && t(exercise.status === "lobby" ? "phase.lobby" : "phase.ended")}</b>
          </section>
        )}
        <LineBanner />
        {exercise ? (
          <main className="watching">
            <Boundary>
              <Public ended={exercise.status === "ended"} />
            </Boundary>
            <Boundary>
              <Notes status={exercise.status} />
            </Boundary>
          </main>
        ) : (
          <Loading what={t("watch.parts")} lines={10} />
        )}
      </div>
    </LibraryProvider>
  );
}

function Head() {
  const me = (
    <>
      <Icon name="eye" />
      <b>{pageFact("seatTitle")}</b>
      <span>{pageFact("name")}</span>
    </>
  );
  return <LiveTop me={me} />;
}
