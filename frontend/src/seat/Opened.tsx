/** Whatever lies open over the desk. */
import { useView } from "../store";
import { t } from "../text/t";
import { IndicatorDetails } from "../ui/IndicatorDetails";
import { Dialog } from "../ui/Overlays";
import { RedLineDetails } from "../ui/RedLineRow";
import { Propose, Revise } from "./AgreementForms";
import { Agreement } from "./Agreements";
import { Brief } from "./Brief";
import { close, open, useDesk } from "./desk";
import { AnswerInject, CallControl, Thread, Write } from "./Letters";
import { NewOrder } from "./NewOrder";
import { Ruling } from "./Rulings";
import { Settings } from "./Settings";
import { useMine } from "./you";

export function OpenedDialog() {
  const opened = useDesk((desk) => desk.opened);
  switch (opened?.kind) {
    case undefined:
      return null;
    case "brief":
      return <Brief />;
    case "new_order":
      return <NewOrder />;
    case "call":
      return <CallControl />;
    case "propose":
      return <ProposeForUs />;
    case "settings":
      return <Settings />;
    case "keys":
      return <Keys />;
    case "write":
      return <Write to={opened.to} subject={opened.subject} replyTo={opened.replyTo} />;
    case "thread":
      return <Thread id={opened.id} />;
    case "ruling":
      return <Ruling id={opened.id} />;
    case "agreement":
      return <Agreement id={opened.id} />;
    case "revise":
      return <Revise id={opened.id} onClose={close} onDone={() => open({ kind: "agreement", id: opened.id })} />;
    case "answer":
      return <AnswerInject id={opened.id} />;
    case "indicator":
      return <Indicator path={opened.id} />;
    case "red_line":
      return <RedLine id={opened.id} />;
  }
}

function ProposeForUs() {
  return <Propose actors={useMine().actors} onClose={close} />;
}

function Indicator({ path }: { path: string }) {
  const variable = useView((view) => view.variables?.[path]);
  const turns = useView((view) => view.timer?.turns);
  if (!variable) return null;
  return (
    <Dialog title={variable.name} onClose={close}>
      <IndicatorDetails variable={variable} turnsPlayed={turns ?? []} />
    </Dialog>
  );
}

function RedLine({ id }: { id: string }) {
  const line = useView((view) => view.red_lines?.[id]);
  if (!line) return null;
  return (
    <Dialog title={line.title} onClose={close} size="small">
      <RedLineDetails line={line} />
    </Dialog>
  );
}

const KEYS = [
  ["?", "keys.keys"],
  ["g o", "keys.orders"],
  ["g i", "keys.inbox"],
  ["g p", "keys.picture"],
  ["g m", "keys.centre"],
  ["n", "keys.new"],
  ["Ctrl+Enter", "keys.ready"],
  ["h", "keys.call"],
  ["Esc", "keys.close"],
] as const;

function Keys() {
  return (
    <Dialog title={t("keys.title")} onClose={close} size="small">
      <dl className="facts">
        {KEYS.map(([key, word]) => (
          <div key={key}>
            <dt>
              <span className="kbd">{key}</span>
            </dt>
            <dd>{t(word)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
