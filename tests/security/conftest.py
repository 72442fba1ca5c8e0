"""The live door's server and its people, for what an attacker may try."""

from tests.live.conftest import address, lobby, table

__all__ = ["address", "lobby", "table"]
