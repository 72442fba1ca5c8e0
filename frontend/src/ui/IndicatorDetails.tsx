import type { TurnShape, VariableShape } from "../contract";
import { number, valueText } from "../text/format";
import { t } from "../text/t";
import { indicatorUnit, indicatorValue, turns } from "./IndicatorTile";
import { ProvenanceText } from "./ProvenanceChip";

/** What a tile opens: definition, range, history as a table, sources. */
export function IndicatorDetails({ variable, turnsPlayed }: { variable: VariableShape; turnsPlayed: TurnShape[] }) {
  return (
    <>
      <p className="read">{variable.definition || variable.name}</p>
      <dl className="facts">
        <div>
          <dt>{t("tile.at_present")}</dt>
          <dd>
            <b>{indicatorValue(variable)}</b> {indicatorUnit(variable)}
          </dd>
        </div>
        {variable.high > variable.low && (
          <div>
            <dt>{t("tile.range")}</dt>
            <dd>{t("tile.range_text", { low: number(variable.low), high: number(variable.high) })}</dd>
          </div>
        )}
      </dl>
      <History variable={variable} turnsPlayed={turnsPlayed} />
      <section className="stack-s">
        <h3>{t("tile.sources")}</h3>
        <ProvenanceText provenance={variable.provenance} />
      </section>
    </>
  );
}

function History({ variable, turnsPlayed }: { variable: VariableShape; turnsPlayed: TurnShape[] }) {
  const rows = turns(variable);
  if (!rows.length) return null;
  return (
    <section className="stack-s">
      <h3>{t("tile.history")}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t("tile.turn")}</th>
            <th scope="col">{t("tile.value")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([turn, value]) => (
            <tr key={turn}>
              <th scope="row">{turn ? `${turn} · ${turnsPlayed[turn - 1]?.label ?? ""}` : t("tile.start")}</th>
              <td>{valueText(value, variable.places)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
