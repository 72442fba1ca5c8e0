"""Texts that parties can sign."""

from dataclasses import dataclass

from wargame.engine.scenario.orders import Field, Lean, Need
from wargame.engine.scenario.resolution import Effect


@dataclass(frozen=True, slots=True)
class AgreementTemplate:
    """A text that parties can sign; its machine clauses act while it is in force."""

    id: str
    title: str
    summary: str
    parties: tuple[tuple[str, ...], ...]
    """One tuple a party: the actors that may take that place."""
    clauses: tuple[Field, ...]
    in_force: tuple[Effect, ...] = ()
    ended: tuple[Effect, ...] = ()
    """May read `clause.<id>` and `party1`, `party2` …"""
    needs: tuple[Need, ...] = ()
    prose: bool = True
    facts: tuple[str, ...] = ()
    leans: tuple[Lean, ...] = ()
