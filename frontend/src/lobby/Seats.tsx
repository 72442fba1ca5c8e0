import { useState } from "react";
import type { Present } from "../contract";
import { changeSeat, fillWithBots, putBot, type SeatAct } from "../rest";
import type { LobbySeatShape, LobbyShape, LobbyTeamShape } from "../shapes";
import { useLive } from "../store";
import { t } from "../text/t";
import { type BotPolicy, botChoices, botName } from "../ui/bots";
import { Icon } from "../ui/Icons";
import { Dialog, Menu } from "../ui/Overlays";
import { Plate } from "../ui/TeamPlate";
import type { Run } from "./run";

type Look = "in" | "away" | "rec" | "bot" | "free";

interface SeatsProps {
  lobby: LobbyShape;
  busy: string;
  run: Run;
}

/** Seats that fit about one screen. */
function mostSeats(): number {
  return window.matchMedia("(max-width: 899px)").matches ? 8 : 32;
}

const LEGEND: Look[] = ["in", "away", "rec", "bot", "free"];

/** Every seat by team, with its state and the acts that it allows. */
export function Seats({ lobby, busy, run }: SeatsProps) {
  const [few] = useState(() => lobby.teams.flatMap((team) => team.seats).length <= mostSeats());
  const [freeing, setFreeing] = useState<LobbySeatShape>();
  const change = (seat: LobbySeatShape, act: SeatAct) => {
    if (act === "free" && seat.state !== "bot" && !freeing) return setFreeing(seat);
    setFreeing(undefined);
    void run(`${act} ${seat.key}`, () => changeSeat(lobby.id, seat.key, act));
  };
  const bot = (seat: LobbySeatShape, policy: BotPolicy) =>
    void run(`bot ${seat.key}`, () => putBot(lobby.id, seat.key, policy));
  return (
    <section className="seats" aria-label={t("hall.seats")}>
      <div className="zhead">
        <h2>{t("hall.seats")}</h2>
        <span className="grow" />
        <ConfirmAll lobby={lobby} busy={busy} run={run} />
        <FillWithBots lobby={lobby} busy={busy} run={run} />
      </div>
      <div className="lteams">
        {lobby.teams.map((team) => (
          <TeamSeats key={team.id} team={team} unfolded={few} busy={busy} onAct={change} onBot={bot} />
        ))}
      </div>
      <p className="legend">
        {LEGEND.map((look) => (
          <span key={look}>
            <i className={`pres ${look}`} />
            {t(`hall.${look}`)}
          </span>
        ))}
      </p>
      <p className="hint">
        {t("hall.team_code_hint")} {t("hall.bot_hint")}
      </p>
      {freeing && (
        <FreeDialog seat={freeing} onYes={() => change(freeing, "free")} onClose={() => setFreeing(undefined)} />
      )}
    </section>
  );
}

function ConfirmAll({ lobby, busy, run }: SeatsProps) {
  const waiting = lobby.teams.flatMap((team) => team.seats).filter((seat) => seat.state === "taken");
  if (!waiting.length) return null;
  const all = async () => {
    for (const seat of waiting) await changeSeat(lobby.id, seat.key, "confirm");
  };
  return (
    <button type="button" className="btn small" disabled={!!busy} onClick={() => run("confirm all", all)}>
      <Icon name="check" />
      {t("hall.confirm_all", { n: waiting.length })}
    </button>
  );
}

function FillWithBots({ lobby, busy, run }: SeatsProps) {
  const free = lobby.teams.flatMap((team) => team.seats).filter((seat) => seat.state === "free");
  if (!free.length || lobby.status === "ended") return null;
  return (
    <button
      type="button"
      className="btn small"
      disabled={!!busy}
      onClick={() => run("bots", () => fillWithBots(lobby.id))}
    >
      {t("hall.fill", { n: free.length })}
    </button>
  );
}

interface TeamSeatsProps {
  team: LobbyTeamShape;
  unfolded: boolean;
  busy: string;
  onAct: (seat: LobbySeatShape, act: SeatAct) => void;
  onBot: (seat: LobbySeatShape, policy: BotPolicy) => void;
}

/** A team's seats, under its name and code; folded to a row of dots where there are more seats than a screen has room for. */
function TeamSeats({ team, unfolded, busy, onAct, onBot }: TeamSeatsProps) {
  const taken = team.seats.filter((seat) => seat.state !== "free").length;
  const waiting = team.seats.filter((seat) => seat.state === "taken").length;
  return (
    <section className="lteam" aria-label={team.name}>
      <details open={unfolded}>
        <summary>
          <span className="lhead">
            <Plate letters={team.letters} slot={team.slot} name={team.name} />
            <b>{team.name}</b>
            <span className="cnt">{t("hall.team_count", { taken, seats: team.seats.length })}</span>
            <Icon name="chevd" />
          </span>
          <span className="tcode">
            <span>{t("hall.team_code")}</span> <b className="mono">{team.code}</b>
            {waiting > 0 && <span className="waits">{t("hall.waiting", { n: waiting })}</span>}
            <span className="ldots" aria-hidden="true">
              {team.seats.map((seat) => (
                <Dot key={seat.key} seat={seat} />
              ))}
            </span>
          </span>
        </summary>
        <ul>
          {team.seats.map((seat) => (
            <SeatRow
              key={seat.key}
              seat={seat}
              busy={busy}
              onAct={(act) => onAct(seat, act)}
              onBot={(policy) => onBot(seat, policy)}
            />
          ))}
        </ul>
      </details>
    </section>
  );
}

function Dot({ seat }: { seat: LobbySeatShape }) {
  const present = useLive((live) => live.presence[seat.key]);
  return <i className={`pres ${lookOf(seat, present)}`} title={seat.title} />;
}

const ACTS: Record<LobbySeatShape["state"], SeatAct[]> = {
  free: [],
  taken: ["confirm", "free"],
  confirmed: ["free"],
  bot: ["free"],
};

const LOOK: Record<SeatAct, string> = { confirm: "primary", free: "ghost" };

interface SeatRowProps {
  seat: LobbySeatShape;
  busy: string;
  onAct: (act: SeatAct) => void;
  onBot: (policy: BotPolicy) => void;
}

function SeatRow({ seat, busy, onAct, onBot }: SeatRowProps) {
  const present = useLive((live) => live.presence[seat.key]);
  const look = lookOf(seat, present);
  return (
    <li className={`lseat ${look}`}>
      <i className="pres" role="img" aria-label={t(`hall.${look}`)} />
      <b>
        {seat.title} {seat.leads && <small>{t("hall.leads")}</small>}
      </b>
      <span title={who(seat)}>{who(seat)}</span>
      <span className="lacts">
        {ACTS[seat.state].map((act) => (
          <button
            key={act}
            type="button"
            className={`btn small ${LOOK[act]}`}
            disabled={!!busy}
            aria-label={t("hall.act_seat", { act: actWord(seat, act), seat: seat.title })}
            onClick={() => onAct(act)}
          >
            {actWord(seat, act)}
          </button>
        ))}
        {(seat.state === "free" || seat.state === "bot") && <BotMenu seat={seat} onBot={onBot} />}
      </span>
    </li>
  );
}

/** Which bot sits down, or how the one that sits here plays from now on. */
function BotMenu({ seat, onBot }: { seat: LobbySeatShape; onBot: (policy: BotPolicy) => void }) {
  const word = t(seat.state === "bot" ? "hall.act.bot_other" : "hall.act.bot");
  return (
    <Menu
      className="btn small"
      label={t("hall.act_seat", { act: word, seat: seat.title })}
      face={word}
      choices={botChoices().filter(({ id }) => id !== seat.policy)}
      onChoose={(policy) => onBot(policy as BotPolicy)}
    />
  );
}

function actWord({ state }: LobbySeatShape, act: SeatAct): string {
  return state === "bot" ? t("hall.act.bot_out") : t(`hall.act.${act}`);
}

function lookOf(seat: LobbySeatShape, present: Present | undefined): Look {
  if (seat.state === "free" || seat.state === "bot") return seat.state;
  if (present?.state === "away") return "away";
  return present?.state === "dropped" ? "rec" : "in";
}

function who({ state, name, policy }: LobbySeatShape): string {
  if (state === "bot") return botName(policy);
  if (state === "taken") return t("hall.waits", { name });
  return state === "confirmed" ? name : t(`hall.${state}`);
}

function FreeDialog({ seat, onYes, onClose }: { seat: LobbySeatShape; onYes: () => void; onClose: () => void }) {
  const foot = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {t("act.cancel")}
      </button>
      <button type="button" className="btn strong" onClick={onYes}>
        {t("hall.free_yes")}
      </button>
    </>
  );
  return (
    <Dialog title={t("hall.free_title", { seat: seat.title })} size="small" onClose={onClose} foot={foot}>
      <p>{t("hall.free_text", { name: seat.name })}</p>
    </Dialog>
  );
}
