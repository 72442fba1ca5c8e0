/** The log: its last lines beside the MSEL, and page by page in a sheet, from where one may rewind. */
import { useCallback, useEffect, useState } from "react";
import type { LogLine, LogPage } from "../contract";
import { ask } from "../live/line";
import { useText } from "../live/texts";
import { useLive, useView } from "../store";
import { clock, hash } from "../text/format";
import { t } from "../text/t";
import { Empty, Loading } from "../ui/Empty";
import { Dialog } from "../ui/Overlays";
import { TeamPlate } from "../ui/TeamPlate";
import { TextField } from "../ui/TextField";
import { AskDialog } from "./ClockDialogs";
import { close, open } from "./desk";

const LAST = 5;
/** Reading again at every event of a busy second would be noise. */
const CALM = 800;

async function read(before: number): Promise<LogPage | undefined> {
  const answer: { type: string } = await ask({ type: "read_log", before }, false);
  return answer.type === "log_page" ? (answer as LogPage) : undefined;
}

/** The newest page, read again soon after anything changed. */
function useNewest(): LogPage | undefined {
  const parts = useLive((live) => live.parts);
  const [page, setPage] = useState<LogPage>();
  const calm = page ? CALM : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new picture is the reason to look again
  useEffect(() => {
    let here = true;
    const soon = setTimeout(() => void read(0).then((got) => here && got && setPage(got)), calm);
    return () => {
      here = false;
      clearTimeout(soon);
    };
  }, [parts]);
  return page;
}

export function Log() {
  const page = useNewest();
  return (
    <section className="zone log" aria-label={t("log.title")}>
      <div className="zhead">
        <h2>{t("log.title")}</h2>
        {page && <span className="hint">{t("log.event", { seq: page.head })}</span>}
        <span className="grow" />
        <button type="button" className="lnk" onClick={() => open({ kind: "log" })}>
          {t("log.all")}
        </button>
      </div>
      <ol className="loglist">
        {page?.lines.slice(0, LAST).map((line) => (
          <Line key={line.seq} line={line} />
        ))}
      </ol>
    </section>
  );
}

function Line({ line, onRewind }: { line: LogLine; onRewind?: () => void }) {
  const counting = useText(line.reason);
  const reason = line.void ? line.why : counting;
  return (
    <li className={line.void ? "void" : ""}>
      <time>{clock(line.at)}</time>
      <TeamPlate team={line.team || "control"} />
      <span className="told" title={line.sentence}>
        {line.void && <b>{t("log.void")}</b>} <Sentence line={line} />
        {line.by && <span className="hint"> {t("log.by", { name: line.by })}</span>}
        {reason && <span className="hint"> {t("log.why", { reason })}</span>}
      </span>
      {onRewind && !line.void && (
        <button
          type="button"
          className="btn small ghost"
          onClick={onRewind}
          aria-label={t("log.rewind_to", { line: line.sentence })}
        >
          {t("log.rewind")}
        </button>
      )}
    </li>
  );
}

/** What a rewind took back is struck through; the word "void" before it says so to those who do not see that. */
function Sentence({ line }: { line: LogLine }) {
  return line.void ? <s>{line.sentence}</s> : <span>{line.sentence}</span>;
}

export function LogDialog() {
  const [lines, setLines] = useState<LogLine[]>();
  const [head, setHead] = useState<Pick<LogPage, "head" | "head_hash">>();
  const [done, setDone] = useState(false);
  const running = useView((view) => view.exercise?.status === "running");
  const more = useCallback(async (before: number) => {
    const page = await read(before);
    if (!page) return;
    if (!before) setHead(page);
    setLines((was) => (before ? [...(was ?? []), ...page.lines] : page.lines));
    setDone(!page.lines.length || (page.lines.at(-1)?.seq ?? 0) <= 1);
  }, []);
  useEffect(() => void more(0), [more]);
  return (
    <Dialog title={t("log.title")} size="wide" onClose={close}>
      {head && (
        <p className="hint">
          {t("log.head", { seq: head.head })} <span className="mono">{hash(head.head_hash)}</span>
        </p>
      )}
      {!lines && <Loading what={t("log.title")} lines={10} />}
      {lines && !lines.length && <Empty title={t("log.empty")} />}
      <ol className="loglist whole">
        {lines?.map((line) => (
          <Line key={line.seq} line={line} {...(running ? { onRewind: () => open({ kind: "rewind", line }) } : {})} />
        ))}
      </ol>
      {lines && !done && (
        <button type="button" className="btn" onClick={() => void more(lines.at(-1)?.seq ?? 0)}>
          {t("log.more")}
        </button>
      )}
    </Dialog>
  );
}

/** Void everything after one line, and play on from there. */
export function RewindDialog({ line }: { line: LogLine }) {
  const [reason, setReason] = useState("");
  const [share, setShare] = useState(false);
  const ready = reason.trim() !== "";
  return (
    <AskDialog
      strong
      size=""
      title={t("rewind.title")}
      word={t("rewind.do")}
      why={t("hand.reason_first")}
      command={ready ? { type: "rewind", to: line.seq, reason, share } : undefined}
    >
      <p>{t("rewind.text", { turn: line.turn, time: clock(line.at) })}</p>
      <p className="answered">{line.sentence}</p>
      <p className="hint">{t("rewind.hint")}</p>
      <TextField label={t("hand.reason")} hint={t("rewind.reason_hint")} value={reason} onChange={setReason} />
      <label className="check">
        <input type="checkbox" checked={share} onChange={(event) => setShare(event.target.checked)} />
        {t("rewind.share")}
      </label>
    </AskDialog>
  );
}
