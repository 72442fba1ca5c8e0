"""A tiny pack as files, and ways to spoil it: each test changes one place and reads what the author is told."""

from textwrap import dedent

import pytest

from wargame.exercises.packs import PackError, from_files, problems_in

Files = dict[str, bytes]

TINY: dict[str, str] = {
    "scenario.yaml": """\
        id: tiny
        title: Tiny
        version: 1.0.0
        summary: Two sides and one hill.
        content_note: Nothing happens.
        briefing: briefs/all.md
        clocks:
          short: {title: Short, turns: [1, 2], seconds: {briefing: 1, planning: 1, adjudication: 1, feedback: 1}}
        start_cards:
          spring: {title: Spring, summary: Green.}
          autumn: {title: Autumn, summary: Brown.}
        rule_cards:
          calm: {title: Calm, summary: Calm., constants: {wind: .5}}
        actors:
          NO: {name: Norhill, letters: NO}
          SO: {name: Sorhill, letters: SO}
        sets:
          both: [NO, SO]
        team_sets:
          two:
            title: Two teams
            teams:
              north:
                name: North
                letters: N
                actors: NO
                brief: briefs/all.md
                seats:
                  chief: {title: Chief, initials: CH, leads: true}
                  envoy: {title: Envoy, initials: EN}
              south:
                name: South
                letters: S
                actors: SO
                brief: briefs/all.md
                seats:
                  chief: {title: Chief, initials: CH, leads: true}
        sources:
          book: {title: A book}
        facts:
          hill: {text: The hill is high., sources: book}
        """,
    "state.yaml": """\
        provenance: judgement
        variables:
          front:
            name: Front
            type: number
            range: [-5, 5]
            start: {spring: 0, autumn: -1}
            see: all
          secret:
            name: Secret
            type: whole
            range: [0, 3]
            start: 1
            see: seat:north.envoy
          strength:
            name: Strength
            type: number
            over: both
            range: [0, 100]
            start: {NO: 50, otherwise: 40}
            see: owner
            estimate: {spread: 4, step: 5}
          purse:
            name: Purse
            type: whole
            over: actors
            range: [0, 9]
            start: 4
            see: owner
            resource: true
          offer:
            name: Offer
            see: all
            fields:
              level: {type: whole, range: [0, 4], start: {spring: 0, autumn: 2}}
              written: {type: flag, start: false}
        derived:
          mood:
            name: Mood
            formula: 50 + 10 * front + offer.level + offer.written
            see: all
        decks:
          luck: {title: Luck, into: secret, by_start: {spring: {0: 1, 3: 3}, autumn: {1: 1}}}
        red_lines:
          hill:
            owner: NO
            title: The hill
            consequence: War.
            see: all
            crossed: front < -4
        """,
    "orders.yaml": """\
        provenance: judgement
        orders:
          push:
            title: Push
            summary: Push the front.
            by: both
            cost: {purse: 1}
            needs:
              - expr: strength[actor] > 10
                why: Too weak at {strength[actor]:.0f}.
            form:
              how: {label: How far, type: whole, range: [1, 3]}
            terms:
              will: {label: Will, value: .2 * form.how}
              luck: {label: Luck, value: .1 * secret, see: seat:north.envoy}
            chance: {law: bernoulli, p: "clamp(total, 0, 1)"}
            outcomes:
              moved:
                label: Moved
                sentence: It moved by {form.how}.
                effects:
                  - {add: front, by: form.how}
                  - {add: "strength[actor]", by: -1, after: 1}
              stuck: {label: Stuck, sentence: It did not move.}
        """,
    "rules.yaml": """\
        provenance: judgement
        rules:
          wind:
            title: Wind
            sentence: Wind weakens everybody.
            each: month
            over: both
            member: side
            drift: true
            outcomes:
              blown: {label: Blown, sentence: Blown., effects: [{add: "strength[side]", by: -k.wind}]}
        """,
    "injects.yaml": """\
        provenance: judgement
        injects:
          news:
            headline: News
            body: The front stands at {front:.1f}.
            channel: press
            persona: A paper
            to: all
            trigger: {kind: scheduled, turn: 2}
        """,
    "agreements.yaml": """\
        agreements:
          pact:
            title: Pact
            summary: A pact.
            parties: [[NO], [SO]]
            clauses:
              level: {label: Level, type: whole, range: [0, 4]}
            in_force:
              - {set: offer.level, to: clause.level}
              - {set: offer.written, to: true}
        """,
    "briefs/all.md": "Read this.\n",
}


def tiny() -> Files:
    """The pack as it should be."""
    return {name: dedent(text).encode() for name, text in TINY.items()}


def spoiled(name: str, old: str, new: str) -> Files:
    """The pack with one place changed; `old` must stand there exactly once."""
    files = tiny()
    text = files[name].decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
    return files | {name: text.replace(old, new).encode()}


def told(files: Files) -> list[str]:
    """What the author is told; errors keep the pack from being loaded."""
    problems = problems_in(files)
    if any(problem.severity == "error" for problem in problems):
        with pytest.raises(PackError):
            from_files(files)
    return [str(problem) for problem in problems]
