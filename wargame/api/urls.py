"""Paths of the REST door. Staff only: a session with CSRF."""

from django.urls import path, re_path
from drf_spectacular.views import SpectacularJSONAPIView

from wargame.api import exercises, library, lobby, reports

ONE = "exercises/<str:exercise_id>"

urlpatterns = [
    path("scenarios", library.scenarios),
    path("exercises", exercises.exercises),
    path(ONE, exercises.exercise),
    path(f"{ONE}/start", exercises.start),
    re_path(r"^exercises/(?P<exercise_id>[^/]+)/seats/(?P<key>[^/]+)/(?P<change>confirm|free|bot)$", lobby.seat),
    path(f"{ONE}/codes", lobby.new_codes),
    path(f"{ONE}/links", lobby.links),
    path(f"{ONE}/reports", reports.reports),
    path("reports/<str:report_id>", reports.report),
    path("reports/<str:report_id>/download", reports.download),
    path("schema", SpectacularJSONAPIView.as_view()),
]
