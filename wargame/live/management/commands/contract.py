"""`manage.py contract`: the front end's types of what goes over the socket."""

from wargame.generated import FRONTEND, Generates
from wargame.live.contract import contract


class Command(Generates):
    help = "Write frontend/src/contract.ts from wargame/live/frames."
    path = FRONTEND / "src" / "contract.ts"

    def text(self) -> str:
        return contract()
