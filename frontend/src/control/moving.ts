/** A mark of the time line under way to another moment: by Alt and the arrows, or under the pointer. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { MselShape, TimerShape } from "../contract";
import { order } from "./answering";
import { type Moment, momentAt, momentOf, movable, same, shifted, step } from "./moments";
import type { Line } from "./mselLine";

interface Moving {
  id: string;
  to: Moment;
}

export interface Mover {
  moving: Moving | undefined;
  /** Whether the key was for a mark under way. */
  onKey: (event: KeyboardEvent, id: string, inject: MselShape) => boolean;
  onPointerDown: (event: PointerEvent, id: string, inject: MselShape) => void;
  onPointerMove: (event: PointerEvent<HTMLElement>, laid: Line) => void;
  onPointerUp: () => void;
  /** Whether the press that just ended moved a mark: then it is no click. */
  dragged: () => boolean;
  putBack: () => void;
}

/** So far a pointer may tremble in a click. */
const TREMBLE = 4;

interface Grip {
  id: string;
  inject: MselShape;
  from: number;
  moved: boolean;
}

export function useMover(injects: Record<string, MselShape>, timer: TimerShape, second: number): Mover {
  const [moving, setMoving] = useState<Moving>();
  const grip = useRef<Grip>(undefined);
  const wasDragged = useRef(false);
  const inject = moving && injects[moving.id];
  const arrived = !inject || !movable(inject) || same(momentOf(inject), moving.to);
  useEffect(() => {
    if (moving && arrived && !grip.current) setMoving(undefined);
  }, [moving, arrived]);

  const putBack = () => {
    grip.current = undefined;
    setMoving(undefined);
  };
  const drop = async () => {
    if (moving && !(await order({ type: "move_inject", inject: moving.id, ...moving.to }))) setMoving(undefined);
  };
  return {
    moving,
    putBack,
    dragged: () => wasDragged.current,
    onKey: (event, id, of) => {
      const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (way && event.altKey && movable(of)) {
        const from = moving?.id === id ? moving.to : momentOf(of);
        setMoving({ id, to: shifted(from, way * step(timer) * (event.shiftKey ? 5 : 1), timer, second) });
      } else if (moving && event.key === "Enter") void drop();
      else if (moving && event.key === "Escape") putBack();
      else return false;
      return true;
    },
    onPointerDown: (event, id, of) => {
      wasDragged.current = false;
      if (event.button !== 0 || !movable(of)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { id, inject: of, from: event.clientX, moved: false };
    },
    onPointerMove: (event, laid) => {
      const held = grip.current;
      const line = event.currentTarget.closest(".line")?.getBoundingClientRect();
      if (!held || !line || (!held.moved && Math.abs(event.clientX - held.from) < TREMBLE)) return;
      grip.current = { ...held, moved: true };
      wasDragged.current = true;
      const percent = ((event.clientX - line.left) / line.width) * 100;
      setMoving({ id: held.id, to: momentAt(turnsAt(laid, percent), timer, second) });
    },
    onPointerUp: () => {
      const moved = grip.current?.moved;
      grip.current = undefined;
      if (moved) void drop();
    },
  };
}

/** Turns from the start of the exercise at a place of the line, within what is in sight. */
function turnsAt({ bands }: Line, percent: number): number {
  const [first] = bands;
  if (!first) return 0;
  const inSight = Math.min(Math.max(0, (percent - first.from) / first.width), bands.length - 0.001);
  return first.turn - 1 + inSight;
}
