import type { NowShape } from "../contract";
import { t } from "../text/t";
import { Icon } from "./Icons";

/** What this viewer must do now, in the server's words, and one button that leads there. */
export function NowBar({ now, onGo }: { now: NowShape | undefined; onGo?: (now: NowShape) => void }) {
  const to = now?.to;
  return (
    <section className="now" aria-label={t("now.region")}>
      <b>{t("now.label")}</b>
      <p aria-live="polite">{now?.sentence ?? t("now.none")}</p>
      {now && to && onGo && (
        <button type="button" className="btn" onClick={() => onGo(now)}>
          <span>{t(`now.go.${to}`)}</span>
          <Icon name="chev" />
        </button>
      )}
    </section>
  );
}
