"""A no that somebody else may have sent: marked, waiting for the user's word, and nothing changed by it."""

import json
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_all, rebuild_touched
from highroad.app.models import ApplicationRow, EventRow, OwnerRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.reading import page_of, unsure_rows
from highroad.cli.review import app
from highroad.mail.message import Address, Authentication
from tests.app.mails import CONFIRMED, MINE, REFUSED, bring, mail
from tests.cast import EMPLOYER

pytestmark = pytest.mark.django_db
EVE = Address("Haldenfrey Careers", "careers@elsewhere.example")


@pytest.fixture
def spoofed(ana: OwnerRow) -> str:
    """The event id of a no that came from another domain, after a confirmation from Haldenfrey itself."""
    bring(ana, mail(CONFIRMED, day=20))
    no = replace(
        mail(REFUSED, day=2, sender=EVE),
        reply_to=Address("", "eve@gmail.com"),
        authentication=Authentication.FAILED,
    )
    row = store_message(ana, no, mine=MINE)
    rebuild_touched(ana, [row.event_id])
    return row.event_id


def test_a_spoofed_no_is_never_sure_and_closes_nothing(ana, spoofed):
    event = EventRow.objects.get(owner=ana, event_id=spoofed)

    assert (event.is_no, event.sure, event.confirmed) == (True, False, False)
    assert ApplicationRow.objects.get(owner=ana).outcome == "open"
    assert list(unsure_rows(ana).values_list("event_id", flat=True)) == [spoofed]


def test_its_page_says_why_in_plain_sentences(client, spoofed):
    page = client.get(f"/read/{spoofed}").content.decode()

    assert "Unverified." in page and f"This mail may not come from {EMPLOYER}" in page
    assert "It was sent from elsewhere.example, and their earlier mail was not." in page
    assert "Your own mail server could not confirm that elsewhere.example sent it." in page
    assert "An answer to it would go to gmail.com." in page
    assert "almost sure" not in page and "This may be a no." in page


def test_the_review_page_marks_it(client, spoofed):
    page = client.get("/review").content.decode()

    assert f"Unverified. This mail may not come from {EMPLOYER}." in page


def test_the_terminal_marks_it_too(spoofed):
    listed = CliRunner().invoke(app).stdout
    (found,) = json.loads(CliRunner().invoke(app, ["--json"]).stdout)["mails"]

    assert "1 waits for your word." in listed
    assert "Unverified. It may not come from them; read it before you say yes." in listed
    assert (found["id"], found["unverified"]) == (spoofed, True)


def test_the_word_of_the_user_settles_it(client, ana, spoofed):
    client.post(f"/read/{spoofed}/right")

    assert ApplicationRow.objects.get(owner=ana).outcome == "rejected"
    assert "Unverified" not in client.get(f"/read/{spoofed}").content.decode()


def test_it_stays_the_same_after_a_rebuild(ana, spoofed):
    before = EventRow.objects.get(owner=ana, event_id=spoofed).event

    rebuild_all(ana)

    assert EventRow.objects.get(owner=ana, event_id=spoofed).event == before


def test_an_honest_no_is_not_marked(client, ana):
    bring(ana, mail(CONFIRMED, day=20), mail(REFUSED, day=2))
    event = EventRow.objects.get(owner=ana, is_no=True)

    page = client.get(f"/read/{event.event_id}").content.decode()

    assert event.sure and "Unverified" not in page


def test_bo_sees_nothing_of_it(ana, bo, spoofed):
    assert not unsure_rows(bo).exists()
    with pytest.raises(NotThere):
        page_of(bo, spoofed)
