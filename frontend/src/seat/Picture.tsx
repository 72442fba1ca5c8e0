import { useState } from "react";
import { useView } from "../store";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { IndicatorTile } from "../ui/IndicatorTile";
import { useLibrary, variableName } from "../ui/Library";
import { RedLineRow } from "../ui/RedLineRow";
import { Segmented } from "../ui/Segmented";
import { open } from "./desk";
import { ordered, useMine } from "./you";

type Which = "key" | "all";

export function Picture() {
  const variables = ordered(useView((view) => view.variables));
  const library = useLibrary();
  const twice = (name: string) => variables.filter(([, one]) => one.name === name).length > 1;
  const [which, setWhich] = useState<Which>("key");
  const keys = variables.filter(([, variable]) => variable.key);
  const shown = which === "all" || !keys.length ? variables : keys;
  return (
    <section className="zone picture" id="zone-picture" tabIndex={-1} aria-label={t("seat.picture")}>
      <div className="zhead">
        <h2>{t("seat.picture")}</h2>
        {keys.length > 0 && (
          <Segmented
            label={t("picture.which")}
            chosen={which}
            onChoose={setWhich}
            choices={[
              { id: "key", face: t("picture.key") },
              { id: "all", face: t("picture.all", { n: variables.length }) },
            ]}
          />
        )}
      </div>
      {!variables.length && <Empty title={t("picture.empty")} />}
      <ul>
        {shown.map(([path, variable]) => (
          <IndicatorTile
            key={path}
            variable={variable}
            name={twice(variable.name) ? variableName(variable, library) : variable.name}
            onOpen={() => open({ kind: "indicator", id: path })}
          />
        ))}
      </ul>
      <RedLines />
    </section>
  );
}

function RedLines() {
  const lines = ordered(useView((view) => view.red_lines));
  const { actors } = useMine();
  if (!lines.length) return null;
  return (
    <>
      <div className="zhead">
        <h2>{t("picture.red_lines")}</h2>
      </div>
      <ul>
        {lines.map(([id, line]) => (
          <RedLineRow
            key={id}
            line={line}
            mine={actors.includes(line.owner)}
            onOpen={() => open({ kind: "red_line", id })}
          />
        ))}
      </ul>
    </>
  );
}
