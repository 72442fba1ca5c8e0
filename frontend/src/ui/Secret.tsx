import { t } from "../text/t";
import { Icon } from "./Icons";

/** Secrets look secret: a lock and for whose eyes. */
export function Secret({ secret }: { secret: "" | "team" | "seat" | "control" | undefined }) {
  if (!secret) return null;
  return (
    <small className="priv">
      <Icon name="lock" /> {t(`secret.${secret}`)}
    </small>
  );
}
