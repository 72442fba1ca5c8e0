import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icons";

export type Tone = "" | "ok" | "warn" | "bad";

/** Icon, word and colour, in this order of trust. */
export function Status({ tone = "", icon, children }: { tone?: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={`st ${tone}`}>
      <Icon name={icon} />
      {children}
    </span>
  );
}
