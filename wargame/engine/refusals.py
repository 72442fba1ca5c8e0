"""Every reason why a command is refused, in one list: a code for scripts, a sentence for people.

A sentence says what to do next. It never names what the asker may not know: legality must be no oracle.
"""

from enum import StrEnum


class Code(StrEnum):
    """Stable codes; a code is never reused with another meaning."""

    NOT_RUNNING = "not_running"
    ALREADY_STARTED = "already_started"
    ENDED = "ended"
    PAUSED = "paused"
    NOT_PAUSED = "not_paused"
    NOT_YOURS = "not_yours"
    WRONG_PHASE = "wrong_phase"
    STALE_TURN = "stale_turn"
    TOO_LATE = "too_late"
    UNKNOWN_ORDER = "unknown_order"
    UNKNOWN_ACTOR = "unknown_actor"
    UNKNOWN_FIELD = "unknown_field"
    BAD_VALUE = "bad_value"
    MISSING_VALUE = "missing_value"
    MISSING_TEXT = "missing_text"
    OVER_BUDGET = "over_budget"
    NOT_POSSIBLE = "not_possible"
    TWICE = "twice"
    TOO_MANY = "too_many"
    UNKNOWN_RULING = "unknown_ruling"
    ALREADY_DECIDED = "already_decided"
    RULINGS_OPEN = "rulings_open"
    UNKNOWN_OUTCOME = "unknown_outcome"
    MISSING_REASON = "missing_reason"
    UNKNOWN_INJECT = "unknown_inject"
    INJECT_DONE = "inject_done"
    NO_ANSWER_ASKED = "no_answer_asked"
    UNKNOWN_AGREEMENT = "unknown_agreement"
    NOT_A_PARTY = "not_a_party"
    ALREADY_SIGNED = "already_signed"
    TEXT_CHANGED = "text_changed"
    UNKNOWN_TEAM = "unknown_team"
    UNKNOWN_SEAT = "unknown_seat"
    UNKNOWN_VARIABLE = "unknown_variable"
    UNKNOWN_QUESTION = "unknown_question"
    UNKNOWN_POINT = "unknown_point"
    UNKNOWN_DISPATCH = "unknown_dispatch"
    UNKNOWN_CALL = "unknown_call"
    UNKNOWN_OBJECTIVE = "unknown_objective"
    # Of the record: before and beside the exercise's course
    UNKNOWN_SCENARIO = "unknown_scenario"
    UNKNOWN_SETUP = "unknown_setup"
    UNKNOWN_DRAFT = "unknown_draft"
    DRAFT_CHANGED = "draft_changed"
    UNKNOWN_CODE = "unknown_code"
    CODE_EXPIRED = "code_expired"
    LINK_USED = "link_used"
    LINK_EXPIRED = "link_expired"
    CONSENT_MISSING = "consent_missing"
    BAD_NAME = "bad_name"
    NAME_TAKEN = "name_taken"
    SEAT_TAKEN = "seat_taken"
    SEAT_FREE = "seat_free"
    UNKNOWN_FORMAT = "unknown_format"
    UNKNOWN_PROFILE = "unknown_profile"
    UNKNOWN_REPORT = "unknown_report"
    UNKNOWN_PLAN = "unknown_plan"
    UNKNOWN_SIMULATION = "unknown_simulation"
    SIMULATION_RUNNING = "simulation_running"
    UNAVAILABLE = "unavailable"


class Refused(Exception):
    """A command that cannot be carried out; nothing has changed."""

    def __init__(self, code: Code, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text
