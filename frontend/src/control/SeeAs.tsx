/** Looking through a seat's eyes: its whole view as the server would send it, read-only. */
import { type ReactNode, useEffect } from "react";
import type { InjectShape, Part } from "../contract";
import { ask } from "../live/line";
import { useText } from "../live/texts";
import { useInjectWords } from "../seat/Inject";
import { saidWords } from "../seat/orderWords";
import { ordered } from "../seat/you";
import { merged, useLive, useView } from "../store";
import { clock } from "../text/format";
import { t } from "../text/t";
import { Empty, Loading } from "../ui/Empty";
import { Icon } from "../ui/Icons";
import { IndicatorTile } from "../ui/IndicatorTile";
import { InjectCard } from "../ui/InjectCard";
import { LibraryProvider, seatTitle, teamName, teamOfSeat, useLibrary } from "../ui/Library";
import { OrderCard } from "../ui/OrderCard";
import { Dialog, Menu } from "../ui/Overlays";
import { RedLineRow } from "../ui/RedLineRow";
import { Status } from "../ui/Status";
import { TeamPlate } from "../ui/TeamPlate";
import { close, open } from "./desk";

interface SeeAsMenuProps {
  team: string;
  className: string;
  face: ReactNode;
  label?: string;
}

/** Choose one of a team's seats. */
export function SeeAsMenu({ team, className, face, label = t("see.as") }: SeeAsMenuProps) {
  const seats = ordered(useView((view) => view.teams?.[team]?.seats));
  return (
    <Menu
      className={className}
      label={label}
      face={face}
      choices={seats.map(([id, seat]) => ({ id, word: seat.title, icon: "eye" as const }))}
      onChoose={(id) => open({ kind: "see", id })}
    />
  );
}

export function SeeAsDialog({ seat }: { seat: string }) {
  const seen = useLive((live) => (live.seenAs?.seat === seat ? live.seenAs : undefined));
  const library = useLibrary();
  useEffect(() => {
    void ask({ type: "see_as", seat }, false);
  }, [seat]);
  const team = teamOfSeat(library, seat);
  const who = `${teamName(library, team)}, ${seatTitle(library, seat)}`;
  return (
    <Dialog title={t("see.title", { who })} size="wide" onClose={close}>
      <section className="now seen" aria-label={t("see.title", { who })}>
        <Icon name="eye" />
        <p>{t("see.read_only", { who })}</p>
      </section>
      {seen ? <Seen view={merged(seen.parts)} /> : <Loading what={who} lines={8} />}
    </Dialog>
  );
}

function Seen({ view }: { view: Part }) {
  const variables = ordered(view.variables);
  const injects = ordered(view.injects).reverse();
  const agreements = ordered(view.agreements).reverse();
  const mine = view.teams?.[view.you?.team ?? ""]?.actors ?? [];
  return (
    <LibraryProvider view={view}>
      <p className="verdict">
        <b>{t("now.label")}:</b> {view.now?.sentence}
      </p>
      <div className="seen-g">
        <Column title={t("see.picture")} empty={!variables.length}>
          {variables.map(([path, variable]) => (
            <IndicatorTile key={path} variable={variable} onOpen={() => undefined} />
          ))}
        </Column>
        <Column title={t("see.orders")} empty={!view.orders || !Object.keys(view.orders).length}>
          {Object.entries(view.orders ?? {}).map(([id, order]) => (
            <OrderCard key={id} state={order.status} title={order.title} cost="" line={saidWords(order)} />
          ))}
        </Column>
        <Column title={t("see.red_lines")} empty={!view.red_lines || !Object.keys(view.red_lines).length}>
          {ordered(view.red_lines).map(([id, line]) => (
            <RedLineRow key={id} line={line} mine={mine.includes(line.owner)} onOpen={() => undefined} />
          ))}
        </Column>
        <Column title={t("see.inbox")} empty={!injects.length && !view.dispatches}>
          {injects.map(([id, inject]) => (
            <News key={id} id={id} inject={inject} />
          ))}
          {ordered(view.dispatches)
            .reverse()
            .map(([id, letter]) => (
              <Letter key={id} team={letter.team} subject={letter.subject} at={letter.at} />
            ))}
        </Column>
        <Column title={t("records.agreements")} empty={!agreements.length}>
          {agreements.map(([id, agreement]) => (
            <li key={id} className="redline">
              <Icon name="doc" />
              <span>{agreement.title}</span>
              <Status icon="doc">{t(`agreement.${agreement.status}`)}</Status>
            </li>
          ))}
        </Column>
      </div>
    </LibraryProvider>
  );
}

function News({ id, inject }: { id: string; inject: InjectShape }) {
  const words = useInjectWords(inject);
  return (
    <li>
      <InjectCard id={`seen-${id}`} inject={inject} {...words} />
    </li>
  );
}

function Letter({ team, subject, at }: { team: string; subject: string; at: number }) {
  const words = useText(subject);
  return (
    <li className="redline">
      <TeamPlate team={team} />
      <span>{words ?? t("dispatch.loading")}</span>
      <time>{clock(at)}</time>
    </li>
  );
}

function Column({ title, empty, children }: { title: string; empty: boolean; children: ReactNode }) {
  return (
    <section className="zone">
      <div className="zhead">
        <h2>{title}</h2>
      </div>
      {empty ? <Empty title={t("see.nothing")} /> : <ul>{children}</ul>}
    </section>
  );
}
