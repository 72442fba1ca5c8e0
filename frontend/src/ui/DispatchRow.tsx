import { t } from "../text/t";
import { TeamPlate } from "./TeamPlate";

interface DispatchRowProps {
  team: string;
  subject: string;
  /** First line of the text. */
  line: string;
  time: string;
  unread: boolean;
  onOpen: () => void;
}

/** Plate, subject, first line, time; unread is bold and said. */
export function DispatchRow({ team, subject, line, time, unread, onOpen }: DispatchRowProps) {
  return (
    <li className={unread ? "unread" : ""}>
      <button type="button" onClick={onOpen}>
        <TeamPlate team={team} />
        <b>
          {unread && <span className="said">{t("dispatch.unread")}: </span>}
          {subject}
        </b>
        <span className="mail-x">{line}</span>
        <time>{time}</time>
      </button>
    </li>
  );
}
