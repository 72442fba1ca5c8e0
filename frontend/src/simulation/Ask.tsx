import { type FormEvent, useId, useState } from "react";
import { useAct } from "../fetched";
import { clocks, teamSets } from "../new/choices";
import { Choices } from "../new/fields";
import { startSimulation } from "../rest";
import type { Choice, NewSimulation, ScenarioShape } from "../shapes";
import { number } from "../text/format";
import { t } from "../text/t";
import { POLICIES } from "../ui/bots";
import { FieldError } from "../ui/Field";

/** As the server has it. */
const MOST_RUNS = 4000;
const MOST_SEED = 2 ** 31 - 1;

/** What to play, how often. Started, the address names the simulation. */
export function Ask({ scenario }: { scenario: ScenarioShape }) {
  const [wanted, setWanted] = useState(() => firstWanted(scenario));
  const { busy, error, run } = useAct();
  const set = (change: Partial<NewSimulation>) => setWanted((was) => ({ ...was, ...change }));
  const start = (event: FormEvent) => {
    event.preventDefault();
    void run("start", async () => {
      window.location.hash = (await startSimulation(wanted)).id;
    });
  };
  return (
    <section aria-labelledby="ask">
      <div className="zhead">
        <h2 id="ask">{t("sim.ask")}</h2>
      </div>
      <form className="setup" onSubmit={start}>
        <Cards scenario={scenario} wanted={wanted} set={set} />
        <fieldset>
          <legend>{t("sim.how_often")}</legend>
          <div className="row2">
            <Whole
              word={t("sim.runs")}
              hint={t("sim.runs_hint", { most: number(MOST_RUNS) })}
              value={wanted.runs}
              least={1}
              most={MOST_RUNS}
              onChange={(runs) => set({ runs })}
            />
            <Whole
              word={t("sim.seed")}
              hint={t("sim.seed_hint")}
              value={wanted.seed}
              least={0}
              most={MOST_SEED}
              onChange={(seed) => set({ seed })}
            />
          </div>
        </fieldset>
        <div className="sim-go">
          <button type="submit" className="btn primary big" disabled={!!busy}>
            {busy ? t("sim.starting") : t("sim.start")}
          </button>
          <p className="hint">{t("sim.start_hint")}</p>
        </div>
        <div className="said-room" role="alert">
          {error && <FieldError text={error.message} />}
        </div>
      </form>
    </section>
  );
}

interface CardsProps {
  scenario: ScenarioShape;
  wanted: NewSimulation;
  set: (change: Partial<NewSimulation>) => void;
}

function Cards({ scenario, wanted, set }: CardsProps) {
  return (
    <>
      <Choices
        legend={t("sim.plays")}
        hint={t("sim.plays_hint")}
        choices={waysToPlay(scenario)}
        chosen={wanted.plays}
        onChoose={(plays) => set({ plays })}
      />
      <Choices
        legend={t("new.start_card")}
        choices={scenario.start_cards}
        chosen={wanted.start_card}
        onChoose={(start_card) => set({ start_card })}
      />
      <Choices
        legend={t("new.rule_card")}
        choices={scenario.rule_cards}
        chosen={wanted.rule_card}
        onChoose={(rule_card) => set({ rule_card })}
      />
      <Choices
        legend={t("new.team_set")}
        choices={teamSets(scenario)}
        chosen={wanted.team_set}
        onChoose={(team_set) => set({ team_set })}
      />
      <Choices
        legend={t("new.clock")}
        choices={clocks(scenario)}
        chosen={wanted.clock}
        onChoose={(clock) => set({ clock })}
      />
    </>
  );
}

interface WholeProps {
  word: string;
  hint: string;
  value: number;
  least: number;
  most: number;
  onChange: (value: number) => void;
}

/** A whole number; the browser says what is wrong with it when the form is sent. */
function Whole({ word, hint, value, least, most, onChange }: WholeProps) {
  const id = useId();
  return (
    <div className="stack-s">
      <label htmlFor={id}>{word}</label>
      <input
        id={id}
        aria-describedby={`${id}-hint`}
        type="number"
        inputMode="numeric"
        required
        min={least}
        max={most}
        step={1}
        value={Number.isNaN(value) ? "" : value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span id={`${id}-hint`} className="hint">
        {hint}
      </span>
    </div>
  );
}

/** Characters first: every scenario has them. */
function waysToPlay(scenario: ScenarioShape): Choice[] {
  const bots = POLICIES.map((id) => ({ id, title: t(`sim.bots.${id}`), summary: t(`sim.bots.${id}_hint`) }));
  return [...bots, ...scenario.plans];
}

function firstWanted(scenario: ScenarioShape): NewSimulation {
  return {
    scenario: scenario.id,
    clock: scenario.clocks[0]?.id ?? "",
    start_card: scenario.start_cards[0]?.id ?? "",
    rule_card: scenario.rule_cards[0]?.id ?? "",
    team_set: scenario.team_sets[0]?.id ?? "",
    plays: scenario.plans[0]?.id ?? "cautious",
    runs: 400,
    seed: 7,
  };
}
