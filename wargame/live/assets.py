"""Which hashed files a page loads, from the manifest that Vite wrote."""

import json
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.conf import settings

ENTRY = "src/main.tsx"
FACE = "-latin-wght-"


@dataclass(frozen=True, slots=True)
class Assets:
    """URLs; none if the front end is not built."""

    script: str = ""
    styles: list[str] = field(default_factory=list)
    modules: list[str] = field(default_factory=list)
    """What the script imports at once, for the browser to fetch meanwhile."""
    font: str = ""
    """The face that nearly all text is in, fetched before any text is there, so that none moves when it comes."""


def assets() -> Assets:
    """The front end's, as last built."""
    try:
        return _assets(settings.FRONTEND_MANIFEST.stat().st_mtime_ns)
    except FileNotFoundError:
        return Assets()


@lru_cache(maxsize=1)
def _assets(built: int) -> Assets:
    manifest: dict[str, dict[str, Any]] = json.loads(settings.FRONTEND_MANIFEST.read_text())
    chunks = [manifest[name] for name in needed(manifest, ENTRY)]
    return Assets(
        script=_url(manifest[ENTRY]["file"]),
        styles=[_url(name) for chunk in chunks for name in chunk.get("css", [])],
        modules=[_url(chunk["file"]) for chunk in chunks[1:]],
        font=next((_url(name) for name in manifest[ENTRY].get("assets", []) if FACE in name), ""),
    )


def needed(manifest: dict[str, dict[str, Any]], name: str) -> list[str]:
    """The chunk and all that it imports, each once, itself first."""
    names = [name]
    for imported in manifest[name].get("imports", []):
        names += [n for n in needed(manifest, imported) if n not in names]
    return names


def _url(name: str) -> str:
    return settings.STATIC_URL + name
