"""The targets of a balanced scenario, and how far the games meet them."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from wargame.bots.balance.findings import Findings

AHEAD = 15.0
"""Points by which one plan may lead under all rule cards."""
CHOSEN = 0.02
"""Share of the characters' games in which each order is given at least."""
MOVES = 1.0
"""Points by which an order moves the score of somebody who gives it, at least."""
CHOICES = 2
"""Orders that an actor can choose from in every turn, at least."""
FAIR = (35.0, 65.0)
"""Between these lies every team's mean score."""


@dataclass(frozen=True, slots=True)
class Target:
    title: str
    met: bool
    found: str
    """In one sentence."""


def targets(found: Findings) -> list[Target]:
    return [_one_plan(found), _exploits(found), _chosen(found), _moving(found), *_rest(found)]


def _one_plan(found: Findings) -> Target:
    """On no start card. Told by the means over start cards."""
    pack, always = found.scenario, []
    for start in pack.start_cards:
        leads = [found.lead(start=start, rules=card) for card in pack.rule_cards]
        if len({plan for plan, _ in leads}) == 1 and min(lead for _, lead in leads) > AHEAD:
            always.append(f"{pack.plans[leads[0][0]].title} on start card {start}")
    first = {card: found.lead(rules=card) for card in pack.rule_cards}
    ahead = "; ".join(f"{card}: {pack.plans[plan].title}, by {lead:.0f}" for card, (plan, lead) in first.items())
    said = f"So far ahead: {', '.join(always)}. " if always else ""
    title = f"No plan is best under all rule cards by more than {AHEAD:.0f} points, whatever the start card"
    return Target(title, not always, f"{said}Over all start cards, ahead under {ahead}.")


def _exploits(found: Findings) -> Target:
    """Judged by the means over start cards."""
    pack = found.scenario
    gains = {(plan, card): found.gain(plan, rules=card) for plan in found.exploits for card in pack.rule_cards}
    over = [f"{pack.plans[plan].title} under {card} ({gain:+.0f})" for (plan, card), gain in gains.items() if gain >= 1]
    (plan, card), most = max(gains.items(), key=lambda pair: pair[1])
    nearest = f"The nearest is {pack.plans[plan].title} under {card} ({most:+.0f})."
    said = f"Better by a point or more: {', '.join(over)}." if over else nearest
    return Target("No exploit does better than the best honest plan", not over, said)


def _chosen(found: Findings) -> Target:
    rare = [order.title for order in found.scenario.orders.values() if found.chosen(order.id) < CHOSEN]
    said = f"Rarer: {', '.join(rare)}." if rare else "All are."
    title = f"Each order is given in {100 * CHOSEN:.0f} % of the characters' games or more"
    return Target(title, not rare, said)


def _moving(found: Findings) -> Target:
    moves = {order.title: found.moves(order.id) for order in found.scenario.orders.values()}
    weak = [title for title, moved in moves.items() if moved and abs(moved.points) < MOVES]
    unsure = [title for title, moved in moves.items() if moved and abs(moved.points) >= MOVES and not moved.sure]
    unknown = [title for title, moved in moves.items() if not moved]
    said = [
        f"{len(moves) - len(weak) - len(unsure) - len(unknown)} of {len(moves)} do beyond chance",
        *([f"by less: {', '.join(weak)}"] if weak else []),
        *([f"within chance at this number of games: {', '.join(unsure)}"] if unsure else []),
        *([f"given too often or too rarely to tell: {', '.join(unknown)}"] if unknown else []),
    ]
    title = f"Each order moves the score of somebody who gives it by {MOVES:.0f} point or more"
    return Target(title, not (weak or unsure or unknown), f"{'; '.join(said)}.")


def _rest(found: Findings) -> Iterator[Target]:
    silent = [inject for inject in found.scenario.injects if not found.fired(inject) and inject not in found.by_hand]
    said = f"Silent: {', '.join(silent)}." if silent else "All did."
    yield Target("Every inject fires in some game, but those that wait for control's hand", not silent, said)
    yield _choices(found)
    for measure, (low, high) in found.study.reach.items():
        yield _reached(found, measure, low, high)
    yield _fair(found)


def _choices(found: Findings) -> Target:
    poor = {actor: sum(n < CHOICES for n in games) / len(games) for actor, games in found.fewest().items()}
    short = [f"{found.scenario.names[actor]} ({100 * share:.0f} % of games)" for actor, share in poor.items() if share]
    said = f"Fewer, in one turn or more: {', '.join(short)}." if short else "All had, in every turn of every game."
    return Target(f"Every actor can choose from {CHOICES} orders in each turn", not short, said)


def _reached(found: Findings, measure: str, low: float, high: float) -> Target:
    """By the values of games that succeeded, whoever played them."""
    games = [game for games in found.games.values() for game in games if game.measures.get(found.study.success)]
    values = [game.measures[measure] for game in games if game.measures.get(measure, 0.0) > 0]
    least, most = min(values, default=math.nan), max(values, default=math.nan)
    title = f"{found.scenario.measures[measure].title}: {low:g} or less and {high:g} or more can both be reached"
    return Target(title, least <= low and most >= high, f"From {least:.1f} to {most:.1f} among games that succeeded.")


def _fair(found: Findings) -> Target:
    means = {
        (teams, team): math.fsum(scores) / len(scores)
        for teams in found.scenario.team_sets
        for team, scores in found.team_scores(teams).items()
    }
    names = {(s.id, t.id): t.name for s in found.scenario.team_sets.values() for t in s.teams}
    out = [f"{names[key]} ({key[0]}) {mean:.0f}" for key, mean in means.items() if not FAIR[0] <= mean <= FAIR[1]]
    said = (
        f"Outside: {', '.join(out)}."
        if out
        else f"They lie from {min(means.values()):.0f} to {max(means.values()):.0f}."
    )
    return Target(f"Every team's mean score lies from {FAIR[0]:.0f} to {FAIR[1]:.0f}", not out, said)
