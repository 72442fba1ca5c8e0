"""`manage.py build_aar ID --format pdf --profile public -o report.pdf`: an after-action report without a browser."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from wargame.exercises.management.arguments import existing_exercise
from wargame.exercises.management.on_record import RecordCommand
from wargame.exercises.report_kinds import FORMATS, PROFILES
from wargame.reports.build import build
from wargame.reports.record import record_of


class Command(RecordCommand):
    help = "Write the after-action report of an exercise to a file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("exercise", help="the exercise's id")
        parser.add_argument("--format", choices=[*FORMATS], default="pdf")
        parser.add_argument("--profile", choices=[*PROFILES], required=True, help="for whom: decides what is in it")
        parser.add_argument("-o", "--output", type=Path, required=True, help="the file to write")

    def handle(self, *args: Any, exercise: str, format: str, profile: str, output: Path, **options: Any) -> None:
        with existing_exercise():
            record = record_of(exercise)
        body = build(record, profile, format)
        output.write_bytes(body)
        self.stdout.write(f"{output}: {len(body):,} bytes, for {profile}")
