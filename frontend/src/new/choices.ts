/** What a scenario's cards to choose from say. */
import type { Choice, ScenarioShape } from "../shapes";
import { span } from "../text/format";
import { t } from "../text/t";

export function teamSets(scenario: ScenarioShape): Choice[] {
  return scenario.team_sets.map(({ id, title, players }) => ({
    id,
    title,
    summary: t("new.team_set_words", { players }),
  }));
}

export function clocks(scenario: ScenarioShape): Choice[] {
  return scenario.clocks.map(({ id, title, turns, minutes }) => ({
    id,
    title,
    summary: t("new.clock_words", { n: turns.length, length: span(minutes) }),
  }));
}
