import { type FormEvent, useState } from "react";
import { RestError } from "../rest";
import { t } from "../text/t";
import { Failure } from "../ui/Empty";
import { FieldError } from "../ui/Field";
import { type Door, takeSeat } from "./door";
import { SeatChoice } from "./SeatChoice";

type Where = "consent" | "name" | "seat" | "form";
type Wrong = { where: Where; text: string; code: string } | undefined;

/** Which field a refusal speaks of. */
const FIELD: Record<string, Where> = {
  consent_missing: "consent",
  bad_name: "name",
  name_taken: "name",
  seat_taken: "seat",
  unknown_seat: "seat",
};

interface SeatFormProps {
  code: string;
  door: Door;
  /** The seats shown are no longer true. */
  onStale: () => Promise<void>;
}

export function SeatForm({ code, door, onStale }: SeatFormProps) {
  const [asked, setAsked] = useState({ seat: "", name: "", consent: false });
  const [wrong, setWrong] = useState<Wrong>();
  const [sending, setSending] = useState(false);
  const change = (part: Partial<typeof asked>) => {
    setAsked((was) => ({ ...was, ...part }));
    setWrong(undefined);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const gap = missing(asked, door.observers);
    if (gap) return show(gap);
    setSending(true);
    const refused = await sit(code, asked);
    setSending(false);
    if (!refused) return;
    if (refused.where === "seat") {
      setAsked((was) => ({ ...was, seat: "" }));
      await onStale();
    }
    show(refused);
  };
  const show = (found: NonNullable<Wrong>) => {
    setWrong(found);
    document.getElementById(`join-${found.where}`)?.focus();
  };
  const error = (where: Where) => (wrong?.where === where ? wrong.text : "");
  return (
    <form className="seat-form" onSubmit={(event) => void send(event)} noValidate>
      <section className="stack-s">
        <h1>{door.title}</h1>
        {door.observers && <p className="lede">{t("join.observe_text")}</p>}
        <h2>{t("join.note")}</h2>
        <p className="read">{door.content_note}</p>
        <label className="check">
          <input
            id="join-consent"
            type="checkbox"
            checked={asked.consent}
            aria-invalid={!!error("consent") || undefined}
            aria-describedby="consent-error"
            onChange={(event) => change({ consent: event.target.checked })}
          />
          {t("join.consent")}
        </label>
        <Wrongly id="consent-error" text={error("consent")} />
      </section>
      <section className="field">
        <label htmlFor="join-name">{t("join.name")}</label>
        <input
          id="join-name"
          value={asked.name}
          maxLength={40}
          autoComplete="nickname"
          aria-invalid={!!error("name") || undefined}
          aria-describedby="name-hint name-error"
          onChange={(event) => change({ name: event.target.value })}
        />
        <span className="hint" id="name-hint">
          {t(door.observers ? "join.observe_name" : "join.name_hint")}
        </span>
        <Wrongly id="name-error" text={error("name")} />
      </section>
      {!door.observers && (
        <section className="stack-s" id="join-seat" tabIndex={-1} aria-label={t("join.seat")}>
          <h2>{t("join.seat")}</h2>
          <Wrongly id="seat-error" text={error("seat")} />
          <SeatChoice teams={door.teams} chosen={asked.seat} onChoose={(seat) => change({ seat })} />
        </section>
      )}
      {error("form") && <Failure title={error("form")} code={wrong?.code ?? ""} />}
      <button type="submit" className="btn primary big wide" disabled={sending}>
        {sending ? t("join.sitting") : t(door.observers ? "join.observe" : "join.sit")}
      </button>
    </form>
  );
}

function Wrongly({ id, text }: { id: string; text: string }) {
  return <span role="alert">{text && <FieldError id={id} text={text} />}</span>;
}

/** The first thing that is not filled in. */
function missing({ consent, name, seat }: { consent: boolean; name: string; seat: string }, observers: boolean): Wrong {
  if (!consent) return { where: "consent", text: t("join.need_consent"), code: "" };
  if (!name.trim()) return { where: "name", text: t("join.need_name"), code: "" };
  if (!seat && !observers) return { where: "seat", text: t("join.need_seat"), code: "" };
  return undefined;
}

/** Takes the seat and goes to it; or says what was refused. */
async function sit(code: string, asked: { seat: string; name: string; consent: boolean }): Promise<Wrong> {
  try {
    const taken = await takeSeat(code, { ...asked, name: asked.name.trim() });
    window.location.replace(taken.url);
    return undefined;
  } catch (failure) {
    if (!(failure instanceof RestError)) throw failure;
    return { where: FIELD[failure.code] ?? "form", text: failure.message, code: failure.code };
  }
}
