"""What must not stand in a log, taken out on the way there."""

import logging
import re

CODE = re.compile(r"(/join/)[^/\s?]+")


class NoCodes(logging.Filter):
    """Django names the path of a request that failed; in the path of joining is a code that opens a seat."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = CODE.sub(r"\1…", record.getMessage()), ()
        return True
