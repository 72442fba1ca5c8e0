"""What any bot says when it is asked: to injects, and to letters."""

from collections.abc import Callable, Iterator, Sequence

from wargame.bots.policies.wish import NewId, View, Wish, Write
from wargame.bots.whim import Whim
from wargame.engine import commands as c

Answered = tuple[View, str]
"""One of the choices, none where words are asked for, and in a sentence why."""
WORDS: Answered = {}, "It was asked for words."


def by_lot(inject: str, choices: Sequence[View], whim: Whim) -> Answered:
    choice = whim.pick(inject, choices)
    return choice, f"Asked to choose, it drew “{choice['label']}”."


def answers(view: View, whim: Whim, choose: Callable[[str, Sequence[View], Whim], Answered] = by_lot) -> Iterator[Wish]:
    """To injects: one of the choices, or words that say who plays."""
    seat = view["you"]["seat"]
    for inject, entry in sorted(view.get("injects", {}).items()):
        if not entry["wants_answer"]:
            continue
        choices, answered = entry.get("choices", []), entry.get("answers", {})
        if seat not in answered and not (choices and answered):  # a team chooses once
            yield _answer(inject, entry["at"], *(choose(inject, choices, whim) if choices else WORDS))


def _answer(inject: str, fired_at: float, choice: View, why: str) -> Wish:
    def command(write: Write, new: NewId) -> c.Command:
        text = c.NO_TEXT if choice else write("A bot plays this seat. It has taken note, and has no more to say.")
        return c.AnswerInject(inject, choice.get("value", ""), text)

    return Wish(f"answer {inject} {fired_at}", command, why)


def letters(view: View) -> Iterator[Wish]:
    """Nobody waits in vain for a reply: a letter to the team is answered once, and an answer is not."""
    letters, team = view.get("dispatches", {}), view["you"]["team"]
    answered = {entry.get("reply_to") for entry in letters.values() if entry["team"] == team}
    for dispatch, entry in sorted(letters.items()):
        asks = entry["team"] != team and not entry.get("reply_to") and f"team:{team}" in entry["to"]
        if asks and dispatch not in answered:
            yield _reply(dispatch, entry["team"])


def _reply(dispatch: str, team: str) -> Wish:
    to = team if team == c.CONTROL_SEAT else f"team:{team}"

    def command(write: Write, new: NewId) -> c.Command:
        body = write(
            "A bot plays here, and it does not bargain by letter. Propose a text: it signs it, or it does not."
        )
        return c.SendDispatch(new(), (to,), write("From a bot"), body, dispatch)

    return Wish(f"reply {dispatch}", command, "Whoever writes to a bot learns that it is one.")
