"""What an author wrote: a scenario pack as frozen data, names resolved and formulas compiled.

The loader (`exercises/packs`) builds these from YAML; nothing here reads files. A variable over a set
(`pledge` over `contributors`) or a record (`us_offer.level`) is stored flat, one `Variable` for each path, so that
the world is one flat map and formulas look a value up once.
"""

from wargame.engine.scenario.agreements import AgreementTemplate
from wargame.engine.scenario.common import (
    ALL,
    CHANNELS,
    CONTROL,
    JUDGEMENT,
    MODES,
    PHASES,
    Audience,
    Channel,
    Fact,
    Mode,
    Phase,
    Provenance,
    ProvenanceKind,
    Source,
    ValueKind,
)
from wargame.engine.scenario.course import Arm, Card, Clock, Objective, Score, Treatment, TurnSpec
from wargame.engine.scenario.injects import Answer, Inject, Trigger
from wargame.engine.scenario.orders import Field, Lean, Need, OrderKind
from wargame.engine.scenario.pack import Scenario
from wargame.engine.scenario.resolution import Chance, Effect, Outcome, Resolution, Term
from wargame.engine.scenario.rules import RedLine, Rule
from wargame.engine.scenario.teams import Actor, Seat, Team, TeamSet
from wargame.engine.scenario.values import Deck, Derived, Estimate, Variable

__all__ = [
    "ALL",
    "Actor",
    "AgreementTemplate",
    "Answer",
    "Arm",
    "Audience",
    "CHANNELS",
    "CONTROL",
    "Card",
    "Chance",
    "Channel",
    "Clock",
    "Deck",
    "Derived",
    "Effect",
    "Estimate",
    "Fact",
    "Field",
    "Inject",
    "JUDGEMENT",
    "Lean",
    "MODES",
    "Mode",
    "Need",
    "Objective",
    "OrderKind",
    "Outcome",
    "PHASES",
    "Phase",
    "Provenance",
    "ProvenanceKind",
    "RedLine",
    "Resolution",
    "Rule",
    "Scenario",
    "Score",
    "Seat",
    "Source",
    "Team",
    "TeamSet",
    "Term",
    "Treatment",
    "Trigger",
    "TurnSpec",
    "ValueKind",
    "Variable",
]
