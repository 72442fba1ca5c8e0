"""Control as a bot: accept what is proposed, rule free-form orders at even odds, answer nobody."""

from collections.abc import Iterator

from wargame.bots.policies.wish import View, Wish
from wargame.bots.whim import Whim
from wargame.engine import commands as c


def umpire(view: View, whim: Whim) -> Iterator[Wish]:
    """Whatever waits for control."""
    for item in view.get("queue", {}).values():
        if item["kind"] == "ruling":
            yield _accept(item["ref"])
        if item["kind"] == "free":
            yield _rule(item["ref"])
    for inject, entry in sorted(view.get("msel", {}).items()):
        if _is_now(entry, view["timer"]):
            yield _fire(inject)


def _accept(ruling: str) -> Wish:
    return Wish(f"accept {ruling}", lambda write, new: c.AcceptRuling(ruling), "The rules say so.")


def _rule(order: str) -> Wish:
    return Wish(
        f"rule {order}",
        lambda write, new: c.RuleFreeOrder(order, write("Nothing speaks for it or against it."), odds=0.5),
        "Nobody knows how it would go.",
    )


def _fire(inject: str) -> Wish:
    return Wish(f"fire {inject}", lambda write, new: c.FireInject(inject), "Its time has come.")


def _is_now(entry: View, timer: View) -> bool:
    """Whether a scheduled inject belongs into the present phase: bots do not wait for the minute."""
    when = (entry.get("turn", 0), entry.get("phase", ""))
    return (
        entry["kind"] == "scheduled" and entry["status"] == "armed" and when == (timer.get("turn", 0), timer["phase"])
    )
