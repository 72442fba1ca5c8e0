import { useState } from "react";
import type { ScenarioShape } from "../shapes";
import { language, span } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";

/** From this many scenarios on, one searches. */
const MANY = 4;

/** Every scenario that passes its checks: players, time, content, and the way to set it up. */
export function Library({ scenarios }: { scenarios: ScenarioShape[] }) {
  const [words, setWords] = useState("");
  const found = scenarios.filter((scenario) => matches(scenario, words));
  return (
    <>
      <div className="zhead">
        <h2 id="library">{t("home.library")}</h2>
        <span className="grow" />
        {scenarios.length >= MANY && (
          <input
            className="search"
            type="search"
            value={words}
            placeholder={t("home.search")}
            aria-label={t("home.search")}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </div>
      {!scenarios.length && <Empty title={t("home.empty_library")}>{t("home.empty_library_text")}</Empty>}
      <ul className="libs">
        {found.map((scenario) => (
          <Card key={scenario.id} scenario={scenario} />
        ))}
      </ul>
      {scenarios.length > 0 && !found.length && <p role="status">{t("home.search_none", { words })}</p>}
      <p className="hint">{t("home.folders")}</p>
    </>
  );
}

function matches({ title, summary }: ScenarioShape, words: string): boolean {
  return `${title} ${summary}`.toLowerCase().includes(words.trim().toLowerCase());
}

function Card({ scenario }: { scenario: ScenarioShape }) {
  const { orders, injects } = scenario;
  const facts: [string, string][] = [
    [t("home.version"), scenario.version],
    [t("home.players"), players(scenario)],
    [t("home.time"), times(scenario)],
    [t("home.content"), `${t("home.orders", { n: orders })}, ${t("home.injects", { n: injects })}`],
    [t("home.language"), language(scenario.language)],
  ];
  return (
    <li className="lib">
      <h3>{scenario.title}</h3>
      <dl className="meta">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="stack-s">
        <p>{scenario.summary}</p>
        {scenario.rewritten && <p className="hint">{t("home.rewritten")}</p>}
        {scenario.content_note && (
          <p className="hint">
            <b>{t("home.content_note")}:</b> {scenario.content_note}
          </p>
        )}
      </div>
      <div className="btns">
        <a className="btn small ghost" href={`/scenarios/${encodeURIComponent(scenario.id)}`}>
          {t("book.read")} <span className="said">{scenario.title}</span>
        </a>
        <a className="btn small ghost" href={`/scenarios/${encodeURIComponent(scenario.id)}/simulation`}>
          {t("sim.link")} <span className="said">{scenario.title}</span>
        </a>
        <a className="btn small" href={`/new/${encodeURIComponent(scenario.id)}`}>
          {t("home.set_up")} <span className="said">{scenario.title}</span>
        </a>
      </div>
    </li>
  );
}

function players({ team_sets }: ScenarioShape): string {
  return [...new Set(team_sets.map((set) => set.players))].join(", ");
}

function times({ clocks }: ScenarioShape): string {
  const minutes = clocks.map((clock) => clock.minutes);
  const [low, high] = [Math.min(...minutes), Math.max(...minutes)];
  return low === high ? span(low) : t("home.range", { low: span(low), high: span(high) });
}
