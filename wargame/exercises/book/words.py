"""Parts of a pack in words. Formulas stay as their author wrote them; names stand in for ids around them."""

import ast
import re
from collections.abc import Iterable
from itertools import chain

from wargame.engine.formula import Formula, Template, Value
from wargame.engine.scenario import Audience, Chance, Effect, Field, Outcome, Resolution, Scenario, Term
from wargame.engine.units import unit_of
from wargame.exercises.book.page import Row


def effect(one: Effect) -> str:
    """`cohesion changes by 2`, with its conditions."""
    amount = f" {one.to.source}" if one.to else ""
    parts = [
        f"{one.set.source} becomes{amount}" if one.set else "",
        f"{one.add.source} changes by{amount}" if one.add else "",
        f"inject {one.inject}" if one.inject else "",
        f"agreement {one.end_agreement} ends" if one.end_agreement else "",
        "the turn ends" if one.end_turn else "",
        f"for each of {one.over}" if one.over else "",
        f"only when {one.when.source}" if one.when else "",
        f"after {one.after.source} {'month' if one.after.source == '1' else 'months'}" if one.after else "",
    ]
    return " ".join(part for part in parts if part)


def effects(many: Iterable[Effect]) -> str:
    """One a line."""
    return "\n".join(effect(one) for one in many)


def audience(scenario: Scenario, readers: Audience) -> str:
    """`everybody`, `control alone`, or the names of actors, teams and seats."""
    if "all" in readers:
        return "everybody"
    others = [reader for reader in readers if reader != "control"]
    for name, members in scenario.sets.items():
        if len(members) > 1 and {f"actor:{member}" for member in members} == set(others):
            return name.replace("_", " ")
    return ", ".join(reader(scenario, one) for one in others) or "control alone"


def reader(scenario: Scenario, one: str) -> str:
    """The name of an actor, a team or a seat: `actor:UK`, `team:lead`, `seat:lead.uk_defence`."""
    kind, _, id = one.partition(":")
    if not id or (kind == "actor" and id not in scenario.actors):
        return "the actor itself"
    if kind == "actor":
        return scenario.actors[id].name
    teams = [team for choice in scenario.team_sets.values() for team in choice.teams]
    named = {team.id: team.name for team in teams} | {seat.id: seat.title for team in teams for seat in team.seats}
    return named.get(id, id)


def names(scenario: Scenario, actors: Iterable[str]) -> str:
    return ", ".join(scenario.actors[id].name if id in scenario.actors else id for id in actors)


def value(one: Value) -> str:
    if isinstance(one, bool):
        return "yes" if one else "no"
    return f"{one:g}" if isinstance(one, (int, float)) else one.replace("_", " ")


def source(one: Formula | None) -> str:
    return one.source if one else ""


def sentence(scenario: Scenario, template: Template) -> str:
    """As it will be read; what the exercise fills in stands in brackets, by its name."""
    return "".join(part if isinstance(part, str) else f"[{_blank(scenario, part[0])}]" for part in template.parts)


def _blank(scenario: Scenario, formula: Formula) -> str:
    """`it was ours or not`, where the formula chooses between texts; else the names of the values that it reads."""
    choices = [
        str(way.value)
        for node in ast.walk(ast.parse(formula.source, mode="eval"))
        if isinstance(node, ast.IfExp)
        for way in (node.body, node.orelse)
        if isinstance(way, ast.Constant)
    ]
    reads = sorted(formula.reads, key=formula.source.find)
    named = dict.fromkeys(name for read in reads if (name := _name(scenario, read)))
    return " or ".join(choices) or ", ".join(named) or formula.source.replace("_", " ")


def _name(scenario: Scenario, read: str) -> str:
    """`mandate[]` is called as the first of its members; "" for a word of the rule alone, such as `actor`."""
    pattern = re.compile(re.escape(read).replace(r"\[\]", r"\.[^.]+"))
    variables = ((path, one.name) for path, one in scenario.variables.items())
    derived = ((path, one.name) for path, one in scenario.derived.items())
    return next((name for path, name in chain(variables, derived) if pattern.fullmatch(path)), "")


def form(one: Field) -> Row:
    """A field of a form, or a clause."""
    limits = f"from {source(one.low)} to {source(one.high)}" if one.low or one.high else ""
    choices = " · ".join(label for _, label in one.choices)
    kind = {"flag": "yes or no", "choice": choices, "number": f"a number {limits}", "whole": f"a whole number {limits}"}
    said = ", ".join(part for part in (kind[one.kind].strip(), unit_of(one.unit)) if part)
    wished = ", ".join(f"{wisher} {value}" for wisher, value in one.wished.items())
    return Row(
        one.label, ". ".join(part for part in (said, one.hint, f"Bots wish: {wished}" if wished else "") if part)
    )


def resolution(scenario: Scenario, one: Resolution) -> tuple[Row, ...]:
    """How it is decided: terms, chance, outcomes with their effects."""
    return (
        *(_term(scenario, term) for term in one.terms),
        *([_chance(one.chance)] if one.chance else []),
        *(_outcome(scenario, outcome) for outcome in one.outcomes),
    )


def _term(scenario: Scenario, term: Term) -> Row:
    seen = "" if "all" in term.audience else f"Seen by {audience(scenario, term.audience)}."
    return Row(f"Term: {term.label}", seen, term.value.source, term.provenance)


def _chance(one: Chance) -> Row:
    said = {
        "bernoulli": "The first outcome happens with this probability",
        "graded": "One of the outcomes, by their shares",
        "uniform": "A draw evenly between these",
        "normal": "A normal draw with this mean and spread",
        "poisson": "How many, at this mean",
        "beta": "A share, by a beta law with these two",
        "dice": "So many dice with so many sides",
    }
    return Row("Chance", said[one.law], ", ".join(arg.source for arg in one.args))


def _outcome(scenario: Scenario, outcome: Outcome) -> Row:
    share = f" Share: {outcome.share.source}." if outcome.share else ""
    return Row(f"Outcome: {outcome.label}", sentence(scenario, outcome.sentence) + share, effects(outcome.effects))
