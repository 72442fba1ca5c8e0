"""The report as a tagged PDF (PDF/A-3a, PDF/UA-1) with its JSONL attached. Typeset by typst, offline."""

import json
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).with_name("aar.typ")


def to_pdf(story: dict[str, Any], lines: bytes, name: str) -> bytes:
    """Typeset a story. `lines` is the JSONL that is attached under `name`."""
    return typst.compile(
        str(TEMPLATE),
        format="pdf",
        sys_inputs={"story": json.dumps(story), "lines": lines.decode(), "name": name},
        ignore_system_fonts=True,  # the same bytes on every machine
        pdf_standards=["a-3a", "ua-1"],
    )
