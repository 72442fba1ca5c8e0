"""Treatments as authors write them, and what the linter says of those that could not do what they say."""

from tests.scenarios.tiny import Files, tiny, told
from wargame.exercises.book import read
from wargame.exercises.packs import from_files

TREATMENT = """\
treatments:
  news:
    title: News from the hill
    summary: Whether the story begins with it.
    arms:
      told: {title: Told, inject: told}
"""
INJECT = """\
  told:
    headline: Word from the hill
    body: It is high.
    channel: press
    persona: A newspaper
    to: all
    trigger: {kind: manual}
    effects: [{add: front, by: 1}]
"""


def treated(treatment: str = TREATMENT, inject: str = INJECT) -> Files:
    files = tiny()
    added = {"scenario.yaml": files["scenario.yaml"] + treatment.encode()}
    return files | added | {"injects.yaml": files["injects.yaml"].rstrip() + b"\n" + inject.encode()}


def test_a_treatment_is_read_and_the_book_tells_it() -> None:
    assert told(treated()) == []
    scenario = from_files(treated())
    assert scenario.treatments["news"].arms["told"].inject == "told"
    entry = next(entry for entry in read(scenario)[0].entries if entry.title == "News from the hill")
    assert [row.name for row in entry.rows] == ["As usual", "Told"]


def test_its_inject_must_be_there_and_wait_for_it() -> None:
    assert told(treated(TREATMENT.replace("inject: told", "inject: tolt"))) == [
        "scenario.yaml:47:35 treatments.news.arms.told.inject: there is no inject 'tolt'; did you mean 'told'?"
    ]
    assert told(treated(inject=INJECT.replace("{kind: manual}", "{kind: scheduled, turn: 1}"))) == [
        "scenario.yaml:47:35 treatments.news.arms.told.inject: 'told' has a trigger of its own; "
        "the inject of a treatment is manual"
    ]
    assert told(treated(inject=INJECT + "    cards: [spring]\n")) == [
        "scenario.yaml:47:35 treatments.news.arms.told.inject: 'told' is only for some start cards; "
        "a treatment acts on all"
    ]


def test_two_that_change_the_same_value_are_warned_of() -> None:
    second = "  again: {title: Again, summary: Again., arms: {told: {title: Told, inject: told}}}\n"
    assert told(treated(TREATMENT + second)) == [
        "scenario.yaml:48:3 treatments.again: warning: 'news' changes 'front', too; "
        "make them arms of one treatment, or the later one wins"
    ]


def test_what_a_treatment_tells_is_checked_like_all_news() -> None:
    assert told(treated(inject=INJECT.replace("It is high.", "It is {secret}."))) == [
        "injects.yaml:12:11 injects.told.body: this tells all about 'secret', which they may not see"
    ]
