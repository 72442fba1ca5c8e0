import { LiveTop } from "../live/LiveTop";
import { pageFact } from "../live/page";
import { useLive, useView } from "../store";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { Menu } from "../ui/Overlays";
import { PresenceDots } from "../ui/PresenceDots";
import { TeamPlate } from "../ui/TeamPlate";
import { TopButton } from "../ui/TopBar";
import { open } from "./desk";
import { useMine } from "./you";

/** Mark, exercise, who I am, my team's presence, connection, brief, call control, settings. */
export function SeatTop() {
  const title = useView((view) => view.you?.title) ?? pageFact("seatTitle");
  const presence = useLive((live) => live.presence);
  const { shape, team, seat } = useMine();
  const me = shape && (
    <>
      <TeamPlate team={team} />
      <b>{shape.name}</b>
      <span>{title}</span>
    </>
  );
  const dots = shape && <PresenceDots seats={shape.seats} presence={presence} me={seat} />;
  return (
    <LiveTop me={me} presence={dots}>
      <Acts />
    </LiveTop>
  );
}

const ACTS = [
  { id: "brief", icon: "book" },
  { id: "call", icon: "hand" },
  { id: "settings", icon: "gear" },
] as const;

function Acts() {
  const running = useView((view) => view.exercise?.status === "running");
  const choices = [...ACTS.filter((act) => act.id !== "call"), { id: "keys", icon: "list" } as const];
  return (
    <>
      {ACTS.map((act) => (
        <TopButton
          key={act.id}
          icon={act.icon}
          word={t(`seat.${act.id}`)}
          className={act.id !== "call" ? "wide-only" : running ? "" : "unseen"} // its room stays
          onPress={() => open({ kind: act.id })}
        />
      ))}
      <Menu
        className="btn ghost narrow-only"
        label={t("seat.menu")}
        face={<Icon name="list" />}
        choices={choices.map(({ id, icon }) => ({ id, icon, word: t(`seat.${id}`) }))}
        onChoose={(id) => open({ kind: id as "brief" | "settings" | "keys" })}
      />
    </>
  );
}
