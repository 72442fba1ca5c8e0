"""Free text beside the log: salted, named by its digest, erasable."""

import hashlib
import secrets
import unicodedata
from collections.abc import Iterable, Mapping

from wargame.engine.commands import NO_TEXT, TextRef
from wargame.exercises import sql
from wargame.exercises.models import Text
from wargame.exercises.names import INVISIBLE


def ref_of(salt: str, body: str) -> TextRef:
    """SHA-256 (hex) of the salt's 16 bytes and the body's UTF-8."""
    return TextRef(hashlib.sha256(bytes.fromhex(salt) + body.encode()).hexdigest())


JOINERS = "\u200c\u200d"
"""Invisible, but some scripts and many pictograms are written with them."""


def clean(body: str) -> str:
    """The text without what no keyboard types and no database wants: control and direction characters, halves of
    characters, and letters that nobody sees. "" if nothing is left to read."""
    kept = "".join(c for c in body if c in "\n\t" or c in JOINERS or _readable(c)).strip()
    return kept if kept.strip(JOINERS) else ""


def _readable(c: str) -> bool:
    return unicodedata.category(c) not in ("Cc", "Cf", "Cs") and c not in INVISIBLE


class Texts:
    """Texts that a command brings along. They are stored only if it is carried out."""

    def __init__(self, brought: "Texts | None" = None) -> None:
        self.rows: dict[TextRef, tuple[str, str]] = dict(brought.rows) if brought else {}

    def add(self, body: str) -> TextRef:
        """Keep a text and give what the command may say of it; "" for an empty one."""
        body = clean(body)
        if not body:
            return NO_TEXT
        salt = secrets.token_hex(16)
        ref = ref_of(salt, body)
        self.rows[ref] = (salt, body)
        return ref


def rows_of(exercise_id: str, texts: Texts) -> list[sql.Row]:
    """The rows of a command's texts."""
    return [(ref, exercise_id, salt, body) for ref, (salt, body) in texts.rows.items()]


def write(rows: list[sql.Row]) -> None:
    """Write rows made by `rows_of`."""
    sql.insert(Text, ("ref", "exercise_id", "salt", "body"), rows)


def read(exercise_id: str, refs: Iterable[TextRef]) -> Mapping[TextRef, str]:
    """Bodies by reference; an erased or unknown one is absent. Who may read is for the caller to ask `may_read`."""
    rows = Text.objects.filter(exercise_id=exercise_id, ref__in=list(refs)).values_list("ref", "body")
    return {TextRef(ref): body for ref, body in rows}
