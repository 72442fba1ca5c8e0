"""The report as a tagged PDF (PDF/A-3a, PDF/UA-1) with its JSONL attached. Typeset by typst, offline."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).with_name("aar.typ")
MISSING = re.compile(r'the text `?"(?P<text>.*)"`? could not be displayed', re.DOTALL)
MOST_TRIES = 200
"""Each finds one piece of text that the font lacks; then all but Latin, Greek and Cyrillic is spelled out."""

LAST_CYRILLIC = 0x52F


def to_pdf(story: dict[str, Any], lines: bytes, name: str) -> bytes:
    """Typeset a story. `lines` is the JSONL that is attached under `name`.

    The standards forbid a character that the font cannot show (an emoji, another script), and a report must not fail on
    what a player typed: such characters are spelled by their number, and stand unchanged in the attachment.
    """
    lacking: set[str] = set()

    def lacks(one: str) -> bool:
        return one in lacking

    for _ in range(MOST_TRIES):
        try:
            return _compile(_with(story, lambda text: _spelled(text, lacks)), lines, name)
        except typst.TypstError as error:
            found = MISSING.search(str(error))
            if not found:
                raise
            lacking |= set(_unquoted(found["text"]))
    return _compile(_with(story, lambda text: _spelled(text, lambda one: ord(one) > LAST_CYRILLIC)), lines, name)


def _compile(story: Any, lines: bytes, name: str) -> bytes:
    return typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"story": json.dumps(story), "lines": lines.decode(), "name": name},
        ignore_system_fonts=True,  # the same bytes on every machine
        pdf_standards=["a-3a", "ua-1"],
    )


def _with(value: Any, change: Callable[[str], str]) -> Any:
    """The same data, every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _with(entry, change) for key, entry in value.items()}
    return [_with(entry, change) for entry in value] if isinstance(value, list) else value


def _spelled(text: str, lacking: Callable[[str], bool]) -> str:
    return "".join(f"[U+{ord(one):04X}]" if lacking(one) else one for one in text)


def _unquoted(text: str) -> str:
    """What typst's quoted text stands for."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)
