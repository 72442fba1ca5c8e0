import { useMemo } from "react";
import { useText } from "../live/texts";
import { type Entry, timeLine } from "../live/timeLine";
import { useLive, useView } from "../store";
import { t } from "../text/t";
import { Empty } from "./Empty";
import { Icon } from "./Icons";
import { ActorPlate } from "./TeamPlate";
import { Turns } from "./Turns";
import "./timeLine.css";

const ICON = { news: "bolt", ruling: "draw", agreement: "doc" } as const;

/** What is public so far, turn by turn. */
export function TimeLine() {
  const turns = useTimeLine();
  if (!turns.length) return <NothingYet />;
  return (
    <Turns turns={turns.map(([turn]) => turn)}>
      {(shown) => (
        <div className="time-line">
          {turns.map(([turn, entries]) => turn === shown && <Turn key={turn} turn={turn} entries={entries} />)}
        </div>
      )}
    </Turns>
  );
}

/** The newest so many lines of it, for where nothing can be pressed and nothing scrolls. */
export function LatestLines({ lines }: { lines: number }) {
  const turns = useTimeLine();
  if (!turns.length) return <NothingYet />;
  let left = lines;
  return (
    <div className="time-line">
      {turns.map(([turn, entries]) => {
        const shown = left > 0 ? entries.slice(-left) : [];
        left -= entries.length;
        return shown.length > 0 && <Turn key={turn} turn={turn} entries={shown} />;
      })}
    </div>
  );
}

function useTimeLine(): [turn: number, entries: Entry[]][] {
  const view = useLive((live) => live.view);
  return useMemo(() => timeLine(view), [view]);
}

function NothingYet() {
  return <Empty title={t("time_line.empty")}>{t("time_line.empty_text")}</Empty>;
}

function Turn({ turn, entries }: { turn: number; entries: Entry[] }) {
  const label = useView((view) => view.timer?.turns[turn - 1]?.label);
  return (
    <section>
      <h3>
        {turn ? t("phase.turn", { turn }) : t("tile.start")} <span>{label}</span>
      </h3>
      <ul>
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
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
