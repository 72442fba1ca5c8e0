import { useState } from "react";
import { LazyTheatre, useHasMap } from "../map/LazyTheatre";
import { Situation } from "../seat/Centre";
import { Reveal } from "../seat/Reveal";
import { ordered } from "../seat/you";
import { useView } from "../store";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { IndicatorDetails } from "../ui/IndicatorDetails";
import { IndicatorTile } from "../ui/IndicatorTile";
import { Dialog } from "../ui/Overlays";
import { Tabs } from "../ui/Tabs";
import { TimeLine } from "../ui/TimeLine";

type Page = "theatre" | "picture" | "time_line" | "situation" | "hot_wash";

const PANEL = "public-page";

/** Map, numbers, time line and situation; after EndEx the questions of the hot wash. */
export function Public({ ended }: { ended: boolean }) {
  const mapped = useHasMap();
  const [chosen, setChosen] = useState<Page>();
  const [opened, setOpened] = useState("");
  const pages: Page[] = [
    ...(ended ? (["hot_wash"] as const) : []),
    ...(mapped ? (["theatre"] as const) : []),
    "picture",
    "time_line",
    "situation",
  ];
  const page = chosen && pages.includes(chosen) ? chosen : (pages[0] ?? "picture");
  return (
    <section className="zone" aria-label={t("watch.parts")}>
      <h1 className="said">{t("watch.parts")}</h1>
      <div className="zhead">
        <Tabs
          label={t("watch.parts")}
          panel={PANEL}
          chosen={page}
          tabs={pages.map((id) => ({ id, face: t(`watch.${id}`) }))}
          onChoose={setChosen}
        />
      </div>
      <div id={PANEL} role="tabpanel" aria-label={t(`watch.${page}`)} className={`watch-${page}`}>
        <Shown page={page} onOpen={setOpened} />
      </div>
      {opened && <Indicator path={opened} onClose={() => setOpened("")} />}
    </section>
  );
}

function Shown({ page, onOpen }: { page: Page; onOpen: (path: string) => void }) {
  switch (page) {
    case "theatre":
      return <LazyTheatre onOpen={onOpen} />;
    case "picture":
      return <Picture onOpen={onOpen} />;
    case "time_line":
      return <TimeLine />;
    case "situation":
      return <Situation />;
    case "hot_wash":
      return <HotWash />;
  }
}

function Picture({ onOpen }: { onOpen: (path: string) => void }) {
  const variables = ordered(useView((view) => view.variables));
  if (!variables.length) return <Empty title={t("picture.empty")} />;
  return (
    <ul className="tiles">
      {variables.map(([path, variable]) => (
        <IndicatorTile key={path} variable={variable} onOpen={() => onOpen(path)} />
      ))}
    </ul>
  );
}

function Indicator({ path, onClose }: { path: string; onClose: () => void }) {
  const variable = useView((view) => view.variables?.[path]);
  const turns = useView((view) => view.timer?.turns);
  if (!variable) return null;
  return (
    <Dialog title={variable.name} onClose={onClose}>
      <IndicatorDetails variable={variable} turnsPlayed={turns ?? []} />
    </Dialog>
  );
}

function HotWash() {
  const questions = Object.entries(useView((view) => view.hot_wash) ?? {});
  return (
    <div className="page">
      <p className="hint">{t("watch.hot_wash_hint")}</p>
      <ol className="questions">
        {questions.map(([id, question]) => (
          <li key={id}>{question}</li>
        ))}
      </ol>
      <Reveal />
    </div>
  );
}
