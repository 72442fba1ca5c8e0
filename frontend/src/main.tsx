/** Reads which page this is, and brings its screen. The server's shell has `<div id="root" data-page="seat">`. */
import { type ComponentType, lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { followTheme } from "./theme";
import { Boundary } from "./ui/Boundary";
import { Loading } from "./ui/Empty";
import { Icons } from "./ui/Icons";
import "./styles/index.css";

type Screen = () => Promise<{ default: ComponentType }>;

/** To add a screen: a folder with a default export, and its line here. */
const SCREENS: Record<string, Screen> = {
  seat: () => import("./seat/SeatScreen"),
  join: () => import("./join/JoinScreen"),
  observer: () => import("./observer/ObserverScreen"),
  wall: () => import("./wall/WallScreen"),
  enter: () => import("./enter/EnterScreen"),
  login: () => import("./login/LoginScreen"),
  home: () => import("./home/HomeScreen"),
  book: () => import("./book/BookScreen"),
  simulation: () => import("./simulation/SimulationScreen"),
  new: () => import("./new/NewScreen"),
  lobby: () => import("./lobby/LobbyScreen"),
  control: () => import("./control/ControlScreen"),
  report: () => import("./report/ReportScreen"),
};

function start(root: HTMLElement): void {
  const screen = SCREENS[root.dataset.page ?? ""];
  if (!screen) throw new Error(`No screen is called "${root.dataset.page}".`);
  const Screen = lazy(screen);
  createRoot(root).render(
    <StrictMode>
      <Icons />
      <Boundary>
        <Suspense fallback={<Loading what="" lines={8} />}>
          <Screen />
        </Suspense>
      </Boundary>
    </StrictMode>,
  );
}

followTheme();
const root = document.getElementById("root");
if (root) start(root);
