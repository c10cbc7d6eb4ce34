"""Leave the door open, unless the user thinks that it broke the law."""

import pytest

from highroad.app.actions.recoveries import flag_unfair, say_how_hard
from highroad.app.queries.keep_going import one_next_thing
from highroad.recovery.sting import Sting
from highroad.steps.keep_going.next_thing import Size
from tests.app.noes import final_no, light_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def test_one_reply_and_one_note_for_each_interviewer(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/dont-burn-bridges"))

    assert "A reply to Sam Reyes" in page
    assert "You met 2 people" in page
    assert "Noor Haddad" in page and "Eli Brandt" in page


def test_a_mail_from_a_machine_needs_no_reply(client, ana):
    page = text_of(client.get(f"/no/{light_no(ana)}/dont-burn-bridges"))

    assert "This one came from a machine. No reply is needed." in page
    assert "There is no one to thank, and nothing left undone." in page


def test_no_gracious_reply_is_urged_where_discrimination_is_flagged(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)

    client.post(f"/no/{event_id}/dont-burn-bridges/unfair", {"unfair": "yes"})
    step, home = (text_of(client.get(f"/no/{event_id}{page}")) for page in ("/dont-burn-bridges", ""))

    assert "You don’t owe them a reply." in step
    assert "Keep every email." in step and "Keep every email." in home
    assert '<a class="button" href' not in step
    assert "Answer Sam Reyes in a few lines." not in home


def test_a_flagged_no_brings_no_thanks_as_the_next_thing(ana):
    event_id = final_no(ana)
    before = one_next_thing(ana, Size.FIVE, now=NOW)
    flag_unfair(ana, event_id, unfair=True, now=NOW)

    after = one_next_thing(ana, Size.FIVE, now=NOW)

    assert (before.key, after.key) == ("thank", "practise")


def test_the_flag_can_be_taken_back(client, ana):
    event_id = final_no(ana)
    flag_unfair(ana, event_id, unfair=True, now=NOW)

    client.post(f"/no/{event_id}/dont-burn-bridges/unfair", {"unfair": "no"})

    assert "Leave the door open." in text_of(client.get(f"/no/{event_id}/dont-burn-bridges"))
