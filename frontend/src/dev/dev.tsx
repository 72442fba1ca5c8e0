/** Draws the seat's screen from the fixture, without a server. Not part of the build. */
import { createRoot } from "react-dom/client";
import { useDesk } from "../seat/desk";
import { SeatDesk } from "../seat/SeatScreen";
import { WallFace } from "../wall/WallScreen";
import "../styles/index.css";
import "../seat/seat.css";
import "../wall/wall.css";
import { showParts, useLive } from "../store";
import { followTheme } from "../theme";
import { Icons } from "../ui/Icons";
import { drafts, endedParts, lobbyParts, NOW, parts, presence, texts } from "./fixtures";
import { mapped } from "./mapFixtures";

const asked = new URLSearchParams(window.location.search);
const state = asked.get("state") ?? "";
const loadedAt = Date.now() / 1000;

// The fixture's clock stands at one second; move the device's there.
const device = Date.now.bind(Date);
Date.now = () => device() - (loadedAt - NOW) * 1000;

useLive.setState({
  drafts: state ? {} : drafts,
  presence,
  wall: {
    type: "wall",
    show: (asked.get("show") ?? "situation") as "situation",
    of: asked.get("of") ?? "",
    line: "",
    code: "KD74MQ",
    taken: 4,
    seats: 8,
  },
  texts,
  line: state === "lost" ? "reconnecting" : "live",
  lineSince: Date.now() - 12_000,
  nextTryAt: Date.now() + 5_000,
});
const plain = state === "lobby" ? lobbyParts : state === "ended" ? endedParts : parts;
showParts(asked.has("map") ? mapped(plain) : plain);
useDesk.setState({
  place: (asked.get("place") ?? "orders") as "orders",
  page: (asked.get("tab") ?? undefined) as "situation" | undefined,
  ...(asked.get("open") ? { opened: { kind: asked.get("open"), id: asked.get("id") ?? "" } as never } : {}),
});

followTheme();
if (asked.get("theme")) document.documentElement.dataset.theme = asked.get("theme") ?? "";
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <>
      <Icons />
      {asked.get("page") === "wall" ? <WallFace /> : <SeatDesk />}
    </>,
  );
}
