"""Paths of the REST door. Staff only: a session with CSRF, or a script's token."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularJSONAPIView

import wargame.api.schema  # noqa: F401  so that the schema knows of tokens
from wargame.api import clock, exercises, library, lobby, log, reports, simulations, state

ONE = "exercises/<str:exercise_id>"

urlpatterns = [
    path("scenarios", library.scenarios),
    path("scenarios/<str:pack>", library.scenario),
    path("exercises", exercises.exercises),
    path(ONE, exercises.exercise),
    path(f"{ONE}/start", exercises.start),
    path(f"{ONE}/close", clock.close),
    path(f"{ONE}/pause", clock.pause),
    path(f"{ONE}/resume", clock.resume),
    path(f"{ONE}/end", clock.end),
    re_path(r"^exercises/(?P<exercise_id>[^/]+)/seats/(?P<key>[^/]+)/(?P<change>confirm|free)$", lobby.seat),
    re_path(r"^exercises/(?P<exercise_id>[^/]+)/seats/(?P<key>[^/]+)/bot$", lobby.bot),
    path(f"{ONE}/observers/<str:key>", lobby.observer),
    path(f"{ONE}/bots", lobby.bots),
    path(f"{ONE}/codes", lobby.new_codes),
    path(f"{ONE}/links", lobby.links),
    path(f"{ONE}/state", state.state),
    path(f"{ONE}/state/members", state.read_members),
    path(f"{ONE}/state/variables", state.read_variables),
    path(f"{ONE}/state/pledges", state.read_pledges),
    path(f"{ONE}/state/backstop", state.read_backstop),
    path(f"{ONE}/state/red_lines", state.read_red_lines),
    path(f"{ONE}/rulings", state.read_rulings),
    path(f"{ONE}/texts/<str:ref>", state.read_text),
    path(f"{ONE}/log", log.log),
    path(f"{ONE}/reports", reports.reports),
    path("reports/<str:report_id>", reports.report),
    path("reports/<str:report_id>/download", reports.download),
    path("simulations", simulations.simulations),
    path("simulations/<str:simulation_id>", simulations.simulation),
    path("simulations/<str:simulation_id>/cancel", simulations.cancel),
    path("simulations/<str:simulation_id>/download", simulations.download),
    path("schema", SpectacularJSONAPIView.as_view()),
]
