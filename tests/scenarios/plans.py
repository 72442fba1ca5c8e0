"""Plans for the reassurance force, as orders in turn: what each actor gives, first things first, as far as it may.

A plan is no bot: it sees nothing and knows one thing, what it wants. It serves tests and comparisons.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.engine.play import TEXT, Play
from wargame.engine.commands import Ask, Command, SubmitOrder
from wargame.engine.decide import decide
from wargame.engine.dice import Dice
from wargame.engine.events import Event, Logged
from wargame.engine.evolve import evolve
from wargame.engine.formula import Value
from wargame.engine.phases import is_last
from wargame.engine.refusals import Refused
from wargame.engine.scenario import Scenario

CHOICES = {"clock": "short", "start_card": "aug", "rule_card": "K1", "team_set": "class"}

Wish = tuple[str, Mapping[str, Value]]
"""An order and its form."""


@dataclass(frozen=True)
class Plan:
    """By actor what it wants each turn, in order of importance."""

    wishes: Mapping[str, tuple[Wish, ...]]


AGAIN = frozenset(["air", "stock", "buy", "monitor", "address", "industry", "mediate", "civil", "summit", "split"])
"""Orders that are given every turn anew; the others only until they were given."""


class Game(Play):
    """The scenario from StartEx, on dice of its own."""

    def __init__(self, scenario: Scenario, seed: int, **setup: object) -> None:
        self.dice = Dice(f"plan {seed}".encode())
        super().__init__(scenario, True, **{**CHOICES, **setup})

    def ask(self, seat: str, command: Command) -> tuple[Event, ...]:
        events = decide(self.world, Ask(command, seat, self.at), self.dice)
        for event in events:
            self.log.append(Logged(len(self.log) + 1, self.at, event))
            self.world = evolve(self.world, event, self.at)
        return events

    def play(self, plan: Plan) -> "Game":
        """To the last feedback."""
        given: set[tuple[str, str]] = set()
        while not (self.world.timer.phase == "feedback" and is_last(self.world)):
            if self.world.timer.phase == "planning":
                self.plan_turn(plan, given)
            self.close()
            self.settle_all()
        return self

    def plan_turn(self, plan: Plan, given: set[tuple[str, str]]) -> None:
        for actor, wishes in plan.wishes.items():
            for order, form in wishes:
                wish = (actor, f"{order} {dict(form)}")
                if wish not in given and self.order(actor, order, form) and order not in AGAIN:
                    given.add(wish)

    def order(self, actor: str, kind: str, form: Mapping[str, Value]) -> bool:
        """Whether the order could be given."""
        leader = next(s.id for t in self.world.teams if actor in t.actors for s in t.seats if s.leads)
        try:
            self.ask(leader, SubmitOrder(f"o{len(self.log)}", kind, actor, form, TEXT, TEXT))
        except Refused:
            return False
        return True

    def happened(self, rule: str, outcome: str = "") -> bool:
        """Whether a ruling came to this."""
        return any(t.rule == rule and outcome in ("", t.outcome) for t in self.world.rulings.values())


SPINE = frozenset(
    (
        *(
            "pledge",
            "blueprint",
            "protocol",
            "rule",
            "deploy",
            "base",
            "mandate",
            "arms",
            "sanction",
            "assets",
            "monitor",
        ),
        *("press_ru", "level", "memo", "treaty", "stance", "campaign", "deep", "text", "will", "probe"),
    )
)
"""The orders of the first playable build."""


def only(orders: frozenset[str], plan: Plan) -> Plan:
    """The same plan with these orders alone."""
    return Plan({actor: tuple(w for w in wishes if w[0] in orders) for actor, wishes in plan.wishes.items()})


def but(plan: Plan, **wishes: tuple[Wish, ...]) -> Plan:
    """The same plan with other wishes for some actors."""
    return Plan({**plan.wishes, **wishes})


TEXT_FOR_GUARDS: Mapping[str, Value] = {"presence": 2, "mon": 3, "belt": False}

AID: Wish = ("arms", {"share": "whole", "to": "ground"})

SHIELD: Wish = ("arms", {"share": "whole", "to": "air"})
PLEDGE: Wish = ("pledge", {"share": "full"})
BUY: Wish = ("buy", {})

LEVERAGE = Plan(
    {
        "EU": (("sanction", {"open": True}), ("assets", {"open": True}), BUY, BUY, BUY, ("monitor", {})),
        "US": (
            ("press_ru", {"level": 2}),
            ("press_ru", {"level": 1}),
            ("level", {"level": 3}),
            ("memo", {}),
            ("mediate", {}),
            AID,
        ),
        "UA": (
            ("deep", {"level": 2}),
            ("text", TEXT_FOR_GUARDS),
            ("treaty", {}),
            ("industry", {}),
            ("address", {}),
        ),
        "UK": (
            PLEDGE,
            ("blueprint", {"plan": "large"}),
            AID,
            ("protocol", {"what": "help70"}),
            ("deploy", {}),
            ("stock", {}),
            ("air", {}),
        ),
        "FR": (PLEDGE, AID, ("deploy", {}), ("monitor", {}), ("stock", {}), ("treaty", {})),
        "NB": (PLEDGE, ("deploy", {}), ("enforce", {}), BUY, ("air", {}), ("stock", {}), BUY),
        "DE": (AID, ("enforce", {}), BUY, ("mandate", {}), PLEDGE, ("monitor", {})),
        "PL": (("base", {}), SHIELD, ("enforce", {}), ("stock", {})),
        "RO": (("base", {}), ("enforce", {}), ("stock", {}), ("sea", {})),
        "NL": (("enforce", {}), ("mandate", {}), PLEDGE, ("deploy", {}), BUY, BUY, ("monitor", {})),
        "IT": (SHIELD, ("enforce", {}), ("mandate", {}), PLEDGE),
        "ES": (SHIELD, ("enforce", {}), ("mandate", {}), PLEDGE),
        "RU": (("probe", {"level": 1}), ("split", {})),
    }
)

MEETINGS = Plan(
    {
        "UK": (("summit", {}), ("blueprint", {"plan": "trainers"}), PLEDGE),
        "FR": (("summit", {}), PLEDGE),
        "EU": (("summit", {}),),
        "UA": (("text", {"presence": 1}), ("address", {})),
        "RU": (("probe", {"level": 1}), ("split", {})),
    }
)
"""Meetings, and 5,000 trainers."""

CONCEDE = but(
    MEETINGS,
    UA=(("text", {"presence": 0, "cap": True, "closure": True, "belt": True, "relief": True, "consult": True}),),
)
"""Kyiv lays before Moscow whatever it asks for."""

UNDER_FIRE = Plan(
    {
        "UK": (
            PLEDGE,
            ("blueprint", {"plan": "large"}),
            ("waive", {"act": "waive"}),
            ("rule", {"act": "drop"}),
            ("deploy", {}),
            ("protocol", {"what": "help70"}),
            AID,
            ("stock", {}),
        ),
        "FR": (PLEDGE, ("rule", {"act": "drop"}), ("deploy", {}), ("treaty", {}), AID),
        "NB": (PLEDGE, ("rule", {"act": "drop"}), ("deploy", {}), AID),
        "PL": (("base", {}),),
        "RO": (("base", {}),),
        "US": (("level", {"level": 3}), ("memo", {})),
        "UA": (("text", TEXT_FOR_GUARDS), ("address", {}), ("treaty", {})),
        "RU": (("probe", {"level": 1}), ("split", {})),
    }
)
"""Enter while the war goes on, with weak means of pressure."""

TERMS = but(
    LEVERAGE,
    UA=(
        ("deep", {"level": 2}),
        ("text", {**TEXT_FOR_GUARDS, "closure": True, "belt": True}),
        *LEVERAGE.wishes["UA"][2:],
    ),
)
"""Leverage, and concessions in the text: guards stay; NATO membership is closed and a belt has no heavy arms."""

MODEST = but(
    LEVERAGE,
    UA=(("deep", {"level": 2}), ("text", {"presence": 1, "closure": True, "mon": 3}), *LEVERAGE.wishes["UA"][2:]),
)
"""Leverage, and other concessions: trainers in place of guards, and NATO membership closed."""
