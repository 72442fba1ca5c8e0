import { useState } from "react";
import type { SeatShape } from "../contract";
import { changeSeat, exerciseId, RestError } from "../rest";
import { notice, useLive, useView } from "../store";
import { t } from "../text/t";

export function useWaiting(): [id: string, seat: SeatShape][] {
  const presence = useLive((live) => live.presence);
  const teams = useView((view) => view.teams);
  const seats = Object.values(teams ?? {}).flatMap((team) => Object.entries(team.seats));
  return seats.filter(([id]) => presence[id]?.waits);
}

/** Who came late and waits for control's yes. By presence: names are in no event and no view. */
export function Waiting() {
  const presence = useLive((live) => live.presence);
  const waiting = useWaiting();
  if (!waiting.length) return null;
  return (
    <ul className="qlist" aria-label={t("queue.waiting")}>
      {waiting.map(([id, seat]) => (
        <Person key={id} id={id} seat={seat} name={presence[id]?.name ?? ""} />
      ))}
    </ul>
  );
}

function Person({ id, seat, name }: { id: string; seat: SeatShape; name: string }) {
  const [sending, setSending] = useState(false);
  const confirm = async () => {
    setSending(true);
    try {
      await changeSeat(exerciseId(), id, "confirm");
    } catch (failure) {
      if (!(failure instanceof RestError)) throw failure;
      notice({ text: failure.message, code: failure.code });
    }
    setSending(false);
  };
  return (
    <li className="qi warn seat-waits">
      <b>{t("queue.waits", { name, title: seat.title })}</b>
      <button type="button" className="btn small primary" disabled={sending} onClick={() => void confirm()}>
        {t("hall.act.confirm")}
      </button>
    </li>
  );
}
