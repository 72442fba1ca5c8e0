import { useState } from "react";
import type { VariableShape } from "../contract";
import { LazyTheatre } from "../map/LazyTheatre";
import { ordered } from "../seat/you";
import { useView } from "../store";
import { signed, unitOf, valueText } from "../text/format";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { indicatorValue } from "../ui/IndicatorTile";
import { useLibrary, variableName } from "../ui/Library";
import { Dialog } from "../ui/Overlays";
import { RedLineDetails, RedLineRow } from "../ui/RedLineRow";
import { Segmented } from "../ui/Segmented";
import { open } from "./desk";
import { before, change } from "./truth";

/** Every value as it is, what the public sees of it, and what this turn did to it. */
export function Truth() {
  const [which, setWhich] = useState<"changed" | "all" | "lines">("changed");
  const variables = ordered(useView((view) => view.variables));
  const turn = useView((view) => view.timer?.turn ?? 0);
  const changed = variables.filter(([, variable]) => change(variable, turn) !== 0);
  const shown = which === "all" ? variables : changed;
  const near = Object.values(useView((view) => view.red_lines) ?? {}).filter((line) => line.status !== "open").length;
  const choices = [
    { id: "changed" as const, face: t("truth.changed", { n: changed.length }) },
    { id: "all" as const, face: t("truth.all", { n: variables.length }) },
    { id: "lines" as const, face: near ? t("truth.lines_near", { n: near }) : t("see.red_lines") },
  ];
  return (
    <section className="zone truth" aria-label={t("truth.title")}>
      <div className="zhead">
        <h2>{t("truth.title")}</h2>
        <span className="grow" />
        <Segmented label={t("truth.which")} chosen={which} onChoose={setWhich} choices={choices} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keys */}
      <div className="truth-s" tabIndex={0}>
        {which === "lines" ? <RedLines /> : <Values shown={shown} turn={turn} />}
      </div>
      <LazyTheatre size="small" onOpen={(path) => open({ kind: "variable", path })} />
    </section>
  );
}

function Values({ shown, turn }: { shown: [string, VariableShape][]; turn: number }) {
  return (
    <>
      <table className="truth-t">
        <thead>
          <tr>
            <th scope="col">{t("truth.variable")}</th>
            <th scope="col">{t("truth.true")}</th>
            <th scope="col">{t("truth.public")}</th>
            <th scope="col">{t("truth.turn")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([path, variable]) => (
            <Row key={path} path={path} variable={variable} turn={turn} />
          ))}
        </tbody>
      </table>
      {!shown.length && <p className="hint pad">{t("truth.none")}</p>}
    </>
  );
}

/** Whose lines are near or crossed; they decide as much as any number. */
function RedLines() {
  const lines = ordered(useView((view) => view.red_lines)).sort(([, a], [, b]) => RANK[a.status] - RANK[b.status]);
  const [opened, setOpened] = useState("");
  const line = lines.find(([id]) => id === opened)?.[1];
  return (
    <>
      {!lines.length && <p className="hint pad">{t("truth.no_lines")}</p>}
      <ul aria-label={t("see.red_lines")}>
        {lines.map(([id, one]) => (
          <RedLineRow key={id} line={{ ...one, secret: "" }} mine={false} onOpen={() => setOpened(id)} />
        ))}
      </ul>
      {line && (
        <Dialog title={line.title} size="small" onClose={() => setOpened("")}>
          <RedLineDetails line={line} />
        </Dialog>
      )}
    </>
  );
}

const RANK = { crossed: 0, near: 1, open: 2 } as const;

function Row({ path, variable, turn }: { path: string; variable: VariableShape; turn: number }) {
  const name = variableName(variable, useLibrary());
  return (
    <tr>
      <th scope="row">
        <button type="button" className="row-act" title={name} onClick={() => open({ kind: "variable", path })}>
          {name}
        </button>
      </th>
      <td>
        <b>{indicatorValue(variable)}</b> <small>{unitOf(variable.unit, variable.value)}</small>
      </td>
      <td className="pub" title={variable.public}>
        {variable.public}
      </td>
      <td className="d">
        <Delta variable={variable} turn={turn} />
      </td>
    </tr>
  );
}

function Delta({ variable, turn }: { variable: VariableShape; turn: number }) {
  const moved = change(variable, turn);
  if (moved === 0) return <span aria-hidden="true">·</span>;
  if (moved === true) return <>{t("truth.was", { value: valueText(before(variable, turn) ?? "") })}</>;
  return (
    <>
      <Icon name={moved > 0 ? "up" : "down"} />
      {signed(moved, variable.places)}
    </>
  );
}
