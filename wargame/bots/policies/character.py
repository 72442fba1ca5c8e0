"""How a character plays: it answers, orders, bargains and writes now and then."""

from collections.abc import Iterator, Sequence
from functools import partial

from wargame.bots.policies.answers import Answered, answers, by_lot, letters
from wargame.bots.policies.bargaining import bargains, notes
from wargame.bots.policies.ordering import JITTER, leaning, orders
from wargame.bots.policies.temper import Stance, Temper
from wargame.bots.policies.wish import Policy, View, Wish, decides
from wargame.bots.whim import Whim


def played(temper: Temper) -> Policy:
    """The policy of this character, for a seat in whose team no person sits."""

    def policy(view: View, whim: Whim) -> Iterator[Wish]:
        yield from answers(view, whim, partial(_choose, temper, temper.stance(view)))
        if decides(view):
            yield from letters(view)
            if view["timer"]["phase"] == "planning":
                yield from orders(view, whim, temper)
                yield from bargains(view, whim, temper)
                yield from notes(view, whim, temper)

    return policy


def _choose(temper: Temper, stance: Stance, inject: str, choices: Sequence[View], whim: Whim) -> Answered:
    """The choice that leans its way; by lot where none leans."""
    if not any(choice.get("leans") for choice in choices):
        return by_lot(inject, choices, whim)

    def liking(choice: View) -> float:
        mood = whim.within(f"{inject} {choice['value']} liking", 0, JITTER)
        return leaning(choice.get("leans", ()), stance, temper) + mood

    best = max(choices, key=liking)
    return best, f"Asked to choose, it says “{best['label']}”: it is played {temper.manner}."
