import type { Present, SeatShape } from "../contract";
import { t } from "../text/t";
import { botName } from "./bots";

const LOOK = { here: "on", away: "away", dropped: "off", bot: "bot", free: "none" } as const;

interface PresenceDotsProps {
  seats: Record<string, SeatShape>;
  presence: Record<string, Present>;
  me?: string;
}

/** Initials of the offices: ring here, filled you, dashed away, struck dropped, square bot. */
export function PresenceDots({ seats, presence, me }: PresenceDotsProps) {
  const order = Object.entries(seats).sort(([, a], [, b]) => a.order - b.order);
  return (
    <span className="dots" role="group" aria-label={t("presence.label")}>
      {order.map(([id, seat]) => (
        <Dot key={id} seat={seat} present={presence[id]} mine={id === me} />
      ))}
    </span>
  );
}

export function Dot({
  seat,
  present,
  mine = false,
}: {
  seat: SeatShape;
  present?: Present | undefined;
  mine?: boolean;
}) {
  const state = present?.state ?? "free";
  const word = mine ? t("presence.you") : state === "bot" ? botName(present?.policy) : t(`presence.${state}`);
  const said = present?.name
    ? t("presence.seat_name", { title: seat.title, name: present.name, state: word })
    : t("presence.seat", { title: seat.title, state: word });
  return (
    <i className={mine ? "me-dot" : LOOK[state]} title={said} role="img" aria-label={said}>
      {seat.initials}
    </i>
  );
}
