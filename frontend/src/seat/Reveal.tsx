import { useView } from "../store";
import { t } from "../text/t";

/** The commitment, and after EndEx the seed that it hid, with the way to check one against the other. */
export function Reveal() {
  const exercise = useView((view) => view.exercise);
  if (!exercise) return null;
  const rows = [
    [t("reveal.commitment"), exercise.commitment],
    [t("reveal.seed"), exercise.seed],
    [t("reveal.nonce"), exercise.nonce],
    [t("reveal.pack"), exercise.pack_hash],
    [t("reveal.rules"), exercise.rules_hash],
  ].filter(([, value]) => value);
  return (
    <section className="stack-s">
      <h3>{t("reveal.title")}</h3>
      <p>{exercise.seed ? t("reveal.open") : t("reveal.sealed")}</p>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
      {exercise.seed && <p className="hint">{t("reveal.how")}</p>}
    </section>
  );
}
