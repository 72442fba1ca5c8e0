"""Texts and letters of a character: what it signs, what it changes first, what it puts on the table."""

from collections.abc import Iterator
from dataclasses import dataclass

from wargame.bots.policies.filling import between, share_of
from wargame.bots.policies.temper import Temper
from wargame.bots.policies.wish import NewId, View, Wish, Write, own_actors, progress
from wargame.bots.whim import Whim
from wargame.engine import commands as c
from wargame.engine.formula import Value

CLOSE = 0.35
"""A text that falls short by no more is changed, not left lying."""
VERSIONS = 6
"""After so many a text is signed or left, and changed no more."""
COMES_DOWN = 0.3
"""Of its wishes from the first turn to the last."""
WORDS = "It is changed where it asked too much; the rest may stand."


@dataclass(frozen=True, slots=True)
class Contest:
    """A clause about which the parties wish different things."""

    field: View
    mine: Value
    theirs: Value


def bargains(view: View, whim: Whim, temper: Temper) -> Iterator[Wish]:
    """Signs or changes what lies on the table; puts a text of its own there now and then."""
    for agreement, entry in sorted(view.get("agreements", {}).items()):
        if entry["status"] == "proposed":
            yield from _judged(view, agreement, entry, temper)
    yield from _proposal(view, whim, temper)


# What lies on the table


def _judged(view: View, agreement: str, entry: View, temper: Temper) -> Iterator[Wish]:
    mine = own_actors(view)
    waiting = sorted(actor for actor in entry["parties"] if actor in mine and not entry["signed"].get(actor))
    if not waiting or entry.get("unmet"):
        return
    worth, wanted = _worth(view, entry, temper), _settles(view, temper)
    if entry["author"] in mine or worth >= wanted:
        for actor in waiting:
            yield sign(agreement, actor, entry["text_hash"])
    elif worth >= wanted - CLOSE and entry["version"] < VERSIONS:
        yield from _revision(view, agreement, entry, temper)


def _settles(view: View, temper: Temper) -> float:
    return temper.settles - COMES_DOWN * progress(view)


def _worth(view: View, entry: View, temper: Temper) -> float:
    """What share of its wishes lies in the text; a little more or less for the kind of text it is."""
    template = view["templates"][entry["template"]]
    shares = [
        share_of(one.field, entry["terms"][one.field["id"]], one.mine, one.theirs)
        for one in _contests(view, template, entry["parties"])
    ]
    return (sum(shares) / len(shares) if shares else 0.5) + 0.1 * _leaning(view, template, temper)


def _leaning(view: View, template: View, temper: Temper) -> float:
    pressing, leans = 2 * temper.stance(view).firmness - 1, template.get("leans", ())
    return pressing * (("firm" in leans) - ("conciliatory" in leans)) + temper.risk * ("risky" in leans)


def _contests(view: View, template: View, parties: list[str] | tuple[str, ...]) -> list[Contest]:
    """The clauses that its side and another wish differently."""
    own = own_actors(view)
    places = {f"party{n}": actor in own for n, actor in enumerate(parties, start=1)}
    found = []
    for field in template["clauses"]:
        wished = field.get("wished", {})
        mine = [wished[place] for place, is_own in places.items() if is_own and place in wished]
        theirs = [wished[place] for place, is_own in places.items() if not is_own and place in wished]
        others = [value for value in theirs if mine and value != mine[0]]
        if others:
            found.append(Contest(field, mine[0], others[0]))
    return found


def _revision(view: View, agreement: str, entry: View, temper: Temper) -> Iterator[Wish]:
    """The same text with a step towards its wishes where it falls short of them."""
    template = view["templates"][entry["template"]]
    share = max(_settles(view, temper), temper.asks - 0.1 * entry["version"])
    terms = dict(entry["terms"])
    for one in _contests(view, template, entry["parties"]):
        id = one.field["id"]
        if share_of(one.field, terms[id], one.mine, one.theirs) < share:
            terms[id] = between(one.field, one.mine, one.theirs, share, {})
    if terms == entry["terms"]:
        return

    def command(write: Write, new: NewId) -> c.Command:
        return c.ReviseAgreement(agreement, terms, write(WORDS) if template["prose"] else c.NO_TEXT)

    yield Wish(f"revise {agreement} {entry['text_hash']}", command, f"{entry['title']} is close to what it can sign.")


def sign(agreement: str, actor: str, text_hash: str) -> Wish:
    """To sign this version for one's own actor."""
    return Wish(
        f"sign {agreement} {actor} {text_hash}",
        lambda write, new: c.SignAgreement(agreement, actor, text_hash),
        "It can live with this text.",
    )


# What it proposes


def _proposal(view: View, whim: Whim, temper: Temper) -> Iterator[Wish]:
    """One text a turn at most, and none while two of its own wait for an answer."""
    mine, turn = own_actors(view), view["timer"]["turn"]
    own = [entry for entry in view.get("agreements", {}).values() if entry["author"] in mine]
    waiting = sum(entry["status"] == "proposed" for entry in own)
    if waiting >= 2 or any(entry["turn"] == turn for entry in own) or not whim.chance("propose", temper.proposes):
        return
    known = {(entry["template"], *sorted(entry["parties"])) for entry in view.get("agreements", {}).values()}
    ideas = {}
    for template, entry in sorted(view.get("templates", {}).items()):
        parties = _parties(entry["parties"], mine, f"{template} party", whim)
        if parties and not entry.get("unmet") and (template, *sorted(parties)) not in known:
            ideas[template, parties] = _leaning(view, entry, temper) + whim.within(f"{template} liking", 0, 1)
    if ideas:
        yield _propose(view, *max(ideas, key=lambda idea: ideas[idea]), temper)


def _parties(places: list[list[str]], mine: set[str], question: str, whim: Whim) -> tuple[str, ...]:
    """Somebody for each place: one of its own actors in one of them, others in the rest; empty if that cannot be."""
    own = [n for n, place in enumerate(places) if mine & set(place)]
    if not own:
        return ()
    seat, taken = whim.pick(question, own), list[str]()
    for n, place in enumerate(places):
        fits = [actor for actor in place if (actor in mine) == (n == seat) and actor not in taken]
        if not fits:
            return ()
        taken.append(whim.pick(f"{question} {n}", fits))
    return tuple(taken)


def _propose(view: View, template: str, parties: tuple[str, ...], temper: Temper) -> Wish:
    entry = view["templates"][template]
    terms = {field["id"]: _term(field) for field in entry["clauses"]}
    for one in _contests(view, entry, parties):
        terms[one.field["id"]] = between(one.field, one.mine, one.theirs, temper.asks, {})

    def command(write: Write, new: NewId) -> c.Command:
        prose = write(temper.proposal) if entry["prose"] else c.NO_TEXT
        return c.ProposeAgreement(new(), template, parties, terms, prose)

    return Wish(f"propose {template}", command, f"{entry['title']} would serve it, played {temper.manner}.")


def _term(field: View) -> Value:
    """A value that nobody quarrels about."""
    if "default" in field:
        return field["default"]  # type: ignore[no-any-return]
    if field["kind"] == "flag":
        return False
    if field["kind"] == "choice":
        return str(field["choices"][0]["value"])
    return int(field.get("low", 0)) if field["kind"] == "whole" else float(field.get("low", 0.0))


# Letters


def notes(view: View, whim: Whim, temper: Temper) -> Iterator[Wish]:
    """A letter now and then, to somebody with whom there is something to sign; never two turns in a row."""
    team, turn = view["you"]["team"], view["timer"]["turn"]
    written = view.get("dispatches", {}).values()
    lately = any(one["team"] == team and not one.get("reply_to") and one["turn"] >= turn - 1 for one in written)
    partners = _partners(view)
    if partners and not lately and whim.chance("letter", 0.5):
        yield _note(view, whim.pick("letter to", partners), temper)


def _partners(view: View) -> list[str]:
    """Teams with which a text of this team's could be signed."""
    mine, teams = own_actors(view), set[str]()
    for template in view.get("templates", {}).values():
        if any(mine & set(place) for place in template["parties"]):
            teams |= {view["actors"][actor]["team"] for place in template["parties"] for actor in place}
    return sorted(teams - {"", view["you"]["team"]})


def _note(view: View, to: str, temper: Temper) -> Wish:
    name = view["teams"][view["you"]["team"]]["name"]

    def command(write: Write, new: NewId) -> c.Command:
        return c.SendDispatch(new(), (f"team:{to}",), write(f"From {name}"), write(temper.letter))

    return Wish(f"letter {to}", command, f"Played {temper.manner}, it lets {view['teams'][to]['name']} know.")
