"""Bad input in packs: each is told with file, line and column, and nothing is loaded."""

import pytest

from tests.scenarios.tiny import spoiled, tiny, told
from wargame.exercises.packs import from_files


def test_the_tiny_pack_itself_is_fine() -> None:
    assert told(tiny()) == []
    assert from_files(tiny()).title == "Tiny"


CASES = {
    # --- keys and values ---
    "unknown key": (
        ("orders.yaml", "    summary: Push", "    sumary: Push"),
        [
            "orders.yaml:3:3 orders.push: the key 'summary' is missing",
            "orders.yaml:5:5 orders.push.sumary: unknown key 'sumary'; did you mean 'summary'?",
        ],
    ),
    "unknown key deep inside": (
        ("orders.yaml", "by: -1, after: 1", "by: -1, afer: 1"),
        [
            "orders.yaml:23:46 orders.push.outcomes.moved.effects.1.afer: unknown key 'afer'; did you mean 'after'?",
        ],
    ),
    "what bots wish, by a stranger": (
        ("orders.yaml", "range: [1, 3]}", "range: [1, 3], wished: {party1: 2, firm: yes}}"),
        [
            "orders.yaml:12:74 orders.push.form.how.wished.party1: there is no wisher 'party1'",
            "orders.yaml:12:83 orders.push.form.how.wished.firm: this is no value of the field",
        ],
    ),
    "duplicate key": (
        ("state.yaml", "    see: owner\n    resource: true", "    see: owner\n    see: all\n    resource: true"),
        ["state.yaml:30:5 variables.purse.see: 'see' stands here twice; first in line 29"],
    ),
    "duplicate id": (
        ("injects.yaml", "  news:\n", "  news: {}\n  news:\n"),
        ["injects.yaml:4:3 injects.news: 'news' stands here twice; first in line 3"],
    ),
    "missing value": (
        ("state.yaml", "    name: Front\n", "    name:\n"),
        ["state.yaml:4:5 variables.front.name: nothing stands here; write a value or take the key away"],
    ),
    "wrong type": (
        ("scenario.yaml", "leads: true}\n          envoy", "leads: yes}\n          envoy"),
        ["scenario.yaml:29:54 team_sets.two.teams.north.seats.chief.leads: true or false is wanted here"],
    ),
    "no such law": (
        ("orders.yaml", "law: bernoulli", "law: bernouli"),
        [
            "orders.yaml:16:19 orders.push.chance.law: 'bernouli' is none of bernoulli, graded, uniform, normal, "
            "poisson, beta, dice; did you mean 'bernoulli'?"
        ],
    ),
    "no such channel": (
        ("injects.yaml", "channel: press", "channel: pres"),
        [
            "injects.yaml:6:14 injects.news.channel: 'pres' is none of flash, cable, press, phone, letter; "
            "did you mean 'press'?"
        ],
    ),
    "id with a blank": (
        ("injects.yaml", "  news:\n", "  the news:\n"),
        [
            "injects.yaml:3:3 injects.the news: 'the news' is not an id: a letter, then letters, digits and _",
        ],
    ),
    "start value out of range": (
        ("state.yaml", "autumn: -1}", "autumn: -9}"),
        ["state.yaml:7:32 variables.front.start.autumn: -9 is not between -5 and 5"],
    ),
    "start card that does not exist": (
        ("state.yaml", "{spring: 0, autumn: -1}", "{spring: 0, winter: -1}"),
        [
            "state.yaml:7:24 variables.front.start.winter: 'winter' is no start card",
        ],
    ),
    "dealt value out of range": (
        ("state.yaml", "spring: {0: 1, 3: 3}", "spring: {0: 1, 7: 3}"),
        ["state.yaml:43:63 decks.luck.by_start.spring.7: 7 is not between 0 and 3"],
    ),
    # --- names ---
    "unknown name in a formula": (
        ("orders.yaml", "expr: strength[actor] > 10", "expr: strenght[actor] > 10"),
        [
            "orders.yaml:9:15 orders.push.needs.0.expr: unknown name `strenght[]`; did you mean `strength[]`?",
        ],
    ),
    "unknown name further along the line": (
        ("orders.yaml", "value: .2 * form.how", "value: .2 * form.hwo"),
        ["orders.yaml:14:39 orders.push.terms.will.value: unknown name `form.hwo`; did you mean `form.how`?"],
    ),
    "unknown name in quotes": (
        ("orders.yaml", 'p: "clamp(total, 0, 1)"', 'p: "clamp(totl, 0, 1)"'),
        ["orders.yaml:16:40 orders.push.chance.p: unknown name `totl`; did you mean `total`?"],
    ),
    "unknown name in a text": (
        ("injects.yaml", "{front:.1f}", "{frnt:.1f}"),
        ["injects.yaml:5:32 injects.news.body: unknown name `frnt`; did you mean `front`?"],
    ),
    "unknown variable written": (
        ("orders.yaml", "{add: front, by", "{add: fornt, by"),
        [
            "orders.yaml:22:19 orders.push.outcomes.moved.effects.0.add: unknown name `fornt`; did you mean `front`?",
        ],
    ),
    "what is worked out cannot be written": (
        ("orders.yaml", "{add: front, by", "{add: mood, by"),
        [
            "orders.yaml:22:19 orders.push.outcomes.moved.effects.0.add: unknown name `mood`; "
            "a word goes in quotes: 'mood'"
        ],
    ),
    "unknown fact": (
        ("state.yaml", "    crossed: front < -4\n", "    crossed: front < -4\n    facts: [hil]\n"),
        ["state.yaml:51:13 red_lines.hill.facts.0: there is no fact 'hil'; did you mean 'hill'?"],
    ),
    "unknown source": (
        ("scenario.yaml", "sources: book}", "sources: boook}"),
        ["scenario.yaml:41:44 facts.hill.sources.0: there is no source 'boook'; did you mean 'book'?"],
    ),
    "a name taken twice": (
        ("state.yaml", "  mood:\n", "  front:\n"),
        ["state.yaml:38:3 derived.front: 'front' already has a meaning; take another word"],
    ),
    # --- formulas that try more than they may ---
    "attributes": (
        ("state.yaml", "crossed: front < -4", "crossed: front.__class__ == 1"),
        ["state.yaml:50:14 red_lines.hill.crossed: unknown name `front.__class__`"],
    ),
    "calls": (
        ("state.yaml", "crossed: front < -4", "crossed: 0 < open('/etc/passwd')"),
        ["state.yaml:50:18 red_lines.hill.crossed: `open` cannot be called"],
    ),
    "imports": (
        ("state.yaml", "crossed: front < -4", "crossed: __import__('os')"),
        ["state.yaml:50:14 red_lines.hill.crossed: `__import__` cannot be called"],
    ),
    "huge powers": (
        ("state.yaml", "crossed: front < -4", "crossed: 9**9**9 > front"),
        ["state.yaml:50:14 red_lines.hill.crossed: powers are not allowed; write `x * x`, or `exp`"],
    ),
    "a formula that is none": (
        ("state.yaml", "crossed: front < -4", "crossed: front <"),
        ["state.yaml:50:14 red_lines.hill.crossed: this is not a formula: something is missing or too much here"],
    ),
    "words times numbers": (
        ("state.yaml", "crossed: front < -4", "crossed: 9 * 'x' > front"),
        ["state.yaml:50:18 red_lines.hill.crossed: `'x'` is a word where a number is wanted"],
    ),
    # --- audiences, actors, teams ---
    "audience that names nobody": (
        ("injects.yaml", "    to: all", "    to: seat:north.chef"),
        [
            "injects.yaml:8:9 injects.news.to: this audience names nobody: 'seat:north.chef'; "
            "did you mean 'seat:north.chief'?"
        ],
    ),
    "audience in a list that names nobody": (
        ("injects.yaml", "    to: all", "    to: [NO, both, team:east]"),
        [
            "injects.yaml:8:20 injects.news.to.2: this audience names nobody: 'team:east'; did you mean 'team:south'?",
        ],
    ),
    "order by nobody": (
        ("orders.yaml", "by: both", "by: [NO, SU]"),
        ["orders.yaml:6:14 orders.push.by.1: 'SU' is no actor"],
    ),
    "missing brief": (
        ("scenario.yaml", "briefing: briefs/all.md", "briefing: briefs/al.md"),
        ["scenario.yaml:6:11 briefing: there is no brief 'briefs/al.md' in this pack; did you mean 'briefs/all.md'?"],
    ),
    "brief outside the pack": (
        ("scenario.yaml", "briefing: briefs/all.md", "briefing: ../../etc/passwd"),
        ["scenario.yaml:6:11 briefing: there is no brief '../../etc/passwd' in this pack"],
    ),
    "the same letters": (
        ("scenario.yaml", "letters: S\n", "letters: N\n"),
        ["scenario.yaml:33:18 team_sets.two.teams.south.letters: 'N' is taken by another"],
    ),
    "the same slot": (
        ("scenario.yaml", "letters: S\n", "letters: S\n        slot: 1\n"),
        ["scenario.yaml:31:7 team_sets.two.teams.south: another team has this slot"],
    ),
    "nobody leads": (
        (
            "scenario.yaml",
            "chief: {title: Chief, initials: CH, leads: true}\n          envoy",
            "chief: {title: Chief, initials: CH}\n          envoy",
        ),
        ["scenario.yaml:28:9 team_sets.two.teams.north.seats: no seat leads: nobody could submit or sign"],
    ),
    "an actor in two teams": (
        ("scenario.yaml", "actors: SO\n", "actors: [SO, NO]\n"),
        ["scenario.yaml:34:9 team_sets.two.teams.south.actors: NO has an owner already"],
    ),
    # --- numbers ---
    "no provenance": (
        ("rules.yaml", "provenance: judgement\n", ""),
        [
            "rules.yaml:2:3 rules.wind: no provenance; say judgement or sourced here, or once at the top of the file",
        ],
    ),
    "sourced from nothing": (
        ("rules.yaml", "    drift: true\n", "    drift: true\n    provenance: {kind: sourced}\n"),
        ["rules.yaml:10:5 rules.wind.provenance: sourced, but no facts are named"],
    ),
    # --- YAML ---
    "not YAML": (
        ("rules.yaml", "rules:\n", "rules: [\n"),
        [
            "rules.yaml:4:10: not YAML: inside brackets something is not closed or lacks a comma: "
            "put a text or formula with commas, brackets or quotes in quotes as a whole"
        ],
    ),
    "a line too far in": (
        ("rules.yaml", "    drift: true\n", "      drift: true\n"),
        [
            "rules.yaml:9:12: not YAML: a second colon, or a line further in than its neighbours: "
            "indent it like the lines beside it, with spaces; put a text with a colon in quotes"
        ],
    ),
    "a tab": (
        ("rules.yaml", "    drift: true\n", "\tdrift: true\n"),
        ["rules.yaml:9:1: not YAML: a tab; indent with spaces"],
    ),
    "no space after a colon": (
        ("state.yaml", "    start: {spring: 0, autumn: -1}\n", "    start:0\n"),
        ["state.yaml:8:5: not YAML: a key ends with a colon and a space: `start: 50`"],
    ),
    "a formula cut by its comma": (
        ("orders.yaml", 'p: "clamp(total, 0, 1)"', "p: clamp(total, 0, 1)"),
        [
            f"orders.yaml:16:{column} orders.push.chance.{cut}: a comma or bracket inside {{…}} cut this off; "
            "put the whole text or formula in quotes, and write .6 for 0,6"
            for column, cut in ((46, "0"), (49, "1)"))
        ],
    ),
    "an audience of nobody": (
        ("injects.yaml", "    to: all", "    to: []"),
        ["injects.yaml:8:5 injects.news.to: at least one is wanted here"],
    ),
    "a comparison with one sign": (
        ("state.yaml", "crossed: front < -4", "crossed: front = 4"),
        ["state.yaml:50:20 red_lines.hill.crossed: this is not a formula: to compare, write `==`"],
    ),
    "capitals": (
        ("injects.yaml", "    to: all", "    to: so"),
        ["injects.yaml:8:9 injects.news.to: this audience names nobody: 'so'; did you mean 'SO'?"],
    ),
    "a tag": (
        ("scenario.yaml", "title: Tiny", "title: !!python/object/apply:os.system [ls]"),
        [
            "scenario.yaml:2:8 title: a tag (tag:yaml.org,2002:python/object/apply:os.system); write plain values",
        ],
    ),
    "a second document": (
        ("rules.yaml", "provenance: judgement\n", "provenance: judgement\n---\n"),
        ["rules.yaml:2:1: a second document; one file holds one"],
    ),
    "an alias inside itself": (
        ("scenario.yaml", "both: [NO, SO]", "both: &both [NO, *both]"),
        ["scenario.yaml:18:20 sets.both.1: *both stands inside itself"],
    ),
    "no number": (
        ("rules.yaml", "by: -k.wind", "by: .inf"),
        ["rules.yaml:11:85 rules.wind.outcomes.blown.effects.0.by: .inf is no number to count with"],
    ),
}


@pytest.mark.parametrize(("change", "problems"), CASES.values(), ids=list(CASES))
def test_bad_input(change: tuple[str, str, str], problems: list[str]) -> None:
    assert told(spoiled(*change)) == problems


def test_deep_nesting_of_a_formula() -> None:
    deep = "(" * 60 + "1" + ")" * 60
    [problem] = told(spoiled("state.yaml", "crossed: front < -4", f"crossed: {'-' * 60}1 < {deep}"))
    assert problem.startswith("state.yaml:50:")
    assert "nested deeper than" in problem


def test_deep_nesting_of_yaml() -> None:
    problems = told(spoiled("scenario.yaml", "both: [NO, SO]", "both: " + "[" * 5000 + "]" * 5000))
    assert problems == [f"scenario.yaml:18:38 sets.both{'.0' * 29}: nested deeper than 30 levels"]


def test_a_yaml_bomb_is_refused_before_it_is_expanded() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    files = tiny() | {"rules.yaml": "\n".join(rows).encode()}
    assert told(files) == ["rules.yaml:5:45 a4.7: more than 100,000 values, repeats by alias included"]


def test_all_files_are_told_of_at_once() -> None:
    files = spoiled("orders.yaml", "title: Push", "titel: Push") | {"rules.yaml": b"rules: {}\nrulez: {}\n"}
    assert told(files) == [
        "orders.yaml:3:3 orders.push: the key 'title' is missing",
        "orders.yaml:4:5 orders.push.titel: unknown key 'titel'; did you mean 'title'?",
        "rules.yaml:2:1 rulez: unknown key 'rulez'; did you mean 'rules'?",
    ]
