import { useState } from "react";
import { freeObserver } from "../rest";
import type { LobbyShape } from "../shapes";
import { useLive } from "../store";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";
import { Dialog } from "../ui/Overlays";
import { CopyButton } from "./CopyButton";
import { halves, place } from "./Join";
import type { Run } from "./run";

interface InviteProps {
  lobby: LobbyShape;
  busy: string;
  run: Run;
}

/** Whoever watches: observers by their own code, and the wall by its link. */
export function Invite({ lobby, busy, run }: InviteProps) {
  const [open, setOpen] = useState(false);
  const { join, here } = lobby.observers;
  return (
    <section className="invite" aria-labelledby="observers">
      <h2 id="observers">{t("hall.observers", { n: here.length })}</h2>
      <p className="hint">{t("hall.observers_text")}</p>
      <ul className="lteams">
        {here.map((one) => (
          <Observer key={one.key} one={one} lobby={lobby} busy={busy} run={run} />
        ))}
      </ul>
      <div className="btns">
        <button type="button" className="btn" disabled={!join.code} onClick={() => setOpen(true)}>
          <Icon name="eye" />
          {t("hall.observers_invite")}
        </button>
        <CopyButton text={wallLink(lobby)} word={t("hall.wall_copy")} />
      </div>
      {!join.code && lobby.status !== "ended" && <p className="hint">{t("hall.observers_codes")}</p>}
      {open && <Invitation lobby={lobby} onClose={() => setOpen(false)} />}
    </section>
  );
}

const LOOK = { here: "in", away: "away", dropped: "rec", bot: "bot", free: "free" } as const;

function Observer({ one, lobby, busy, run }: InviteProps & { one: LobbyShape["observers"]["here"][number] }) {
  const { key, title, name } = one;
  const look = LOOK[useLive((live) => live.presence[key]?.state) ?? "dropped"];
  return (
    <li className={`lseat lteam ${look}`}>
      <i className="pres" title={t(`hall.${look}`)} />
      <b>{name}</b>
      <span>{title}</span>
      <span className="lacts">
        <button
          type="button"
          className="btn small"
          disabled={!!busy}
          aria-label={t("hall.act_seat", { act: t("hall.act.free"), seat: title })}
          onClick={() => void run(`free ${key}`, () => freeObserver(lobby.id, key))}
        >
          {t("hall.act.free")}
        </button>
      </span>
    </li>
  );
}

/** As people in the room reach it: at the address of the join link. */
function wallLink({ join, wall }: LobbyShape): string {
  return new URL(wall, new URL(join.link || "/", window.location.origin)).href;
}

function Invitation({ lobby, onClose }: { lobby: LobbyShape; onClose: () => void }) {
  const { code, link, qr } = lobby.observers.join;
  const [first, second] = halves(code);
  return (
    <Dialog title={t("hall.observers_invite")} size="small" onClose={onClose}>
      <p>{t("hall.join_at", { place: place(link) })}</p>
      <p className="code" role="img" aria-label={[...code].join(" ")}>
        <span>{first}</span>
        <span>{second}</span>
      </p>
      <img className="qr" src={qr} alt={t("hall.qr")} width="208" height="208" />
      <p className="hint">{t("hall.observers_text")}</p>
      <div className="btns">
        <CopyButton text={link} word={t("hall.copy")} />
      </div>
    </Dialog>
  );
}
