"""Seed, nonce and hashes: with which anybody can check the chances and the log."""

from wargame.reports.record import Json
from wargame.reports.teller import Teller

KEYS = ("commitment", "seed", "nonce", "pack_hash", "rules_hash")


def seed(teller: Teller) -> Json:
    return {key: teller.view["exercise"].get(key, "") for key in KEYS}


def log(teller: Teller) -> Json:
    """How many events it has tells of everybody's acts: that is control's."""
    record = teller.record
    return {"events": record.events if teller.for_control else None, "head_hash": record.head_hash}
