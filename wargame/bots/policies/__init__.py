"""What bots do, from a view alone. Pure: the view as JSON goes in, wishes come out.

A policy may be asked at any time and as often as one likes: a wish has the same key whenever it is wished in a turn,
and what the view shows as done is not wished anew.
"""

from collections.abc import Mapping

from wargame.bots.policies.aide import aide
from wargame.bots.policies.ambitious import ambitious
from wargame.bots.policies.cautious import cautious
from wargame.bots.policies.noise import noise
from wargame.bots.policies.opportunist import opportunist
from wargame.bots.policies.umpire import umpire
from wargame.bots.policies.wish import NewId, Policy, View, Wish, Write

BY_NAME: Mapping[str, Policy] = {
    "cautious": cautious,
    "ambitious": ambitious,
    "opportunist": opportunist,
    "noise": noise,
    "aide": aide,
}
"""By the names that seats know them by (`exercises.bot_policies`), and `aide` for those beside people."""

__all__ = ["BY_NAME", "NewId", "Policy", "View", "Wish", "Write", "aide", "noise", "umpire"]
