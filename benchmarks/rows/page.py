"""What a seat's first page weighs on the wire, cold: the script and all that it imports at once, gzipped.

Map, charts and long texts come when they are shown, and do not count.
"""

import json
from functools import reduce
from typing import Any

from django.conf import settings

from benchmarks.measure import Result
from wargame.live.assets import ENTRY, needed

BUDGET = 240.0
SCREEN = "src/seat/SeatScreen.tsx"


def alone(seconds: float) -> list[Result]:
    """As `make setup` built it; each file is served as the `.gz` that lies beside it."""
    manifest: dict[str, dict[str, Any]] = json.loads(settings.FRONTEND_MANIFEST.read_text())
    chunks = [manifest[name] for name in dict.fromkeys([*needed(manifest, ENTRY), *needed(manifest, SCREEN)])]
    scripts = {chunk["file"] for chunk in chunks}
    styles = reduce(set.union, (set(chunk.get("css", [])) for chunk in chunks), set[str]())
    details = {"files": len(scripts), "KB of styles": _kilobytes(styles)}
    return [Result("first page of a seat, scripts gzipped", _kilobytes(scripts), "KB", BUDGET, details=details)]


def _kilobytes(files: set[str]) -> float:
    paths = [settings.FRONTEND_DIST / f"{file}.gz" for file in files]
    return sum(path.stat().st_size for path in paths) / 1024
