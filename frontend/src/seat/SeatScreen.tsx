import { useEffect } from "react";
import { resumeEdits } from "../live/edits";
import { LineBanner } from "../live/LineBanner";
import { LivePhaseBar } from "../live/LivePhaseBar";
import { attend, connect } from "../live/line";
import { useLive, useView } from "../store";
import { t } from "../text/t";
import { Boundary } from "../ui/Boundary";
import { Failure, Loading } from "../ui/Empty";
import { Icon, type IconName } from "../ui/Icons";
import { LibraryProvider } from "../ui/Library";
import { NowBar } from "../ui/NowBar";
import { useProposed } from "./Agreements";
import { Centre, useCentrePage } from "./Centre";
import { follow, goTo, type Place, useDesk } from "./desk";
import { Inbox, useUnread } from "./Inbox";
import { useKeys } from "./keys";
import { OpenedDialog } from "./Opened";
import { Orders } from "./Orders";
import { Picture } from "./Picture";
import { useUnreadRulings } from "./Rulings";
import { SeatLobby } from "./SeatLobby";
import { SeatTop } from "./SeatTop";
import { TeamToast, Tones } from "./signals";
import { useNow } from "./useNow";
import "../styles/staff.css";
import "./seat.css";

export default function SeatScreen() {
  useEffect(() => {
    connect();
    resumeEdits();
    const seen = () => attend({ away: document.hidden });
    document.addEventListener("visibilitychange", seen);
    return () => document.removeEventListener("visibilitychange", seen);
  }, []);
  return <SeatDesk />;
}

/** The seat is another's now: nothing of it is left on this screen. */
function Freed() {
  const act = (
    <a className="btn primary" href="/join">
      {t("seat.join_again")}
    </a>
  );
  return (
    <main className="narrow">
      <Failure title={t("seat.freed")} act={act}>
        {t("line.freed")}
      </Failure>
    </main>
  );
}

/** Everything a seat sees, from the state alone. */
export function SeatDesk() {
  const view = useLive((live) => live.view);
  const status = view.exercise?.status;
  const place = useDesk((desk) => desk.place);
  const now = useNow();
  const freed = useLive((live) => live.closing === "freed");
  useKeys();
  useTitle(view.you?.title, view.exercise?.title);
  if (freed) return <Freed />;
  return (
    <LibraryProvider view={view}>
      <div className="screen seat" data-place={place} data-status={status ?? "loading"}>
        {status !== "lobby" && <Skip />}
        <SeatTop />
        {view.timer && status === "running" ? <LivePhaseBar timer={view.timer} /> : <StillPhaseBar status={status} />}
        <NowBar now={now} onGo={follow} />
        <LineBanner />
        {status === undefined ? (
          <Loading what={t("seat.picture")} lines={10} />
        ) : status === "lobby" ? (
          <SeatLobby />
        ) : (
          <Zones />
        )}
        <OpenedDialog />
        <TeamToast />
        <Tones />
      </div>
    </LibraryProvider>
  );
}

function Skip() {
  return (
    <a className="skip btn" href="#zone-orders">
      {t("seat.skip")}
    </a>
  );
}

/** Keeps the phase bar's room before StartEx and after EndEx, so that nothing jumps when it comes. */
function StillPhaseBar({ status }: { status: "lobby" | "running" | "ended" | undefined }) {
  return (
    <section className="phasebar" aria-label={t("phase.region")}>
      <b>{status === "lobby" ? t("phase.lobby") : status === "ended" ? t("phase.ended") : ""}</b>
    </section>
  );
}

function Zones() {
  return (
    <>
      <main className="zones">
        <Heading />
        <Boundary>
          <Picture />
        </Boundary>
        <div className="centre">
          <Boundary>
            <Centre />
          </Boundary>
          <Boundary>
            <Inbox />
          </Boundary>
        </div>
        <Boundary>
          <Orders />
        </Boundary>
      </main>
      <TabBar />
    </>
  );
}

/** The page's one h1: the mark and the office stand above it for the eye. */
function Heading() {
  const title = useView((view) => view.you?.title ?? "");
  return <h1 className="said">{title}</h1>;
}

const TABS: { place: Place; icon: IconName }[] = [
  { place: "orders", icon: "list" },
  { place: "inbox", icon: "talk" },
  { place: "picture", icon: "redline" },
  { place: "centre", icon: "doc" },
];

/** The phone's way between the zones; the last is called by the page that it holds. */
function TabBar() {
  const chosen = useDesk((desk) => desk.place);
  const page = useCentrePage();
  const ended = useView((view) => view.exercise?.status === "ended");
  const drafts = useLive((live) => Object.keys(live.drafts).length);
  const counts: Partial<Record<Place, number>> = {
    orders: ended ? 0 : drafts,
    inbox: useUnread(),
    centre: useUnreadRulings() + useProposed(),
  };
  return (
    <nav className="tabbar" aria-label={t("seat.tabs")}>
      {TABS.map(({ place, icon }) => (
        <button
          key={place}
          type="button"
          aria-current={place === chosen ? "page" : undefined}
          onClick={() => goTo(place)}
        >
          <Icon name={place === "centre" && page === "theatre" ? "map" : icon} />
          <span>{place === "centre" ? t(`centre.${page}`) : t(`seat.${place}`)}</span>
          {(counts[place] ?? 0) > 0 && <em className="n">{counts[place]}</em>}
        </button>
      ))}
    </nav>
  );
}

function useTitle(seat: string | undefined, exercise: string | undefined): void {
  const running = useView((view) => view.now?.sentence !== undefined);
  useEffect(() => {
    if (running && seat)
      document.title = [t("mark.EXERCISE").toUpperCase(), seat, exercise].filter(Boolean).join(" · ");
  }, [running, seat, exercise]);
}
