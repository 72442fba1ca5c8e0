import { useRef, useState } from "react";
import type { MenuActorShape, MenuShape, Refused } from "../contract";
import { ask } from "../live/line";
import { useView } from "../store";
import { t } from "../text/t";
import { Dialog } from "../ui/Overlays";
import { FactList } from "../ui/ProvenanceChip";
import { Segmented } from "../ui/Segmented";
import { Status } from "../ui/Status";
import { WhyNot } from "../ui/WhyNot";
import { Crosses } from "./Crosses";
import { close, openDraft } from "./desk";
import { costWords, FREE } from "./orderWords";
import { RefusalBox } from "./useCommand";
import { actorLabel, ordered, useMine } from "./you";

/** What the team may order now; what it may not, with the reason, and who could lift it. Both may be drafted. */
export function NewOrder() {
  const { actors } = useMine();
  const [actor, setActor] = useState(actors[0] ?? "");
  const names = useView((view) => view.actors);
  const menu = ordered(useView((view) => view.menu)).filter(([, kind]) => kind.actors[actor]);
  const begin = useBegin(actor);
  const ahead = useView((view) => view.timer?.phase !== "planning");
  return (
    <Dialog title={t("orders.new")} onClose={close}>
      {actors.length > 1 && (
        <Segmented
          label={t("orders.for_whom")}
          chosen={actor}
          onChoose={setActor}
          choices={actors.map((id) => ({ id, face: actorLabel(names, id) }))}
          tall
        />
      )}
      <RefusalBox refusal={begin.refusal} />
      {ahead && <p className="hint">{t("orders.ahead_text")}</p>}
      <ul className="menu-orders">
        {[...menu].sort(possibleFirst(actor)).map(([id, kind]) => (
          <li key={id}>
            <MenuOrder
              kind={kind}
              own={kind.actors[actor] as MenuActorShape}
              actor={actor}
              onDraft={() => begin.draft(id)}
            />
          </li>
        ))}
        <li>
          <article className="order">
            <header>
              <h3>{t("order.free")}</h3>
            </header>
            <p className="order-x">{t("orders.free_text")}</p>
            <footer>
              <span className="grow" />
              <button type="button" className="btn small" onClick={() => begin.draft(FREE)}>
                {t("orders.draft")} <span className="said">{t("order.free")}</span>
              </button>
            </footer>
          </article>
        </li>
      </ul>
    </Dialog>
  );
}

function useBegin(actor: string): { refusal: Refused | undefined; draft: (kind: string) => void } {
  const [refusal, setRefusal] = useState<Refused>();
  const asked = useRef(false); // a double click makes one draft
  const begin = async (kind: string) => {
    if (asked.current) return;
    asked.current = true;
    const answer = await ask({ type: "open_draft", kind, actor });
    asked.current = false;
    if (answer.type === "refused") return setRefusal(answer);
    close();
    openDraft(answer.made);
  };
  return { refusal, draft: (kind) => void begin(kind) };
}

interface MenuOrderProps {
  kind: MenuShape;
  own: MenuActorShape;
  actor: string;
  onDraft: () => void;
}

function MenuOrder({ kind, own, actor, onDraft }: MenuOrderProps) {
  const budget = useView((view) => view.budget?.[actor]);
  const [details, setDetails] = useState(false);
  const unmet = Object.values(own.needs).some((need) => !need.met);
  return (
    <article className={`order${own.possible ? "" : " blocked"}`}>
      <header>
        {!own.possible && <Status icon="lock">{t("order.blocked")}</Status>}
        <h3>{kind.title}</h3>
        <span className="cost">{costWords(own.cost, budget)}</span>
      </header>
      <p className="order-x">{kind.summary}</p>
      {own.used && <p className="hint">{t("orders.used")}</p>}
      {!own.possible && !own.used && !unmet && <p className="hint">{t("orders.no_means")}</p>}
      {unmet && <WhyNot needs={own.needs} />}
      <Crosses lines={kind.crosses} />
      {details && <FactList facts={kind.facts} />}
      <footer>
        {kind.facts.length > 0 && (
          <button type="button" className="lnk" aria-expanded={details} onClick={() => setDetails(!details)}>
            {t("orders.facts", { n: kind.facts.length })}
          </button>
        )}
        <span className="grow" />
        <button type="button" className="btn small" onClick={onDraft}>
          {t("orders.draft")} <span className="said">{kind.title}</span>
        </button>
      </footer>
    </article>
  );
}

function possibleFirst(actor: string) {
  return ([, a]: [string, MenuShape], [, b]: [string, MenuShape]) =>
    Number(b.actors[actor]?.possible) - Number(a.actors[actor]?.possible) || a.order - b.order;
}
