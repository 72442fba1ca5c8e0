/** What this seat is told beside the screen: a tone at three moments, a line about the team's acts. */
import { useEffect, useRef, useState } from "react";
import { secondsLeft } from "../live/LiveTimer";
import { useSecond } from "../live/second";
import { useView } from "../store";
import { t } from "../text/t";
import { seatTitle, useLibrary } from "../ui/Library";
import { Toast } from "../ui/Toast";
import { useOwnOrders } from "./Orders";
import { isOn } from "./Settings";
import { playTone } from "./sound";
import { useMine } from "./you";

const TOAST_FOR = 6_000;
const TWO_MINUTES = 120;

/** Two minutes left, a new phase, an inject. */
export function Tones() {
  const timer = useView((view) => view.timer);
  const second = useSecond();
  const left = timer && !timer.paused ? secondsLeft(timer, second) : undefined;
  const injects = useView((view) => Object.keys(view.injects ?? {}).length);
  useToneWhenChanged(timer && `${timer.turn} ${timer.phase}`);
  useToneWhenChanged(injects);
  useToneWhenChanged(left !== undefined && left <= TWO_MINUTES && left > 0 ? "late" : undefined);
  return null;
}

function useToneWhenChanged(value: string | number | undefined): void {
  const before = useRef<string | number>(undefined);
  useEffect(() => {
    const first = before.current === undefined && value !== "late";
    const changed = value !== undefined && value !== before.current && !first;
    before.current = value;
    if (changed && isOn("sound", true)) playTone();
  }, [value]);
}

/** The last act of another seat of my team. */
export function TeamToast() {
  const orders = useOwnOrders();
  const { seat } = useMine();
  const library = useLibrary();
  const [text, setText] = useState("");
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    const ids = new Set(orders.map(([id]) => id));
    const came = known.current && orders.find(([id, order]) => !known.current?.has(id) && order.seat !== seat);
    known.current = ids;
    if (came) setText(t("toast.submitted", { who: seatTitle(library, came[1].seat), title: came[1].title }));
  }, [orders, seat, library]);
  useEffect(() => {
    if (!text) return;
    const gone = setTimeout(() => setText(""), TOAST_FOR);
    return () => clearTimeout(gone);
  }, [text]);
  return <Toast text={text} />;
}
