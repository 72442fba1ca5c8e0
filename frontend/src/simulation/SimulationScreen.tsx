/** Many games by bots: asked for, watched, read as charts. The address says which: none (ask), one, or two to compare. */
import { useEffect, useState } from "react";
import { useFetched } from "../fetched";
import { Failed } from "../home/HomeScreen";
import { scenarios as readScenarios } from "../rest";
import type { ScenarioShape } from "../shapes";
import { t } from "../text/t";
import { Failure, Loading } from "../ui/Empty";
import { TopBar } from "../ui/TopBar";
import { Ask } from "./Ask";
import { Earlier } from "./Earlier";
import { Runs } from "./Runs";
import "../styles/staff.css";
import "../home/home.css";
import "./simulation.css";

export default function SimulationScreen() {
  const { data, error, again } = useFetched(readScenarios);
  const scenario = data?.find((one) => one.id === wanted());
  return (
    <div className="screen">
      <TopBar mark="EXERCISE" title={t("sim.title")}>
        <a className="btn ghost" href={`/scenarios/${encodeURIComponent(wanted())}`}>
          {t("book.title")}
        </a>
        <a className="btn ghost" href="/">
          {t("new.home")}
        </a>
      </TopBar>
      <main className="page-g">
        {error && !data && <Failed error={error} again={again} />}
        {!data && !error && <Loading what={t("sim.title")} lines={12} />}
        {data && !scenario && <Failure title={t("new.unknown")}>{t("new.unknown_text")}</Failure>}
        {scenario && <Simulation scenario={scenario} />}
      </main>
    </div>
  );
}

const wanted = () => decodeURIComponent(window.location.pathname.split("/")[2] ?? "");

function Simulation({ scenario }: { scenario: ScenarioShape }) {
  const ids = useChosen();
  return (
    <>
      <header className="sim-head">
        <h1>{t("sim.heading", { scenario: scenario.title })}</h1>
        {!ids.length && <p className="lede">{t("sim.lead")}</p>}
        <p className="sim-caution">{t("sim.caution")}</p>
      </header>
      {ids.length > 0 ? (
        <Runs key={ids.join("+")} ids={ids} scenario={scenario} />
      ) : (
        <>
          <Ask scenario={scenario} />
          <Earlier scenario={scenario} />
        </>
      )}
    </>
  );
}

/** Up to two simulations, as `#one+another`: a refresh finds them again. */
function useChosen(): string[] {
  const [chosen, setChosen] = useState(readChosen);
  useEffect(() => {
    const changed = () => setChosen(readChosen());
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  return chosen;
}

const readChosen = () =>
  decodeURIComponent(window.location.hash.slice(1))
    .split("+")
    .filter((id) => id)
    .slice(0, 2);
