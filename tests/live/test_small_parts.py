"""The live door's small parts, each by itself."""

import asyncio
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.live.person import merged
from wargame.live import contract, packed
from wargame.live.cursors import cursors_of
from wargame.live.outbox import MOST_WAITING, Outbox
from wargame.live.patches import diff
from wargame.live.throttle import TokenBucket

keys = st.sampled_from("abcd")
leaves = st.one_of(st.booleans(), st.integers(-2, 2), st.sampled_from("xy"), st.lists(st.integers(0, 2), max_size=2))
documents = st.recursive(
    st.dictionaries(keys, leaves, max_size=3), lambda inner: st.dictionaries(keys, leaves | inner, max_size=3)
)


def same(a: Any, b: Any) -> bool:
    """Equal as JSON: true is not 1."""
    return repr(sorted_maps(a)) == repr(sorted_maps(b))


def sorted_maps(value: Any) -> Any:
    return {key: sorted_maps(value[key]) for key in sorted(value)} if isinstance(value, dict) else value


@given(documents, documents)
def test_a_patch_leads_from_one_to_the_other(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert same(merged(before, diff(before, after)), after)
    assert not diff(after, after)


def test_cursors_say_nothing_and_are_nobody_elses() -> None:
    mine, yours, elsewhere = cursors_of("e1", "seat a"), cursors_of("e1", "seat b"), cursors_of("e2", "seat a")
    assert len({mine(1), mine(2), yours(1), elsewhere(1)}) == 4
    assert mine(1) == cursors_of("e1", "seat a")(1) and len(mine(1)) == 32


def test_a_bucket_fills_again() -> None:
    now = [0.0]
    bucket = TokenBucket(rate=2, burst=3, clock=lambda: now[0])
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    now[0] = 0.5
    assert [bucket.take() for _ in range(2)] == [True, False]


async def test_a_slow_socket_waits_alone_and_is_closed_in_the_end() -> None:
    sent: list[dict[str, Any]] = []
    writable = asyncio.Event()

    async def send(message: dict[str, Any]) -> None:
        await writable.wait()
        sent.append(message)

    outbox = Outbox(send)
    for n in range(MOST_WAITING + 10):
        outbox.push(str(n))
    writable.set()
    while not sent or sent[-1]["type"] != "websocket.close":
        await asyncio.sleep(0)
    assert sent[-1]["code"] == 1013 and len(sent) <= 2


def test_a_packed_view_is_the_view() -> None:
    small = packed.stream([packed.plain('{"a":'), packed.piece('"' + "é" * 100_000 + '"'), packed.plain("}")])
    assert packed.unpacked(small) == '{"a":"' + "é" * 100_000 + '"}'
    assert len(small) < 1_000


def test_the_contract_is_made_of_the_frames() -> None:
    made = contract.schema()["$defs"]
    assert made["Ack"]["required"] == ["type", "request_id", "made", "revision"]
    assert "cursor" not in made["Hello"]["required"] and "type" in made["Hello"]["required"]
    assert "null" not in str(made)
