/** What a new wording changes in the old one, word by word. No screen. */
interface Piece {
  kind: "same" | "ins" | "del";
  text: string;
}

/** Above this many words on either side a text is shown as replaced: nobody reads such a patchwork. */
const MOST = 1_500;

export function changes(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ kind: "same", text: before }] : [];
  const [old, now] = [words(before), words(after)];
  if (old.length > MOST || now.length > MOST) return joined([...each("del", old), ...each("ins", now)]);
  return joined(walk(old, now, common(old, now)));
}

/** Words with the space that follows, so that joined they are the text. */
function words(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function each(kind: Piece["kind"], of: string[]): Piece[] {
  return of.map((text) => ({ kind, text }));
}

/** By place: how many words the rest of both texts have in common, in order. */
function common(old: string[], now: string[]): Uint16Array[] {
  const rows = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--) {
      const [row, below] = [rows[i] as Uint16Array, rows[i + 1] as Uint16Array];
      row[j] = old[i] === now[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return rows;
}

function walk(old: string[], now: string[], rest: Uint16Array[]): Piece[] {
  const found: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    if (old[i] === now[j]) {
      found.push({ kind: "same", text: now[j++] ?? "" });
      i++;
    } else if ((rest[i + 1]?.[j] ?? 0) >= (rest[i]?.[j + 1] ?? 0)) found.push({ kind: "del", text: old[i++] ?? "" });
    else found.push({ kind: "ins", text: now[j++] ?? "" });
  }
  return [...found, ...each("del", old.slice(i)), ...each("ins", now.slice(j))];
}

function joined(pieces: Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else found.push({ ...piece });
  }
  return found;
}
