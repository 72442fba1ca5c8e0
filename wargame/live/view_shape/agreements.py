"""Texts that parties can sign."""

from typing import Literal

from wargame.live.view_shape.common import FieldShape, Ref, Shape, Value


class WordingShape(Shape):
    """What one version of a text said."""

    terms: dict[str, Value]
    prose: Ref = ""


class AgreementShape(Shape):
    template: str
    title: str
    parties: list[str]
    terms: dict[str, Value]
    prose: Ref = ""
    text_hash: str
    version: int
    author: str
    """Actor."""
    turn: int
    signed: dict[str, bool]
    """By actor: under the present version."""
    status: Literal["proposed", "in_force", "ended", "rejected"]
    ended_by: str = ""
    reason: Ref = ""
    unmet: list[str] = []
    """Of a proposed text: why it cannot be signed yet, each in a sentence."""
    before: WordingShape | None = None
    """The version before this one, to show what has changed."""
    order: int


class TemplateShape(Shape):
    title: str
    summary: str
    parties: list[list[str]]
    clauses: list[FieldShape]
    prose: bool
    facts: list[str]
    leans: list[Literal["firm", "conciliatory", "risky"]] = []
    unmet: list[str] = []
    """Why no text of this kind can be signed now, as far as all can know; each in a sentence."""
    order: int
