import type { RedLineShape } from "../contract";
import { t } from "../text/t";
import { Icon, type IconName } from "./Icons";
import { FactList } from "./ProvenanceChip";
import { Secret } from "./Secret";
import { ActorPlate } from "./TeamPlate";

/** A line that an actor has drawn: how near anything is to it. A lock: it binds your own side. */
export function RedLineRow({ line, mine, onOpen }: { line: RedLineShape; mine: boolean; onOpen: () => void }) {
  const binds = line.binds_owner && mine && line.status !== "crossed";
  return (
    <li className={`redline ${binds ? "hot" : line.status}`}>
      <Icon name={glyph(line.status, binds)} />
      <button type="button" onClick={onOpen} aria-label={t("redline.open_label", { title: line.title })}>
        {line.title} <Secret secret={line.secret} />
      </button>
      <ActorPlate actor={line.owner} />
      <em>{binds ? t("redline.binds") : t(`redline.${line.status}`)}</em>
    </li>
  );
}

/** What the row opens. */
export function RedLineDetails({ line }: { line: RedLineShape }) {
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t("redline.owner")}</dt>
          <dd>
            <ActorPlate actor={line.owner} />
          </dd>
        </div>
        <div>
          <dt>{t("redline.consequence")}</dt>
          <dd>{line.consequence}</dd>
        </div>
      </dl>
      {line.binds_owner && <p>{t("redline.binds_text")}</p>}
      {line.status === "near" && <p>{t("redline.near_text")}</p>}
      <FactList facts={line.facts} />
    </>
  );
}

function glyph(status: RedLineShape["status"], binds: boolean): IconName {
  if (binds) return "lock";
  return ({ open: "redline", near: "near", crossed: "crossed" } as const)[status];
}
