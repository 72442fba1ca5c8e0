/** A shared draft as its form needs it: what each field shows, who is in it, what is missing. */
import type { BoundsShape, Draft, FieldShape, MenuShape } from "../contract";
import { type Edits, forgetEdit, keepMine, useEdits } from "../live/edits";
import { useLive, useView } from "../store";
import { type Value, valueText } from "../text/format";
import { t } from "../text/t";
import { seatInitials, seatTitle, useLibrary } from "../ui/Library";
import type { FieldState } from "../ui/OrderForm";
import { draftValues, lacks } from "./drafted";
import { FREE } from "./orderWords";

export interface DraftForm {
  kind: MenuShape | undefined;
  free: boolean;
  bounds: Record<string, BoundsShape>;
  state: (field: string) => FieldState;
  values: Record<string, Value>;
  /** Something is not filled in, or wrong. */
  incomplete: boolean;
  /** Server's seconds of the last save here. */
  savedAt: number | undefined;
  saving: boolean;
  refusal: string;
}

export function useDraft(id: string, draft: Draft): DraftForm {
  const kind = useView((view) => view.menu?.[draft.kind]);
  const edits = useEdits();
  const values = draftValues(id, draft, kind, edits);
  const state = useFieldState(id, kind, draft, edits, values);
  const mine = Object.entries(edits).filter(([key]) => key.startsWith(`${id}/`));
  const saved = mine.map(([, edit]) => edit.savedAt ?? 0);
  return {
    kind,
    free: draft.kind === FREE,
    bounds: kind?.actors[draft.actor]?.bounds ?? {},
    state,
    values,
    incomplete: lacks(draft, kind, values).length > 0,
    savedAt: saved.length && Math.max(...saved) > 0 ? Math.max(...saved) : undefined,
    saving: mine.some(([, edit]) => edit.state === "waiting" || edit.state === "sending"),
    refusal: mine.find(([, edit]) => edit.state === "refused")?.[1].text ?? "",
  };
}

function useFieldState(
  id: string,
  kind: MenuShape | undefined,
  draft: Draft,
  edits: Edits,
  values: DraftForm["values"],
): (field: string) => FieldState {
  const presence = useLive((live) => live.presence);
  const me = useView((view) => view.you?.seat ?? "");
  return (field) => {
    const key = `${id}/${field}`;
    const edit = edits[key];
    const other = Object.keys(presence).find((seat) => seat !== me && presence[seat]?.editing === key);
    return {
      value: values[field],
      locked: other !== undefined && edit?.state !== "waiting",
      note:
        edit?.state === "conflict" ? (
          <Conflict
            id={key}
            theirs={draft.fields[field]}
            field={kind?.form.find((one) => `form.${one.id}` === field)}
          />
        ) : other ? (
          <Theirs seat={other} />
        ) : null,
    };
  };
}

function Theirs({ seat }: { seat: string }) {
  const library = useLibrary();
  return (
    <span className="theirs">
      <i className="dot">{seatInitials(library, seat)}</i>
      {t("field.theirs", { who: seatTitle(library, seat) })}
    </span>
  );
}

interface ConflictProps {
  id: string;
  theirs: Draft["fields"][string] | undefined;
  field: FieldShape | undefined;
}

/** Both texts are kept, and the person chooses. */
function Conflict({ id, theirs, field }: ConflictProps) {
  const library = useLibrary();
  if (!theirs) return null;
  return (
    <div className="conflict" role="alert">
      <p>
        {t("form.conflict", { who: seatTitle(library, theirs.seat), text: valueText(theirs.value, 2, field?.choices) })}
      </p>
      <span className="btns">
        <button type="button" className="btn small" onClick={() => keepMine(id)}>
          {t("form.keep_mine")}
        </button>
        <button type="button" className="btn small" onClick={() => forgetEdit(id)}>
          {t("form.take_theirs")}
        </button>
      </span>
    </div>
  );
}
