import { useState } from "react";
import { facilitatorLink, newCodes, type RestError } from "../rest";
import type { LobbyShape } from "../shapes";
import { day } from "../text/format";
import { t } from "../text/t";
import { FieldError } from "../ui/Field";
import { Icon } from "../ui/Icons";
import { Dialog } from "../ui/Overlays";
import { CopyButton } from "./CopyButton";
import type { Run } from "./run";

/** The code as large as it goes, its QR picture, and whoever else may help to run the exercise. */
export function Join({ lobby, run }: { lobby: LobbyShape; run: Run }) {
  const [open, setOpen] = useState<"" | "codes" | "second">("");
  const { code, link } = lobby.join;
  return (
    <section className="join" aria-label={t("hall.join")}>
      <div className="way-in">{code ? <Code lobby={lobby} /> : <p>{t("hall.no_code")}</p>}</div>
      <div className="btns">
        <CopyButton text={link} word={t("hall.copy")} disabled={!code} />
        <button type="button" className="btn" disabled={!code} onClick={() => window.print()}>
          {t("hall.print")}
        </button>
        {lobby.status !== "ended" && (
          <button type="button" className="btn" onClick={() => setOpen("codes")}>
            {t("hall.new_code")}
          </button>
        )}
        <button type="button" className="btn" onClick={() => setOpen("second")}>
          <Icon name="people" />
          {t("hall.second")}
        </button>
      </div>
      <dl className="facts">
        {lobby.setup.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {lobby.content_note && <p className="hint">{lobby.content_note}</p>}
      {open === "codes" && <NewCodes id={lobby.id} run={run} onClose={() => setOpen("")} />}
      {open === "second" && <Second id={lobby.id} onClose={() => setOpen("")} />}
    </section>
  );
}

function Code({ lobby }: { lobby: LobbyShape }) {
  const { code, link, qr, expires_at } = lobby.join;
  const [first, second] = halves(code);
  return (
    <>
      <p>{t("hall.join_at", { place: place(link) })}</p>
      <p className="code" role="img" aria-label={[...code].join(" ")}>
        <span>{first}</span>
        <span>{second}</span>
      </p>
      <img className="qr" src={qr} alt={t("hall.qr")} width="208" height="208" />
      <p className="hint">{t("hall.no_account", { time: day(expires_at) })}</p>
    </>
  );
}

/** A code in two parts, as it is read aloud. */
export function halves(code: string): [string, string] {
  const middle = Math.ceil(code.length / 2);
  return [code.slice(0, middle), code.slice(middle)];
}

/** Where people go, without the code itself: "play.example.org/join". */
export function place(link: string): string {
  const { host, pathname } = new URL(link, window.location.origin);
  return host + pathname.replace(/\/join\/.*$/, "/join");
}

function NewCodes({ id, run, onClose }: { id: string; run: Run; onClose: () => void }) {
  const renew = async () => {
    onClose();
    await run("codes", () => newCodes(id));
  };
  const foot = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {t("act.cancel")}
      </button>
      <button type="button" className="btn strong" onClick={renew}>
        {t("hall.new_code_yes")}
      </button>
    </>
  );
  return (
    <Dialog title={t("hall.new_code_title")} size="small" onClose={onClose} foot={foot}>
      <p>{t("hall.new_code_text")}</p>
    </Dialog>
  );
}

function Second({ id, onClose }: { id: string; onClose: () => void }) {
  const [link, setLink] = useState("");
  const [name, setName] = useState("");
  const [error, setError] = useState("");
  const make = () =>
    facilitatorLink(id, name)
      .then((made) => setLink(made.link))
      .catch((failed: RestError) => setError(failed.message));
  return (
    <Dialog title={t("hall.second_title")} onClose={onClose} keep={!!link}>
      <p>{t("hall.second_text")}</p>
      {link ? (
        <>
          <label>
            {t("hall.link")}
            <input readOnly value={link} onFocus={(event) => event.target.select()} />
          </label>
          <div className="btns">
            <CopyButton text={link} word={t("hall.copy")} />
          </div>
        </>
      ) : (
        <form
          className="stack-m"
          onSubmit={(event) => {
            event.preventDefault();
            void make();
          }}
        >
          <label>
            {t("hall.second_name")}
            <input value={name} maxLength={40} autoComplete="off" onChange={(event) => setName(event.target.value)} />
          </label>
          <div className="btns">
            <button type="submit" className="btn primary" disabled={!name.trim()}>
              {t("hall.second_make")}
            </button>
          </div>
        </form>
      )}
      {error && <FieldError text={error} />}
    </Dialog>
  );
}
