/** Ask for a report, watch it being made, take it home. */
import { useEffect, useMemo, useState } from "react";
import { type Fetched, useAct, useFetched } from "../fetched";
import { Choices } from "../new/fields";
import { askReport, exerciseId, reports as readReports } from "../rest";
import type { NewReport, ReportShape } from "../shapes";
import { useLive } from "../store";
import { day, percent } from "../text/format";
import { t } from "../text/t";
import { Empty } from "../ui/Empty";
import { FieldError } from "../ui/Field";
import type { IconName } from "../ui/Icons";
import { Status, type Tone } from "../ui/Status";

const PROFILES = ["control", "public"] as const;
const FORMATS = ["pdf", "jsonl"] as const;
/** The bell rings when something moves; this is for when it is not heard. */
const WHILE_MADE = 2_000;

/** The reports asked for so far; read again while one is being made. */
export function useReports(): Fetched<ReportShape[]> {
  const id = exerciseId();
  const read = useMemo(() => () => readReports(id), [id]);
  const [making, setMaking] = useState(false);
  const fetched = useFetched(read, making ? WHILE_MADE : 0);
  const { data, again } = fetched;
  const jobs = useLive((live) => live.jobs);
  const unfinished = data?.some((one) => one.state === "waiting" || one.state === "running") ?? false;
  useEffect(() => setMaking(unfinished), [unfinished]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a job that moved is the reason to look again
  useEffect(() => {
    void again();
  }, [jobs, again]);
  return fetched;
}

export function Reports({ reports }: { reports: Fetched<ReportShape[]> }) {
  const { data, error, again } = reports;
  return (
    <section className="stack-m" aria-labelledby="reports">
      <h2 id="reports">{t("report.make")}</h2>
      <Ask id={exerciseId()} again={again} />
      {error && <FieldError text={error.message} />}
      {data && !data.length && <Empty title={t("report.none")}>{t("report.none_text")}</Empty>}
      <ul className="reports" aria-live="polite">
        {data?.map((one) => (
          <Line key={one.id} report={one} />
        ))}
      </ul>
    </section>
  );
}

function Ask({ id, again }: { id: string; again: () => Promise<void> }) {
  const [wanted, setWanted] = useState<NewReport>({ format: "pdf", profile: "public" });
  const { busy, error, run } = useAct();
  const ask = async () => {
    await run("ask", () => askReport(id, wanted));
    await again();
  };
  return (
    <div className="stack-m">
      <div className="row2">
        <Choices
          legend={t("report.profile")}
          chosen={wanted.profile}
          choices={PROFILES.map((one) => ({
            id: one,
            title: t(`report.profile.${one}`),
            summary: t(`report.profile.${one}_hint`),
          }))}
          onChoose={(profile) => setWanted({ ...wanted, profile: profile === "control" ? "control" : "public" })}
        />
        <Choices
          legend={t("report.format")}
          chosen={wanted.format}
          choices={FORMATS.map((one) => ({
            id: one,
            title: t(`report.format.${one}`),
            summary: t(`report.format.${one}_hint`),
          }))}
          onChoose={(format) => setWanted({ ...wanted, format: format === "jsonl" ? "jsonl" : "pdf" })}
        />
      </div>
      <div className="row">
        <button type="button" className="btn primary" disabled={!!busy} onClick={() => void ask()}>
          {t("report.ask")}
        </button>
        <span className="hint">{t("report.make_text")}</span>
      </div>
      {error && <FieldError text={error.message} />}
    </div>
  );
}

const LOOK: Record<ReportShape["state"], { tone: Tone; icon: IconName }> = {
  waiting: { tone: "", icon: "clock" },
  running: { tone: "warn", icon: "pen" },
  done: { tone: "ok", icon: "check" },
  failed: { tone: "bad", icon: "stop" },
};

function Line({ report }: { report: ReportShape }) {
  const { tone, icon } = LOOK[report.state];
  const format = t(`report.format.${report.format}`);
  const making = report.state === "waiting" || report.state === "running";
  return (
    <li className="report-line">
      <Status tone={tone} icon={icon}>
        {t(`report.state.${report.state}`)}
      </Status>
      <b>{t("report.line", { format, profile: t(`report.profile.${report.profile}`) })}</b>
      <span className="hint">
        {report.state === "done" ? day(report.asked_at) : report.text || day(report.asked_at)}
      </span>
      <span className="report-end">
        {making && (
          <progress max={1} value={report.progress} aria-label={format}>
            {t("report.progress", { percent: percent(report.progress) })}
          </progress>
        )}
        {report.state === "done" && (
          <a className="btn small" href={report.link} download>
            {t("report.download")}
          </a>
        )}
      </span>
    </li>
  );
}
