/** Home: what runs, then the library. */

import { useFetched } from "../fetched";
import { call, exercises as readExercises, scenarios as readScenarios } from "../rest";
import type { ExerciseLine, ScenarioShape } from "../shapes";
import { t } from "../text/t";
import { Empty, Failure, Loading } from "../ui/Empty";
import { TopBar, TopButton } from "../ui/TopBar";
import { Library } from "./Library";
import { Runs } from "./Runs";
import "../styles/staff.css";
import "./home.css";

const EVERY = 10_000;

export default function HomeScreen() {
  const runs = useFetched(readExercises, EVERY);
  const library = useFetched(readScenarios);
  const failed = [runs, library].find((read) => read.error && !read.data);
  const ready = runs.data && library.data;
  return (
    <div className="screen">
      <TopBar mark="EXERCISE" title={t("home.title")}>
        <TopButton icon="skip" word={t("home.sign_out")} onPress={() => void signOut()} />
      </TopBar>
      <main className="page-g">
        <h1 className="said">{t("home.title")}</h1>
        {failed?.error && <Failed error={failed.error} again={failed.again} />}
        {!ready && !failed && <Loading what={t("home.title")} lines={8} />}
        {runs.data && library.data && <Home runs={runs.data} library={library.data} again={runs.again} />}
      </main>
    </div>
  );
}

interface HomeProps {
  runs: ExerciseLine[];
  library: ScenarioShape[];
  again: () => Promise<void>;
}

/** Drawn when all of it is known, so that nothing jumps. */
function Home({ runs, library, again }: HomeProps) {
  const ended = runs.filter((line) => line.status === "ended");
  const open = runs.filter((line) => line.status !== "ended");
  return (
    <>
      <section aria-labelledby="running">
        <div className="zhead">
          <h2 id="running">{t("home.running")}</h2>
        </div>
        <Runs lines={open} again={again} />
        {!open.length && <Empty title={t("home.none")}>{t("home.none_text")}</Empty>}
      </section>
      <section aria-labelledby="library">
        <Library scenarios={library} />
      </section>
      {ended.length > 0 && (
        <section aria-labelledby="ended">
          <div className="zhead">
            <h2 id="ended">{t("home.ended")}</h2>
          </div>
          <Runs lines={ended} again={again} />
        </section>
      )}
    </>
  );
}

async function signOut(): Promise<void> {
  const { to } = await call<{ to: string }>("POST", "/logout", {});
  window.location.assign(to);
}

/** Could not be read: why, and try again. */
export function Failed({ error, again }: { error: { message: string; code: string }; again: () => void }) {
  const act = (
    <button type="button" className="btn small" onClick={again}>
      {t("rest.again")}
    </button>
  );
  return <Failure title={error.message} code={error.code} act={act} />;
}
