"""Celery's door to the reports. Takes an id alone; run twice, it makes the same file twice."""

import logging

from celery import shared_task

from wargame.exercises import jobs, leases, queries, services
from wargame.reports.build import build
from wargame.reports.record import record_of

log = logging.getLogger(__name__)


@shared_task(name=jobs.BUILD_REPORT)
def build_report(report_id: str) -> None:
    """Make the file that was asked for and keep it."""
    row = queries.report(report_id)
    if row is None:
        return  # purged meanwhile
    with leases.held(row.job) as mine:
        if not mine:
            return  # another worker's, or done
        try:
            services.report_progress(row.job_id, 0.1, "Reading the log")
            record = record_of(row.exercise_id)
            services.report_progress(row.job_id, 0.4, "Setting the pages")
            services.report_done(report_id, build(record, row.profile, row.format))
        except Exception as error:
            log.exception("report %s failed: %s", report_id, type(error).__name__)
            services.report_failed(report_id, "The report could not be made. Ask again; tell support if it repeats.")
            raise
