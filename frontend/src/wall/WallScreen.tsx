import { useEffect } from "react";
import { LiveTimer } from "../live/LiveTimer";
import { connect } from "../live/line";
import { pageFact } from "../live/page";
import { useLive } from "../store";
import { t } from "../text/t";
import { Boundary } from "../ui/Boundary";
import { LibraryProvider } from "../ui/Library";
import { ExerciseMark } from "../ui/TopBar";
import { Lost } from "./Lost";
import { Numbers } from "./Numbers";
import { Slide } from "./Slide";
import "./wall.css";

/** Read from eight metres, driven by control. Nothing to press. */
export default function WallScreen() {
  useEffect(() => void connect(), []);
  return <WallFace />;
}

export function WallFace() {
  const view = useLive((live) => live.view);
  const wall = useLive((live) => live.wall);
  const ready = view.exercise && wall;
  const whole = wall?.show === "situation" && view.exercise?.status !== "lobby";
  return (
    <LibraryProvider view={view}>
      <div className="wall">
        <Head small={!whole && wall?.show !== "clock"} />
        <main className="pmain" data-show={wall?.show}>
          <Boundary>{ready && <Slide wall={wall} />}</Boundary>
        </main>
        {ready && whole && <Numbers />}
      </div>
    </LibraryProvider>
  );
}

/** The mark, whose wall it is, where the exercise stands; `small`: the time too, as the slide has none. */
function Head({ small }: { small: boolean }) {
  const { exercise, timer } = useLive((live) => live.view);
  const running = exercise?.status === "running" && timer;
  return (
    <header className="ptop">
      <ExerciseMark mark={exercise?.mark ?? "EXERCISE"} />
      <h1>{pageFact("exerciseTitle") || exercise?.title}</h1>
      <Lost />
      {timer && timer.turn > 0 && (
        <span className="pturn">
          {t("phase.turn", { turn: timer.turn })} {t("phase.of", { turns: timer.turns.length })}
          <span>{timer.turns[timer.turn - 1]?.label}</span>
        </span>
      )}
      {running && small && <LiveTimer timer={timer} />}
    </header>
  );
}
