/** Staff accounts. Players never come here. */
import { type FormEvent, useState } from "react";
import { call, RestError } from "../rest";
import { t } from "../text/t";
import { FieldError } from "../ui/Field";
import { TopBar } from "../ui/TopBar";
import "../styles/staff.css";

export default function LoginScreen() {
  const [error, setError] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    setBusy(true);
    setError(await signIn(String(typed.get("username")), String(typed.get("password"))));
    setBusy(false);
  };
  return (
    <div className="screen">
      <TopBar mark="EXERCISE" title={t("login.title")} />
      <main className="narrow">
        <h1>{t("login.title")}</h1>
        <p className="lede">{t("login.lead")}</p>
        <form className="stack-m" onSubmit={submit} noValidate>
          <label>
            {t("login.user")}
            <input name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} />
          </label>
          <label>
            {t("login.password")}
            <input name="password" type="password" autoComplete="current-password" />
          </label>
          <div className="said-room" role="alert">
            {error && <FieldError text={error} />}
          </div>
          <button type="submit" className="btn primary big" disabled={busy}>
            {t("login.submit")}
          </button>
        </form>
        <p>
          <a href="/join">{t("login.join")}</a>
        </p>
      </main>
    </div>
  );
}

/** Goes on when it worked; else returns why not, in words. */
async function signIn(username: string, password: string): Promise<string> {
  if (!username || !password) return t("login.missing");
  try {
    const { to } = await call<{ to: string }>("POST", "/login", { username, password, next: wanted() });
    window.location.assign(to);
  } catch (error) {
    return error instanceof RestError ? error.message : t("rest.failed");
  }
  return "";
}

/** Where the person was going; the server sees to it that this is a page of ours. */
function wanted(): string {
  return new URLSearchParams(window.location.search).get("next") ?? "/";
}
