import { useView } from "../store";
import { t } from "../text/t";
import { Status } from "../ui/Status";

/** Red lines that an order would cross, as far as this seat knows them. */
export function Crosses({ lines }: { lines: string[] }) {
  const known = useView((view) => view.red_lines);
  const titles = lines.map((id) => known?.[id]?.title).filter(Boolean);
  if (!titles.length) return null;
  return (
    <p>
      <Status tone="warn" icon="near">
        {t("orders.crosses", { lines: titles.join("; ") })}
      </Status>
    </p>
  );
}
