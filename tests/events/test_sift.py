"""Telling mail about applications from the rest, whole or by its first lines."""

import base64

import pytest

from highroad.events.sift import Verdict, sift

HEAD = (
    b"From: Sam Reyes <sam.reyes@haldenfrey.example>\nTo: ana@duarte.example\nSubject: %s\n"
    b"Date: Fri, 20 Nov 2026 16:40:00 +0000\nMessage-ID: <1@haldenfrey.example>\n"
)
NO = b"Dear Ana,\n\nunfortunately, we have decided to move forward with other candidates for the position.\n"
LONG = b"The kettle sang while rain went over the roofs of the old town. " * 800


def test_a_no_comes_with_its_message_and_its_reading():
    sifted = sift(HEAD % b"Your application" + b"\n" + NO)

    assert sifted.verdict is Verdict.ABOUT
    assert sifted.message and sifted.message.subject == "Your application"
    assert sifted.reading and sifted.reading.kind == "rejection"


@pytest.mark.parametrize("text", [b"Shall we say seven?\n", LONG])
def test_of_other_mail_nothing_is_handed_on(text):
    sifted = sift(HEAD % b"Dinner" + b"\n" + text)

    assert sifted.verdict is Verdict.ELSE
    assert (sifted.message, sifted.reading) == (None, None)


@pytest.mark.parametrize("raw", [b"", b"\n\n  \n", b"\x00" * 200])
def test_what_nobody_could_recognise_is_unreadable(raw):
    assert sift(raw).verdict is Verdict.UNREADABLE


def test_a_no_below_many_styles_is_found():
    styles = b"<html><head><style>" + b".a { color: teal }\n" * 4_000 + b"</style></head>"
    raw = HEAD % b"News" + b"Content-Type: text/html\n\n" + styles + b"<body><p>" + NO + b"</p></body></html>"

    assert sift(raw).verdict is Verdict.ABOUT


def test_a_long_encoded_no_is_found():
    encoded = base64.encodebytes(NO + LONG)
    raw = HEAD % b"News" + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n" + encoded

    assert sift(raw).verdict is Verdict.ABOUT


def test_a_long_mail_whose_head_is_long_too_is_looked_at_below_it():
    raw = HEAD % b"News" + b"DKIM-Signature: " + b"a" * 40_000 + b"\n\n" + NO + LONG

    assert sift(raw).verdict is Verdict.ABOUT
