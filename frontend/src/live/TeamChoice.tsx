import { ordered } from "../seat/you";
import { useView } from "../store";
import { t } from "../text/t";

interface TeamChoiceProps {
  label: string;
  /** "": no team in particular. */
  team: string;
  onChange: (team: string) => void;
}

/** Which team an observation is about. */
export function TeamChoice({ label, team, onChange }: TeamChoiceProps) {
  const teams = ordered(useView((view) => view.teams));
  return (
    <label>
      {label}
      <select value={team} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("observe.no_team")}</option>
        {teams.map(([id, shape]) => (
          <option key={id} value={id}>
            {shape.name}
          </option>
        ))}
      </select>
    </label>
  );
}
