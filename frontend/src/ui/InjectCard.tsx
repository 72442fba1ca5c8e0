import type { ReactNode } from "react";
import type { InjectShape } from "../contract";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Icon, type IconName } from "./Icons";
import { ProvenanceChip } from "./ProvenanceChip";

const ICONS: Record<string, IconName> = { flash: "bolt", cable: "doc", press: "talk", phone: "phone", letter: "doc" };
const CHANNELS = ["flash", "cable", "press", "phone", "letter"] as const;

interface InjectCardProps {
  id: string;
  inject: InjectShape;
  headline: string;
  body: string;
  /** Own team's answers, or the button to answer. */
  children?: ReactNode;
  /** "answer by 04:00", "time to answer is over"; empty when nothing is asked. */
  due?: string;
  unread?: boolean;
}

/** One piece of news: channel in words, headline, body, persona, audience, provenance, deadline. */
export function InjectCard({ id, inject, headline, body, children, due, unread = false }: InjectCardProps) {
  return (
    <article className={`inject${unread ? " unread" : ""}`} id={`inject-${id}`} tabIndex={-1}>
      <header>
        <Channel channel={inject.channel} />
        <h3>{headline}</h3>
        <time>{t("time.turn_at", { turn: inject.turn, clock: clock(inject.at) })}</time>
      </header>
      <p className="pre">{body}</p>
      <footer>
        <span>{t("inject.from", { persona: inject.persona, to: audience(inject.to) })}</span>
        <ProvenanceChip provenance={inject.provenance} />
        <span className="grow" />
        {due && (
          <span className="due">
            <Icon name="clock" />
            {due}
          </span>
        )}
        {children}
      </footer>
    </article>
  );
}

export function Channel({ channel }: { channel: string }) {
  const known = CHANNELS.find((name) => name === channel);
  return (
    <span className="kind">
      <Icon name={ICONS[channel] ?? "doc"} />
      {known ? t(`inject.${known}`) : channel}
    </span>
  );
}

function audience(to: string[]): string {
  if (to.includes("all")) return t("inject.to_all");
  return to.some((who) => who.startsWith("seat:")) ? t("inject.to_seat") : t("inject.to_team");
}
