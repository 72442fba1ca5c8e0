import { useEffect } from "react";
import { serverNow } from "../live/line";
import { useView } from "../store";
import { t } from "../text/t";
import { Boundary } from "../ui/Boundary";
import { Icon } from "../ui/Icons";
import { heldElsewhere, useHolders } from "./colleagues";
import { parts, take, useDesk } from "./desk";
import { HandIdle, HandTimer } from "./HandClock";
import { HandEmpty } from "./HandEmpty";
import { HandFree } from "./HandFree";
import { HandInject } from "./HandInject";
import { HandRuling } from "./HandRuling";
import { HandCall, HandDispatch } from "./HandTalk";
import { nextOf } from "./queueOrder";

/** The item in hand, as large as the desk allows. */
export function Hand() {
  const held = useDesk((desk) => desk.hand);
  const past = usePast(held);
  const hand = past ? "" : held;
  useFirstInHand();
  return (
    <section className="zone hand-panel" id="in-hand" aria-label={t("hand.title")} tabIndex={-1}>
      <Boundary key={hand}>
        <Elsewhere hand={hand} />
        <Item hand={hand} />
      </Boundary>
    </section>
  );
}

/** Another has it in hand too: one may answer it all the same. */
function Elsewhere({ hand }: { hand: string }) {
  const said = useHolders(hand, "hand.elsewhere");
  if (!said) return null;
  return (
    <p className="elsewhere" role="status">
      <Icon name="people" />
      {said}
    </p>
  );
}

function Item({ hand }: { hand: string }) {
  const [kind, ref] = parts(hand);
  switch (kind) {
    case "ruling":
      return <HandRuling id={ref} />;
    case "free":
      return <HandFree id={ref} />;
    case "inject":
      return <HandInject id={ref} />;
    case "call":
      return <HandCall id={ref} />;
    case "answer":
      return <HandDispatch id={ref} />;
    case "timer":
      return <HandTimer />;
    case "idle":
      return <HandIdle team={ref} />;
    default:
      return <HandEmpty />;
  }
}

/** Whether the item was only about time and its time is over; it is laid down then, since there is nothing left to read. */
function usePast(hand: string): boolean {
  const [kind] = parts(hand);
  const waits = useView((view) => view.queue?.[hand] !== undefined);
  const past = (kind === "timer" || kind === "idle") && !waits;
  useEffect(() => {
    if (past) take("", document.getElementById("in-hand")?.contains(document.activeElement));
  }, [past]);
  return past;
}

/** With empty hands, the most urgent item is taken up without asking; what one holds is never taken away. */
function useFirstInHand(): void {
  const queue = useView((view) => view.queue);
  const empty = useDesk((desk) => desk.hand === "");
  useEffect(() => {
    const first = empty && nextOf(queue ?? {}, serverNow(), useDesk.getState().answered, heldElsewhere());
    if (first) take(first, false);
  }, [queue, empty]);
}
