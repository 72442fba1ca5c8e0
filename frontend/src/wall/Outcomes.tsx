import { useMemo } from "react";
import type { RulingShape } from "../contract";
import { useView } from "../store";
import { t } from "../text/t";
import { Explanation, told } from "../ui/RulingTicket";
import { ActorPlate } from "../ui/TeamPlate";

const MOST = 6;
const NONE: Record<string, RulingShape> = {};

/** One ruling with its chances, or what the newest turn that has any came to. */
export function Outcomes({ of }: { of: string }) {
  const rulings = useView((view) => view.rulings) ?? NONE;
  const one = rulings[of];
  return one ? <One ruling={one} /> : <Newest rulings={rulings} />;
}

function One({ ruling }: { ruling: RulingShape }) {
  return (
    <article className="pruling">
      <h2>
        {ruling.actor && <ActorPlate actor={ruling.actor} />} {ruling.title}
      </h2>
      <p className="pline">{told(ruling)}</p>
      {!ruling.hidden_terms && <Explanation ruling={{ ...ruling, terms: [] }} />}
    </article>
  );
}

function Newest({ rulings }: { rulings: Record<string, RulingShape> }) {
  const [turn, found] = useMemo(() => newest(Object.entries(rulings)), [rulings]);
  if (!found.length) return <p className="pline">{t("wall.no_outcomes")}</p>;
  return (
    <section className="poutcomes" data-many={found.length > 4 || undefined}>
      <h2>{t("wall.outcomes", { turn })}</h2>
      <ul>
        {found.slice(0, MOST).map(([id, ruling]) => (
          <li key={id}>
            <b>
              {ruling.actor && <ActorPlate actor={ruling.actor} />} {ruling.title}
            </b>
            <p>{told(ruling)}</p>
          </li>
        ))}
      </ul>
      {found.length > MOST && <p className="hint">{t("wall.more", { n: found.length - MOST })}</p>}
    </section>
  );
}

type Found = [id: string, ruling: RulingShape][];

/** What was ruled in the newest turn, in order; what merely drifts, last. */
export function newest(rulings: Found): [turn: number, found: Found] {
  const said = rulings.filter(([, ruling]) => ruling.status === "issued" && told(ruling));
  const turn = Math.max(0, ...said.map(([, ruling]) => ruling.turn));
  const drifts = ({ kind }: RulingShape) => Number(kind === "drift");
  const found = said.filter(([, ruling]) => ruling.turn === turn);
  return [turn, found.sort(([, a], [, b]) => drifts(a) - drifts(b) || a.order - b.order)];
}
