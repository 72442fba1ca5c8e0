/** Orders in words: cost, content, title. */
import type { BudgetShape, FieldShape, MenuShape, OrderShape } from "../contract";
import { type Value, withUnit } from "../text/format";
import { t } from "../text/t";

export const FREE = "free";

/** "Political capital 2, Money 0.4 €bn": amounts by resource group, as the actor's stores are called. */
export function costWords(cost: Record<string, number>, budget: BudgetShape | undefined): string {
  return Object.entries(cost)
    .sort(([a], [b]) => place(budget, a) - place(budget, b))
    .map(([path, amount]) => {
      const group = path.split(".")[0] ?? path;
      const store = budget?.stores[group];
      return t("order.cost", { name: store?.name ?? group, amount: withUnit(amount, store?.unit ?? "") });
    })
    .join(", ");
}

/** Where the budget above the orders has this resource. */
function place(budget: BudgetShape | undefined, path: string): number {
  return Object.keys(budget?.stores ?? {}).indexOf(path.split(".")[0] ?? path);
}

/** One line of content: what a given order says. */
export function saidWords({ said }: Pick<OrderShape, "said">): string {
  return said
    .filter(({ value }) => value !== "")
    .map(({ label, value, unit }) => `${label}: ${withUnit(value, unit)}`)
    .join(" · ");
}

/** The same for a draft: each field that is filled in. */
export function formWords(form: Record<string, Value>, fields: FieldShape[]): string {
  return fields
    .filter((field) => form[field.id] !== undefined && form[field.id] !== "")
    .map((field) => `${field.label}: ${withUnit(form[field.id] ?? "", field.unit ?? "", 2, field.choices)}`)
    .join(" · ");
}

export function kindTitle(menu: Record<string, MenuShape> | undefined, kind: string): string {
  return menu?.[kind]?.title ?? (kind === FREE ? t("order.free") : kind);
}
