"""How a character plays: it answers, orders, bargains and writes now and then."""

from collections.abc import Iterator

from wargame.bots.policies.answers import answers, letters
from wargame.bots.policies.bargaining import bargains, notes
from wargame.bots.policies.ordering import orders
from wargame.bots.policies.temper import Temper
from wargame.bots.policies.wish import Policy, View, Wish, decides
from wargame.bots.whim import Whim


def played(temper: Temper) -> Policy:
    """The policy of this character, for a seat in whose team no person sits."""

    def policy(view: View, whim: Whim) -> Iterator[Wish]:
        yield from answers(view, whim)
        if decides(view):
            yield from letters(view)
            if view["timer"]["phase"] == "planning":
                yield from orders(view, whim, temper)
                yield from bargains(view, whim, temper)
                yield from notes(view, whim, temper)

    return policy
