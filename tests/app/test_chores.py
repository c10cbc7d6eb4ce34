"""Work done by the clock: one that breaks is named in the log, without the words it broke on."""

import logging
import threading

import pytest

from highroad.app.chores import repeat


def test_a_chore_that_breaks_is_logged_without_the_words_of_a_mail(caplog: pytest.LogCaptureFixture) -> None:
    stop, mail = threading.Event(), "Dear Ana, we went with someone else"

    def look_around() -> None:
        stop.set()
        raise ValueError(mail)

    with caplog.at_level(logging.ERROR):
        repeat(look_around, 0, stop)

    assert "chore look_around failed: ValueError in look_around, line " in caplog.text
    assert " < repeat, line " in caplog.text
    assert mail not in caplog.text
