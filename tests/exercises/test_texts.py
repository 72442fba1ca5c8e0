"""Free text: what is kept of what people type."""

import pytest

from wargame.exercises.texts import Texts, clean


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Hold the line.\n\n\tAt dawn. ", "Hold the line.\n\n\tAt dawn."),
        ("a\x00b\x1bc\ud800", "abc"),
        ("\u202eevil\u202c", "evil"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u200b\u2800\u3164\u200d", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_is_kept(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_what_nobody_can_read_is_no_text() -> None:
    texts = Texts()
    assert texts.add("\u200b\u202e") == ""
    assert texts.rows == {}
