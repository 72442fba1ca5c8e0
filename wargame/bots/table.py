"""Where bots sit: an exercise on record (`runner`) or a game in memory (`headless`). What they do there is the same."""

from collections.abc import Callable, Iterator
from typing import Protocol

from wargame.bots.policies import Wish, noise, umpire
from wargame.bots.whim import Whim
from wargame.engine.commands import CONTROL_SEAT, ClosePhase
from wargame.engine.phases import is_last, windows
from wargame.engine.refusals import Code, Refused
from wargame.engine.sight import viewer_of
from wargame.engine.views import Glance, Kept
from wargame.engine.world import World

MOST_PHASES = 1000
"""An exercise that has not ended by then never will."""


class Table(Protocol):
    """A world, and the one way to ask it for something."""

    @property
    def kept(self) -> Kept:
        """What views have in common, kept between them."""

    @property
    def world(self) -> World: ...

    def ask(self, seat: str, request: str, wish: Wish) -> bool:
        """Carry the wish out under this request id; a repeat counts as done. Whether it was."""

    def close(self, command: ClosePhase) -> Refused | None:
        """Have control close the phase; why not, if it was refused."""

    def run_due(self) -> int:
        """Carry out what is due; how many commands were."""


Plays = Callable[[Glance, Whim], Iterator[Wish]]
"""How a seat is played: a policy, or what follows a plan and asks for the seat's scope too."""
Sits = Callable[[str], Plays]
"""Who plays a seat."""


def play(table: Table, seed: bytes, sits: Sits = lambda seat: noise) -> None:
    """Play from StartEx to the last feedback with bots in every seat, control's among them."""
    for _ in range(MOST_PHASES):
        act_all(table, seed, sits)
        world = table.world
        if world.timer.phase == "feedback" and is_last(world):
            return
        if not windows(world):  # else every seat is asked again
            close_phase(table)


def act_all(table: Table, seed: bytes, sits: Sits = lambda seat: noise) -> None:
    """Let every seat act once, then control until nothing is open."""
    for seat in [seat.id for team in table.world.teams for seat in team.seats]:
        act(table, seat, seed, sits(seat))
    while act(table, CONTROL_SEAT, seed, umpire) + table.run_due():
        pass


def act(table: Table, seat: str, seed: bytes, policy: Plays) -> int:
    """Let one seat do what its policy wants from what it sees; how many of its wishes were carried out."""
    world = table.world
    whim = Whim(seed, world.timer.turn, seat, world.attempt)
    wishes = policy(Glance(world, viewer_of(world, seat), table.kept), whim)
    return sum(table.ask(seat, whim.request(wish.key), wish) for wish in wishes)


def close_phase(table: Table) -> None:
    """Have control close the phase, and carry out what follows."""
    timer = table.world.timer
    refused = table.close(ClosePhase(timer.turn, timer.phase))
    if refused and refused.code != Code.STALE_TURN:
        raise refused
    table.run_due()
