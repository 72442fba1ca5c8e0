/** Whatever lies over the desk. */
import { Propose, Revise } from "../seat/AgreementForms";
import { Settings } from "../seat/Settings";
import { t } from "../text/t";
import { Dialog } from "../ui/Overlays";
import { AcceptRest } from "./AcceptRest";
import { CloseDialog, EndDialog, ExtendDialog } from "./ClockDialogs";
import { Agreement, RulingDialog, WriteDialog } from "./Documents";
import { close, open, useDesk } from "./desk";
import { Improvise } from "./Improvise";
import { LogDialog, RewindDialog } from "./Log";
import { useOwnActors } from "./ownActors";
import { Projector } from "./Projector";
import { Records } from "./Records";
import { SeeAsDialog } from "./SeeAs";
import { VariableDialog } from "./VariableDialog";

export function Over() {
  const opened = useDesk((desk) => desk.opened);
  switch (opened?.kind) {
    case undefined:
      return null;
    case "close":
      return <CloseDialog />;
    case "accept":
      return <AcceptRest />;
    case "extend":
      return <ExtendDialog />;
    case "end":
      return <EndDialog />;
    case "improvise":
      return <Improvise />;
    case "log":
      return <LogDialog />;
    case "rewind":
      return <RewindDialog line={opened.line} />;
    case "records":
      return <Records page={opened.page} />;
    case "observe":
      return <Records page="observations" />;
    case "write":
      return <WriteDialog />;
    case "project":
      return <Projector />;
    case "variable":
      return <VariableDialog path={opened.path} />;
    case "ruling":
      return <RulingDialog id={opened.id} />;
    case "agreement":
      return <Agreement id={opened.id} />;
    case "propose":
      return <ProposeForOwn />;
    case "revise":
      return <Revise id={opened.id} onClose={close} onDone={() => open({ kind: "agreement", id: opened.id })} />;
    case "see":
      return <SeeAsDialog seat={opened.id} />;
    case "settings":
      return <Settings onClose={close} />;
    case "keys":
      return <Keys />;
  }
}

function ProposeForOwn() {
  return <Propose actors={useOwnActors()} onClose={close} />;
}

const KEYS = [
  ["1–9", "ckeys.open"],
  ["A", "hand.accept"],
  ["⇧A", "accept.title"],
  ["M", "ckeys.amend"],
  ["O", "hand.override"],
  ["R", "ckeys.return"],
  ["F", "inject.fire"],
  ["H", "inject.hold"],
  ["T", "inject.move"],
  ["Alt ← →", "ckeys.move"],
  ["K", "inject.skip"],
  ["I", "improvise.title"],
  ["P", "ckeys.pause"],
  ["+", "ckeys.more"],
  ["⇧C", "ckeys.close"],
  ["Ctrl ↵", "ckeys.send"],
  ["?", "keys.keys"],
  ["Esc", "keys.close"],
] as const;

function Keys() {
  return (
    <Dialog title={t("keys.title")} size="small" onClose={close}>
      <table className="plain">
        <tbody>
          {KEYS.map(([key, word]) => (
            <tr key={key}>
              <th scope="row">
                <span className="kbd">{key}</span>
              </th>
              <td>{t(word)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
