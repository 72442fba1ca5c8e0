import { useState } from "react";
import { t } from "../text/t";
import { Icon } from "../ui/Icons";

const SHOWN_FOR = 3_000;

export function CopyButton({ text, word, disabled = false }: { text: string; word: string; disabled?: boolean }) {
  const [done, setDone] = useState(false);
  const press = async () => {
    await copy(text);
    setDone(true);
    setTimeout(() => setDone(false), SHOWN_FOR);
  };
  return (
    <button type="button" className="btn" disabled={disabled} onClick={press}>
      <Icon name={done ? "check" : "doc"} />
      <span aria-live="polite">{done ? t("hall.copied") : word}</span>
    </button>
  );
}

/** The clipboard's own door opens only to secure pages; in a room without HTTPS the old way still works. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "said";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
