"""Control as a bot: accept what is proposed, rule free-form orders at even odds, answer nobody."""

from collections.abc import Iterator

from wargame.bots.policies.wish import View, Wish
from wargame.bots.whim import Whim
from wargame.engine import commands as c


def umpire(view: View, whim: Whim) -> Iterator[Wish]:
    """Whatever waits for control."""
    for ruling in _keys(view, "rulings", status="proposed"):
        yield _accept(ruling)
    for order in _keys(view, "orders", kind="free", status="submitted"):
        if view["timer"]["phase"] == "adjudication":
            yield _rule(order)
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


def _keys(view: View, among: str, /, **wanted: str) -> list[str]:
    entries = sorted(view.get(among, {}).items(), key=lambda item: (item[1].get("order", 0), item[0]))
    return [key for key, entry in entries if all(entry[name] == value for name, value in wanted.items())]
