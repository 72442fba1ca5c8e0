"""What each viewer may know, as plain JSON in the shape of `live/view_shape`.

A view is layered: a public part (the same for everybody), a team part, a seat part; control has one part with all of
it. The later part's entry replaces the earlier's. Every secret is kept by `sight.may_see` alone.
"""

from wargame.engine.sight import Viewer, may_read, may_see
from wargame.engine.views.glance import Glance
from wargame.engine.views.kept import Kept
from wargame.engine.views.parts import control_part, merged, public_part, seat_part, team_part, view_for
from wargame.engine.views.touches import touches

__all__ = [
    "Glance",
    "Kept",
    "Viewer",
    "control_part",
    "may_read",
    "may_see",
    "merged",
    "public_part",
    "seat_part",
    "team_part",
    "touches",
    "view_for",
]
