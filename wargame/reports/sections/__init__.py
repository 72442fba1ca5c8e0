"""The sections of the report, one file each: from a `Teller` to plain data. In the order in which they are printed."""

from collections.abc import Callable, Mapping
from typing import Any

from wargame.reports.sections.agreements import agreements
from wargame.reports.sections.calls import calls
from wargame.reports.sections.decisions import decisions
from wargame.reports.sections.dispatches import dispatches
from wargame.reports.sections.drifts import drifts
from wargame.reports.sections.facts import facts, limits
from wargame.reports.sections.injects import injects
from wargame.reports.sections.learning import learning
from wargame.reports.sections.overview import overview
from wargame.reports.sections.red_lines import red_lines
from wargame.reports.sections.rewinds import rewinds
from wargame.reports.sections.rulings import rulings
from wargame.reports.sections.scores import scores
from wargame.reports.sections.seed import log, seed
from wargame.reports.sections.summary import summary
from wargame.reports.sections.teams import teams
from wargame.reports.sections.timeline import timeline
from wargame.reports.sections.trajectories import trajectories, values
from wargame.reports.teller import Teller

SECTIONS: Mapping[str, Callable[[Teller], Any]] = {
    "overview": overview,
    "summary": summary,
    "teams": teams,
    "timeline": timeline,
    "decisions": decisions,
    "rulings": rulings,
    "drifts": drifts,
    "injects": injects,
    "agreements": agreements,
    "red_lines": red_lines,
    "rewinds": rewinds,
    "trajectories": trajectories,
    "values": values,
    "scores": scores,
    "dispatches": dispatches,
    "calls": calls,
    "learning": learning,
    "seed": seed,
    "log": log,
    "facts": facts,
    "limits": limits,
}
