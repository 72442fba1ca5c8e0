import type { BookEntry, BookProvenance, BookRow } from "../shapes";
import { t } from "../text/t";
import { Markdown } from "../ui/Markdown";

interface EntryProps {
  entry: BookEntry;
  /** A link inside the book was followed. */
  onFollow: () => void;
}

/** One thing of the pack: an order, a rule, a fact. */
export function Entry({ entry, onFollow }: EntryProps) {
  const { id, title, text, tags, rows, provenance, facts } = entry;
  return (
    <article id={id} className="book-entry" aria-labelledby={`${id}-title`}>
      <header>
        <h4 id={`${id}-title`}>{title}</h4>
        {tags.map((tag) => (
          <span key={tag} className="book-tag">
            {tag}
          </span>
        ))}
        <Origin provenance={provenance} onFollow={onFollow} />
      </header>
      {text && <Markdown text={text} what={title} />}
      {rows.length > 0 && (
        <dl className="book-rows">
          {rows.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and two may be alike
            <Row key={n} row={row} same={same(row.provenance, provenance)} onFollow={onFollow} />
          ))}
        </dl>
      )}
      <Facts facts={facts} onFollow={onFollow} />
    </article>
  );
}

interface RowProps {
  row: BookRow;
  /** Whether it rests on what the whole entry rests on. */
  same: boolean;
  onFollow: () => void;
}

/** A sentence and a formula, side by side where there is room. */
function Row({ row, same, onFollow }: RowProps) {
  return (
    <div>
      <dt>{row.name}</dt>
      <dd>
        {row.text && <span>{row.text}</span>}
        {row.formula && <code>{row.formula}</code>}
        {row.links.length > 0 && (
          <ul className="book-links">
            {row.links.map((link) => (
              <li key={link.to}>
                <a href={`#${link.to}`} onClick={onFollow}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        )}
        {!same && <Origin provenance={row.provenance} onFollow={onFollow} />}
      </dd>
    </div>
  );
}

/** Where a number comes from, in a word, with links to its facts. */
function Origin({ provenance, onFollow }: { provenance: BookProvenance | null; onFollow: () => void }) {
  if (!provenance) return null;
  return (
    <small className="book-origin">
      {t(`prov.${provenance.kind}`)}
      <FactLinks facts={provenance.facts ?? []} onFollow={onFollow} />
      {provenance.note && ` · ${provenance.note}`}
    </small>
  );
}

function Facts({ facts, onFollow }: { facts: string[]; onFollow: () => void }) {
  if (!facts.length) return null;
  return (
    <p className="book-origin">
      {t("book.rests")}
      <FactLinks facts={facts} onFollow={onFollow} />
    </p>
  );
}

function FactLinks({ facts, onFollow }: { facts: string[]; onFollow: () => void }) {
  return facts.map((fact) => (
    <a key={fact} href={`#fact-${fact}`} onClick={onFollow}>
      {fact}
    </a>
  ));
}

function same(one: BookProvenance | null, other: BookProvenance | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
