import type { ReactNode } from "react";
import type { Refused } from "../contract";
import { t } from "../text/t";
import { Failure } from "../ui/Empty";

/** The frame of every item in hand: what it is, then what is known of it, then the acts. */
export function HandPanel({ title, meta, act, children }: HandPanelProps) {
  return (
    <>
      <div className="zhead">
        <h2>{title}</h2>
        {meta && <span className="count plain">{meta}</span>}
        <span className="grow" />
        {act}
      </div>
      {children}
    </>
  );
}

interface HandPanelProps {
  title: ReactNode;
  meta?: ReactNode;
  act?: ReactNode;
  children: ReactNode;
}

/** A refusal beside the form; the text stays. */
export function RefusedHere({ refusal }: { refusal: Refused | undefined }) {
  if (!refusal) return null;
  return (
    <Failure title={refusal.text} code={refusal.code}>
      {t("control.kept")}
    </Failure>
  );
}
