import { useState } from "react";
import type { InjectShape } from "../contract";
import { useSecond } from "../live/second";
import { useText } from "../live/texts";
import { useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Channel, InjectCard } from "../ui/InjectCard";
import { seatTitle, useLibrary } from "../ui/Library";
import { open } from "./desk";
import { markRead, useRead, useReadInSight } from "./read";
import { useMine } from "./you";

interface InjectProps {
  id: string;
  inject: InjectShape;
}

/** A piece of news with what it asks of this seat. */
export function Inject({ id, inject }: InjectProps) {
  const words = useInjectWords(inject);
  const { seat } = useMine();
  const unread = useRead((marks) => !marks.ids.has(id));
  const place = useReadInSight(id);
  const mine = inject.answers?.[seat];
  const running = useView((view) => view.exercise?.status === "running");
  const left = (inject.answer_by ?? Number.POSITIVE_INFINITY) - useSecond();
  const asks = running && inject.wants_answer && !mine && !inject.answers?.system;
  return (
    <div ref={place}>
      <InjectCard id={id} inject={inject} {...words} due={asks ? dueWords(left) : ""} unread={unread}>
        {asks && left >= 0 && (
          <button type="button" className="btn small primary" onClick={() => open({ kind: "answer", id })}>
            {t("inject.answer")}
          </button>
        )}
      </InjectCard>
      <Answers inject={inject} />
    </div>
  );
}

export function useInjectWords(inject: InjectShape): { headline: string; body: string } {
  const headline = useText(inject.headline_ref);
  const body = useText(inject.body_ref);
  return { headline: headline || inject.headline || t("dispatch.loading"), body: body || inject.body || "" };
}

function dueWords(left: number): string {
  if (left < 0) return t("inject.too_late");
  return Number.isFinite(left) ? t("inject.answer_by", { clock: clock(left) }) : t("inject.wants");
}

function Answers({ inject }: { inject: InjectShape }) {
  return Object.entries(inject.answers ?? {}).map(([seat, answer]) => (
    <Answered key={seat} seat={seat} inject={inject} choice={answer.choice} text={answer.text} />
  ));
}

function Answered({ seat, inject, choice, text }: { seat: string; inject: InjectShape; choice: string; text: string }) {
  const library = useLibrary();
  const said = useText(text);
  const label = inject.choices?.find((one) => one.value === choice)?.label ?? choice;
  return (
    <div className="answered in-list">
      <b>{t("inject.answered", { who: seat === "system" ? t("inject.default") : seatTitle(library, seat) })}</b>
      <span className="pre">{[label, said].filter(Boolean).join(" — ")}</span>
    </div>
  );
}

/** News of earlier turns: one line, opens in place. */
export function InjectRow({ id, inject, unread }: InjectProps & { unread: boolean }) {
  const [whole, setWhole] = useState(false);
  const { headline, body } = useInjectWords(inject);
  const toggle = () => {
    markRead(id);
    setWhole(!whole);
  };
  return (
    <li className={unread ? "unread" : ""}>
      <button type="button" onClick={toggle} aria-expanded={whole}>
        <Channel channel={inject.channel} />
        <b>{headline}</b>
        <span className="mail-x">{whole ? "" : body}</span>
        <time>{t("time.turn_at", { turn: inject.turn, clock: clock(inject.at) })}</time>
      </button>
      {whole && <Inject id={id} inject={inject} />}
    </li>
  );
}
