"""Checked shapes to the engine's `Scenario`: one module for each file of the pack."""

import json
from collections.abc import Mapping
from hashlib import sha256

from wargame.engine.scenario import Objective, Scenario
from wargame.exercises.packs.building.agreements import agreements
from wargame.exercises.packs.building.briefs import Briefs
from wargame.exercises.packs.building.decks import decks
from wargame.exercises.packs.building.derived import derived, scores
from wargame.exercises.packs.building.injects import injects
from wargame.exercises.packs.building.map import sheet
from wargame.exercises.packs.building.orders import orders
from wargame.exercises.packs.building.plans import measures, plans, study
from wargame.exercises.packs.building.rules import rules
from wargame.exercises.packs.building.scenario import (
    actors,
    card_secrets,
    clocks,
    facts,
    rule_cards,
    sources,
    start_cards,
    team_sets,
    treatments,
)
from wargame.exercises.packs.building.state import red_lines, variables
from wargame.exercises.packs.compiling import Compiler
from wargame.exercises.packs.files import pack_hash
from wargame.exercises.packs.names import clashes
from wargame.exercises.packs.places import Trees
from wargame.exercises.packs.problems import Place

FILE = Place("scenario.yaml")

_RULES = {
    "scenario.yaml": ("start_cards", "rule_cards", "constants", "sets", "orders_per_turn", "stop_when"),
    "state.yaml": ("variables", "derived", "decks", "red_lines", "scores"),
    "orders.yaml": ("orders",),
    "rules.yaml": ("rules",),
    "agreements.yaml": ("agreements",),
}
"""What decides: the sections that the rules hash covers."""


def rules_hash(trees: Trees) -> str:
    """SHA-256 over the sections that decide, as JSON: comments and layout do not count, the order of rules does."""
    whole = {name: tree.plain() for name, tree in trees.items()}
    kept = {name: {key: whole[name].get(key) for key in keys} for name, keys in _RULES.items() if name in whole}
    return sha256(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def build(bench: Compiler, files: Mapping[str, bytes]) -> Scenario:
    """The scenario. What is wrong is left with the bench; with an error there it is not to be played."""
    shape, brief = bench.pack, Briefs(bench, files)
    top, cards = shape.scenario, list(shape.scenario.start_cards)
    for file, section, id in clashes(top, shape.state):
        bench.problem(Place(file) / section / id, f"'{id}' already has a meaning; take another word", at_key=True)
    values, worked_out = variables(bench, shape.state, cards), derived(bench, shape.state)
    rules_by_card = rule_cards(bench, top)
    made = Scenario(
        id=top.id,
        title=top.title,
        version=top.version,
        summary=top.summary,
        content_note=top.content_note,
        pack_hash=pack_hash(files),
        rules_hash=rules_hash(bench.trees),
        clocks=clocks(top),
        start_cards=start_cards(top),
        rule_cards=rules_by_card,
        team_sets=team_sets(bench, top, brief),
        actors=actors(bench, top),
        sets=bench.names.sets,
        variables=values,
        derived=worked_out,
        orders=orders(bench, shape.orders),
        rules=rules(bench, shape.rules),
        red_lines=red_lines(bench, shape.state),
        injects=injects(bench, shape.injects),
        agreements=agreements(bench, shape.agreements),
        decks=decks(bench, shape.state, cards),
        objectives=_objectives(top.objectives),
        hot_wash=top.hot_wash,
        scores=scores(bench, shape.state),
        sources=sources(top),
        facts=facts(bench, top),
        briefing=brief(FILE / "briefing", top.briefing),
        limits=tuple(top.limits),
        free_orders=top.free_orders,
        orders_per_turn=bench.if_any(FILE / "orders_per_turn", top.orders_per_turn, {"actor": "word"}),
        stop_when=bench.if_any(FILE / "stop_when", top.stop_when),
        treatments=treatments(top),
        plans=plans(bench, shape.plans),
        study=study(bench, shape.plans),
        measures=measures(bench, top),
        map=sheet(bench, {**values, **worked_out}),
        language=top.language,
        card_secrets=card_secrets(rules_by_card),
    )
    brief.check_unused()
    return made


def _objectives(texts: Mapping[str, str]) -> dict[str, Objective]:
    return {id: Objective(id, text) for id, text in texts.items()}
