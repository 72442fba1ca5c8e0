/** Every proposed ruling accepted at once: asked once, with how many. */
import { useState } from "react";
import type { QueueShape } from "../contract";
import { useCommand } from "../seat/useCommand";
import { useView } from "../store";
import { t } from "../text/t";
import { Dialog } from "../ui/Overlays";
import { close } from "./desk";
import { RefusedHere } from "./HandPanel";

const NOTHING: Record<string, QueueShape> = {};

/** The rulings that wait only for a word of agreement, by id. */
export function useRest(): string[] {
  const queue = useView((view) => view.queue ?? NOTHING);
  return Object.values(queue)
    .filter((item) => item.kind === "ruling")
    .map((item) => item.ref);
}

/** One command after the other, those that were asked about and no later ones; the first refusal stops it and is shown. */
export function AcceptRest() {
  const waiting = useRest();
  const [asked] = useState(waiting);
  const { run, sending, refusal, word } = useCommand();
  const [done, setDone] = useState(0);
  const rest = asked.filter((ruling) => waiting.includes(ruling));
  const accept = async () => {
    for (const ruling of rest) {
      if (!(await run({ type: "accept_ruling", ruling }))) return;
      setDone((n) => n + 1);
    }
    close();
  };
  const foot = (
    <>
      <button type="button" className="btn" onClick={close}>
        {t("act.cancel")}
      </button>
      <button
        type="button"
        className="btn primary"
        data-key="Enter"
        disabled={sending || !rest.length}
        onClick={() => void accept()}
      >
        {word(t("accept.do", { n: rest.length }))}
      </button>
    </>
  );
  return (
    <Dialog title={t("accept.title")} size="small" onClose={close} foot={foot}>
      <p>{t("accept.text", { n: asked.length })}</p>
      {done > 0 && <progress max={asked.length} value={done} aria-label={t("accept.title")} />}
      <p className="hint">{t("accept.left")}</p>
      <RefusedHere refusal={refusal} />
    </Dialog>
  );
}
