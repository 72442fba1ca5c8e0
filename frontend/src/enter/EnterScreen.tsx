/** The facilitator's one-use link: its token comes in the fragment, which no server log and no Referer ever sees. */
import { useEffect, useState } from "react";
import { call, type RestError } from "../rest";
import { t } from "../text/t";
import { Failure, Loading } from "../ui/Empty";
import { TopBar } from "../ui/TopBar";
import "../styles/staff.css";

export default function EnterScreen() {
  const [token] = useState(() => window.location.hash.slice(1));
  const [error, setError] = useState<RestError>();
  useEffect(() => {
    if (!token) return;
    hideToken();
    redeem(token).catch(setError);
  }, [token]);
  return (
    <div className="screen">
      <TopBar mark="EXERCISE" title={t("enter.title")} />
      <main className="narrow">
        <h1>{t("enter.title")}</h1>
        {!token && <Refused title={t("enter.no_token")} text={t("enter.no_token_text")} />}
        {error && <Refused title={t("enter.refused")} text={words(error)} code={error.code} />}
        {token && !error && <Entering />}
      </main>
    </div>
  );
}

function Entering() {
  return (
    <>
      <p>{t("enter.entering")}</p>
      <Loading what={t("enter.title")} lines={2} />
    </>
  );
}

/** A connection that failed says so itself; whatever else went wrong, the link is spent. */
function words(error: RestError): string {
  return error.status === 0 || error.status === 429 ? error.message : t("enter.refused_text");
}

function Refused({ title, text, code = "" }: { title: string; text: string; code?: string }) {
  const act = (
    <a className="btn small" href="/login">
      {t("enter.to_login")}
    </a>
  );
  return (
    <Failure title={title} code={code} act={act}>
      {text}
    </Failure>
  );
}

/**
 * Out of the address at once, so that neither the history nor a glance over the shoulder keeps it; but not while
 * drawing: React may throw a first drawing away and begin again, and would find no token.
 */
function hideToken(): void {
  window.history.replaceState(null, "", window.location.pathname);
}

const redeeming = new Map<string, Promise<void>>();

/** Once, however often React draws: a second try would find the link used. */
function redeem(token: string): Promise<void> {
  const running =
    redeeming.get(token) ??
    call<{ to: string }>("POST", "/enter", { token }).then(({ to }) => window.location.replace(to));
  redeeming.set(token, running);
  return running;
}
