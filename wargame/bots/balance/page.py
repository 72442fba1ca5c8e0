"""The balance of a scenario as a page of Markdown: conclusions first, then short tables."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from wargame.bots.balance.findings import Findings
from wargame.bots.balance.targets import targets
from wargame.bots.simulation.game import Played
from wargame.bots.simulation.summary import spread
from wargame.bots.simulation.telling import DISCLAIMER, section
from wargame.engine.study import Measure
from wargame.engine.units import unit_of

Rows = Iterable[Sequence[str]]


def page(found: Findings, seed: int, command: str) -> str:
    return "\n".join([*_head(found, seed, command), *_conclusions(found), *_tables(found)]) + "\n"


def _head(found: Findings, seed: int, command: str) -> Iterator[str]:
    pack, kinds = found.scenario, Counter[str]()
    for cell, games in found.games.items():
        kinds[cell.part] += len(games)
    yield f"# The balance of {pack.title}, version {pack.version}"
    yield f"\n**{DISCLAIMER}** Whatever is said here is said of bots that play by a model of judgements."
    yield f"\n`{command}`"
    yield (
        f"\n{sum(kinds.values())} games, seed {seed}, pack `{pack.pack_hash[:12]}`: {kinds['plans']} under plans, "
        f"{kinds['exploits']} under exploits, {kinds['clocks']} under plans on shorter clocks, {kinds['characters']} "
        f"by characters (cautious, ambitious and opportunist in equal parts), {kinds['noise']} at random. "
        f"The same command gives the same page."
    )


# Conclusions


def _conclusions(found: Findings) -> Iterator[str]:
    judged = targets(found)
    yield f"\n## Conclusions\n\n{sum(t.met for t in judged)} of {len(judged)} targets are met.\n"
    yield from (f"- **{'Met' if t.met else 'Missed'}: {t.title}.** {t.found}" for t in judged)
    yield ""
    yield from (f"- {sentence}" for sentence in _in_words(found))


def _in_words(found: Findings) -> Iterator[str]:
    pack, success = found.scenario, found.study.success
    title = pack.measures[success].title
    shares = {plan: found.value(found.of("plans", plays=plan), success) for plan in found.honest}
    ranked = sorted(shares, key=lambda plan: -shares[plan])
    said = ", ".join(f"{pack.plans[plan].title} {_per_cent(shares[plan])}" for plan in ranked)
    yield f"{title}, by plan over all cards: {said}."
    for name, cards in (("rules", pack.rule_cards), ("start", pack.start_cards)):
        told = ", ".join(
            f"{card} {_per_cent(found.value(found.of('characters', **{name: card}), success))}" for card in cards
        )
        yield f"{title}, by characters and {'rule' if name == 'rules' else 'start'} card: {told}."


# Tables


def _tables(found: Findings) -> Iterator[str]:
    pack = found.scenario
    yield "\n## Plans\n"
    yield from (f"- `{plan.id}` **{plan.title}.** {plan.summary}" for plan in pack.plans.values())
    success, compare = pack.measures[found.study.success].title, pack.measures[found.study.compare].title
    yield f"\n## Plans by card\n\n{success}, and after it: {compare}."
    for start, card in pack.start_cards.items():
        yield from _lower(f"Start card {start}: {card.title}", ("", *pack.rule_cards), _by_rules(found, start))
    yield "\n## Plans on shorter clocks\n\nThe same, on the first start card."
    for clock in dict.fromkeys(cell.clock for cell in found.games if cell.part == "clocks"):
        yield from _lower(pack.clocks[clock].title, ("", *pack.rule_cards), _by_clock(found, clock))
    yield f"\n## What plans lead to\n\n{_how_to_read(found)}"
    for start in pack.start_cards:
        for rules in pack.rule_cards:
            chosen = {"start": start, "rules": rules}
            columns = {plan: found.of("plans", plays=plan, **chosen) for plan in found.honest}
            yield from _measures(found, f"{start}, {rules}", columns)
    yield "\n## How games of characters go\n\nEach column is a start card and a rule card."
    for teams, team_set in pack.team_sets.items():
        pairs = [(start, rules) for start in pack.start_cards for rules in pack.rule_cards]
        by_card = {f"{s} {r}": found.of("characters", teams=teams, start=s, rules=r) for s, r in pairs}
        yield from _measures(found, f"Team set {teams}: {team_set.title}", by_card)
    yield "\n## Scores of characters\n\nA team's score is the mean of its actors' scores, from 0 to 100."
    for teams in pack.team_sets:
        head = ("", "mean", "5 to 95 %", *pack.rule_cards)
        yield from _lower(f"Team set {teams}", head, _scores(found, teams))
    yield from section("Orders", ("", "games of characters", "moves the score of"), _orders(found))
    yield "\nBetween alike games in which that actor gave the order and in which it did not, ± one standard error."
    yield from section("News", ("", "characters", "noise", "plans"), _injects(found))
    yield from section("Fewest orders to choose from in a turn", ("", "median", "least"), _choices(found))


def _lower(title: str, head: Sequence[str], rows: Rows) -> Iterator[str]:
    """A table below another heading."""
    yield from (line.replace("\n## ", "\n### ", 1) for line in section(title, head, rows))


def _how_to_read(found: Findings) -> str:
    titles = [found.scenario.measures[id].title for id in found.study.reach]
    months = "A month is the median of games in which it came."
    return f"Shares of games, else means. {months} {'; '.join(titles)}: the median of games that succeeded."


def _by_rules(found: Findings, start: str) -> Rows:
    return _matrix(found, [*found.honest, *found.exploits], parts=("plans", "exploits"), start=start)


def _by_clock(found: Findings, clock: str) -> Rows:
    return _matrix(found, found.honest, parts=("clocks",), clock=clock)


def _matrix(found: Findings, plans: Sequence[str], parts: Sequence[str], **chosen: str) -> Rows:
    for plan in plans:
        columns = [found.of(*parts, plays=plan, rules=card, **chosen) for card in found.scenario.rule_cards]
        name = found.scenario.plans[plan].title + (" (exploit)" if plan in found.exploits else "")
        yield (name, *(f"{_share(found, games)} · {_points(found, games)}" for games in columns))


def _share(found: Findings, games: Sequence[Played]) -> str:
    return _per_cent(found.value(games, found.study.success))


def _points(found: Findings, games: Sequence[Played]) -> str:
    return f"{found.value(games, found.study.compare):.0f}"


def _measures(found: Findings, title: str, columns: dict[str, list[Played]]) -> Iterator[str]:
    rows = (
        (_named(found, measure), *(_cell(found, measure, games) for games in columns.values()))
        for measure in found.scenario.measures.values()
    )
    yield from _lower(title, ("", *columns), rows)


def _named(found: Findings, measure: Measure) -> str:
    unit = "month" if measure.take == "first_month" else "" if _is_share(found, measure) else unit_of(measure.unit)
    return f"{measure.title} ({unit})" if unit else measure.title


def _cell(found: Findings, measure: Measure, games: Sequence[Played]) -> str:
    reached = measure.id in found.study.reach
    games = [game for game in games if game.measures.get(found.study.success)] if reached else games
    values = [game.measures[measure.id] for game in games if measure.id in game.measures]
    if not values:
        return "–"
    if _is_share(found, measure):
        return _per_cent(math.fsum(values) / len(values))
    typical = median(values) if reached or measure.take == "first_month" else math.fsum(values) / len(values)
    return f"{typical:.0f}" if measure.take == "first_month" else f"{typical:.1f}"


def _is_share(found: Findings, measure: Measure) -> bool:
    """Whether it is yes or no in every game."""
    return measure.take == "ever" or (not measure.unit and measure.take == "last" and measure.id in found.flags)


def _scores(found: Findings, teams: str) -> Rows:
    by_card = {card: found.team_scores(teams, rules=card) for card in found.scenario.rule_cards}
    for team in found.scenario.team_sets[teams].teams:
        whole = spread([score for scores in by_card.values() for score in scores[team.id]])
        if whole:
            means = (f"{math.fsum(scores[team.id]) / len(scores[team.id]):.0f}" for scores in by_card.values())
            yield (team.name, f"{whole.mean:.0f}", f"{whole.low:.0f} to {whole.high:.0f}", *means)


def _orders(found: Findings) -> Rows:
    for order in sorted(found.scenario.orders.values(), key=lambda order: found.chosen(order.id)):
        share, moved = found.chosen(order.id), found.moves(order.id)
        often = "never" if not share else "always" if share == 1 else _per_cent(share)
        told = f"{found.scenario.names[moved.actor]} {moved.points:+.1f} ± {moved.error:.1f}" if moved else "–"
        yield order.title, often, told


def _injects(found: Findings) -> Rows:
    for inject in found.scenario.injects.values():
        parts = (("characters",), ("noise",), ("plans", "clocks", "exploits"))
        shares = [found.fired(inject.id, *names) for names in parts]
        never = "by hand" if inject.id in found.by_hand else "never"
        yield (f"{inject.id}: {inject.headline.source}", *(_per_cent(share) if share else never for share in shares))


def _choices(found: Findings) -> Rows:
    for actor, games in found.fewest().items():
        yield found.scenario.names[actor], f"{median(games):.0f}", str(min(games))


def _per_cent(share: float) -> str:
    return "–" if math.isnan(share) else f"{100 * share:.0f} %" if share == 0 or share >= 0.005 else "< 1 %"
