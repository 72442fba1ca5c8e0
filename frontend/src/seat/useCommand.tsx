import { useState } from "react";
import type { Ack, AnyCommand, Refused } from "../contract";
import { send } from "../live/line";
import { useLive } from "../store";
import { t } from "../text/t";
import { Failure } from "../ui/Empty";
import { open } from "./desk";

export interface Command {
  sending: boolean;
  refusal: Refused | undefined;
  /** The word on the button that sends: what it does, or that it is under way. */
  word: (act: string) => string;
  /** Resolves with the ack, or undefined if it was refused; the refusal is then shown by `RefusalBox`. */
  run: (command: AnyCommand) => Promise<Ack | undefined>;
}

/** One command at a time from one form, with its answer beside that form. */
export function useCommand(): Command {
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const live = useLive((now) => now.line === "live");
  const word = (act: string) => (sending ? t(live ? "act.sending" : "order.waiting") : act);
  const run = async (command: AnyCommand) => {
    setSending(true);
    setRefusal(undefined);
    const answer = await send(command);
    setSending(false);
    if (answer.type === "ack") return answer;
    setRefusal(answer);
    return undefined;
  };
  return { sending, refusal, word, run };
}

/** What was refused and why; `kept` says that the text stays in the form, where there is a text. */
export function RefusalBox({ refusal, kept = t("seat.kept") }: { refusal: Refused | undefined; kept?: string }) {
  if (!refusal) return null;
  const act = (
    <button type="button" className="btn small" onClick={() => open({ kind: "call" })}>
      {t("seat.call")}
    </button>
  );
  return (
    <Failure title={refusal.text} code={refusal.code} act={act}>
      {kept}
    </Failure>
  );
}
