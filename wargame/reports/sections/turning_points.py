"""Three turning points, by a rule that anybody can repeat: no judgement.

Of every headline indicator and turn, the change is taken as a share of the indicator's range; steps that an order sets
directly (whole numbers) are left out. The three largest, no indicator twice and none that another of them is worked out
from, are the turning points. Beside each stands what in that turn changed it most, or, where it is worked out from
other values, what changed these most, again as shares of their ranges: rulings of one title and actor together, all
drifts together.
"""

from dataclasses import dataclass

from wargame.engine.scenario import Scenario
from wargame.reports.record import Json
from wargame.reports.sections.trajectories import history, is_number
from wargame.reports.teller import Teller

MOST = 3
CAUSES = 2
GRADUAL = ("number", "derived")
LEAST = 0.02
"""Of the range: less than that is no turning point."""
RULE = (
    "Computed, not judged: of all headline indicators and turns, the three largest changes as shares of the "
    "indicator’s range, none twice nor worked out from another of them, levels that an order sets left out; beside "
    "each the rulings of that turn that changed it, or what it is worked out from, the most."
)


@dataclass(frozen=True, slots=True)
class Swing:
    path: str
    turn: int
    before: float
    after: float
    share: float


def turning_points(teller: Teller) -> Json:
    return {"rule": RULE, "points": [_told(teller, swing) for swing in _largest(teller)]}


def _largest(teller: Teller) -> list[Swing]:
    swings = sorted(_swings(teller), key=lambda swing: (-abs(swing.share), swing.turn, swing.path))
    scenario = teller.world.scenario
    chosen: list[Swing] = []
    for swing in swings:
        if abs(swing.share) >= LEAST and not any(_akin(scenario, swing.path, one.path) for one in chosen):
            chosen.append(swing)
    return sorted(chosen[:MOST], key=lambda swing: swing.turn)


def _akin(scenario: Scenario, one: str, other: str) -> bool:
    """The same, or one is worked out from the other."""
    return one == other or one in scenario.rests_on(other) or other in scenario.rests_on(one)


def _swings(teller: Teller) -> list[Swing]:
    found = []
    for path, variable in teller.sorted("variables"):
        wide = variable["high"] - variable["low"]
        past = history(variable)
        if variable["key"] and variable["kind"] in GRADUAL and wide > 0 and is_number(variable):
            steps = zip(past, past[1:], strict=False)
            found += [Swing(path, turn, old, new, (new - old) / wide) for (_, old), (turn, new) in steps]
    return found


def _told(teller: Teller, swing: Swing) -> Json:
    way = "rose" if swing.after > swing.before else "fell"
    before, after = teller.value(swing.path, swing.before), teller.value(swing.path, swing.after)
    return {
        "turn": swing.turn,
        "sentence": f"{teller.name_of(swing.path)} {way} from {before} to {after}",
        "derived": swing.path in teller.world.scenario.derived,
        "causes": _causes(teller, swing),
    }


def _causes(teller: Teller, swing: Swing) -> list[str]:
    """Rulings of the turn by how much they changed what the indicator rests on. All drifts count as one."""
    scenario = teller.world.scenario
    wanted = {swing.path} | scenario.rests_on(swing.path)
    weight: dict[str, float] = {}
    marks: dict[str, list[str]] = {}
    for key, ruling in teller.issued.items():
        share = sum(_share(scenario, change) for change in ruling["changes"] if change["path"] in wanted)
        if ruling["turn"] == swing.turn and share > 0:
            name = _name(teller, ruling)
            weight[name] = weight.get(name, 0.0) + share
            marks.setdefault(name, []).extend(filter(None, [teller.ruling_marks.get(key)]))
    heaviest = sorted(weight, key=lambda name: -weight[name])[:CAUSES]
    return [f"{name} ({', '.join(marks[name])})" if marks[name] else name for name in heaviest]


def _name(teller: Teller, ruling: Json) -> str:
    if ruling["kind"] == "drift":
        return "what moved by itself, without an order"
    return f"“{ruling['title']}”, {teller.actor(ruling['actor'])}" if ruling["actor"] else f"“{ruling['title']}”"


def _share(scenario: Scenario, change: Json) -> float:
    variable = scenario.variables[change["path"]]
    wide = variable.high - variable.low
    if isinstance(change["after"], str):
        return float(change["before"] != change["after"])
    return abs(float(change["after"]) - float(change["before"])) / (wide if wide > 0 else 1.0)
