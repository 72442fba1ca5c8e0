/** The Now bar's sentence: the server's, unless all that is left to do is an order that lies half-written here. */
import type { Draft, NowShape } from "../contract";
import { useEdits } from "../live/edits";
import { useText } from "../live/texts";
import { useLive, useView } from "../store";
import { list } from "../text/format";
import { t } from "../text/t";
import { draftValues, lacks } from "./drafted";
import { kindTitle } from "./orderWords";
import { ordered, useMine } from "./you";

/** Nothing is asked of a seat that control has not confirmed yet. */
const UNCONFIRMED: NowShape = { sentence: t("lobby.unconfirmed"), to: "" };

export function useNow(): NowShape | undefined {
  const now = useView((view) => view.now);
  const seen = useView((view) => view.exercise !== undefined);
  const free = useView((view) => view.timer?.phase === "planning" && !view.timer.paused);
  const unfinished = useUnfinished();
  const improvised = useImprovised(now);
  if (!now) return seen ? UNCONFIRMED : undefined;
  return (free && (now.to === "orders" || !now.to) && unfinished) || improvised || now;
}

/** What control asks in words of its own, by its headline: the server's sentence knows no free text. */
function useImprovised(now: NowShape | undefined): NowShape | undefined {
  const inject = useView((view) => (now?.to === "inbox" ? view.injects?.[now.ref ?? ""] : undefined));
  const headline = useText(inject?.headline_ref);
  return now && headline ? { ...now, sentence: t("now.answer", { headline }) } : undefined;
}

/** The draft that this seat began and has not handed on; for a leader, also one that the team has made ready. */
function useUnfinished(): NowShape | undefined {
  const drafts = ordered(useLive((live) => live.drafts));
  const { seat, leads } = useMine();
  const mine = drafts.find(([, draft]) => draft.seat === seat && !draft.ready);
  const ready = leads ? drafts.find(([, draft]) => draft.ready) : undefined;
  const sentence = useSentence(mine ?? ready);
  const ref = (mine ?? ready)?.[0];
  return ref && sentence ? { sentence, to: "orders", ref } : undefined;
}

function useSentence(found: [string, Draft] | undefined): string {
  const menu = useView((view) => view.menu);
  const edits = useEdits();
  const { leads, leaders } = useMine();
  if (!found) return "";
  const [id, draft] = found;
  const kind = menu?.[draft.kind];
  const title = kindTitle(menu, draft.kind);
  const what = lacks(draft, kind, draftValues(id, draft, kind, edits));
  if (what.length) return t("now.finish", { title, what: list(what) });
  if (leads) return t("now.submit", { title });
  return t("now.hand_on", { title, who: list(leaders, "or") });
}
