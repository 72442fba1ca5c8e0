/** Answering what is in hand: send, and when the server has taken it, the next item opens by itself. */
import type { AnyCommand } from "../contract";
import { send, serverNow } from "../live/line";
import { type Command, useCommand } from "../seat/useCommand";
import { notice, useLive } from "../store";
import { heldElsewhere } from "./colleagues";
import { take, useDesk } from "./desk";
import { nextOf } from "./queueOrder";

export interface Answering extends Command {
  /** Send, and go on to the next item once it is taken. */
  answer: (command: AnyCommand) => Promise<void>;
}

export function useAnswer(): Answering {
  const command = useCommand();
  const answer = async (asked: AnyCommand) => {
    const hand = useDesk.getState().hand;
    if ((await command.run(asked)) && useDesk.getState().hand === hand) takeNext(hand);
  };
  return { ...command, answer };
}

/** The most urgent of what waits, but for the one just answered; the focus goes with it. */
function takeNext(answered: string): void {
  const next = nextOf(useLive.getState().view.queue ?? {}, serverNow(), answered, heldElsewhere());
  useDesk.setState({ answered });
  take(next, false);
  requestAnimationFrame(() => {
    const button = document.querySelector<HTMLElement>(`[data-queue="${CSS.escape(next)}"]`);
    (button ?? document.getElementById("zone-queue"))?.focus({ preventScroll: true });
  });
}

/** A command without a form: a refusal goes to the banner. */
export async function order(command: AnyCommand): Promise<boolean> {
  const answer = await send(command);
  if (answer.type === "refused") notice(answer);
  return answer.type === "ack";
}
