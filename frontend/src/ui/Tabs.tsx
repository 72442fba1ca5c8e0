import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

interface Tab<Id extends string> {
  id: Id;
  face: ReactNode;
}

interface TabsProps<Id extends string> {
  label: string;
  tabs: Tab<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
  /** Class of the list: "tabs" or "seg". */
  className?: string;
  /** Id of the panel that they fill. */
  panel: string;
}

/** Roving focus: arrows, Home and End move and choose. On a narrow screen the chosen one is scrolled into sight. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, className = "tabs", panel }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever is chosen anew is shown
  useEffect(() => {
    const { current } = list;
    const tab = current?.querySelector<HTMLElement>("[aria-selected=true]");
    if (current && tab) current.scrollLeft = tab.offsetLeft - (current.clientWidth - tab.offsetWidth) / 2;
  }, [chosen]);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const next = target(
      event.key,
      tabs.findIndex((tab) => tab.id === chosen),
      tabs.length,
    );
    const tab = tabs[next ?? -1];
    if (!tab) return;
    event.preventDefault();
    onChoose(tab.id);
    (event.currentTarget.children[next ?? 0] as HTMLElement).focus();
  };
  return (
    <div ref={list} className={className} role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          aria-selected={tab.id === chosen}
          aria-controls={panel}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
        >
          {tab.face}
        </button>
      ))}
    </div>
  );
}

function target(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
