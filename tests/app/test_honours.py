"""An academic title in mail stays with its name: in the people met, and in formal letters."""

from dataclasses import replace

import pytest

from highroad.app.models import PersonRow
from highroad.app.queries.drafts import draft
from highroad.app.queries.people import person
from highroad.app.queries.proofread import slips_of_draft
from tests.app.mails import INVITED, REFUSED, mail
from tests.app.noes import confirmed, text_of
from tests.app.outgoing import to_sam
from tests.cast import NOOR

pytestmark = pytest.mark.django_db
DR_NOOR = replace(NOOR, name="Dr. Noor Haddad")
GERMAN_NO = (
    "{greets}\n\nvielen Dank für Ihr Interesse an der Stelle als {{role}} bei {{employer}}. "
    "Leider haben wir uns für andere Bewerber entschieden.\n\nMit freundlichen Grüßen\n{{sign}}"
)


GERMAN_INVITATION = (
    "Guten Tag Ana Duarte,\n\nwir möchten Sie gern zu einem Gespräch über die Stelle als {role} bei {employer} "
    "einladen. Passt Ihnen Donnerstag um 10 Uhr?\n\nMit freundlichen Grüßen\n{sign}"
)


def no_of(owner, body=REFUSED, invited=INVITED):
    """A no of Dr. Noor's after a talk with her; gives its event id."""
    return confirmed(owner, [mail(invited, day=9, sender=DR_NOOR), mail(body, day=1, sender=DR_NOOR)])


def greeting(owner, event_id, purpose, tone):
    """The first line of a fresh letter."""
    return draft(owner, event_id, purpose, 1, tone=tone).body.partition("\n")[0]


@pytest.mark.parametrize("purpose", ["reply", "feedback"])
def test_a_formal_letter_says_the_title_and_a_warm_one_the_first_name(ana, purpose):
    event_id = no_of(ana)

    lines = [greeting(ana, event_id, purpose, tone) for tone in ("formal", "warm", "brief")]

    assert lines == ["Dear Dr. Haddad,", "Hi Noor,", "Hi Noor,"]


@pytest.mark.parametrize(
    ("greets", "line"),
    [
        ("Sehr geehrte Frau Duarte,", "Guten Tag Dr. Noor Haddad,"),
        ("Sehr geehrte Frau Duarte, Frau Dr. Haddad bat mich zu schreiben.", "Sehr geehrte Frau Dr. Haddad,"),
        ("Sehr geehrte Frau Duarte, Herr Dr. Noor Haddad dankt Ihnen.", "Sehr geehrter Herr Dr. Haddad,"),
    ],
)
def test_a_german_one_says_frau_or_herr_only_where_mail_does(ana, greets, line):
    event_id = no_of(ana, GERMAN_NO.format(greets=greets), GERMAN_INVITATION)

    assert greeting(ana, event_id, "reply", "formal") == line


def test_people_show_the_title_under_the_same_name(client, ana):
    no_of(ana)
    row = PersonRow.objects.get(email=NOOR.email)

    pages = [text_of(client.get(page)) for page in ("/people", f"/people/{row.person_id}")]

    assert (row.name, person(ana, row.person_id).titled) == ("Noor Haddad", "Dr. Noor Haddad")
    assert all("Dr. Noor Haddad" in page for page in pages)


def test_a_letter_that_says_the_title_is_no_slip(ana):
    event_id = no_of(ana)
    fresh = draft(ana, event_id, "reply", 1, tone="formal")
    row = to_sam(ana, fresh.body, to_name="Noor Haddad", to_email=NOOR.email, subject=fresh.subject)

    assert slips_of_draft(ana, row) == ()


def test_bo_sees_nothing_of_it(client, bo):
    no_of(bo)

    assert "Haddad" not in text_of(client.get("/people"))
