"""The exercise as one reader may tell it: plain data for the PDF.

Everything comes from `engine.views` and `engine.told` for the profile's viewer: the report has no second opinion on who
may see what. Only texts that the viewer may read are looked up.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wargame.engine.commands import TextRef
from wargame.engine.events import (
    EstimatesDrawn,
    Event,
    Logged,
    MonthOpened,
    RulingIssued,
    RulingProposed,
    SeatChanged,
)
from wargame.engine.observers import observer_title, observes
from wargame.engine.told import told
from wargame.engine.views import may_read, may_see, merged, view_for
from wargame.engine.world import World
from wargame.reports.charts import Line, line_chart, spoken
from wargame.reports.profiles import Profile

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """All that a report is made from."""

    title: str
    world: World
    log: Sequence[Logged]
    """The effective log: what a rewind voided is not part of the story."""
    started: str
    """Date and time as text, UTC."""
    ended: str
    events: int
    head_hash: str
    read: Callable[[Iterable[TextRef]], Mapping[TextRef, str]]
    """Bodies of texts; erased ones are absent."""
    entries: Sequence[Json] = ()
    """The whole log as stored, hashes and voided events included."""


def story(record: Record, profile: Profile) -> Json:
    """Everything that the report prints, in the order in which it prints it."""
    view: Json = merged(view_for(record.world, profile.viewer))
    teller = _Teller(record, profile, view)
    return {
        "title": record.title,
        "audience": profile.audience,
        "profile": profile.id,
        "mark": view["exercise"]["mark"],
        "overview": teller.overview(),
        "summary": teller.summary(),
        "teams": teller.teams(),
        "timeline": teller.timeline(),
        "decisions": teller.decisions(),
        "rulings": teller.rulings(),
        "drifts": teller.drifts(),
        "injects": teller.injects(),
        "agreements": teller.agreements(),
        "red_lines": teller.red_lines(),
        "trajectories": teller.trajectories(),
        "scores": teller.scores(),
        "dispatches": teller.dispatches(),
        "calls": teller.calls(),
        "learning": teller.learning(),
        "seed": {key: view["exercise"].get(key, "") for key in SEED_KEYS},
        "log": {"events": record.events if profile.id == "control" else None, "head_hash": record.head_hash},
        "facts": teller.facts(),
        "limits": view["exercise"]["limits"],
    }


SEED_KEYS = ("commitment", "seed", "nonce", "pack_hash", "rules_hash")


def clock_time(seconds: float) -> str:
    """Exercise time: hours, minutes and seconds since StartEx."""
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}"


def _number(value: float, places: int = 3) -> str:
    """A plain number: no exponent, no idle zeros."""
    text = f"{value:.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _said(value: Any, unit: str = "") -> str:
    """A value as a reader sees it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = _number(value) if isinstance(value, int | float) else str(value)
    return f"{text} {unit}".strip()


class _Teller:
    """Turns one view into the sections of the report."""

    def __init__(self, record: Record, profile: Profile, view: Json) -> None:
        self.record, self.profile, self.view = record, profile, view
        world, viewer = record.world, profile.viewer
        self.texts = record.read([ref for ref in world.texts if may_read(world, viewer, ref)])

    # names

    def team(self, team: str) -> str:
        return str(self.view["teams"].get(team, {"name": "Control"})["name"])

    def actor(self, actor: str) -> str:
        return str(self.view["actors"].get(actor, {"name": actor})["name"])

    def seat(self, seat: str) -> str:
        """Team and office, or which observer; never a person."""
        if observes(seat):
            return observer_title(seat)
        for team in self.view["teams"].values():
            if seat in team["seats"]:
                return f"{team['name']}, {team['seats'][seat]['title']}"
        return "Control"

    def audience(self, to: Iterable[str]) -> str:
        return ", ".join(self._addressee(one) for one in to)

    def _addressee(self, one: str) -> str:
        kind, _, name = one.partition(":")
        if kind == "team":
            return self.team(name)
        return self.seat(name) if kind == "seat" else {"all": "all teams"}.get(one, one)

    def text(self, ref: str) -> str:
        """The body of a text; a sentence in its place if it was erased."""
        if not ref:
            return ""
        return self.texts.get(TextRef(ref), "(Erased on request.)")

    def sorted(self, key: str) -> list[tuple[str, Json]]:
        return sorted(self.view.get(key, {}).items(), key=lambda item: (item[1].get("order", 0), item[0]))

    # sections

    def overview(self) -> list[list[str]]:
        exercise, timer, setup = self.view["exercise"], self.view["timer"], self.record.world.setup
        rows = [
            ["Scenario", f"{exercise['title']} {exercise['version']}"],
            ["Start card", exercise["start_card"]],
            ["Rule card", exercise.get("rule_card", "")],
            ["Who ruled", "engine, then umpire" if setup.mode == "umpire" else "engine"],
            ["Started", self.record.started],
            ["Ended", self.record.ended],
            ["Turns played", f"{timer['turn']} of {len(timer['turns'])}"],
        ]
        return [row for row in rows if row[1]]

    def summary(self) -> list[str]:
        """What happened, counted: no judgement."""
        issued = [r for r in self.view.get("rulings", {}).values() if r["status"] == "issued"]
        amended = sum((r.get("decision") or {}).get("kind") in {"amended", "overridden"} for r in issued)
        in_force = sum(a["status"] == "in_force" for a in self.view.get("agreements", {}).values())
        crossed = [line["title"] for line in self.view.get("red_lines", {}).values() if line["status"] == "crossed"]
        lines = [
            f"{len(self.decisions())} orders and {len(issued)} rulings are on record here; "
            f"control changed {amended} of the rulings.",
            f"{len(self.view.get('injects', {}))} injects were put into play; {in_force} agreements are in force.",
        ]
        return lines + ([f"Red lines crossed: {', '.join(crossed)}."] if crossed else [])

    def teams(self) -> list[Json]:
        return [
            {
                "name": team["name"],
                "letters": team["letters"],
                "aim": team["aim"],
                "actors": [self.actor(actor) for actor in team["actors"]],
                "seats": [seat["title"] + self._by_bot(key) for key, seat in team["seats"].items()],
            }
            for _, team in self.sorted("teams")
        ]

    def _by_bot(self, seat: str) -> str:
        """That a bot sat there, at the end or for a time, where this reader may know who came and went."""
        world, viewer = self.record.world, self.profile.viewer
        changes = [entry.event for entry in self.record.log if isinstance(entry.event, SeatChanged)]
        seen = [one.what for one in changes if one.seat == seat and may_see(world, viewer, one.audience)]
        if "bot" not in seen:
            return ""
        return " (bot)" if seen[-1] == "bot" else " (a bot for a time)"

    def timeline(self) -> list[Json]:
        world, viewer = self.record.world, self.profile.viewer
        seen = [entry for entry in self.record.log if may_see(world, viewer, entry.event.audience)]
        news = [entry for entry in seen if not _passing(entry.event)]
        return [{"time": clock_time(entry.at), "sentence": told(world, viewer, entry.event)} for entry in news]

    def decisions(self) -> list[Json]:
        """Orders of which this reader knows; where only the ruling is known, what it says."""
        known = [self._order(order) for _, order in sorted(self.view.get("orders", {}).items(), key=_when)]
        if known:
            return known
        rulings = [r for _, r in self.sorted("rulings") if r["kind"] in {"order", "free"}]
        return [self._public_order(ruling) for ruling in rulings]

    def _order(self, order: Json) -> Json:
        ruling = self.view.get("rulings", {}).get(order.get("ruling", ""))
        return {
            "turn": order["turn"],
            "title": order["title"],
            "by": f"{self.seat(order['seat'])} for {self.actor(order['actor'])}",
            "status": order["status"],
            "form": self._form(order),
            "action": self.text(order.get("action", "")),
            "rationale": self.text(order.get("rationale", "")),
            "expected": self.text(order.get("expected", "")),
            "reason": self.text(order.get("reason", "")),
            "outcome": ruling["sentence"] if ruling else "",
        }

    def _form(self, order: Json) -> list[list[str]]:
        """What was filled in, by the labels of the form."""
        kind = self.record.world.scenario.orders.get(order["kind"])
        fields = {field.id: field for field in kind.form} if kind else {}
        return [
            [fields[key].label, dict(fields[key].choices).get(str(value), _said(value, fields[key].unit))]
            for key, value in order["form"].items()
        ]

    def _public_order(self, ruling: Json) -> Json:
        return {
            "turn": ruling["turn"],
            "title": ruling["title"],
            "by": self.actor(ruling["actor"]),
            "status": "ruled",
            "form": [],
            "action": "",
            "rationale": "",
            "expected": "",
            "reason": "",
            "outcome": ruling["sentence"],
        }

    def rulings(self) -> list[Json]:
        """All but the drifts, which `drifts` sums up."""
        issued = (ruling for _, ruling in self.sorted("rulings") if ruling["status"] == "issued")
        return [self._ruling(ruling) for ruling in issued if ruling["kind"] != "drift"]

    def drifts(self) -> list[Json]:
        """What moved by itself, summed up by turn: (value, before the turn's first drift, after its last)."""
        turns: dict[int, dict[str, list[str]]] = {}
        for _, ruling in self.sorted("rulings"):
            for change in ruling["changes"] if ruling["kind"] == "drift" else ():
                rows = turns.setdefault(ruling["turn"], {})
                first = rows.get(change["path"], ["", _said(change["before"])])
                rows[change["path"]] = [change["name"], first[1], _said(change["after"], change.get("unit", ""))]
        return [{"turn": turn, "rows": list(rows.values())} for turn, rows in turns.items()]

    def _ruling(self, ruling: Json) -> Json:
        decision = ruling.get("decision") or {"kind": "issued"}
        return {
            "turn": ruling["turn"],
            "month": ruling["month"],
            "title": ruling["title"],
            "sentence": ruling["sentence"],
            "rule": f"{ruling['rule']} v{ruling['version']}",
            "chance": self._chance(ruling),
            "terms": [
                [t["label"], _said(t["input"], t["unit"]), f"{t['value']:+.2f}", self._from(t["provenance"])]
                for t in ruling["terms"]
            ],
            "hidden": ruling["hidden_terms"],
            "factors": ruling.get("factors", []),
            "changes": [
                [c["name"], _said(c["before"]), _said(c["after"], c.get("unit", ""))] for c in ruling["changes"]
            ],
            "decision": decision["kind"],
            "reason": self.text(decision.get("reason", "")),
        }

    def _chance(self, ruling: Json) -> str:
        """The draw in a sentence; empty when there was none or when it may not be seen."""
        draw, chance = ruling.get("draw"), ruling.get("probability")
        if draw is None:
            return ""
        if chance is None:
            return f"Drawn: {_number(draw)}."
        side = "below" if draw < chance else "not below"
        return f"Chance {chance:.1%}; drawn {draw:.3f}, which is {side} it."

    def _from(self, provenance: Json) -> str:
        if provenance["kind"] == "sourced":
            return "source " + ", ".join(provenance["facts"])
        return str(provenance["kind"])

    def injects(self) -> list[Json]:
        fired_by = {key: item.get("by", "") for key, item in self.view.get("msel", {}).items()}
        return [
            {
                "time": clock_time(inject["at"]),
                "turn": inject["turn"],
                "headline": self.text(inject.get("headline_ref", "")) or inject.get("headline", ""),
                "body": self.text(inject.get("body_ref", "")) or inject.get("body", ""),
                "persona": inject["persona"],
                "channel": inject["channel"],
                "to": self.audience(inject["to"]),
                "by": FIRED_BY.get(fired_by.get(key, ""), ""),
                "from": self._from(inject["provenance"]),
                "answers": [self._answer(seat, answer, inject) for seat, answer in inject.get("answers", {}).items()],
            }
            for key, inject in self.sorted("injects")
        ]

    def _answer(self, seat: str, answer: Json, inject: Json) -> Json:
        labels = {choice["value"]: choice["label"] for choice in inject.get("choices", [])}
        parts = [labels.get(answer["choice"], answer["choice"]), self.text(answer["text"])]
        return {"seat": self.seat(seat), "said": ": ".join(part for part in parts if part)}

    def agreements(self) -> list[Json]:
        return [self._agreement(agreement) for _, agreement in self.sorted("agreements")]

    def _agreement(self, agreement: Json) -> Json:
        template = self.view["templates"][agreement["template"]]
        labels = {field["id"]: (field["label"], field.get("unit", "")) for field in template["clauses"]}
        return {
            "title": agreement["title"],
            "turn": agreement["turn"],
            "status": agreement["status"].replace("_", " "),
            "parties": [self.actor(actor) for actor in agreement["parties"]],
            "signed": [self.actor(actor) for actor, signed in agreement["signed"].items() if signed],
            "author": self.actor(agreement["author"]),
            "clauses": [[labels[key][0], _said(value, labels[key][1])] for key, value in agreement["terms"].items()],
            "prose": self.text(agreement.get("prose", "")),
            "reason": self.text(agreement.get("reason", "")),
            "hash": agreement["text_hash"],
        }

    def red_lines(self) -> list[list[str]]:
        return [
            [line["title"], self.actor(line["owner"]), line["status"], line["consequence"]]
            for _, line in self.sorted("red_lines")
        ]

    def trajectories(self) -> list[Json]:
        lines = [self._line(path, variable) for path, variable in self.sorted("variables")]
        return [{"name": line.name, "svg": line_chart(line), "alt": spoken(line)} for line in lines if line]

    def _line(self, path: str, variable: Json) -> Line | None:
        """The trajectory of a number that moved; flags, words and constants have no chart."""
        points = sorted((int(turn), value) for turn, value in variable.get("history", {}).items())
        values = [value for _, value in points]
        if not all(isinstance(v, int | float) and not isinstance(v, bool) for v in values) or len(set(values)) < 2:
            return None
        scenario = self.record.world.scenario
        name = scenario.name_of(path) if path in scenario.variables else variable["name"]
        return Line(name, variable["unit"], variable["low"], variable["high"], points)

    def scores(self) -> list[list[str]]:
        return [
            [self.actor(score["actor"]), score["title"], _number(score["value"], 1)]
            for _, score in self.sorted("scores")
        ]

    def dispatches(self) -> list[Json]:
        return [
            {
                "time": clock_time(dispatch["at"]),
                "from": self.seat(dispatch["seat"]),
                "to": self.audience(dispatch["to"]),
                "subject": self.text(dispatch["subject"]),
                "body": self.text(dispatch["body"]),
            }
            for _, dispatch in self.sorted("dispatches")
        ]

    def calls(self) -> list[Json]:
        """What players asked control, for control alone."""
        return [
            {
                "time": clock_time(call["at"]),
                "from": self.seat(call["seat"]),
                "text": self.text(call["text"]),
                "answer": self.text(call.get("answer", "")),
            }
            for _, call in sorted(self.view.get("calls", {}).items(), key=_when)
        ]

    def learning(self) -> Json:
        objectives = self.view.get("objectives", {})
        notes = sorted(self.view.get("observations", {}).items(), key=_when)
        answers = self.view.get("hot_wash_answers", {})
        return {
            "objectives": list(objectives.values()),
            "observations": [
                {
                    "time": clock_time(note["at"]),
                    "by": self.seat(note["seat"]),
                    "turn": note["turn"],
                    "objective": objectives.get(note["objective"], ""),
                    "team": self.team(note["team"]) if note["team"] else "",
                    "text": self.text(note["text"]),
                }
                for _, note in notes
            ],
            "hot_wash": [
                {
                    "question": question,
                    "answers": [[self.seat(seat), self.text(ref)] for seat, ref in answers.get(key, {}).items()],
                }
                for key, question in self.view.get("hot_wash", {}).items()
            ],
        }

    def facts(self) -> list[list[str]]:
        sources = self.view.get("sources", {})
        return [
            [key, fact["text"], "; ".join(sources[source]["title"] for source in fact["sources"] if source in sources)]
            for key, fact in self.view.get("facts", {}).items()
        ]


FIRED_BY = {
    "clock": "by the clock",
    "condition": "its condition was met",
    "control": "by control",
    "not_done": "because something was not done",
    "effect": "as a consequence",
}


PASSING = (EstimatesDrawn, MonthOpened, RulingProposed)
"""What happens on the way to something that the time line tells anyway."""


def _passing(event: Event) -> bool:
    return isinstance(event, PASSING) or (isinstance(event, RulingIssued) and event.ticket.kind == "drift")


def _when(item: tuple[str, Json]) -> tuple[float, str]:
    """Sort key: when, then id."""
    return item[1].get("at", 0.0), item[0]
