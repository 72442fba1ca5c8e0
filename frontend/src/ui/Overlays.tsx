/** Dialogs, side sheets, popovers and menus: focus kept inside, Escape closes, focus returns. */
import { type ReactNode, useEffect, useRef } from "react";
import {
  Dialog as AriaDialog,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Button,
  DialogTrigger,
  Heading,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
} from "react-aria-components";
import { t } from "../text/t";
import { useBack } from "./back";
import { Icon, type IconName } from "./Icons";

interface DialogProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot. */
  foot?: ReactNode;
  size?: "small" | "wide" | "";
  /** From the left edge, full height. */
  side?: boolean;
  /** Stays until a button is pressed: a half-written text must not go by a click beside it. */
  keep?: boolean;
}

/** Open for as long as it is drawn. */
export function Dialog({ title, onClose, children, foot, size = "", side = false, keep = false }: DialogProps) {
  useEscape(onClose);
  useBack(onClose);
  return (
    <ModalOverlay
      className={`veil${side ? " side" : ""}`}
      isOpen
      isDismissable={!keep}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={`dialog ${side ? "sheet" : size}`}>
        <AriaDialog className="d-in">
          <div className="d-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <button type="button" className="btn ghost" onClick={onClose} aria-label={t("act.close")}>
              <Icon name="x" />
            </button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls a long text only where it can stand */}
          <div className="d-body" tabIndex={0}>
            {children}
          </div>
          {foot && <div className="d-foot">{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Also when the focus is nowhere, because the button that had it is gone or at work. */
function useEscape(onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape" && document.activeElement === document.body) latest.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

export function Sheet(props: Omit<DialogProps, "side" | "size">) {
  return <Dialog {...props} side />;
}

/** A button that opens a small page beside itself. */
export function Pop({ className, label, face, children }: PopProps) {
  return (
    <DialogTrigger>
      <Button className={className} aria-label={label}>
        {face}
      </Button>
      <Popover className="pop">
        <AriaDialog aria-label={label}>{children}</AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}

interface PopProps {
  className: string;
  label: string;
  face: ReactNode;
  children: ReactNode;
}

export interface MenuChoice {
  id: string;
  word: string;
  icon?: IconName;
  disabled?: boolean;
}

/** A button that opens a list of acts. */
export function Menu({ className, label, face, choices, onChoose }: MenuProps) {
  return (
    <MenuTrigger>
      <Button className={className} aria-label={label}>
        {face}
      </Button>
      <Popover className="pop">
        <AriaMenu className="menu-list" onAction={(id) => onChoose(String(id))} disabledKeys={disabled(choices)}>
          {choices.map((choice) => (
            <AriaMenuItem key={choice.id} id={choice.id} className="menu-item" textValue={choice.word}>
              {choice.icon && <Icon name={choice.icon} />}
              {choice.word}
            </AriaMenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuProps {
  className: string;
  label: string;
  face: ReactNode;
  choices: MenuChoice[];
  onChoose: (id: string) => void;
}

function disabled(choices: MenuChoice[]): string[] {
  return choices.filter((choice) => choice.disabled).map((choice) => choice.id);
}
