"""Which display names people may take: readable, nobody else's, and nobody's office."""

import re
import unicodedata

from wargame.engine.refusals import Code, Refused

LONGEST = 40
MARKS_IN_A_ROW = 3
"""Some languages stack a few; more only hides other lines."""
INVISIBLE = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Blank, though Unicode calls them letters or symbols."""
MARKUP = frozenset("<>&{}`\\")
RESERVED = frozenset(
    """control whitecell excon facilitator assessor evaluator observer umpire gamemaster moderator admin administrator
    system server staff host bot everyone everybody all you me null none undefined anonymous""".split()  # noqa: SIM905
)
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Alphabets whose letters look alike: a name keeps to one of them."""
LOOKS_LIKE = str.maketrans("013457", "oieast")


def checked(name: str) -> str:
    """The name as it is shown. Raises `Refused` with what to change."""
    name = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", name)).strip()
    if not name:
        raise _refused("Type a name.")
    if len(name) > LONGEST:
        raise _refused(f"Use at most {LONGEST} characters.")
    if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp") or c in INVISIBLE for c in name):
        raise _refused("The name holds invisible characters; type it anew.")
    if MARKUP & set(name):
        raise _refused("Leave out < > & { } ` and \\.")
    if not any(c.isalnum() for c in name):
        raise _refused("Use at least one letter or digit.")
    if _marks_in_a_row(name) > MARKS_IN_A_ROW:
        raise _refused("Use fewer accents on one letter.")
    if len({script for c in name if (script := _script(c))}) > 1:
        raise _refused("Use letters of one alphabet.")
    if {_plain(name), key_of(name), _plain(name).rstrip("0123456789")} & RESERVED:
        raise _refused("This name is kept for those who run the exercise; choose another.")
    return name


def key_of(name: str) -> str:
    """The name as a hasty eye reads it; two people of a team may not share it."""
    return _plain(name.translate(LOOKS_LIKE)) or name.casefold()


def _plain(name: str) -> str:
    """Small letters and digits alone, accents off."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in apart if c.isalnum())[:80]


def _marks_in_a_row(name: str) -> int:
    longest = run = 0
    for c in unicodedata.normalize("NFD", name):
        run = run + 1 if unicodedata.combining(c) else 0
        longest = max(longest, run)
    return longest


def _script(c: str) -> str:
    name = unicodedata.name(c, "") if c.isalpha() else ""
    return next((script for script in SCRIPTS if name.startswith(script)), "")


def _refused(text: str) -> Refused:
    return Refused(Code.BAD_NAME, text)
