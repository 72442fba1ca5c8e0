"""What a command's options choose of a set-up."""

from argparse import ArgumentParser

from wargame.exercises.setups import setup_of

__all__ = ["OPTIONS", "add_options", "setup_of"]

OPTIONS = {"teams": "team set", "start": "start card", "rules": "rule card", "clock": "clock"}


def add_options(parser: ArgumentParser) -> None:
    for name, what in OPTIONS.items():
        parser.add_argument(f"--{name}", default="", help=f"{what}; the pack's first if not given")
