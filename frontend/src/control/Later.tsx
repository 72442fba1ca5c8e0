import { ordered } from "../seat/you";
import { useView } from "../store";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { take, useDesk } from "./desk";

/** What was put aside, and what earlier decisions will still bring. */
export function Later() {
  const queue = useView((view) => view.queue);
  const held = ordered(useView((view) => view.msel)).filter(
    ([id, inject]) => inject.status === "held" && !queue?.[`inject:${id}`],
  );
  const later = Object.entries(useView((view) => view.later) ?? {}).sort(([, a], [, b]) => a.month - b.month);
  const hand = useDesk((desk) => desk.hand);
  if (!held.length && !later.length) return null;
  return (
    <>
      <div className="zhead sub">
        <h2>{t("queue.later")}</h2>
      </div>
      <ol className="qlist quiet">
        {held.map(([id, inject]) => (
          <li key={id} className={`qi${hand === `inject:${id}` ? " on" : ""}`}>
            <button type="button" onClick={() => take(`inject:${id}`)}>
              <span className="qi-i">
                <Icon name="hold" />
              </span>
              <b>{inject.headline}</b>
              <time>{t("msel.held")}</time>
              <span className="qi-s">{inject.when}</span>
            </button>
          </li>
        ))}
        {later.map(([id, item]) => (
          <li key={id} className="qi still">
            <span className="qi-i">
              <Icon name="clock" />
            </span>
            <b>{item.title}</b>
            <time>{t("queue.month", { month: item.month })}</time>
            <span className="qi-s">{t("queue.later_effect")}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
