import type { ObservationShape } from "../contract";
import { clock } from "../text/format";
import { t } from "../text/t";
import { TeamPlate } from "../ui/TeamPlate";
import { useText } from "./texts";

/** One observation: about whom, what, by whom where one may read others' too, and when. */
export function NoteRow({ note, who }: { note: ObservationShape; who?: string }) {
  const text = useText(note.text);
  return (
    <li className="note">
      {note.team && <TeamPlate team={note.team} />}
      <span className="pre">{text === null ? t("dispatch.erased") : text}</span>
      {who !== undefined && <span className="hint">{who}</span>}
      <time>{t("time.turn_at", { turn: note.turn, clock: clock(note.at) })}</time>
    </li>
  );
}
