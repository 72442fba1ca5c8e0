"""Display names: readable, nobody else's, nobody's office."""

import pytest

from wargame.engine.refusals import Code, Refused
from wargame.exercises import names

FINE = [
    "Anna",
    "anna b.",
    "Zoë O’Neil",
    "Łukasz",
    "李雷",
    "Олена",
    "Nguyễn Văn An",
    "مريم",
    "R2",
    "A-1",
    "J. Müller (S3)",
]


@pytest.mark.parametrize("name", FINE)
def test_people_may_be_called_what_they_are_called(name: str) -> None:
    assert names.checked(name) == name


@pytest.mark.parametrize(
    ("typed", "shown"), [("  Anna \t Bo  ", "Anna Bo"), ("\uff21nna", "Anna"), ("ﬁne", "fine"), ("Zoe\u0308", "Zoë")]
)
def test_a_name_is_tidied(typed: str, shown: str) -> None:
    assert names.checked(typed) == shown


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "Type a name"),
        (" \u00a0 ", "Type a name"),
        ("x" * 41, "at most 40"),
        ("An\u200bna", "invisible"),
        ("An\u202ena", "invisible"),
        ("An\u2066na", "invisible"),
        ("An\x00na", "invisible"),
        ("\u3164\u3164", "invisible"),
        ("Anna\ufeff", "invisible"),
        ("An\u00adna", "invisible"),
        ("\ue000", "invisible"),
        ("\ud800", "invisible"),
        ("<b>Anna</b>", "Leave out"),
        ("Anna & Bo", "Leave out"),
        ("…!", "letter or digit"),
        ("A" + "\u0335" * 8, "fewer accents"),
        ("Аnna", "one alphabet"),  # the first letter is Cyrillic
        ("Control", "kept for"),
        ("c0ntr0l", "kept for"),
        ("WHITE CELL", "kept for"),
        ("A d m i n", "kept for"),
        ("Facilitator", "kept for"),
        ("Cóntról", "kept for"),
        ("null", "kept for"),
    ],
)
def test_a_bad_name_is_refused_with_what_to_change(name: str, why: str) -> None:
    with pytest.raises(Refused, match=why) as refused:
        names.checked(name)
    assert refused.value.code == Code.BAD_NAME


@pytest.mark.parametrize(("one", "other"), [("Anna", "ANNA"), ("Zoë", "Zoe"), ("Anna B", "anna-b"), ("B0b", "Bob")])
def test_names_that_look_alike_are_the_same(one: str, other: str) -> None:
    assert names.key_of(one) == names.key_of(other)


def test_different_names_stay_different() -> None:
    assert len({names.key_of(name) for name in FINE if name not in ("anna b.",)}) == len(FINE) - 1
