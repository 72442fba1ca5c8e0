import { useEffect } from "react";
import { useSecond } from "../live/second";
import { useLive } from "../store";
import { length } from "../text/format";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";

/** A drop this short is nobody's business. */
const SHOW_AFTER = 2;
const RELOAD_AFTER = 2_000;

/** In the header, where no number stands: nobody is at the wall to press a button, so it goes on by itself. */
export function Lost() {
  const closing = useLive((live) => live.closing);
  useEffect(() => {
    if (closing !== "reload") return;
    const timer = setTimeout(() => window.location.reload(), RELOAD_AFTER);
    return () => clearTimeout(timer);
  }, [closing]);
  return (
    <p className="plost" role="status">
      <Said />
    </p>
  );
}

function Said() {
  const closing = useLive((live) => live.closing);
  const line = useLive((live) => live.line);
  const since = useLive((live) => live.lineSince);
  useSecond();
  const gone = Math.floor((Date.now() - since) / 1000);
  if (closing === "taken_elsewhere" || closing === "freed") return <Sign text={t(`wall.${closing}`)} />;
  if (line === "reconnecting" && gone >= SHOW_AFTER) return <Sign text={t("wall.lost", { time: length(gone) })} />;
  return null;
}

function Sign({ text }: { text: string }) {
  return (
    <span>
      <Icon name="warn" /> {text}
    </span>
  );
}
