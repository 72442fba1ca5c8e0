import { LiveTop } from "../live/LiveTop";
import { exerciseId } from "../rest";
import { useView } from "../store";
import { t } from "../text/t";
import { Icon, type IconName } from "../ui/Icons";
import { Menu } from "../ui/Overlays";
import { Plate } from "../ui/TeamPlate";
import { TopButton } from "../ui/TopBar";
import { useColleagues } from "./colleagues";
import { type Opened, open } from "./desk";

const ACTS: { id: string; icon: IconName; opened: Opened }[] = [
  { id: "records", icon: "book", opened: { kind: "records", page: "orders" } },
  { id: "dispatches", icon: "talk", opened: { kind: "records", page: "dispatches" } },
  { id: "agreements", icon: "doc", opened: { kind: "records", page: "agreements" } },
  { id: "observe", icon: "pen", opened: { kind: "observe" } },
  { id: "wall", icon: "screen", opened: { kind: "project" } },
];

/** Mark, exercise, who I am, connection, the records, and the ways to the other pages. */
export function ControlTop() {
  const me = (
    <>
      <Plate letters="C" slot={0} name={t("team.control")} />
      <b>{t("team.control")}</b>
    </>
  );
  return (
    <LiveTop me={me} presence={<Colleagues />}>
      {ACTS.map((act) => (
        <TopButton
          key={act.id}
          icon={act.icon}
          word={t(`top.${act.id}` as "top.records")}
          className="wide-act"
          onPress={() => open(act.opened)}
        />
      ))}
      <More />
    </LiveTop>
  );
}

/** Whoever else runs this exercise. */
function Colleagues() {
  const colleagues = useColleagues();
  if (!colleagues.length) return null;
  return (
    <span className="dots" role="group" aria-label={t("top.colleagues")}>
      {colleagues.map(([account, { name, away }]) => {
        const said = t("top.colleague", { name, state: t(away ? "presence.away" : "presence.here") });
        return (
          <i key={account} className={away ? "away" : "on"} role="img" title={said} aria-label={said}>
            {initials(name)}
          </i>
        );
      })}
    </span>
  );
}

function initials(name: string): string {
  const [first = "", second = ""] = name.split(" ");
  return (second ? first.slice(0, 1) + second.slice(0, 1) : first.slice(0, 2)).toUpperCase();
}

/** Other pages, this page's settings, and the end. */
function More() {
  const id = exerciseId();
  const status = useView((view) => view.exercise?.status);
  const places: Record<string, () => void> = {
    seats: () => window.location.assign(`/e/${id}/`),
    report: () => window.location.assign(`/e/${id}/report`),
    home: () => window.location.assign("/"),
    settings: () => open({ kind: "settings" }),
    keys: () => open({ kind: "keys" }),
    end: () => open({ kind: "end" }),
  };
  const choices = [
    ...ACTS.map(({ id: act, icon }) => ({ id: act, icon, word: t(`top.${act}` as "top.records") })),
    { id: "seats", icon: "people" as const, word: t("top.seats") },
    { id: "report", icon: "down2" as const, word: t("top.report") },
    { id: "home", icon: "list" as const, word: t("top.home") },
    { id: "settings", icon: "gear" as const, word: t("seat.settings") },
    { id: "keys", icon: "book" as const, word: t("seat.keys") },
    ...(status === "running" ? [{ id: "end", icon: "stop" as const, word: t("clock.end") }] : []),
  ];
  const choose = (chosen: string) => {
    const act = ACTS.find((one) => one.id === chosen);
    if (act) open(act.opened);
    else places[chosen]?.();
  };
  return (
    <Menu
      className="btn ghost"
      label={t("top.more")}
      face={
        <>
          <Icon name="gear" />
          <span>{t("top.more")}</span>
        </>
      }
      choices={choices}
      onChoose={choose}
    />
  );
}
