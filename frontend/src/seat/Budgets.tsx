/** What is free to spend, and how many orders are given: a table, so that no number that changes moves a line. */
import type { BudgetShape } from "../contract";
import { useView } from "../store";
import { number, unitOf } from "../text/format";
import { t } from "../text/t";
import { actorLabel } from "./you";

export function Budgets() {
  const budgets = Object.entries(useView((view) => view.budget) ?? {});
  const actors = useView((view) => view.actors);
  const columns = stores(budgets.map(([, budget]) => budget));
  const several = budgets.length > 1;
  if (!budgets.length) return null;
  return (
    <table className="budgets">
      <caption className="said">{t("orders.budget")}</caption>
      <thead>
        <tr>
          {several && <td />}
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">{t("seat.orders")}</th>
        </tr>
      </thead>
      <tbody>
        {budgets.map(([actor, budget]) => (
          <tr key={actor}>
            {several && <th scope="row">{actorLabel(actors, actor)}</th>}
            {columns.map((column) => (
              <td key={column}>{freeWords(budget, column)}</td>
            ))}
            <td>{givenWords(budget)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Store = BudgetShape["stores"][string];

/** "Money, €bn": what a column holds. Two actors may call the same group otherwise. */
function heading({ name, unit }: Store): string {
  return unit ? t("field.unit", { label: name, unit: unitOf(unit) }) : name;
}

function stores(budgets: BudgetShape[]): string[] {
  return [...new Set(budgets.flatMap((budget) => Object.values(budget.stores).map(heading)))];
}

function freeWords({ stores }: BudgetShape, column: string): string {
  const store = Object.values(stores).find((one) => heading(one) === column);
  return store ? t("orders.free_of", { free: number(store.have - store.committed), have: number(store.have) }) : "–";
}

function givenWords({ orders, limit }: BudgetShape): string {
  return limit === undefined ? number(orders) : t("orders.of_limit", { n: orders, limit });
}
