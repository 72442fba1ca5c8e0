"""Whole games by bots, for tests that need an exercise with everything in it."""

import json
from io import StringIO
from typing import Any

from django.core.management import call_command


def played(pack: str, seed: int, **options: Any) -> dict[str, Any]:
    """Play a scenario to its end; what `play_bots --json` tells of it."""
    out = StringIO()
    call_command("play_bots", pack, seed=seed, json=True, stdout=out, **options)
    told: dict[str, Any] = json.loads(out.getvalue())
    return told
