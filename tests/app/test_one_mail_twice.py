"""A mail that was pasted and then brought in with the mailbox is one mail."""

import pytest

from highroad.app.actions.corrections import say
from highroad.app.actions.mail import store_message
from highroad.app.actions.paste import take_text
from highroad.app.actions.record import rebuild_all, rebuild_touched
from highroad.app.models import EventRow, MessageRow, OwnerRow
from highroad.applications.correction import ConfirmedNo
from highroad.mail.parse import parse
from tests.cast import NOW

pytestmark = pytest.mark.django_db

WORDS = """Dear Ana,

Thank you for your interest in the Data Analyst role at Larkfield. Unfortunately the position has been filled.

Sam Reyes
Recruiter, Larkfield
"""
MAIL = f"""From: Sam Reyes <sam@larkfield.example>
To: ana@duarte.example
Subject: Your application
Date: Mon, 12 Oct 2026 10:00:00 +0200
Message-ID: <no-1@larkfield.example>

{WORDS}"""


def bring(owner: OwnerRow) -> None:
    row = store_message(owner, parse(MAIL.encode()), mine=frozenset())
    rebuild_touched(owner, [row.event_id])


def test_a_pasted_no_gets_its_date_from_the_mailbox_and_keeps_the_users_word(ana: OwnerRow) -> None:
    event_id = take_text(ana, WORDS, now=NOW)
    say(ana, ConfirmedNo(event_id), now=NOW)

    bring(ana)
    bring(ana)
    rebuild_all(ana)

    no = EventRow.objects.get(owner=ana)
    assert MessageRow.objects.filter(owner=ana).count() == 1
    assert (no.event_id, no.confirmed) == (event_id, True)
    assert no.at is not None and no.at.month == 10


def test_pasting_a_mail_that_is_there_already_opens_that_one(ana: OwnerRow) -> None:
    bring(ana)

    event_id = take_text(ana, WORDS, now=NOW)

    assert EventRow.objects.get(owner=ana).event_id == event_id
    assert MessageRow.objects.filter(owner=ana).count() == 1


def test_a_pasted_mail_that_quotes_another_is_not_that_one(ana: OwnerRow) -> None:
    answer = "Thank you for writing again. We have thought about it once more, and the answer has to stay the same.\n"
    take_text(ana, f"{answer}\nOn Mon, 12 Oct 2026, Sam Reyes <sam@larkfield.example> wrote:\n\n{WORDS}", now=NOW)

    bring(ana)

    texts = [row.message["text"] for row in MessageRow.objects.filter(owner=ana)]
    assert len(texts) == 2
    assert any(text.startswith(answer.strip()) for text in texts)
