import type { ReactNode } from "react";
import { t } from "../text/t";
import { Icon } from "./Icons";

/** Nothing here yet: what will come, and one act. */
export function Empty({ title, children, act }: { title: string; children?: ReactNode; act?: ReactNode }) {
  return (
    <div className="state-box">
      <b>{title}</b>
      {children && <p>{children}</p>}
      {act}
    </div>
  );
}

/** What happened, what became of my text, what I can do, the code for support. */
export function Failure({ title, children, code, act }: FailureProps) {
  return (
    <div className="state-box err" role="alert">
      <Icon name="stop" />
      <b>{title}</b>
      {children && <p>{children}</p>}
      <div className="btns">
        {act}
        {code && <span className="hint mono">{t("error.code", { code })}</span>}
      </div>
    </div>
  );
}

interface FailureProps {
  title: string;
  children?: ReactNode;
  code?: string;
  act?: ReactNode;
}

/** Blocks in the final size; they show only after 400 ms. */
export function Loading({ what, lines = 4 }: { what: string; lines?: number }) {
  const blocks = Array.from({ length: lines }, (_, line) => `block ${line}`);
  return (
    <div className="skel" role="status" aria-label={`${t("loading")} ${what}`}>
      {blocks.map((block) => (
        <i key={block} />
      ))}
    </div>
  );
}
