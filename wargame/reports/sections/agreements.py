"""Agreements: texts, who signed them, how they ended."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller
from wargame.reports.wording import said


def agreements(teller: Teller) -> list[Json]:
    return [_agreement(teller, agreement) for _, agreement in teller.sorted("agreements")]


def _agreement(teller: Teller, agreement: Json) -> Json:
    fields = {field["id"]: field for field in teller.view["templates"][agreement["template"]]["clauses"]}
    return {
        "title": agreement["title"],
        "turn": agreement["turn"],
        "status": agreement["status"].replace("_", " "),
        "parties": [teller.actor(actor) for actor in agreement["parties"]],
        "signed": [teller.actor(actor) for actor, signed in agreement["signed"].items() if signed],
        "author": teller.actor(agreement["author"]),
        "clauses": [[fields[key]["label"], _clause(fields[key], value)] for key, value in agreement["terms"].items()],
        "prose": teller.text(agreement.get("prose", "")),
        "reason": teller.text(agreement.get("reason", "")),
        "hash": agreement["text_hash"],
    }


def _clause(field: Json, value: object) -> str:
    labels = {choice["value"]: choice["label"] for choice in field.get("choices", [])}
    return str(labels.get(str(value), said(value, field.get("unit", ""))))
