import { Fragment, type ReactNode } from "react";
import type { ScoreShape, ShareShape, SimulationShape, ToldShape } from "../shapes";
import { number, percent, unitOf } from "../text/format";
import { t } from "../text/t";
import { Plate } from "../ui/TeamPlate";
import { happens, matched } from "./numbers";
import { ShareChart, type ShareRow } from "./ShareChart";
import { SpreadChart, type SpreadRow } from "./SpreadChart";

/** What a game may have any number of. */
const PARTS = ["agreements", "crossed", "orders", "injects"] as const;
type Part = (typeof PARTS)[number];

/** What came of one simulation, or of two side by side: charts in tables, so that every number can be read too. */
export function Results({ runs }: { runs: SimulationShape[] }) {
  const told = runs.flatMap((run) => (run.told ? [run.told] : []));
  const games = runs.map((run) => run.runs);
  return (
    <div className="sim-results">
      <Section id="happened" title={t("sim.happened")} text={t("sim.happened_text")}>
        <ShareChart rows={happened(told)} games={games} name={t("sim.happened")} />
      </Section>
      <Section id="came" title={t("sim.came")} text={t("sim.came_text")}>
        <SpreadChart rows={came(told)} name={t("sim.came")} />
      </Section>
      <Section id="amounts" title={t("sim.amounts")} text={t("sim.amounts_text")}>
        <SpreadChart rows={amounts(told)} name={t("sim.amounts")} />
      </Section>
      <Section id="scores" title={t("sim.scores")} text={t("sim.scores_text")}>
        <SpreadChart rows={scores(told)} name={t("sim.scores")} oneScale />
      </Section>
      {PARTS.map((part) => (
        <Section key={part} id={part} title={t(`sim.${part}`)} text={part === "orders" ? t("sim.orders_text") : ""}>
          <Shares rows={shares(told, part)} games={games} part={part} />
        </Section>
      ))}
      <Faults told={told} />
    </div>
  );
}

interface SectionProps {
  id: string;
  title: string;
  text?: string;
  children: ReactNode;
}

/** A chart draws nothing without rows; its section goes with it, by the style sheet. */
function Section({ id, title, text, children }: SectionProps) {
  return (
    <section className="sim-part" aria-labelledby={`part-${id}`}>
      <h2 id={`part-${id}`}>{title}</h2>
      {text && <p className="hint">{text}</p>}
      {children}
    </section>
  );
}

function happened(told: ToldShape[]): ShareRow[] {
  return measures(told)
    .filter(({ of }) => of.every((one) => !one || happens(one)))
    .map(({ first, of }) => ({ id: first.id, title: first.title, shares: of.map((one) => one?.share) }));
}

function came(told: ToldShape[]): SpreadRow[] {
  return measures(told)
    .filter(({ first }) => first.take === "first_month")
    .map(({ first, of }) => ({
      id: first.id,
      title: t("sim.came_in", { title: first.title, share: of.map((one) => percent(one?.share ?? 0)).join(" / ") }),
      spreads: of.map((one) => one?.spread ?? undefined),
    }));
}

function amounts(told: ToldShape[]): SpreadRow[] {
  return measures(told)
    .filter(({ first, of }) => first.take !== "first_month" && of.some((one) => one && !happens(one)))
    .map(({ first, of }) => ({
      id: first.id,
      title: [first.title, unitOf(first.unit)].filter((word) => word).join(", "),
      spreads: of.map((one) => one?.spread ?? undefined),
      heaps: of.map((one) => one?.heaps ?? []),
    }));
}

const measures = (told: ToldShape[]) => matched(told.map((one) => one.measures));

/** Of a side that is no team's: control plays it. */
const LAST = 99;

/** Team by team. */
function scores(told: ToldShape[]): SpreadRow[] {
  const found = matched(told.map((one) => one.scores));
  const inOrder = [...found].sort((a, b) => (a.first.slot || LAST) - (b.first.slot || LAST));
  return inOrder.map(({ first, of }) => ({
    id: first.id,
    title: <Side score={first} />,
    spreads: of.map((one) => one?.spread),
  }));
}

function Side({ score }: { score: ScoreShape }) {
  return (
    <span className="sim-score">
      <Plate letters={score.letters || "C"} slot={score.slot} name={score.team || t("team.control")} />
      <span>
        <b>{score.actor}</b> {score.title}
      </span>
    </span>
  );
}

interface Shared extends ShareRow {
  title: string;
}

function shares(told: ToldShape[], part: Part): Shared[] {
  const found = matched<ShareShape & { mean?: number }>(told.map((one) => one[part]));
  return found.map(({ first, of }) => ({
    id: first.id,
    title: first.title,
    shares: of.map((one) => one?.share),
    ...(part === "orders" ? { more: of.map((one) => number(one?.mean ?? 0, 1)) } : {}),
  }));
}

/** Those that came, most often first; the others by name. */
function Shares({ rows, games, part }: { rows: Shared[]; games: number[]; part: Part }) {
  const came = rows.filter((row) => row.shares.some((share) => share));
  const inOrder = [...came].sort((a, b) => (b.shares[0] ?? 0) - (a.shares[0] ?? 0));
  const never = rows.filter((row) => !came.includes(row)).map((row) => row.title);
  return (
    <>
      <ShareChart
        rows={inOrder}
        games={games}
        name={t(`sim.${part}`)}
        {...(part === "orders" ? { more: t("sim.times") } : {})}
      />
      {never.length > 0 && (
        <p className="sim-never">
          <b>{t("sim.never", { n: never.length })}</b> {never.join(" · ")}
        </p>
      )}
    </>
  );
}

function Faults({ told }: { told: ToldShape[] }) {
  const faults = told.flatMap((one) => one.faults);
  if (!faults.length) return null;
  return (
    <Section id="faults" title={t("sim.faults")} text={t("sim.faults_text")}>
      <ul className="facts">
        {faults.map(({ text, games }, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may be in both
          <Fragment key={n}>
            <li>{t("sim.fault", { n: games, text })}</li>
          </Fragment>
        ))}
      </ul>
    </Section>
  );
}
