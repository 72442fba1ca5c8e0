"""What the YAML parser stumbles over, in an author's words: what is probably wrong, and what to do."""

import re

_INDENT = "indent it like the lines beside it, with spaces"
_HINTS: tuple[tuple[str, str], ...] = (
    ("mapping values are not allowed", f"a second colon, or a line further in than its neighbours: {_INDENT}; "
     "put a text with a colon in quotes"),
    (r"character '\\t'", "a tab; indent with spaces"),
    ("could not find expected ':'", "a key ends with a colon and a space: `start: 50`"),
    (r"expected ',' or '[}\]]'", "inside brackets something is not closed or lacks a comma: put a text or formula "
     "with commas, brackets or quotes in quotes as a whole"),
    ("expected <block end>", f"this line does not fit those above: {_INDENT}; what begins with a quote, [ or {{ "
     "and goes on after it goes in quotes as a whole"),
    ("unindent|inconsistent indentation", f"this line stands between two depths: {_INDENT}"),
    ("quoted scalar|unexpected end of stream", "a quote is opened and never closed"),
    ("found character .* that cannot start", "a text that begins with this character goes in quotes"),
)  # fmt: skip


def yaml_words(found: str) -> str:
    """The parser's complaint as a sentence that says what to do; its own words where there is none."""
    hint = next((hint for pattern, hint in _HINTS if re.search(pattern, found)), "")
    return f"not YAML: {hint or found}"
