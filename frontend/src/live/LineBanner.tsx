/** What a person must know about the connection and about answers that nobody else on the page shows. */
import { useEffect, useState } from "react";
import { dismiss, useLive } from "../store";
import { length, number } from "../text/format";
import { t } from "../text/t";
import { Banner } from "../ui/Banner";
import { connect, tryNow } from "./line";
import { pageFact } from "./page";

/** A drop this short is nobody's business. */
const SHOW_AFTER = 2_000;

/** Floats at the foot of the page. */
export function LineBanner() {
  return (
    <div className="banner-room">
      <LineState />
    </div>
  );
}

function LineState() {
  const closing = useLive((live) => live.closing);
  const line = useLive((live) => live.line);
  if (closing && closing !== "full") return <Closed why={closing} />;
  if (line === "reconnecting") return <Reconnecting />;
  return <Notices />;
}

function Reconnecting() {
  const since = useLive((live) => live.lineSince);
  const nextTryAt = useLive((live) => live.nextTryAt);
  const now = useNow();
  if (now - since < SHOW_AFTER) return null;
  const wait = Math.max(0, Math.ceil((nextTryAt - now) / 1000));
  const act = (
    <>
      <span className="hint">{wait ? t("line.next", { n: number(wait) }) : ""}</span>
      <button type="button" className="btn small" onClick={tryNow}>
        {t("line.try")}
      </button>
    </>
  );
  return <Banner act={act}>{t("line.lost", { time: length(Math.floor((now - since) / 1000)) })}</Banner>;
}

function Closed({ why }: { why: "taken_elsewhere" | "freed" | "reload" }) {
  const freed = pageFact("seat") ? t("line.freed") : t("line.account_closed");
  const text = { taken_elsewhere: t("line.taken"), freed, reload: t("line.reload") }[why];
  const again = () => {
    if (why === "reload") return window.location.reload();
    useLive.setState({ closing: "" });
    connect();
  };
  const act = why !== "freed" && (
    <button type="button" className="btn small" onClick={again}>
      {why === "reload" ? t("line.load") : t("line.here")}
    </button>
  );
  return (
    <Banner bad icon="stop" act={act}>
      {text}
    </Banner>
  );
}

function Notices() {
  const notice = useLive((live) => live.notices[0]);
  if (!notice) return null;
  const act = (
    <button type="button" className="btn small" onClick={() => dismiss(notice.id)}>
      {t("act.dismiss")}
    </button>
  );
  return (
    <Banner bad icon="stop" act={act}>
      {notice.text}
    </Banner>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(tick);
  }, []);
  return now;
}
