import { useView } from "../store";
import { signed } from "../text/format";
import { t } from "../text/t";
import { indicatorUnit, indicatorValue, trend } from "../ui/IndicatorTile";

const NUMBERS = 5;

/** The public key numbers, in a row. */
export function Numbers() {
  const variables = useView((view) => view.variables);
  const shown = Object.entries(variables ?? {})
    .filter(([, variable]) => variable.key)
    .sort(([, a], [, b]) => a.order - b.order)
    .slice(0, NUMBERS);
  return (
    <ul className="pind">
      {shown.map(([path, variable]) => {
        const points = trend(variable);
        const change = (points.at(-1) ?? 0) - (points.at(-2) ?? points.at(-1) ?? 0);
        return (
          <li key={path}>
            <span>{variable.name}</span>
            <b>
              {indicatorValue(variable)}
              <small>{indicatorUnit(variable)}</small>
            </b>
            <em>{points.length > 1 && change !== 0 && signed(change, variable.places)}</em>
          </li>
        );
      })}
      <OrdersIn />
    </ul>
  );
}

/** Only where the exercise's setting lets the wall see it. */
function OrdersIn() {
  const teams = Object.values(useView((view) => view.teams) ?? {});
  if (!teams.some((team) => team.submitted !== undefined)) return null;
  return (
    <li>
      <span>{t("wall.orders_in")}</span>
      <b>
        {teams.filter((team) => (team.submitted ?? 0) > 0).length}
        <small>{t("wall.of_teams", { n: teams.length })}</small>
      </b>
    </li>
  );
}
