"""After-action reports: asking for one, seeing how far it is, downloading it."""

from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import api_view, throttle_classes
from rest_framework.request import Request
from rest_framework.response import Response

from wargame.api.shapes import NewReport, ReportShape
from wargame.api.staff import staff
from wargame.api.throttles import Reports, Writes
from wargame.engine.refusals import Code, Refused
from wargame.exercises import queries, services
from wargame.exercises.report_kinds import FORMATS, file_name


@extend_schema(methods=["GET"], responses=ReportShape(many=True), operation_id="list_reports")
@extend_schema(methods=["POST"], request=NewReport, responses={201: ReportShape}, operation_id="ask_for_report")
@api_view(["GET", "POST"])
@throttle_classes([Writes, Reports])
def reports(request: Request, exercise_id: str) -> Response:
    """GET: the exercise's reports, newest first. POST: have one made by a worker."""
    if request.method == "GET":
        queries.exercise(exercise_id)
        return Response([_report(row) for row in queries.reports(exercise_id)])
    asked = NewReport(data=request.data)
    asked.is_valid(raise_exception=True)
    made = services.request_report(exercise_id, user=staff(request), **asked.validated_data)
    return Response(_report(made), status=201)


@extend_schema(responses=ReportShape, operation_id="read_report")
@api_view(["GET"])
def report(request: Request, report_id: str) -> Response:
    """How far one report is."""
    return Response(_report(_found(report_id)))


@extend_schema(responses={200: OpenApiTypes.BINARY}, operation_id="download_report")
@api_view(["GET"])
def download(request: Request, report_id: str) -> HttpResponse:
    """The file itself, once it is done."""
    row = _found(report_id)
    if row.job.state != "done":
        raise Refused(Code.UNKNOWN_REPORT, "This report is not ready yet; wait until its job is done.")
    name = file_name(row.profile, row.format)
    return HttpResponse(
        bytes(row.body),
        content_type=FORMATS[row.format],
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"},
    )


def _found(report_id: str) -> Any:
    row = queries.report(report_id)
    if row is None:
        raise Refused(Code.UNKNOWN_REPORT, "There is no such report.")
    return row


def _report(row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "format": row.format,
        "profile": row.profile,
        "state": row.job.state,
        "progress": row.job.progress,
        "text": row.job.text,
        "asked_at": row.job.asked_at,
        "link": f"/api/reports/{row.id}/download" if row.job.state == "done" else "",
    }
