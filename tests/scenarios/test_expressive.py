"""What the YAML can say: sets, records, members, cards, decks, tables of constants, every law of chance."""

from tests.scenarios.tiny import spoiled, tiny, told
from wargame.engine.formula import Scope
from wargame.engine.scenario import Effect, Scenario
from wargame.exercises.packs import from_files


def loaded(name: str, old: str, new: str) -> Scenario:
    files = spoiled(name, old, new)
    assert told(files) == []
    return from_files(files)


def test_country_code_no_is_text() -> None:
    assert list(from_files(tiny()).actors) == ["NO", "SO"]


def test_a_variable_over_a_set() -> None:
    variables = from_files(tiny()).variables
    strength = variables["strength.NO"]
    assert (strength.group, strength.member, strength.see) == ("strength", "NO", ("actor:NO",))
    assert strength.start == {"spring": 50, "autumn": 50}
    assert variables["strength.SO"].start == {"spring": 40, "autumn": 40}
    assert strength.estimate is not None
    assert strength.estimate.audience == ("all",)


def test_each_member_may_have_readers_of_its_own() -> None:
    by_member = "    see: {NO: seat:north.envoy, otherwise: owner}\n"
    scenario = loaded("state.yaml", "    see: owner\n    resource: true", by_member + "    resource: true")
    assert scenario.variables["purse.NO"].see == ("seat:north.envoy",)
    assert scenario.variables["purse.SO"].see == ("actor:SO",)


def test_a_record() -> None:
    variables = from_files(tiny()).variables
    assert variables["offer.level"].start == {"spring": 0, "autumn": 2}
    assert variables["offer.written"].kind == "flag"
    assert variables["offer.written"].group == "offer"
    assert variables["offer.written"].name == "Offer, written"


def test_a_record_over_a_set_with_a_field_for_some() -> None:
    scenario = loaded(
        "state.yaml",
        "derived:\n",
        "  own_rule:\n    name: Own rule\n    over: both\n    see: owner\n    fields:\n"
        "      truce_first: {type: flag, start: {NO: true, SO: false}}\n"
        "      backstop: {type: flag, start: {spring: true, autumn: {NO: false}}, only: NO}\n"
        "derived:\n  bound:\n    name: Bound\n    see: control\n"
        "    formula: count(own_rule[s].truce_first for s in both) + own_rule.NO.backstop\n",
    )
    own = {path: v for path, v in scenario.variables.items() if v.group == "own_rule"}
    assert {path: v.start for path, v in own.items()} == {
        "own_rule.NO.truce_first": {"spring": True, "autumn": True},
        "own_rule.NO.backstop": {"spring": True, "autumn": False},
        "own_rule.SO.truce_first": {"spring": False, "autumn": False},
    }
    assert own["own_rule.SO.truce_first"].see == ("actor:SO",)


def test_decks_deal_by_card_and_by_member() -> None:
    assert from_files(tiny()).decks["luck"].cards == {"spring": ((0, 0.25), (3, 0.75)), "autumn": ((1, 1.0),)}
    scenario = loaded(
        "state.yaml",
        "red_lines:\n",
        "  cap: {title: Cap, into: strength, by_member: {NO: {5: 1, 8: 1}, SO: {.5: 1}}}\nred_lines:\n",
    )
    assert scenario.decks["cap.NO"].path == "strength.NO"
    assert scenario.decks["cap.NO"].cards["autumn"] == ((5, 0.5), (8, 0.5))
    assert scenario.decks["cap.SO"].cards["spring"] == ((0.5, 1.0),)


def test_a_derived_value_for_each_member() -> None:
    scenario = loaded(
        "state.yaml",
        "decks:\n",
        "  seen:\n    name: Seen\n    over: both\n    member: s\n    formula: strength[s] / 2\n    see: owner\n"
        "scores:\n  share: {by: both, title: Share, formula: 'seen[actor] + front'}\ndecks:\n",
    )
    scope = Scope({"strength.NO": 50, "strength.SO": 40, "front": 1}, scenario.derived)
    assert [(score.actor, score.formula(scope)) for score in scenario.scores] == [("NO", 26), ("SO", 21)]
    assert scenario.derived["seen.SO"].see == ("actor:SO",)


def test_constants_of_all_cards_and_of_one() -> None:
    scenario = loaded(
        "scenario.yaml",
        "constants: {wind: .5}}",
        "constants: {wind: .5}}\n  wild: {title: Wild, summary: Wild., constants: {wind: 2, offer: {NO: 4}}}\n"
        "constants:\n  offer: {NO: 8, SO: 3}",
    )
    assert scenario.rule_cards["calm"].constants == {"offer.NO": 8, "offer.SO": 3, "wind": 0.5}
    assert scenario.rule_cards["wild"].constants == {"offer.NO": 4, "offer.SO": 3, "wind": 2}


def test_a_table_of_constants_is_read_by_actor() -> None:
    files = spoiled("scenario.yaml", "constants: {wind: .5}}", "constants: {wind: .5, offer: {NO: 8, SO: 3}}}")
    orders = spoiled("orders.yaml", "value: .2 * form.how", 'value: "k.offer[actor]"')
    scenario = from_files(files | {"orders.yaml": orders["orders.yaml"]})
    term = scenario.orders["push"].resolution.terms[0]
    assert term.value(Scope({"k.offer.NO": 8, "k.offer.SO": 3, "actor": "SO"})) == 3


def test_a_rule_for_each_member_and_an_effect_for_each() -> None:
    rule = from_files(tiny()).rules[0]
    assert (rule.over, rule.member_name, rule.drift) == ("both", "side", True)
    scenario = loaded(
        "injects.yaml",
        "    to: all\n",
        '    to: all\n    effects:\n      - {add: "strength[s]", by: -1, over: both, member: s, when: front > 0}\n',
    )
    [effect] = scenario.injects["news"].effects
    assert (effect.over, effect.member_name) == ("both", "s")
    assert effect.add is not None
    assert effect.add(Scope({"s": "SO"})) == "strength.SO"


def test_every_law_of_chance() -> None:
    laws = {
        "law: uniform, low: 0, high: front": 2,
        "law: normal, mean: 0, sd: .3": 2,
        "law: poisson, mean: .2": 1,
        "law: beta, a: 2, b: 5 + offer.level": 2,
        "law: dice, count: 2, sides: 6": 2,
    }
    for law, args in laws.items():
        scenario = loaded(
            "rules.yaml",
            'outcomes:\n      blown: {label: Blown, sentence: Blown., effects: [{add: "strength[side]", by: -k.wind}]}',
            f"chance: {{{law}, key: pair}}\n    outcomes:\n"
            '      blown: {label: B, sentence: "By {draw}.", effects: [{add: "strength[side]", by: -k.wind * draw}]}',
        )
        chance = scenario.rules[0].resolution.chance
        assert chance is not None
        assert (len(chance.args), chance.key) == (args, "pair")


def test_graded_outcomes() -> None:
    graded = [
        ('{law: bernoulli, p: "clamp(total, 0, 1)"}', "{law: graded}"),
        ("label: Moved", "label: Moved\n        share: form.how"),
        ("{label: Stuck,", "{label: Stuck, share: 1,"),
    ]
    text = tiny()["orders.yaml"].decode()
    for old, new in graded:
        text = text.replace(old, new)
    scenario = from_files(tiny() | {"orders.yaml": text.encode()})
    shares = [outcome.share for outcome in scenario.orders["push"].resolution.outcomes]
    assert [share(Scope({"form.how": 3})) for share in shares if share] == [3, 1]


def test_the_ordering_actor_sees_its_own_ruling() -> None:
    scenario = loaded("orders.yaml", "    by: both\n", "    by: both\n    see: [actor, control]\n")
    assert scenario.orders["push"].resolution.audience == ("actor",)


def test_lag_and_end_of_turn() -> None:
    effects = from_files(tiny()).orders["push"].resolution.outcomes[0].effects
    assert effects[1].after is not None
    assert effects[1].after(Scope({})) == 1
    scenario = loaded("rules.yaml", "by: -k.wind}]", "by: -k.wind}, {end_turn: true, when: front > 4}]")
    last: Effect = scenario.rules[0].resolution.outcomes[0].effects[-1]
    assert last.end_turn


def test_turns_have_labels() -> None:
    [clock] = from_files(tiny()).clocks.values()
    assert [(turn.months, turn.label) for turn in clock.turns] == [(1, "Month 1"), (2, "Months 2 to 3")]
