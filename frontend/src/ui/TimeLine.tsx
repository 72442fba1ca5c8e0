import { useMemo } from "react";
import { useText } from "../live/texts";
import { type Entry, timeLine } from "../live/timeLine";
import { useLive, useView } from "../store";
import { t } from "../text/t";
import { Empty } from "./Empty";
import { Icon } from "./Icons";
import { ActorPlate } from "./TeamPlate";
import "./timeLine.css";

const ICON = { news: "bolt", ruling: "draw", agreement: "doc" } as const;

/** What is public so far, the newest turn first. `lines`: no more than so many, where nothing scrolls. */
export function TimeLine({ lines = Number.POSITIVE_INFINITY }: { lines?: number }) {
  const view = useLive((live) => live.view);
  const turns = useMemo(() => timeLine(view), [view]);
  const labels = useView((part) => part.timer?.turns) ?? [];
  if (!turns.length) return <Empty title={t("time_line.empty")}>{t("time_line.empty_text")}</Empty>;
  let left = lines;
  return (
    <div className="time-line">
      {turns.map(([turn, entries]) => {
        const shown = left > 0 ? entries.slice(-left) : [];
        left -= entries.length;
        if (!shown.length) return null;
        return (
          <section key={turn}>
            <h3>
              {turn ? t("phase.turn", { turn }) : t("tile.start")} <span>{labels[turn - 1]?.label}</span>
            </h3>
            <ul>
              {shown.map((entry) => (
                <Line key={entry.id} entry={entry} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Line({ entry }: { entry: Entry }) {
  const text = useText(entry.ref);
  return (
    <li>
      <Icon name={ICON[entry.kind]} label={t(`time_line.${entry.kind}`)} />
      <span>
        {entry.actor && <ActorPlate actor={entry.actor} />} {text || entry.text}
      </span>
    </li>
  );
}
