/** A scenario pack as a person reads it: chapters at the side, entries with sentences and formulas. */
import { useEffect, useState } from "react";
import { useFetched } from "../fetched";
import { Failed } from "../home/HomeScreen";
import { book as readBook } from "../rest";
import type { BookShape } from "../shapes";
import { t } from "../text/t";
import { Empty, Loading } from "../ui/Empty";
import { TopBar } from "../ui/TopBar";
import { Chapter } from "./Chapter";
import { chapterOf, found } from "./find";
import { Rehearsal } from "./Rehearsal";
import "../styles/staff.css";
import "./book.css";

export default function BookScreen() {
  const { data, error, again } = useFetched(readWanted);
  return (
    <div className="screen">
      <TopBar mark="EXERCISE" title={t("book.title")}>
        <a className="btn ghost" href="/">
          {t("new.home")}
        </a>
      </TopBar>
      {error && !data && <Failed error={error} again={again} />}
      {!data && !error && <Loading what={t("book.title")} lines={12} />}
      {data && <Book book={data} />}
    </div>
  );
}

const readWanted = () => readBook(decodeURIComponent(window.location.pathname.split("/")[2] ?? ""));

function Book({ book: { scenario, chapters } }: { book: BookShape }) {
  const [words, setWords] = useState("");
  const hash = useHash();
  const searching = words.trim().length > 1;
  const shown = searching ? found(chapters, words) : [chapterOf(chapters, hash)].filter((chapter) => !!chapter);
  useEffect(() => {
    if (!searching && hash) document.getElementById(hash)?.scrollIntoView();
  }, [hash, searching]);
  return (
    <div className="book">
      <header className="book-head">
        <h1>{scenario.title}</h1>
        <p className="lede">{scenario.summary}</p>
        <p className="hint">{t("book.version", { version: scenario.version })}</p>
      </header>
      <nav className="book-nav" aria-label={t("book.chapters")}>
        <input
          type="search"
          value={words}
          placeholder={t("book.search")}
          aria-label={t("book.search")}
          onChange={(event) => setWords(event.target.value)}
        />
        <ul>
          {chapters.map((chapter) => (
            <li key={chapter.id}>
              <a
                href={`#${chapter.id}`}
                aria-current={!searching && shown[0]?.id === chapter.id ? "true" : undefined}
                onClick={() => setWords("")}
              >
                {chapter.title} <span className="count plain">{chapter.entries.length}</span>
              </a>
            </li>
          ))}
        </ul>
        <a className="btn wide" href={`/new/${encodeURIComponent(scenario.id)}`}>
          {t("home.set_up")} <span className="said">{scenario.title}</span>
        </a>
        <Rehearsal scenario={scenario} />
        <div className="stack-s">
          <a className="btn wide" href={`/scenarios/${encodeURIComponent(scenario.id)}/simulation`}>
            {t("sim.link")}
          </a>
          <p className="hint">{t("sim.link_hint")}</p>
        </div>
      </nav>
      <main className="book-main">
        {shown.map((chapter) => (
          <Chapter key={chapter.id} chapter={chapter} onFollow={() => setWords("")} />
        ))}
        {searching && !shown.length && <Empty title={t("book.none", { words })}>{t("book.none_text")}</Empty>}
      </main>
    </div>
  );
}

/** What stands after # in the address. */
function useHash(): string {
  const [hash, setHash] = useState(readHash);
  useEffect(() => {
    const changed = () => setHash(readHash());
    window.addEventListener("hashchange", changed);
    return () => window.removeEventListener("hashchange", changed);
  }, []);
  return hash;
}

const readHash = () => decodeURIComponent(window.location.hash.slice(1));
