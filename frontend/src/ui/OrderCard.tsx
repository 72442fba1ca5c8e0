import type { ReactNode } from "react";
import { t } from "../text/t";
import type { IconName } from "./Icons";
import { Status, type Tone } from "./Status";

type OrderState = "draft" | "ready" | "waiting" | "submitted" | "withdrawn" | "returned" | "ruled" | "blocked";

const LOOK: Record<OrderState, { tone: Tone; icon: IconName }> = {
  draft: { tone: "warn", icon: "pen" },
  ready: { tone: "ok", icon: "check" },
  waiting: { tone: "warn", icon: "clock" },
  submitted: { tone: "ok", icon: "check" },
  withdrawn: { tone: "", icon: "x" },
  returned: { tone: "bad", icon: "stop" },
  ruled: { tone: "", icon: "draw" },
  blocked: { tone: "", icon: "lock" },
};

interface OrderCardProps {
  id?: string;
  state: OrderState;
  title: ReactNode;
  /** "2 PC" */
  cost: string;
  /** One line of content. */
  line?: string;
  /** Drawn open and tinted. */
  editing?: boolean;
  quiet?: boolean;
  /** The least pixels from top to bottom. */
  room?: number;
  /** The form, the reasons, the foot. */
  children?: ReactNode;
}

/** Status word, title, cost; then whatever the state asks for. */
export function OrderCard({ id, state, title, cost, line, editing, quiet, room = 0, children }: OrderCardProps) {
  const { tone, icon } = LOOK[state];
  return (
    <li
      className={`order ${editing ? "editing" : state}${quiet ? " quiet" : ""}`}
      id={id}
      tabIndex={id ? -1 : undefined}
      style={{ minHeight: room }}
    >
      <header>
        <Status tone={tone} icon={icon}>
          {t(`order.${state}`)}
        </Status>
        <h3>{title}</h3>
        <span className="cost">{cost}</span>
      </header>
      {line && <p className="order-x">{line}</p>}
      {children}
    </li>
  );
}
