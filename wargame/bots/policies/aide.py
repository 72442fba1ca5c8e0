"""A bot beside people, who decide for their team: it answers what it alone is asked, and nothing else."""

from collections.abc import Iterator

from wargame.bots.policies.answers import answers
from wargame.bots.policies.wish import View, Wish
from wargame.bots.whim import Whim


def aide(view: View, whim: Whim) -> Iterator[Wish]:
    """For a seat beside people, who decide for their team: it answers what it alone is asked, and nothing else."""
    alone = [f"seat:{view['you']['seat']}"]
    asked = {inject: entry for inject, entry in view.get("injects", {}).items() if entry["to"] == alone}
    yield from answers({"you": view["you"], "injects": asked}, whim)
