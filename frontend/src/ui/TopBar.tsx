import type { ReactNode } from "react";
import type { LineState } from "../socket";
import { t } from "../text/t";
import { Icon, type IconName } from "./Icons";

export type Mark = "EXERCISE" | "PRACTICE";

interface TopBarProps {
  mark: Mark;
  title: string;
  /** Plate, team and office. */
  me?: ReactNode;
  line?: LineState;
  /** Dots of those present, before the connection. */
  presence?: ReactNode;
  /** Buttons. */
  children?: ReactNode;
}

export function ExerciseMark({ mark }: { mark: Mark }) {
  return (
    <>
      <span className="xmark">{t("mark.EXERCISE")}</span>
      {mark !== "EXERCISE" && <span className="xmark alt">{t(`mark.${mark}`)}</span>}
    </>
  );
}

export function TopBar({ mark, title, me, line, presence, children }: TopBarProps) {
  return (
    <header className="top">
      <ExerciseMark mark={mark} />
      <span className="top-name">{title}</span>
      {me && <span className="me">{me}</span>}
      <span className="grow" />
      {presence && <span className="here">{presence}</span>}
      {line && <LineSign line={line} />}
      {children}
    </header>
  );
}

function LineSign({ line }: { line: LineState }) {
  const live = line === "live";
  return (
    <span className={`live${live ? "" : " off"}`} title={t(`line.${line}`)}>
      <Icon name={live ? "check" : "warn"} label={t(`line.${line}`)} />
      <span aria-hidden="true">{t(`line.${line}`)}</span>
    </span>
  );
}

/** A button of the header: icon and word, the icon alone where there is no room. */
export function TopButton({ icon, word, onPress, className = "" }: TopButtonProps) {
  return (
    <button type="button" className={`btn ghost ${className}`} onClick={onPress} aria-label={word} title={word}>
      <Icon name={icon} />
      <span>{word}</span>
    </button>
  );
}

/** A link of the header to another page, in a tab beside this one where it stands `aside`. */
export function TopLink({ icon, word, href, aside }: TopLinkProps) {
  const tab = aside && { target: "_blank", rel: "noreferrer" };
  return (
    <a className="btn ghost" href={href} {...tab} aria-label={word}>
      <Icon name={icon} />
      <span>{word}</span>
    </a>
  );
}

interface TopLinkProps {
  icon: IconName;
  word: string;
  href: string;
  aside?: boolean;
}

interface TopButtonProps {
  icon: IconName;
  word: string;
  onPress: () => void;
  className?: string;
}
