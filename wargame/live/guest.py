"""One open socket, and whose it is."""

from dataclasses import dataclass

from wargame.engine.commands import CONTROL_SEAT
from wargame.engine.observers import observes
from wargame.live.outbox import Outbox

WALL = ""
"""In the place of a seat: the projector, and whoever else has its link."""


@dataclass(slots=True, eq=False)
class Guest:
    """Known by its cookie or session, never by what its frames say."""

    exercise: str
    seat: str
    """A seat of the scenario, an observer's, `control` or the wall."""
    outbox: Outbox
    token: str = ""
    """Hash of the seat's cookie: whoever sits down next has another."""
    account: int = 0
    """Of control's people: whose session it is."""
    name: str = ""
    """Theirs, as the others of control's people see it."""
    away: bool = False
    editing: str = ""
    """`draft/field`; of control's people, the item of the queue that they have in hand."""

    @property
    def sits(self) -> bool:
        """Whether it has a seat, by its cookie."""
        return self.seat not in (CONTROL_SEAT, WALL)

    @property
    def plays(self) -> bool:
        """Whether it sits in a seat of a team."""
        return self.sits and not observes(self.seat)
