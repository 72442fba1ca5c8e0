"""What the book is made of."""

from dataclasses import dataclass, field

from wargame.engine.scenario import Provenance


@dataclass(frozen=True, slots=True)
class Link:
    """To another entry."""

    to: str
    """Its `id`."""
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of an entry: what it is about, and a sentence, a formula or both side by side."""

    name: str
    text: str = ""
    formula: str = ""
    provenance: Provenance | None = None
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of the pack."""

    id: str
    """`order-pledge`: unique in the book."""
    title: str
    text: str = ""
    """Markdown."""
    tags: tuple[str, ...] = ()
    """Short words: who may see it, when it runs."""
    rows: tuple[Row, ...] = ()
    provenance: Provenance | None = None
    facts: tuple[str, ...] = ()
    """Ids of facts that it rests on."""
    group: str = ""
    """A heading above the entries that share it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point on the time line of the news."""

    turn: int
    phase: str
    seconds: float
    """After the phase opened."""
    entry: str
    title: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Entries of one kind."""

    id: str
    title: str
    lead: str
    """One sentence: what stands here."""
    entries: tuple[Entry, ...]
    marks: tuple[Mark, ...] = field(default=())


def anchor(kind: str, id: str) -> str:
    """The id of an entry, fit for a link: `order-pledge`."""
    return f"{kind}-{id}".replace(".", "-").replace(":", "-")


def rows(*some: Row | None) -> tuple[Row, ...]:
    """Those that say something."""
    return tuple(row for row in some if row and (row.text or row.formula or row.links))
