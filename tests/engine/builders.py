"""A tiny scenario and small worlds for the engine's tests.

Two states, North (N) and South (S), quarrel; a mediator (M) is played by control. Two turns of two months.
"""

from collections.abc import Mapping
from dataclasses import replace

from wargame.engine.commands import Setup
from wargame.engine.dice import Dice
from wargame.engine.evolve import start
from wargame.engine.formula import (
    Formula,
    Kind,
    PathTemplate,
    Template,
    Value,
    Vocabulary,
    compile_formula,
    compile_path,
    compile_template,
)
from wargame.engine.scenario import (
    ALL,
    CONTROL,
    JUDGEMENT,
    Actor,
    AgreementTemplate,
    Answer,
    Audience,
    Card,
    Chance,
    Clock,
    Deck,
    Derived,
    Effect,
    Estimate,
    Fact,
    Field,
    Inject,
    Need,
    Objective,
    OrderKind,
    Outcome,
    RedLine,
    Resolution,
    Rule,
    Scenario,
    Score,
    Seat,
    Source,
    Team,
    TeamSet,
    Term,
    Trigger,
    TurnSpec,
    Variable,
)
from wargame.engine.sheet import Feature, Geometry, Mark, Sheet
from wargame.engine.world import Timer, World

SEED = bytes(range(32))
DICE = Dice(SEED)
SETUP = Setup(clock="short", start_card="spring", rule_card="plain", team_set="two", mode="engine")

SETS: Mapping[str, tuple[str, ...]] = {"states": ("N", "S")}
LOCALS: Mapping[str, Kind] = {
    "actor": "word",
    "form.strength": "number",
    "form.amount": "number",
    "clause.aid": "number",
    "clause.inspections": "number",
    "party1": "word",
    "party2": "word",
    "state": "word",
    "total": "number",
    "draw": "number",
}


def _variable(path: str, kind: str = "number", start: Value = 0, see: Audience = ALL, **more: object) -> Variable:
    group, _, member = path.partition(".")
    defaults: dict[str, object] = {"low": 0.0, "high": 10.0, "member": member, "name": path}
    return Variable(
        path=path,
        group=group,
        kind=kind,  # type: ignore[arg-type]  # a short word for the tests, checked by nobody
        start={"spring": start, "storm": 7 if path == "tension" else start},
        see=see,
        provenance=JUDGEMENT,
        **{**defaults, **more},  # type: ignore[arg-type]  # as above
    )


VARIABLES: Mapping[str, Variable] = {
    v.path: v
    for v in (
        _variable("tension", start=4, key=True),
        _variable("status", "choice", "crisis", choices=("crisis", "truce", "war"), key=True),
        _variable("aid", "whole"),
        _variable("pc.N", start=3, see=("actor:N",), resource=True),
        _variable("pc.S", start=3, see=("actor:S",), resource=True),
        _variable("army.N", start=40, see=("actor:N",), high=100.0, estimate=Estimate(4, 5)),
        _variable("army.S", start=40, see=("actor:S",), high=100.0, estimate=Estimate(4, 5)),
        _variable("will", start=50, see=CONTROL, high=100.0, estimate=Estimate(4, 5)),
        _variable("tolerance", see=("seat:south.chief",), low=-10.0),
    )
}

_STATE: Mapping[str, Kind] = {path: "word" if v.kind == "choice" else "number" for path, v in VARIABLES.items()}
_COURSE: Mapping[str, Kind] = dict.fromkeys(("turn", "month", "months", "k.calm", "k.incident"), "number")
_DERIVED: Mapping[str, Kind] = {"danger": "number", "balance": "number"}
KNOWN = Vocabulary({**_STATE, **_COURSE, **_DERIVED}, SETS, LOCALS)
WRITABLE = Vocabulary(_STATE, SETS, LOCALS)


def formula(source: str) -> Formula:
    return compile_formula(source, KNOWN)


def template(source: str) -> Template:
    return compile_template(source, KNOWN)


def path(source: str) -> PathTemplate:
    return compile_path(source, WRITABLE)


def outcome(id: str, sentence: str, *effects: Effect, share: str = "") -> Outcome:
    return Outcome(id, id.capitalize(), template(sentence), effects, formula(share) if share else None)


def add(where: str, amount: str, when: str = "", after: str = "") -> Effect:
    """`add("tension", "-1", when="turn > 1", after="2")`"""
    return Effect(add=path(where), to=formula(amount), when=maybe(when), after=maybe(after))


def put(where: str, value: str, when: str = "", after: str = "") -> Effect:
    return Effect(set=path(where), to=formula(value), when=maybe(when), after=maybe(after))


def maybe(source: str) -> Formula | None:
    return formula(source) if source else None


def bernoulli(p: str, key: str = "") -> Chance:
    return Chance("bernoulli", (formula(p),), key)


DERIVED: Mapping[str, Derived] = {
    "danger": Derived(
        "danger",
        "Danger",
        formula("clamp(10 * tension + (20 if status == 'war' else 0), 0, 100)"),
        CONTROL,
        JUDGEMENT,
        words=((40, "low"), (70, "high"), (100, "extreme")),
        words_to=ALL,
        key=True,
    ),
    "balance": Derived("balance", "Balance", formula("army.N - army.S"), ALL, JUDGEMENT, low=-100),
}

ORDERS: Mapping[str, OrderKind] = {
    o.id: o
    for o in (
        OrderKind(
            "talk",
            "Talk",
            "Send the envoy.",
            ("N", "S"),
            Resolution(
                (outcome("done", "The envoys meet; tension stands at {tension:.1f}.", add("tension", "-k.calm")),)
            ),
            cost={"pc": formula("1")},
        ),
        OrderKind(
            "probe",
            "Probe",
            "Cross the line by night.",
            ("N", "S"),
            Resolution(
                (
                    outcome("found", "A gap is found.", add("will", "-5"), add("tension", "form.strength")),
                    outcome("missed", "Nothing is found.", add("tension", "1")),
                ),
                terms=(
                    Term("strength", "Strength of the patrol", formula("form.strength - 2")),
                    Term("will", "Their will", formula("(50 - will) / 10"), audience=CONTROL, input=formula("will")),
                ),
                chance=bernoulli("logistic(total)"),
                audience=("actor",),
            ),
            cost={"pc": formula("form.strength")},
            needs=(
                Need(
                    formula("status != 'truce'"),
                    template("a truce is in force"),
                    ("actor:N", "actor:S"),
                    "leave the truce",
                ),
            ),
            form=(Field("strength", "Strength", "whole", low=formula("1"), high=formula("3"), default=1),),
            crosses=("storm_line",),
        ),
        OrderKind(
            "build",
            "Build",
            "Raise brigades.",
            ("N", "S"),
            Resolution((outcome("done", "Brigades are raised.", add("army[actor]", "form.amount", after="2")),)),
            cost={"pc": formula("2")},
            form=(Field("amount", "Amount", "number", low=formula("0"), high=formula("20")),),
            once=False,
        ),
    )
}

RULES: tuple[Rule, ...] = (
    Rule(
        "cooling",
        "Tempers cool",
        "Tension drifts to 3.",
        "month",
        Resolution((outcome("drift", "", add("tension", "0.1 * (3 - tension)")),)),
        drift=True,
    ),
    Rule(
        "income",
        "Capital grows",
        "One a turn.",
        "turn",
        Resolution((outcome("drift", "", add("pc[state]", "1")),), audience=("actor",)),
        over="states",
        member_name="state",
        drift=True,
    ),
    Rule(
        "incident",
        "Incident on the line",
        "While there is no truce, a shot may fall.",
        "month",
        Resolution(
            (
                outcome("shot", "A shot falls.", add("tension", "1")),
                outcome("quiet", "The line is quiet."),
            ),
            terms=(Term("base", "Base rate", formula("k.incident")),),
            chance=bernoulli("total"),
        ),
        when=formula("status != 'truce'"),
    ),
    Rule(
        "desertion",
        "Soldiers go home",
        "A large army loses some.",
        "month",
        Resolution((outcome("loss", "{state} loses soldiers.", add("army[state]", "-1")),), audience=("actor",)),
        when=formula("army[state] > 50"),
        over="states",
        member_name="state",
    ),
)

RED_LINES: Mapping[str, RedLine] = {
    "storm_line": RedLine(
        "storm_line", "S", "No storm", "South mobilises.", ALL, formula("tension >= 8"), formula("tension >= 6")
    )
}

INJECTS: Mapping[str, Inject] = {
    i.id: i
    for i in (
        Inject(
            "opening",
            template("Shots at the border"),
            template("Tension stands at {tension:.0f}."),
            "flash",
            "Wire",
            ALL,
            Trigger("scheduled", turn=1, phase="planning", offset=60),
        ),
        Inject(
            "alarm",
            template("Alarm"),
            template("The markets fall."),
            "press",
            "Press",
            ALL,
            Trigger("condition", when=formula("tension >= 7"), hazard=formula("0.5")),
            effects=(add("will", "5"),),
        ),
        Inject(
            "letter",
            template("A letter"),
            template("Will you talk?"),
            "letter",
            "The mediator",
            ("seat:north.chief",),
            Trigger("manual"),
            answer=Answer(
                ("seat:north.chief",),
                (("yes", "Yes"), ("no", "No")),
                within=300,
                effects={"yes": (add("tension", "-1"),), "no": (add("tension", "1", after="1"),)},
                default="no",
            ),
        ),
        Inject(
            "silence",
            template("Nobody calls"),
            template("The envoys are idle."),
            "cable",
            "Embassy",
            ("actor:N", "actor:S"),
            Trigger("not_done_by", turn=1, order="talk", actors=("N", "S")),
            effects=(add("tension", "0.5"),),
        ),
    )
}

AGREEMENTS: Mapping[str, AgreementTemplate] = {
    "truce": AgreementTemplate(
        "truce",
        "Truce",
        "The guns fall silent.",
        (("N",), ("S",)),
        (
            Field("aid", "Aid", "whole", low=formula("0"), high=formula("3")),
            Field("inspections", "Inspections", "flag", default=False),
        ),
        in_force=(put("status", "'truce'"), put("aid", "clause.aid"), add("army[party1]", "-10", after="1")),
        ended=(put("status", "'crisis'"), put("aid", "0")),
    )
}


def _seat(id: str, title: str, leads: bool = False) -> Seat:
    return Seat(id, id.partition(".")[0], title, title[:2].upper(), leads)


TEAMS = (
    Team("north", "North", "NO", 1, ("N",), (_seat("north.chief", "Chief", True), _seat("north.envoy", "Envoy"))),
    Team("south", "South", "SO", 2, ("S",), (_seat("south.chief", "Chief", True),)),
)

MAP = Sheet(
    "Theatre",
    (0.0, 0.0, 10.0, 10.0),
    features={
        "ground": Feature(
            "ground", "land", "", Geometry("Polygon", (((1.0, 1.0), (1.0, 9.0), (9.0, 9.0), (9.0, 1.0), (1.0, 1.0)),))
        ),
        "z1": Feature("z1", "zone", "The line", Geometry("Point", (5.0, 5.0)), about="A line.", facts=("f1",)),
    },
    marks={
        "tension": Mark("tension", ("tension",), word="tension", at=(5.0, 6.0), zone="z1"),
        "north": Mark("north", ("army.N",), zone="z1"),
        "armies": Mark("armies", ("army.N", "army.S"), zone="z1"),
        "tolerance": Mark("tolerance", ("tolerance",), word="secret", at=(2.0, 2.0)),
        "danger": Mark("danger", ("danger",), word="danger", at=(3.0, 3.0), layer="air_sea", symbol="air"),
    },
)


def tiny(**changes: object) -> Scenario:
    """The tiny scenario, with any field replaced: `tiny(rules=())`."""
    scenario = Scenario(
        id="tiny",
        title="Tiny",
        version="1.0.0",
        summary="Two states quarrel.",
        content_note="",
        pack_hash="p" * 64,
        rules_hash="r" * 64,
        clocks={
            "short": Clock(
                "short",
                "Short",
                (TurnSpec(2, "Spring"), TurnSpec(2, "Summer")),
                {"briefing": 60.0, "planning": 600.0, "adjudication": 120.0, "feedback": 60.0},
            )
        },
        start_cards={"spring": Card("spring", "Spring", ""), "storm": Card("storm", "Storm", "")},
        rule_cards={
            "plain": Card("plain", "Plain", "", {"calm": 1.0, "incident": 0.2}),
            "harsh": Card("harsh", "Harsh", "", {"calm": 0.5, "incident": 0.6}),
        },
        team_sets={"two": TeamSet("two", "Two teams", TEAMS)},
        actors={a: Actor(a, name, a) for a, name in (("N", "North"), ("S", "South"), ("M", "Mediator"))},
        sets=SETS,
        variables=VARIABLES,
        derived=DERIVED,
        orders=ORDERS,
        rules=RULES,
        red_lines=RED_LINES,
        injects=INJECTS,
        agreements=AGREEMENTS,
        decks={
            "tolerance": Deck("tolerance", "tolerance", "Tolerance", dict.fromkeys(("spring", "storm"), _TOLERANCE)),
        },
        objectives={"lo1": Objective("lo1", "Negotiate under a veto.")},
        hot_wash={"surprise": "What surprised you most?"},
        scores=(Score("N", "Calm", formula("10 - tension")), Score("S", "Army", formula("army.S"))),
        sources={"s1": Source("s1", "A map", "2025-01-01")},
        facts={"f1": Fact("f1", "There is a line.", ("s1",))},
        briefing="# Tiny",
        limits=("It models nothing real.",),
        map=MAP,
        orders_per_turn=formula("3"),
    )
    return replace(scenario, **changes)  # type: ignore[arg-type]  # the tests name real fields


_TOLERANCE: tuple[tuple[Value, float], ...] = ((-5, 0.25), (0, 0.5), (5, 0.25))


def lobby(scenario: Scenario | None = None, **setup: object) -> World:
    """The tiny world before StartEx: `lobby(mode="umpire")`."""
    return start(scenario or tiny(), replace(SETUP, **setup))  # type: ignore[arg-type]  # the tests name real fields


def running(
    scenario: Scenario | None = None,
    *,
    turn: int = 1,
    phase: str = "planning",
    month: int | None = None,
    **setup: object,
) -> World:
    """The tiny world in play, in the middle of a phase; `month` is what the turn's start gives if not told."""
    played = 2 * (turn - 1) if month is None else month
    timer = Timer(turn, phase, played)  # type: ignore[arg-type]  # the tests name real phases
    world = lobby(scenario, **setup)
    return replace(world, status="running", timer=timer, history={0: world.state})


def with_state(world: World, **values: Value) -> World:
    """The world with other values; write `pc__N` for `pc.N`."""
    named = {name.replace("__", "."): value for name, value in values.items()}
    return replace(world, state={**world.state, **named})
