"""What a silence says is read from the record itself, in the words quiet and probably closed; one tap closes it."""

from datetime import date, timedelta

import pytest

from highroad.app.actions.by_hand import Told, add_event, close, new_application, new_applications
from highroad.app.models import ApplicationRow
from highroad.app.queries.application_pages import listed, story
from highroad.app.queries.applications import NotThere, application, applications, as_contract
from highroad.app.queries.exports import as_json
from highroad.app.queries.picture import pictures
from highroad.app.queries.silence import Silence, silences
from highroad.app.queries.stats import stats
from highroad.app.queries.worklog import worklog
from highroad.applications.silence import Asked
from highroad.events.event import Kind
from tests.app.noes import text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


def silent(owner, days: int, *, answered: int = 0) -> str:
    """An application nobody answered for so many days, beside others that were each answered after a week."""
    others = [
        (Told(Kind.APPLIED, day(90 + one), employer=f"Firm {one}"), Told(Kind.REJECTION, day(83 + one)))
        for one in range(answered)
    ]
    if others:
        new_applications(owner, others, now=NOW)
    made, _ = new_application(owner, Told(Kind.APPLIED, day(days), employer="Tallowby"), now=NOW)
    return made


def day(ago: int) -> date:
    return TODAY - timedelta(days=ago)


@pytest.mark.parametrize(("days", "said"), [(3, Silence.NONE), (20, Silence.QUIET), (60, Silence.CLOSED)])
def test_a_silence_grows_from_quiet_to_probably_closed(ana, days, said):
    assert story(ana, silent(ana, days), now=NOW).silence == said


def test_where_answers_come_early_a_silence_says_more_sooner(ana):
    some = silent(ana, 15)
    before = story(ana, some, now=NOW).silence

    silent(ana, 15, answered=30)

    assert before is Silence.NONE
    assert story(ana, some, now=NOW).silence is not Silence.NONE
    assert silences(ana, today=TODAY).quiet[Asked.JOB_BOARD] < 15


def test_list_and_story_agree(ana):
    some = silent(ana, 15, answered=30)

    quiet = [row.application_id for row in listed(ana, outcome="quiet", number="", today=TODAY)]
    still_open = [row.application_id for row in listed(ana, outcome="open", number="", today=TODAY)]

    assert story(ana, some, now=NOW).outcome == "quiet"
    assert quiet == [some]
    assert some not in still_open


def test_every_reader_of_the_record_hears_the_same_of_a_silence(ana):
    some = silent(ana, 15, answered=30)

    [exported] = [one for one in as_json(ana, now=NOW, with_private=False)["applications"] if one["id"] == some]
    [listed_one] = [one for one in applications(ana, today=TODAY) if one["id"] == some]
    shown = as_contract(application(ana, some), today=TODAY)
    drawn = pictures(ana, now=NOW, named=True).timeline
    work = worklog(ana, since=day(15), until=TODAY, today=TODAY, language="en")

    assert story(ana, some, now=NOW).outcome == "quiet"
    assert [one["outcome"] for one in (exported, listed_one, shown)] == ["quiet"] * 3
    assert stats(ana, now=NOW).outcomes["quiet"] == 1
    assert [line.outcome for line in drawn.lines if line.employer == "Tallowby"] == ["quiet"]
    assert [line.result for line in work.lines] == ["No answer so far"]


def test_the_page_says_so_and_one_tap_closes_it(client, ana):
    some = silent(ana, 60)
    page = text_of(client.get(f"/applications/{some}"))

    client.post(f"/applications/{some}/close")
    closed = text_of(client.get(f"/applications/{some}"))

    assert "Probably closed, after 8 quiet weeks." in page and "Close it" in page
    assert "You closed this one." in closed and "Close it" not in closed
    assert ApplicationRow.objects.get(application_id=some).outcome == "quiet"


@pytest.mark.parametrize(("wrote", "offered"), [(Kind.FOLLOW_UP, False), (Kind.NOTE, True)])
def test_who_has_asked_how_it_stands_is_offered_no_second_question(client, ana, wrote, offered):
    some = silent(ana, 20)
    add_event(ana, some, Told(wrote, day(19)), now=NOW)

    page = text_of(client.get(f"/applications/{some}"))

    assert "That is silence, not a no." in page and "Close it" in page
    assert ("Ask once, kindly" in page) is offered


def test_a_young_one_says_nothing_of_silence(client, ana):
    page = text_of(client.get(f"/applications/{silent(ana, 3)}"))

    assert "Quiet" not in page and "Close it" not in page


def test_what_was_closed_and_is_heard_from_again_is_open(ana):
    some = silent(ana, 60)
    close(ana, some, now=NOW)

    add_event(ana, some, Told(Kind.UPDATE, day(1)), now=NOW)

    assert story(ana, some, now=NOW).outcome == "open"


def test_bo_can_close_nothing_of_anas(ana, bo):
    some = silent(ana, 60)

    with pytest.raises(NotThere):
        close(bo, some, now=NOW)
