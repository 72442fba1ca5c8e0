/** After EndEx: what was learnt, what the dice were, and the report to take home. */
import { useEffect } from "react";
import { Observations } from "../control/Observations";
import { LineBanner } from "../live/LineBanner";
import { LiveTop } from "../live/LiveTop";
import { connect } from "../live/line";
import { exerciseId } from "../rest";
import { Reveal } from "../seat/Reveal";
import { useLive, useView } from "../store";
import { number } from "../text/format";
import { t } from "../text/t";
import { Loading } from "../ui/Empty";
import { actorName, LibraryProvider, useLibrary } from "../ui/Library";
import { ActorPlate, Plate } from "../ui/TeamPlate";
import { TopLink } from "../ui/TopBar";
import { HotWash } from "./HotWash";
import { Reports, useReports } from "./Reports";
import "../styles/staff.css";
import "../control/control.css";
import "./report.css";

export default function ReportScreen() {
  useEffect(() => {
    const socket = connect();
    return () => socket.stop();
  }, []);
  return <ReportPage />;
}

function ReportPage() {
  const view = useLive((live) => live.view);
  const reports = useReports();
  const ready = view.exercise && (reports.data || reports.error);
  return (
    <LibraryProvider view={view}>
      <div className="screen">
        <Head />
        <LineBanner />
        <main className="page-g report">
          <h1 className="said">{t("report.title")}</h1>
          {ready ? <Sections reports={reports} /> : <Loading what={t("report.title")} lines={10} />}
        </main>
      </div>
    </LibraryProvider>
  );
}

function Sections({ reports }: { reports: ReturnType<typeof useReports> }) {
  const exercise = useView((view) => view.exercise);
  return (
    <>
      {exercise?.status === "running" && <p className="flag">{t("report.running")}</p>}
      <Reports reports={reports} />
      <HotWash />
      <Scores />
      <section className="stack-m">
        <Reveal />
        {exercise?.seed && <Check />}
      </section>
      <section className="stack-m" aria-labelledby="observations">
        <h2 id="observations">{t("report.observations")}</h2>
        <Observations />
      </section>
    </>
  );
}

function Head() {
  const me = (
    <>
      <Plate letters="C" slot={0} name={t("team.control")} />
      <b>{t("report.title")}</b>
    </>
  );
  return (
    <LiveTop me={me}>
      <TopLink icon="back" word={t("report.console")} href={`/e/${exerciseId()}/control`} />
      <TopLink icon="list" word={t("hall.home")} href="/" />
    </LiveTop>
  );
}

function Scores() {
  const scores = Object.entries(useView((view) => view.scores) ?? {});
  const library = useLibrary();
  if (!scores.length) return null;
  return (
    <section className="stack-m" aria-labelledby="scores">
      <h2 id="scores">{t("report.scores")}</h2>
      <table className="plain">
        <tbody>
          {scores.map(([id, score]) => (
            <tr key={id}>
              <th scope="row">
                <ActorPlate actor={score.actor} /> {actorName(library, score.actor)}
              </th>
              <td>{score.title}</td>
              <td className="num-c">
                <b>{number(score.value)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same sum as the engine's `dice.commit`, to be run by anybody. */
function Check() {
  const exercise = useView((view) => view.exercise);
  if (!exercise) return null;
  const { seed = "", nonce = "", pack_hash = "", rules_hash = "" } = exercise;
  const code = [
    "import hashlib",
    `sealed = bytes.fromhex("${seed}") + bytes.fromhex("${nonce}")`,
    `print(hashlib.sha256(sealed + b"${pack_hash}" + b"${rules_hash}").hexdigest())`,
  ].join("\n");
  return (
    <section className="stack-s">
      <h3>{t("report.check")}</h3>
      <p>{t("report.check_text")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by keys */}
      <pre className="code-box mono" tabIndex={0}>
        {code}
      </pre>
    </section>
  );
}
