"""What the linter finds in packs that are otherwise well written: told secrets, and things that can never happen."""

import pytest

from tests.scenarios.tiny import Files, spoiled, tiny, told
from wargame.exercises.packs import from_files

SECRETS = {
    "a requirement": (
        ("orders.yaml", "expr: strength[actor] > 10", "expr: secret > 1"),
        ["orders.yaml:9:15 orders.push.needs.0.expr: this tells NO about 'secret', which they may not see"],
    ),
    "the reason of a requirement": (
        ("orders.yaml", "{strength[actor]:.0f}", "{secret}"),
        ["orders.yaml:10:14 orders.push.needs.0.why: this tells NO about 'secret', which they may not see"],
    ),
    "a cost": (
        ("orders.yaml", "{purse: 1}", "{purse: secret}"),
        ["orders.yaml:7:19 orders.push.cost.purse: this tells NO about 'secret', which they may not see"],
    ),
    "a bound of a form": (
        ("orders.yaml", "range: [1, 3]", "range: [1, secret]"),
        ["orders.yaml:12:53 orders.push.form.how.range.1: this tells NO about 'secret', which they may not see"],
    ),
    "the other side's purse": (
        ("orders.yaml", "expr: strength[actor] > 10", "expr: purse.NO > 1"),
        ["orders.yaml:9:15 orders.push.needs.0.expr: this tells SO about 'purse.NO', which they may not see"],
    ),
    "everybody's purse in a sum": (
        ("orders.yaml", "expr: strength[actor] > 10", "expr: sum(purse[s] for s in both) > 1"),
        [
            "orders.yaml:9:15 orders.push.needs.0.expr: this tells NO about 'purse.SO', which they may not see",
            "orders.yaml:9:15 orders.push.needs.0.expr: this tells SO about 'purse.NO', which they may not see",
        ],
    ),
    "a public value made from a secret": (
        ("state.yaml", "50 + 10 * front", "50 + 10 * secret"),
        ["state.yaml:40:14 derived.mood.formula: this tells all about 'secret', which they may not see"],
    ),
    "an inject": (
        ("injects.yaml", "{front:.1f}", "{secret}"),
        ["injects.yaml:5:11 injects.news.body: this tells all about 'secret', which they may not see"],
    ),
    "an inject that tells an estimate exactly": (
        ("injects.yaml", "{front:.1f}", "{strength.NO}"),
        ["injects.yaml:5:11 injects.news.body: this tells all about 'strength.NO', which they may not see exactly"],
    ),
    "a term": (
        ("orders.yaml", "value: .1 * secret, see: seat:north.envoy", "value: .1 * secret"),
        ["orders.yaml:15:34 orders.push.terms.luck.value: this tells all about 'secret', which they may not see"],
    ),
    "the sum of terms that not all see": (
        ("orders.yaml", "It moved by {form.how}", "It moved by {total}"),
        [
            "orders.yaml:20:19 orders.push.outcomes.moved.sentence: this tells the total to some "
            "who may not see all terms"
        ],
    ),
    "a red line": (
        ("state.yaml", "crossed: front < -4", "crossed: secret > 2"),
        ["state.yaml:50:14 red_lines.hill.crossed: warning: this tells all about 'secret', which they may not see"],
    ),
    "an answer from those who are not told": (
        ("injects.yaml", "to: all\n", "to: NO\n    answer: {by: SO}\n"),
        ["injects.yaml:9:18 injects.news.answer.by: someone is asked to answer who is not told"],
    ),
}

SENSE = {
    "an order that can never be given": (
        ("orders.yaml", "expr: strength[actor] > 10", "expr: 1 > 2"),
        ["orders.yaml:9:15 orders.push.needs.0.expr: this never holds, so the order can never be given"],
    ),
    "an order that can never be paid": (
        ("orders.yaml", "{purse: 1}", "{purse: 10}"),
        ["orders.yaml:7:19 orders.push.cost.purse: no store holds more than 9: the order can never be paid"],
    ),
    "an inject after the last turn": (
        ("injects.yaml", "turn: 2", "turn: 3"),
        ["injects.yaml:9:38 injects.news.trigger.turn: no clock has a turn 3; the longest has 2"],
    ),
    "an inject on a start card that does not exist": (
        ("injects.yaml", "to: all\n", "to: all\n    cards: [spring, summer]\n"),
        ["injects.yaml:9:21 injects.news.cards.1: there is no start card 'summer'"],
    ),
    "an inject whose condition never holds": (
        ("injects.yaml", "{kind: scheduled, turn: 2}", "{kind: condition, when: 1 == 2}"),
        ["injects.yaml:9:38 injects.news.trigger.when: this never holds, so the inject can never be fired"],
    ),
    "an inject that waits for an order that does not exist": (
        ("injects.yaml", "{kind: scheduled, turn: 2}", "{kind: not_done_by, turn: 2, order: pull, actors: NO}"),
        ["injects.yaml:9:50 injects.news.trigger.order: there is no order 'pull'"],
    ),
    "a variable that nobody reads or writes": (
        ("state.yaml", "derived:\n", "  idle: {name: Idle, type: flag, start: false, see: all}\nderived:\n"),
        ["state.yaml:37:3 variables.idle: no formula reads this and nothing changes it"],
    ),
    "a field of a record that nobody reads or writes": (
        ("state.yaml", "      written: {type", "      idle: {type: flag, start: false}\n      written: {type"),
        ["state.yaml:36:7 variables.offer.fields.idle: no formula reads this and nothing changes it"],
    ),
    "a value made from itself": (
        ("state.yaml", "formula: 50 + 10 * front", "formula: mood + 10 * front"),
        ["state.yaml:40:14 derived.mood.formula: this value is worked out from itself"],
    ),
    "a cost without a store": (
        ("orders.yaml", "{purse: 1}", "{strength: 1}"),
        ["orders.yaml:7:22 orders.push.cost.strength: there is no resource 'strength'"],
    ),
    "an inject put into play that does not exist": (
        ("orders.yaml", "{add: front, by: form.how}", "{inject: nwes}"),
        [
            "orders.yaml:22:22 orders.push.outcomes.moved.effects.0.inject: there is no inject 'nwes'; "
            "did you mean 'news'?"
        ],
    ),
    "two things in one effect": (
        ("orders.yaml", "{add: front, by: form.how}", "{add: front, by: form.how, inject: news}"),
        [
            "orders.yaml:22:13 orders.push.outcomes.moved.effects.0: one effect does one thing: exactly one of "
            "set, add, inject, end_agreement, end_turn"
        ],
    ),
    "three outcomes under bernoulli": (
        ("orders.yaml", "      stuck:", "      third: {label: T, sentence: T.}\n      stuck:"),
        ["orders.yaml:17:5 orders.push.outcomes: under bernoulli there are two outcomes: it happens, and it does not"],
    ),
    "a constant that one rule card lacks": (
        (
            "scenario.yaml",
            "constants: {wind: .5}}",
            "constants: {wind: .5}}\n  wild: {title: Wild, summary: Wild.}",
        ),
        ["scenario.yaml:14:3 rule_cards.wild: the constant 'wind' is missing; another rule card has it"],
    ),
}


@pytest.mark.parametrize(("change", "problems"), SECRETS.values(), ids=list(SECRETS))
def test_a_secret_told(change: tuple[str, str, str], problems: list[str]) -> None:
    assert told(spoiled(*change)) == problems


@pytest.mark.parametrize(("change", "problems"), SENSE.values(), ids=list(SENSE))
def test_a_thing_that_makes_no_sense(change: tuple[str, str, str], problems: list[str]) -> None:
    assert told(spoiled(*change)) == problems


def test_an_estimate_is_enough_to_order_by() -> None:
    assert told(spoiled("orders.yaml", "expr: strength[actor] > 10", "expr: strength.NO > 10")) == []


def test_a_division_is_warned_of_and_can_be_played() -> None:
    files = spoiled("orders.yaml", "value: .2 * form.how", "value: form.how / front")
    from_files(files)
    assert told(files) == [
        "orders.yaml:14:45 orders.push.terms.will.value: warning: this divides by something that may be zero"
    ]
    assert told(spoiled("orders.yaml", "value: .2 * form.how", "value: form.how / 3 / k.wind / months")) == []


WAIT = """\
  wait:
    title: Wait
    summary: Do nothing.
    by: actors
    outcomes: {waited: {label: Waited, sentence: Nothing happened., effects: [{add: front, by: 0}]}}
"""


def with_teams(more: int, by_control: str = "") -> Files:
    """The pack with this many more actors, each with a team; and what is said of control's."""
    text = tiny()["scenario.yaml"].decode()
    teams = "".join(
        f"      t{n}:\n        name: T{n}\n        letters: T{n}\n        actors: A{n}\n        brief: briefs/all.md\n"
        f"        seats:\n          chief: {{title: Chief, initials: CH, leads: true}}\n"
        for n in range(more)
    )
    actors = "".join(f"  A{n}: {{name: A{n}, letters: A{n}}}\n" for n in range(more))
    text = text.replace("sets:\n  both", f"{actors}sets:\n  both").replace(
        "sources:\n  book", f"{teams}{by_control}sources:\n  book"
    )
    orders = tiny()["orders.yaml"] + WAIT.encode()
    return tiny() | {"scenario.yaml": text.encode(), "orders.yaml": orders}


def test_screens_can_tell_sixteen_teams_apart() -> None:
    assert told(with_teams(14)) == []
    assert told(with_teams(15)) == [
        "scenario.yaml:37:5 team_sets.two.teams: more than 16 teams: screens could not tell them apart"
    ]


def test_a_team_with_no_live_choice_is_warned_of() -> None:
    assert told(spoiled("orders.yaml", "expr: strength[actor] > 10", "expr: strength[actor] > 40")) == [
        f"scenario.yaml:31:7 team_sets.two.teams.south: warning: on “{card}” its seats begin with no live choice: "
        "no order is possible"
        for card in ("Autumn", "Spring")
    ]


def test_every_actor_has_one_owner_in_every_team_set() -> None:
    third = spoiled("scenario.yaml", "sets:\n  both", "  UM: {name: Umpire, letters: UM}\nsets:\n  both")
    assert told(third) == ["scenario.yaml:21:3 team_sets.two: nobody plays UM: give it to a team, or to control"]
    text = third["scenario.yaml"].decode()
    owned = text.replace("    title: Two teams\n", "    title: Two teams\n    control: UM\n")
    assert told(third | {"scenario.yaml": owned.replace("control: UM", "control: [UM]").encode()}) == []
    twice = owned.replace("control: UM", "control: [UM, NO]")
    assert told(third | {"scenario.yaml": twice.encode()}) == [
        "scenario.yaml:28:17 team_sets.two.teams.north.actors: NO has an owner already"
    ]


TWO_CARDS = (
    "  calm: {title: Calm, summary: Calm., constants: {wind: .5}}\n",
    "  calm: {title: Calm, summary: Calm., constants: {wind: .5, gust: 1}}\n"
    "  wild: {title: Wild, summary: Wild., constants: {wind: .9, gust: 1}}\n",
)


def with_two_cards(name: str, old: str, new: str) -> Files:
    """The pack with a second rule card, on which the wind is stronger and a gust is the same."""
    return spoiled(name, old, new) | {"scenario.yaml": spoiled("scenario.yaml", *TWO_CARDS)["scenario.yaml"]}


MOOD = "formula: 50 + 10 * front + offer.level + offer.written"


def test_what_differs_between_rule_cards_tells_the_card() -> None:
    tells = with_two_cards("state.yaml", MOOD, "formula: 50 + front * k.wind")
    assert told(tells) == [
        "state.yaml:40:14 derived.mood.formula: this tells all about 'k.wind', which they may not see"
    ]
    assert told(with_two_cards("state.yaml", MOOD, "formula: 50 + front * k.gust")) == []
    assert told(spoiled("state.yaml", MOOD, "formula: 50 + front * k.wind")) == []


def test_a_probability_rests_on_open_terms() -> None:
    """Chief and envoy of the north see the ruling; the chief may not see the secret."""
    reads = spoiled("orders.yaml", 'p: "clamp(total, 0, 1)"', 'p: "clamp(total + secret, 0, 1)"')
    assert told(reads) == []  # a term for the envoy alone keeps the probability from the others
    open_terms = reads["orders.yaml"].decode().replace(".1 * secret, see: seat:north.envoy", ".1 * front")
    assert told(reads | {"orders.yaml": open_terms.encode()}) == [
        "orders.yaml:16:33 orders.push.chance.p: this probability rests on 'secret', "
        "which some who see all terms may not see: give it a term"
    ]
