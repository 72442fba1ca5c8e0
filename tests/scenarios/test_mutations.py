"""A pack with anything anywhere is loaded or refused; nothing else ever comes out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.scenarios.tiny import tiny
from wargame.exercises.packs import problems_in

FILES = tiny()
WORDS = [
    *(b"{ } [ ] : % * - ' \" # | > . @ ` \\ \t \xff \x00".split(b" ")),
    *(b"\n", b"\n  ", b"*a", b"&a ", b"null", b"true", b"-1", b".5", b"1e400", b"---\n", b"!x ", b"<<: "),
    *(
        b"all",
        b"owner",
        b"actor",
        b"front",
        b"seat:north.chief",
        b"strength[actor]",
        b"otherwise",
        b"{a: 1}",
        b"[1, 2]",
    ),
]
PLACES = [(name, place) for name, body in FILES.items() for place in range(len(body))]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(WORDS), st.integers(0, 12)), min_size=1, max_size=3))
def test_a_spoiled_pack_is_told_about(spoils: list[tuple[tuple[str, int], bytes, int]]) -> None:
    files = dict(FILES)
    for (name, place), word, eaten in spoils:
        files[name] = files[name][:place] + word + files[name][place + eaten :]
    for problem in problems_in(files):
        assert problem.file in files
        assert problem.line >= 1 and problem.column >= 1 and problem.message
