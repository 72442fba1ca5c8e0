import type { NeedShape } from "../contract";
import { t } from "../text/t";
import { Icon } from "./Icons";
import { teamName, useLibrary } from "./Library";
import { TeamPlate } from "./TeamPlate";

/** One row for each requirement that is not met: its reason, and who could lift it by which act. */
export function WhyNot({ needs }: { needs: Record<string, NeedShape> }) {
  return (
    <ul className="why" aria-label={t("why.label")}>
      {Object.entries(needs)
        .filter(([, need]) => !need.met)
        .map(([place, need]) => (
          <li key={place}>
            <Icon name="x" label={t("why.unmet")} />
            <div>
              <p>{need.why}</p>
              <Lift need={need} />
            </div>
          </li>
        ))}
    </ul>
  );
}

function Lift({ need }: { need: NeedShape }) {
  const library = useLibrary();
  if (!need.act && !need.deciders.length) return null;
  return (
    <p className="lift">
      {need.deciders.map((team) => (
        <span key={team}>
          <TeamPlate team={team} /> {teamName(library, team)}
        </span>
      ))}
      {need.seats?.length ? <span>{need.seats.join(", ")}</span> : null}
      {need.act && <span>{t("why.by", { act: need.act })}</span>}
    </p>
  );
}
