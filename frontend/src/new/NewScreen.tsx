/** Set-up of one exercise, before its lobby opens. */
import { useState } from "react";
import { useAct, useFetched } from "../fetched";
import { Failed } from "../home/HomeScreen";
import { openExercise, scenarios as readScenarios } from "../rest";
import type { NewExercise, ScenarioShape } from "../shapes";
import { span } from "../text/format";
import { t } from "../text/t";
import { Failure, Loading } from "../ui/Empty";
import { FieldError } from "../ui/Field";
import { Plate } from "../ui/TeamPlate";
import { TopBar } from "../ui/TopBar";
import { clocks, teamSets } from "./choices";
import { Choices, Lengths, Tick } from "./fields";
import { clockOf, firstChoice, sum, treated, trimmed } from "./setup";
import "../styles/staff.css";
import "../home/home.css";

export default function NewScreen() {
  const library = useFetched(readScenarios);
  const scenario = library.data?.find((one) => one.id === wanted());
  return (
    <div className="screen">
      <TopBar mark="EXERCISE" title={t("home.title")}>
        <a className="btn ghost" href="/">
          {t("new.home")}
        </a>
      </TopBar>
      <main className="setup-g">
        {scenario && <SetUp scenario={scenario} />}
        {library.error && <Failed error={library.error} again={library.again} />}
        {!library.data && !library.error && <Loading what={t("home.library")} lines={8} />}
        {library.data && !scenario && <Failure title={t("new.unknown")}>{t("new.unknown_text")}</Failure>}
      </main>
    </div>
  );
}

function wanted(): string {
  return decodeURIComponent(window.location.pathname.split("/")[2] ?? "");
}

function SetUp({ scenario }: { scenario: ScenarioShape }) {
  const [setup, setSetup] = useState(() => firstChoice(scenario));
  const { busy, error, run } = useAct();
  const set = (change: Partial<NewExercise>) => setSetup((was) => ({ ...was, ...change }));
  const open = () =>
    run("open", async () => {
      const { id } = await openExercise(trimmed(clockOf(scenario, setup), setup));
      window.location.assign(`/e/${id}/`);
    });
  return (
    <>
      <h1>{t("new.title", { scenario: scenario.title })}</h1>
      <form
        id="setup"
        className="setup"
        onSubmit={(event) => {
          event.preventDefault();
          void open();
        }}
      >
        <Fields scenario={scenario} setup={setup} set={set} />
      </form>
      <aside className="setup-side">
        <Teams scenario={scenario} setup={setup} />
        <SumLine scenario={scenario} setup={setup} />
        <button type="submit" form="setup" className="btn primary wide big" disabled={!!busy || !setup.title.trim()}>
          {busy ? t("new.opening") : t("new.open")}
        </button>
        <div className="said-room" role="alert">
          {error ? (
            <FieldError text={error.message} />
          ) : (
            !setup.title.trim() && <FieldError text={t("new.name_missing")} />
          )}
        </div>
      </aside>
    </>
  );
}

interface FieldsProps {
  scenario: ScenarioShape;
  setup: NewExercise;
  set: (change: Partial<NewExercise>) => void;
}

function Fields({ scenario, setup, set }: FieldsProps) {
  const clock = clockOf(scenario, setup);
  const modes = (["umpire", "engine"] as const).map((id) => ({
    id,
    title: t(`new.mode.${id}`),
    summary: t(`new.mode.${id}_hint`),
  }));
  return (
    <>
      <label>
        {t("new.name")}
        <input value={setup.title} maxLength={120} onChange={(event) => set({ title: event.target.value })} />
        <span className="hint">{t("new.name_hint")}</span>
      </label>
      <Choices
        legend={t("new.start_card")}
        choices={scenario.start_cards}
        chosen={setup.start_card}
        onChoose={(start_card) => set({ start_card })}
      />
      <Choices
        legend={t("new.rule_card")}
        hint={t("new.rule_card_hint")}
        choices={scenario.rule_cards}
        chosen={setup.rule_card}
        onChoose={(rule_card) => set({ rule_card })}
      />
      <Treatments scenario={scenario} setup={setup} set={set} />
      <Choices
        legend={t("new.team_set")}
        choices={teamSets(scenario)}
        chosen={setup.team_set}
        onChoose={(team_set) => set({ team_set })}
      />
      <Choices
        legend={t("new.clock")}
        choices={clocks(scenario)}
        chosen={setup.clock}
        onChoose={(chosen) => set({ clock: chosen, seconds: {} })}
      />
      {clock && <Lengths clock={clock} setup={setup} onChange={(seconds) => set({ seconds })} />}
      <Choices
        legend={t("new.mode")}
        choices={modes}
        chosen={setup.mode}
        onChoose={(mode) => set({ mode: mode === "engine" ? "engine" : "umpire" })}
      />
      <fieldset className="stack-s">
        <legend>{t("new.course")}</legend>
        <Tick
          word={t("new.auto_advance")}
          hint={t("new.auto_advance_hint")}
          on={setup.auto_advance ?? true}
          onChange={(auto_advance) => set({ auto_advance })}
        />
        <Tick
          word={t("new.show_readiness")}
          hint={t("new.show_readiness_hint")}
          on={setup.show_readiness ?? false}
          onChange={(show_readiness) => set({ show_readiness })}
        />
        <Tick
          word={t("new.practice")}
          hint={t("new.practice_hint")}
          on={setup.practice ?? false}
          onChange={(practice) => set({ practice })}
        />
      </fieldset>
    </>
  );
}

/** For whoever compares groups: few do, so they are folded. */
function Treatments({ scenario, setup, set }: FieldsProps) {
  if (!scenario.treatments.length) return null;
  const usual = { id: "", title: t("new.as_usual"), summary: "" };
  const chosen = Object.keys(setup.treatments ?? {}).length;
  return (
    <details className="treatments">
      <summary>
        {t("new.treatments")}{" "}
        <span className="hint">{chosen ? t("new.treatments_on", { n: chosen }) : t("new.treatments_off")}</span>
      </summary>
      <p className="hint">{t("new.treatments_hint")}</p>
      {scenario.treatments.map(({ id, title, summary, arms }) => (
        <Choices
          key={id}
          legend={title}
          hint={summary}
          choices={[usual, ...arms]}
          chosen={setup.treatments?.[id] ?? ""}
          onChoose={(arm) => set({ treatments: treated(setup, id, arm) })}
        />
      ))}
    </details>
  );
}

function Teams({ scenario, setup }: Pick<FieldsProps, "scenario" | "setup">) {
  const teams = scenario.team_sets.find((one) => one.id === setup.team_set)?.teams ?? [];
  return (
    <section className="stack-s">
      <h2>{t("new.teams")}</h2>
      <ul className="setup-teams">
        {teams.map((team) => (
          <li key={team.letters}>
            <Plate letters={team.letters} slot={team.slot} name={team.name} />
            <span>{team.name}</span>
            <span className="hint">{t("new.seats", { n: team.seats })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function SumLine({ scenario, setup }: Pick<FieldsProps, "scenario" | "setup">) {
  const clock = clockOf(scenario, setup);
  if (!clock) return null;
  const { turns, turn, total, open } = sum(clock, setup);
  return (
    <div className="stack-s" aria-live="polite">
      <p className="sum">{t("new.sum", { n: turns, turn: span(turn), total: span(total) })}</p>
      {open && <p className="hint">{t("new.sum_open")}</p>}
    </div>
  );
}
