import { useState } from "react";
import { startExercise } from "../rest";
import type { LobbyShape } from "../shapes";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { Dialog } from "../ui/Overlays";
import type { Run } from "./run";

interface BeforeProps {
  lobby: LobbyShape;
  busy: string;
  run: Run;
}

/** The one act that cannot be taken back, always in sight. */
export function Start({ lobby, busy, run }: BeforeProps) {
  const [asking, setAsking] = useState(false);
  const start = async () => {
    setAsking(false);
    const done = await run("start", () => startExercise(lobby.id));
    if (done) window.location.assign(`/e/${lobby.id}/control`);
  };
  return (
    <>
      <button type="button" className="btn" disabled={!!busy} onClick={() => setAsking(true)}>
        {busy === "start" ? t("hall.starting") : t("hall.start")}
      </button>
      {asking && <StartDialog lobby={lobby} onYes={start} onClose={() => setAsking(false)} />}
    </>
  );
}

/** What is missing before StartEx, each with its remedy. */
export function Before({ lobby }: { lobby: LobbyShape }) {
  const [open, done] = [lobby.missing.filter((item) => !item.done), lobby.missing.filter((item) => item.done)];
  if (lobby.status !== "lobby") return <section className="ready" />;
  return (
    <section className="ready" aria-labelledby="before">
      <h2 id="before">{t("hall.before")}</h2>
      <p className="hint">{t("hall.start_hint")}</p>
      <Checks missing={open} />
      {done.length > 0 && (
        <details>
          <summary>{t("hall.checked", { n: done.length })}</summary>
          <Checks missing={done} />
        </details>
      )}
    </section>
  );
}

function Checks({ missing }: Pick<LobbyShape, "missing">) {
  return (
    <ul className="checks">
      {missing.map((item) => (
        <li key={item.text} className={item.done ? "ok" : "warn"}>
          <Icon name={item.done ? "check" : "warn"} />
          <span>
            {item.text} {!item.done && <span className="hint">{item.remedy}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function StartDialog({ lobby, onYes, onClose }: { lobby: LobbyShape; onYes: () => void; onClose: () => void }) {
  const open = lobby.missing.filter((item) => !item.done);
  const foot = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {t("act.cancel")}
      </button>
      <button type="button" className="btn primary" onClick={onYes}>
        <Icon name="play" />
        {t("hall.start")}
      </button>
    </>
  );
  return (
    <Dialog title={t("hall.start_title")} size="small" onClose={onClose} foot={foot}>
      <p>{t("hall.start_text")}</p>
      {open.length > 0 && (
        <>
          <p>
            <b>{t("hall.start_open")}</b>
          </p>
          <Checks missing={open} />
        </>
      )}
    </Dialog>
  );
}
