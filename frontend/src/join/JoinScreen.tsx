import { useCallback, useEffect, useState } from "react";
import { RestError } from "../rest";
import { t } from "../text/t";
import { Loading } from "../ui/Empty";
import { ExerciseMark } from "../ui/TopBar";
import { CodeForm } from "./CodeForm";
import { type Door, openDoor } from "./door";
import { SeatForm } from "./SeatForm";
import "./join.css";

/** Code first, unless the link brought it; then note, consent, name and seat on one screen. */
export default function JoinScreen() {
  const [code, setCode] = useState(() => codeOfPage());
  const [door, setDoor] = useState<Door>();
  const [error, setError] = useState("");

  const knock = useCallback(async (typed: string) => {
    setError("");
    try {
      setDoor(await openDoor(typed));
      setCode(typed);
      window.history.replaceState(null, "", `/join/${typed}`);
    } catch (failure) {
      setDoor(undefined);
      setError(failure instanceof RestError ? failure.message : t("join.failed"));
    }
  }, []);

  useEffect(() => {
    if (code) void knock(code);
  }, [code, knock]);

  const waiting = code !== "" && !door && !error;
  return (
    <div className="screen join-screen">
      <header className="top">
        <ExerciseMark mark="EXERCISE" />
        <span className="join-title">{door?.title ?? t("join.title")}</span>
      </header>
      <main>
        {waiting && <Loading what={t("join.title")} lines={6} />}
        {!waiting && !door && <CodeForm first={code} error={error} onCode={knock} />}
        {door && <SeatForm code={code} door={door} onStale={() => knock(code)} />}
      </main>
    </div>
  );
}

/** `/join/KD74MQ` */
function codeOfPage(): string {
  return decodeURIComponent(window.location.pathname.split("/")[2] ?? "");
}
