import { useAct } from "../fetched";
import { firstChoice } from "../new/setup";
import { fillWithBots, openExercise, startExercise } from "../rest";
import type { NewExercise, ScenarioShape } from "../shapes";
import { t } from "../text/t";
import { FieldError } from "../ui/Field";

/** Seconds of each phase: long enough to read along, short enough to stay. */
const SECONDS = { briefing: 5, planning: 30, adjudication: 10, feedback: 15 };

/** Bots in every seat, at speed, watched from the console. */
export function Rehearsal({ scenario }: { scenario: ScenarioShape }) {
  const { busy, error, run } = useAct();
  const watch = () =>
    run("watch", async () => {
      const { id } = await openExercise(rehearsal(scenario));
      await fillWithBots(id);
      await startExercise(id);
      window.location.assign(`/e/${id}/control`);
    });
  return (
    <div className="stack-s">
      <button type="button" className="btn wide" disabled={!!busy} onClick={watch}>
        {busy ? t("book.opening") : t("book.watch")}
      </button>
      <p className="hint">{t("book.watch_hint")}</p>
      {error && <FieldError text={error.message} />}
    </div>
  );
}

/** The first of all cards; the engine rules and the clock closes. */
export function rehearsal(scenario: ScenarioShape): NewExercise {
  return {
    ...firstChoice(scenario),
    title: t("book.rehearsal", { scenario: scenario.title }).slice(0, 120),
    mode: "engine",
    practice: true,
    seconds: SECONDS,
  };
}
