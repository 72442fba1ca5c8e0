import type { Wall } from "../contract";
import { LazyTheatre, useHasMap } from "../map/LazyTheatre";
import { useView } from "../store";
import { t } from "../text/t";
import { LatestLines } from "../ui/TimeLine";
import { Clock } from "./Clock";
import { Indicator } from "./Indicator";
import { JoinSlide } from "./JoinSlide";
import { News } from "./News";
import { Outcomes } from "./Outcomes";

const LINES = 9;

/** What control chose. In the lobby the situation is that people join. */
export function Slide({ wall }: { wall: Wall }) {
  const lobby = useView((view) => view.exercise?.status === "lobby");
  switch (wall.show) {
    case "situation":
      return lobby ? <JoinSlide wall={wall} /> : <Situation />;
    case "join":
      return <JoinSlide wall={wall} />;
    case "map":
      return <LazyTheatre size="wall" />;
    case "indicator":
      return <Indicator path={wall.of} />;
    case "time_line":
      return <LatestLines lines={LINES} />;
    case "outcomes":
      return <Outcomes of={wall.of} />;
    case "clock":
      return <Clock />;
    case "question":
      return <Question id={wall.of} />;
    case "stand_by":
      return <p className="pline">{wall.line || t("wall.stand_by")}</p>;
  }
}

/** News fills the wall; where there is a map they stand below the clock. */
function Situation() {
  const mapped = useHasMap();
  if (!mapped)
    return (
      <>
        <News />
        <Clock />
      </>
    );
  return (
    <>
      <LazyTheatre size="wall" />
      <div className="pcolumn">
        <Clock />
        <News lines={2} />
      </div>
    </>
  );
}

function Question({ id }: { id: string }) {
  const question = useView((view) => view.hot_wash?.[id]);
  return (
    <section className="pquestion">
      <h2>{t("centre.hot_wash")}</h2>
      <p className="pline">{question}</p>
    </section>
  );
}
