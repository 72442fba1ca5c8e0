import { Icon } from "./Icons";

/** Others' acts only; at most one. Never an error, never one's own act. */
export function Toast({ text }: { text: string }) {
  return (
    <div role="status">
      {text && (
        <div className="toast">
          <Icon name="check" />
          <p>{text}</p>
        </div>
      )}
    </div>
  );
}
