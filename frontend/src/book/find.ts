/** Which chapter an address means, and what a search finds. */
import type { BookChapter, BookEntry } from "../shapes";

/** The chapter with this id, or the one with this entry; the first if there is neither. */
export function chapterOf(chapters: BookChapter[], id: string): BookChapter | undefined {
  return (
    chapters.find((chapter) => chapter.id === id) ??
    chapters.find((chapter) => chapter.entries.some((entry) => entry.id === id)) ??
    chapters[0]
  );
}

/** The chapters with the entries that hold every word; those without any are left out. */
export function found(chapters: BookChapter[], words: string): BookChapter[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return chapters
    .map((chapter) => ({ ...chapter, marks: [], entries: chapter.entries.filter((entry) => holds(entry, wanted)) }))
    .filter((chapter) => chapter.entries.length);
}

function holds(entry: BookEntry, wanted: string[]): boolean {
  const rows = entry.rows.map((row) => `${row.name} ${row.text} ${row.formula}`);
  const text = [entry.title, entry.text, ...entry.tags, ...entry.facts, ...rows].join(" ").toLowerCase();
  return wanted.every((word) => text.includes(word));
}

/** Entries under their headings, in order. */
export function grouped(entries: BookEntry[]): { group: string; entries: BookEntry[] }[] {
  const groups: { group: string; entries: BookEntry[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.group === entry.group) last.entries.push(entry);
    else groups.push({ group: entry.group, entries: [entry] });
  }
  return groups;
}
