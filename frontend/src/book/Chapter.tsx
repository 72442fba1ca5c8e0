import type { BookChapter } from "../shapes";
import { Entry } from "./Entry";
import { grouped } from "./find";
import { TimeLine } from "./TimeLine";

/** One chapter: what stands here, its time line if it has one, and its entries under their headings. */
export function Chapter({ chapter, onFollow }: { chapter: BookChapter; onFollow: () => void }) {
  return (
    <section aria-labelledby={chapter.id} className="book-chapter">
      <h2 id={chapter.id}>{chapter.title}</h2>
      <p className="lede">{chapter.lead}</p>
      {chapter.marks.length > 0 && <TimeLine marks={chapter.marks} />}
      {grouped(chapter.entries).map(({ group, entries }) => (
        <div key={`${group} ${entries[0]?.id}`} className="book-group">
          {group && <h3>{group}</h3>}
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} onFollow={onFollow} />
          ))}
        </div>
      ))}
    </section>
  );
}
