/**
 * Draws the staff's screens without a server: `/dev-control.html?page=control` (home, new, lobby, report, enter, login;
 * `&state=ended|quiet`, `&hand=free:o15`, `&open=improvise`, `&theme=dark`). Not part of the build.
 */
import { createRoot } from "react-dom/client";
import ControlScreen from "../control/ControlScreen";
import { type Opened, useDesk } from "../control/desk";
import EnterScreen from "../enter/EnterScreen";
import HomeScreen from "../home/HomeScreen";
import LobbyScreen from "../lobby/LobbyScreen";
import LoginScreen from "../login/LoginScreen";
import NewScreen from "../new/NewScreen";
import ReportScreen from "../report/ReportScreen";
import "../styles/index.css";
import { followTheme } from "../theme";
import { Icons } from "../ui/Icons";
import {
  controlPart,
  controlPresence,
  controlTexts,
  endedControlPart,
  library,
  lobbyShape,
  logLines,
  reportLines,
  runs,
} from "./controlFixtures";
import { NOW, parts as seatParts } from "./fixtures";
import { mappedPart } from "./mapFixtures";

const asked = new URLSearchParams(window.location.search);
const page = asked.get("page") ?? "control";
const state = asked.get("state") ?? "";
const loadedAt = Date.now() / 1000;
const device = Date.now.bind(Date);
Date.now = () => device() - (loadedAt - NOW) * 1000;

const plain = state === "ended" ? endedControlPart : state === "quiet" ? { ...controlPart, queue: {} } : controlPart;
const part = asked.has("map") ? mappedPart(plain) : plain;

/** Answers every frame at once, from the fixture. */
class FakeSocket {
  static readonly OPEN = 1;
  readyState = 1;
  onopen: (() => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;

  constructor() {
    setTimeout(() => this.onopen?.());
  }

  close(): void {
    this.readyState = 3;
  }

  send(text: string): void {
    const frame = JSON.parse(text);
    for (const answer of answers(frame)) setTimeout(() => this.onmessage?.({ data: JSON.stringify(answer) }));
  }
}

function answers(frame: {
  type: string;
  request_id?: string;
  sent?: number;
  seat?: string;
  before?: number;
}): object[] {
  const { type, request_id } = frame;
  switch (type) {
    case "hello":
      return [
        { type: "view", here: "1", now: Date.now() / 1000, parts: { control: part } },
        { type: "presence", seats: controlPresence, staff: {} },
      ];
    case "ping":
      return [{ type: "pong", sent: frame.sent, now: Date.now() / 1000 }];
    case "read_texts":
      return [{ type: "texts", request_id, texts: controlTexts }];
    case "read_log":
      return [
        { type: "log_page", request_id, head: 412, head_hash: "9f3c41d2a7b870e19f3c41d2a7b870e1", lines: logLines },
      ];
    case "see_as":
      return [{ type: "seen_as", request_id, seat: frame.seat, parts: seatParts }];
    case "attend":
      return [];
    default:
      return [{ type: "ack", request_id, made: "", revision: 0 }];
  }
}

const DOOR: Record<string, unknown> = {
  "/api/scenarios": library,
  "/api/exercises": state === "quiet" ? [] : runs,
  "/api/exercises/dev": { ...lobbyShape, ...(state === "ended" ? { status: "ended" } : {}) },
  "/api/exercises/dev/reports": state === "quiet" ? [] : reportLines,
  "/api/exercises/dev/links": { link: "https://play.example.org/enter#token" },
};

async function fakeFetch(url: RequestInfo | URL): Promise<Response> {
  const found = DOOR[String(url)];
  const refusal = { code: "link_used", text: "This link was used already." };
  return new Response(JSON.stringify(found ?? refusal), { status: found ? 200 : 400 });
}

window.WebSocket = FakeSocket as unknown as typeof WebSocket;
window.fetch = fakeFetch;

const PLACES: Record<string, string> = {
  home: "/",
  new: "/new/reassurance-force",
  lobby: "/e/dev/",
  control: "/e/dev/control",
  report: "/e/dev/report",
};
const SCREENS = {
  home: HomeScreen,
  new: NewScreen,
  lobby: LobbyScreen,
  control: ControlScreen,
  report: ReportScreen,
  enter: EnterScreen,
  login: LoginScreen,
};

window.history.replaceState(null, "", `${PLACES[page] ?? "/"}${window.location.hash}`);
const opened = asked.get("open");
useDesk.setState({
  hand: asked.get("hand") ?? (state === "quiet" ? "" : "ruling:r23"),
  form: (asked.get("form") ?? "") as "",
});
if (opened) {
  const what = { kind: opened, id: asked.get("id"), path: asked.get("id"), page: asked.get("id") };
  setTimeout(() => useDesk.setState({ opened: what as unknown as Opened }), 100); // once the line stands
}
followTheme();
if (asked.get("theme")) document.documentElement.dataset.theme = asked.get("theme") ?? "";
const Screen = SCREENS[page as keyof typeof SCREENS];
const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <>
      <Icons />
      <Screen />
    </>,
  );
}
