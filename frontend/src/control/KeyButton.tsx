import type { ReactNode } from "react";

interface KeyButtonProps {
  /** As `KeyboardEvent.key` has it: "a", "+", "C" for Shift+C. */
  keyName: string;
  /** How it is drawn, if otherwise. */
  face?: string;
  className?: string;
  disabled?: boolean;
  /** Why it is not possible now. */
  why?: string;
  pressed?: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** A button that a single key presses, too: `useKeys` looks for it by its key. */
export function KeyButton({
  keyName,
  face,
  className = "",
  disabled,
  why,
  pressed,
  onPress,
  children,
}: KeyButtonProps) {
  return (
    <button
      type="button"
      className={`btn ${className}`}
      data-key={keyName}
      aria-keyshortcuts={keyName}
      aria-pressed={pressed}
      title={why}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
      <span className="kbd" aria-hidden="true">
        {face ?? keyName.toUpperCase()}
      </span>
    </button>
  );
}
