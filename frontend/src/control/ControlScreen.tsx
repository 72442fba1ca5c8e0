/** The console: everything that waits, everything that is, and control's hand on it. */
import { useEffect } from "react";
import { LineBanner } from "../live/LineBanner";
import { connect } from "../live/line";
import { exerciseId } from "../rest";
import { useLive } from "../store";
import { t } from "../text/t";
import { Boundary } from "../ui/Boundary";
import { Loading } from "../ui/Empty";
import { LibraryProvider } from "../ui/Library";
import { ClockRow } from "./ClockRow";
import { ControlTop } from "./ControlTop";
import { useAttendance } from "./colleagues";
import { Hand } from "./Hand";
import { useKeys } from "./keys";
import { Log } from "./Log";
import { Msel } from "./Msel";
import { Over } from "./Over";
import { Queue } from "./Queue";
import { TeamStrip } from "./TeamStrip";
import { Truth } from "./Truth";
import "./control.css";

export default function ControlScreen() {
  useEffect(() => {
    connect();
  }, []);
  useAttendance();
  return <ControlDesk />;
}

/** Everything control sees, from the state alone. */
export function ControlDesk() {
  const view = useLive((live) => live.view);
  const status = view.exercise?.status;
  useKeys();
  return (
    <LibraryProvider view={view}>
      <div className="screen control">
        <a className="skip btn" href="#zone-queue">
          {t("control.skip")}
        </a>
        <ControlTop />
        {view.timer && status !== "lobby" && <ClockRow timer={view.timer} />}
        <LineBanner />
        {status === "lobby" && <InLobby />}
        {view.timer ? <Desk timer={view.timer} /> : <Loading what={t("control.title")} lines={12} />}
        <Over />
      </div>
    </LibraryProvider>
  );
}

/** Before StartEx the lobby has more to do than the console. */
function InLobby() {
  return (
    <section className="now" aria-label={t("now.region")}>
      <b>{t("now.label")}</b>
      <p>{t("control.in_lobby")}</p>
      <a className="btn" href={`/e/${exerciseId()}/`}>
        <span>{t("home.lobby")}</span>
      </a>
    </section>
  );
}

function Desk({ timer }: { timer: Parameters<typeof Msel>[0]["timer"] }) {
  return (
    <>
      <TeamStrip />
      <main className="desk">
        <Boundary>
          <Queue />
        </Boundary>
        <Boundary>
          <Hand />
        </Boundary>
        <Boundary>
          <Truth />
        </Boundary>
        <Boundary>
          <Msel timer={timer} />
        </Boundary>
        <Boundary>
          <Log />
        </Boundary>
      </main>
    </>
  );
}
