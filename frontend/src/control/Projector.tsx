/** Control's hand on the wall: what it shows, for everybody who looks at it, at once. */
import { useMemo, useState } from "react";
import type { ShowOnWall, VariableShape } from "../contract";
import { useFetched } from "../fetched";
import { ask } from "../live/line";
import { useHasMap } from "../map/LazyTheatre";
import { exerciseId, lobby } from "../rest";
import { ordered } from "../seat/you";
import { type Answer, useLive, useView } from "../store";
import { t } from "../text/t";
import { Failure } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { useLibrary, variableName } from "../ui/Library";
import { Dialog } from "../ui/Overlays";
import { close } from "./desk";

type Show = ShowOnWall["show"];
type Choose = (show: Show, more?: { of?: string; line?: string }) => Promise<void>;

/** What the wall cannot show: the public does not see it. */
const HIDDEN: VariableShape["public"][] = ["nothing", "each team’s own estimate"];
const PLAIN = ["situation", "map", "time_line", "outcomes", "clock", "join", "stand_by"] as const;

export function Projector() {
  const [refused, setRefused] = useState<Answer>();
  const choose: Choose = async (show, more = {}) => {
    const answer = await ask({ type: "show_on_wall", show, ...more }, false);
    setRefused(answer.type === "refused" ? answer : undefined);
  };
  return (
    <Dialog title={t("project.title")} onClose={close}>
      <div className="stack-m">
        <p className="hint">{t("project.text")}</p>
        <NowOnIt />
        {refused?.type === "refused" && <Failure title={refused.text} code={refused.code} />}
        <Slides choose={choose} />
        <OneOf choose={choose} />
        <OwnLine choose={choose} />
        <WallLink />
      </div>
    </Dialog>
  );
}

/** The slide as it stands, by its name and what it names. */
function NowOnIt() {
  const wall = useLive((live) => live.wall);
  const name = useView((view) => {
    const of = wall?.of ?? "";
    return view.variables?.[of]?.name ?? view.rulings?.[of]?.title ?? view.hot_wash?.[of];
  });
  if (!wall) return null;
  const what = [t(`project.${wall.show}`), name ?? wall.line].filter(Boolean).join(": ");
  return <p aria-live="polite">{t("project.now", { what })}</p>;
}

function Slides({ choose }: { choose: Choose }) {
  const wall = useLive((live) => live.wall);
  const mapped = useHasMap();
  const shows = PLAIN.filter((show) => show !== "map" || mapped);
  const on = (show: Show) => wall?.show === show && !wall.of && !wall.line;
  return (
    <fieldset className="chips">
      <legend className="said">{t("project.slides")}</legend>
      {shows.map((show) => (
        <button key={show} type="button" className="chip" aria-pressed={on(show)} onClick={() => void choose(show)}>
          {t(`project.${show}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** One indicator, one ruling or one question, large. */
function OneOf({ choose }: { choose: Choose }) {
  const library = useLibrary();
  const variables = ordered(useView((view) => view.variables)).filter(([, one]) => !HIDDEN.includes(one.public));
  const rulings = ordered(useView((view) => view.rulings))
    .filter(([, one]) => one.status === "issued" && one.kind !== "drift")
    .reverse();
  const questions = Object.entries(useView((view) => view.hot_wash) ?? {});
  return (
    <>
      <Pick
        label={t("project.indicator")}
        things={variables.map(([id, one]) => [id, variableName(one, library)])}
        onShow={(of) => choose("indicator", { of })}
      />
      <Pick
        label={t("project.ruling")}
        things={rulings.map(([id, one]) => [id, `${t("phase.turn", { turn: one.turn })}: ${one.title}`])}
        onShow={(of) => choose("outcomes", { of })}
      />
      <Pick label={t("project.question")} things={questions} onShow={(of) => choose("question", { of })} />
    </>
  );
}

interface PickProps {
  label: string;
  things: [id: string, name: string][];
  onShow: (of: string) => Promise<void>;
}

function Pick({ label, things, onShow }: PickProps) {
  const [chosen, setChosen] = useState("");
  if (!things.length) return null;
  const of = things.some(([id]) => id === chosen) ? chosen : "";
  return (
    <div className="project-row">
      <label>
        {label}
        <select value={of} onChange={(event) => setChosen(event.target.value)}>
          <option value="">{t("project.choose")}</option>
          {things.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ShowIt what={label} disabled={!of} onPress={() => onShow(of)} />
    </div>
  );
}

function OwnLine({ choose }: { choose: Choose }) {
  const [line, setLine] = useState("");
  return (
    <div className="project-row">
      <label>
        {t("project.line")}
        <input
          value={line}
          maxLength={200}
          aria-describedby="project-line"
          onChange={(event) => setLine(event.target.value)}
        />
        <span className="hint" id="project-line">
          {t("project.line_hint")}
        </span>
      </label>
      <ShowIt
        what={t("project.line")}
        disabled={!line.trim()}
        onPress={() => choose("stand_by", { line: line.trim() })}
      />
    </div>
  );
}

function ShowIt({ what, disabled, onPress }: { what: string; disabled: boolean; onPress: () => Promise<void> }) {
  return (
    <button
      type="button"
      className="btn"
      disabled={disabled}
      aria-label={t("project.show_what", { what })}
      onClick={() => void onPress()}
    >
      {t("project.show")}
    </button>
  );
}

function WallLink() {
  const id = exerciseId();
  const read = useMemo(() => () => lobby(id), [id]);
  const { data } = useFetched(read);
  return (
    <p>
      <a className="btn" href={data?.wall ?? "#"} target="_blank" rel="noreferrer" aria-disabled={!data || undefined}>
        <Icon name="screen" />
        {t("project.open")}
      </a>
    </p>
  );
}
