/** Home: what runs, then the library. */

import { useFetched } from "../fetched";
import { call, exercises as readExercises, scenarios as readScenarios } from "../rest";
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
  const ended = runs.data?.filter((line) => line.status === "ended") ?? [];
  const open = runs.data?.filter((line) => line.status !== "ended") ?? [];
  return (
    <div className="screen">
      <TopBar mark="EXERCISE" title={t("home.title")}>
        <TopButton icon="skip" word={t("home.sign_out")} onPress={() => void signOut()} />
      </TopBar>
      <main className="page-g">
        <h1 className="said">{t("home.title")}</h1>
        <section aria-labelledby="running">
          <div className="zhead">
            <h2 id="running">{t("home.running")}</h2>
          </div>
          <Runs lines={open} again={runs.again} />
          {!runs.data && !runs.error && <Loading what={t("home.running")} lines={2} />}
          {runs.data && !open.length && <Empty title={t("home.none")}>{t("home.none_text")}</Empty>}
          {runs.error && <Failed error={runs.error} again={runs.again} />}
        </section>
        <section aria-labelledby="library">
          {library.data && <Library scenarios={library.data} />}
          {!library.data && !library.error && <Loading what={t("home.library")} lines={6} />}
          {library.error && <Failed error={library.error} again={library.again} />}
        </section>
        {ended.length > 0 && (
          <section aria-labelledby="ended">
            <div className="zhead">
              <h2 id="ended">{t("home.ended")}</h2>
            </div>
            <Runs lines={ended} again={runs.again} />
          </section>
        )}
      </main>
    </div>
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
