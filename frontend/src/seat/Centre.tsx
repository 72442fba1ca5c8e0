import { type ReactNode, useEffect } from "react";
import { LazyTheatre, useHasMap } from "../map/LazyTheatre";
import { useView } from "../store";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { Markdown } from "../ui/Markdown";
import { Tabs } from "../ui/Tabs";
import { ActorPlate } from "../ui/TeamPlate";
import { Agreements, useProposed } from "./Agreements";
import { type CentrePage, open, useDesk } from "./desk";
import { HotWash } from "./HotWash";
import { Rulings, useUnreadRulings } from "./Rulings";
import { ordered } from "./you";

/** The page that the middle of the desk shows. */
export function useCentrePage(): CentrePage {
  const page = useDesk((desk) => desk.page);
  const ended = useView((view) => view.exercise?.status === "ended");
  const mapped = useHasMap();
  const first = ended ? "hot_wash" : mapped ? "theatre" : "situation";
  return page && (page !== "hot_wash" || ended) ? page : first;
}

/** The middle of the desk: the map where the scenario has one, situation, agreements, rulings, and at the end the hot wash. */
export function Centre() {
  const ended = useView((view) => view.exercise?.status === "ended");
  const mapped = useHasMap();
  const shown = useCentrePage();
  useEffect(() => {
    if (ended) useDesk.setState({ page: "hot_wash", place: "centre" });
  }, [ended]);
  const proposed = useProposed();
  const unread = useUnreadRulings();
  const face = (word: string, n: number) => (
    <>
      {word}
      {n > 0 && <span className="n">{n}</span>}
    </>
  );
  const tabs: { id: CentrePage; face: ReactNode }[] = [
    ...(mapped ? [{ id: "theatre" as const, face: t("centre.theatre") }] : []),
    { id: "situation", face: t("centre.situation") },
    { id: "agreements", face: face(t("centre.agreements"), proposed) },
    { id: "rulings", face: face(t("centre.rulings"), unread) },
  ];
  if (ended) tabs.push({ id: "hot_wash", face: t("centre.hot_wash") });
  return (
    <section
      className="zone theatre"
      data-page={shown}
      data-mapped={mapped || undefined}
      id="zone-centre"
      tabIndex={-1}
      aria-label={t("seat.centre")}
    >
      <h2 className="said">{t("seat.centre")}</h2>
      <div className="zhead">
        <Tabs
          label={t("seat.centre")}
          tabs={tabs}
          chosen={shown}
          onChoose={(id) => useDesk.setState({ page: id })}
          panel="centre-page"
        />
      </div>
      <div id="centre-page" role="tabpanel" aria-label={t(`centre.${shown}`)}>
        <Page page={shown} />
      </div>
    </section>
  );
}

function Page({ page }: { page: CentrePage }) {
  switch (page) {
    case "theatre":
      return <LazyTheatre onOpen={(path) => open({ kind: "indicator", id: path })} />;
    case "situation":
      return <Situation />;
    case "agreements":
      return <Agreements />;
    case "rulings":
      return <Rulings />;
    case "hot_wash":
      return <HotWash />;
  }
}

/** The scenario's own words on where things stand, and on what its model leaves out. */
export function Situation() {
  const exercise = useView((view) => view.exercise);
  if (!exercise?.briefing) return <Empty title={t("centre.no_situation")} />;
  return (
    <div className="page">
      <Markdown text={exercise.briefing} what={t("centre.situation")} />
      <Actors />
      {exercise.limits.length > 0 && (
        <section className="stack-s">
          <h3>{t("centre.limits")}</h3>
          <ul className="limits">
            {exercise.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** Who acts here, and what binds each as far as it is known. */
function Actors() {
  const actors = ordered(useView((view) => view.actors)).filter(([, actor]) => actor.stance || actor.constraint);
  if (!actors.length) return null;
  return (
    <section className="stack-s">
      <h3>{t("centre.actors")}</h3>
      <ul className="actors">
        {actors.map(([id, actor]) => (
          <li key={id}>
            <ActorPlate actor={id} />
            <p>
              <b>{actor.name}.</b> {[actor.stance, actor.constraint, actor.authorisation].filter(Boolean).join(" ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
