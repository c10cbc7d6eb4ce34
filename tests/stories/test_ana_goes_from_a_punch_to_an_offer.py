"""Three months with the clock moved day by day: at most one notice a day, no text lost, and an offer at the end."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from highroad.app import chores, clock
from highroad.app.actions.notices import turn_on
from highroad.app.models import ApplicationRow, EventRow, OutgoingRow, OwnerRow, RecoveryRow
from highroad.app.queries.exports import as_json
from highroad.app.queries.keep_going import one_next_thing
from highroad.app.queries.today import today
from highroad.mail.message import Message
from highroad.steps.keep_going.next_thing import Size
from tests.app.conftest import ana, client, handler  # noqa: F401
from tests.app.mails import bring
from tests.edges.notifier import entries, stand_in
from tests.stories.three_months import DAYS, OFFER_DAY, PUNCH, REST_DAY, Ana, arrivals, begins, plan_of

pytestmark = pytest.mark.django_db

RESTS = {"rest", "evening", "put_away"}


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file with what the notifier was told."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("highroad.app.looked._last", {})
    return stand_in(tmp_path)


def test_ana_goes_from_a_punch_to_an_offer(client, ana, screen):  # noqa: F811
    her, mails = Ana(client, ana), arrivals()
    with time_machine.travel(begins() - timedelta(days=1)):
        turn_on(ana, now=clock.now())

    told = [live(her, day, mails.get(day, []), screen) for day in range(DAYS)]

    nothing_is_lost(her)
    assert max(told) == 1
    assert sum(told) >= 8  # it did tell of news
    assert len(her.typed) > 60
    assert ApplicationRow.objects.get(employer="Tallowby").outcome == "accepted"
    page = her.sees("/offer")
    assert "You got one." in page and "People to tell" in page and "Wexham" in page
    assert {row.state for row in OutgoingRow.objects.all()} == {"draft"}


def live(her: Ana, day: int, mail: list[Message], screen: Path) -> int:
    """One day of hers; gives how many notices her screen showed."""
    before = len(entries(screen))
    morning = begins() + timedelta(days=day)
    bring(her.owner, *mail)
    for hour in (0, 8):  # 9 and 17 o'clock, before she looks
        with time_machine.travel(morning + timedelta(hours=hour)):
            chores.tell_of_news()
    with time_machine.travel(morning + timedelta(hours=9)):
        acts(her, day)
        if morning.weekday() in (1, 3, 5):
            does_one_next_thing(her)
    with time_machine.travel(morning.replace(hour=21, minute=30)):
        chores.tell_of_news()
        rests_at_night(her)
    if morning.weekday() == 6:
        nothing_is_lost(her)
    return len(entries(screen)) - before


def acts(her: Ana, day: int) -> None:
    """What she does on that day beside the one next thing."""
    now = clock.now()
    her.sees("/")
    if day == PUNCH:
        takes_the_punch(her)
    if day == 3:
        after_the_rest(her)
    if now.weekday() == 0 and day != PUNCH:
        plans(her, day // 7)
    files_what_is_light(her, day)
    if day == REST_DAY:
        her.types("/keep-going", deed="", size="not_today")
        assert today(her.owner, now=now).card.key == "rested"
    if day == 66:
        asks_the_silent_one(her)
    if day == OFFER_DAY:
        says_yes(her)


def takes_the_punch(her: Ana) -> None:
    """It is a no, and it lands like a punch: from here on everything rests."""
    no = EventRow.objects.get(is_no=True).event_id
    her.types(f"/read/{no}/right")
    her.types(f"/no/{no}/sting", sting="punch")
    her.types(f"/no/{no}/dont-get-stuck", thought="I will never find anything again.")

    assert today(her.owner, now=clock.now()).card.key == "rest"
    assert one_next_thing(her.owner, Size.FIVE, now=clock.now()).thing.kind == "resting"


def after_the_rest(her: Ana) -> None:
    """A question drafted, something to work on, and a note on a person."""
    no = RecoveryRow.objects.get().event_id
    body = "Hi Noor,\n\nThank you for the talk. What is one thing I could do better?\n\nAna"
    her.types(f"/no/{no}/ask-for-feedback/1", subject="One question", body=body, tone="warm")
    her.types("/actions/new", text="Telling results by numbers", first_step="Write down two figures")
    her.types(f"/applications/{no}/add", kind="note", note="Noor liked the second case most.")


def plans(her: Ana, week: int) -> None:
    """A word on the week before, then the sheet of this one."""
    page = her.sees("/plan")
    if "How did last week go?" in page:
        number = page.partition("/look-back")[0].rpartition("/")[2]
        her.types(f"/plan/{number}/look-back", went=f"Week {week} had good mornings.")
    her.types("/plan", **plan_of(week))

    assert f"Two letters, week {week}" in her.sees("/plan")


def files_what_is_light(her: Ana, day: int) -> None:
    """Short ones are filed together; one after a final gets a word of its own."""
    open_ones = EventRow.objects.filter(is_no=True, confirmed=False).select_related("application")
    for event in list(open_ones):
        her.types(f"/read/{event.event_id}/right")
        met = event.application.furthest_stage not in ("applied", "assessment")
        her.types(f"/no/{event.event_id}/sting", sting="bit" if met else "barely")
        if met:
            her.types(f"/no/{event.event_id}/dont-get-stuck", thought=f"Day {day} was another near miss.")


def asks_the_silent_one(her: Ana) -> None:
    """Northvale never answered: one polite draft, and the next tap closes it."""
    silent = ApplicationRow.objects.get(employer="Northvale").application_id
    assert "Ask once, kindly" in her.sees(f"/applications/{silent}")

    her.types(f"/applications/{silent}/ask-once")
    her.types(f"/applications/{silent}/close")

    assert ApplicationRow.objects.get(employer="Northvale").outcome == "quiet"


def says_yes(her: Ana) -> None:
    """The offer comes; she takes it, drafts a withdrawal and tells somebody."""
    one = ApplicationRow.objects.get(employer="Tallowby")
    assert "Tallowby" in her.sees("/offer/weigh")

    her.types(f"/offer/{one.application_id}")
    page = her.sees("/offer")
    person = page.partition(f"/offer/{one.application_id}/tell/")[2].partition('"')[0]
    her.types(f"/offer/{one.application_id}/tell/{person}")
    her.types(f"/offer/{one.application_id}/withdraw-everywhere")


def does_one_next_thing(her: Ana) -> None:
    """Exactly one is offered, it leads somewhere, and once it is done another is."""
    now = clock.now()
    found = one_next_thing(her.owner, Size.FIVE, now=now)
    if not found.thing.deed:
        return
    her.sees(found.url)
    her.types("/keep-going", deed=found.thing.deed, size="five")

    assert one_next_thing(her.owner, Size.FIVE, now=now).thing.deed != found.thing.deed


def rests_at_night(her: Ana) -> None:
    """No work is offered after nine."""
    now = clock.now()

    assert today(her.owner, now=now).card.key in RESTS
    assert one_next_thing(her.owner, Size.HALF_HOUR, now=now).thing.deed == ""


def nothing_is_lost(her: Ana) -> None:
    """Every text she ever typed is in what she could take along."""
    owner = OwnerRow.objects.get(pk=her.owner.pk)
    kept = json.dumps(as_json(owner, now=clock.now(), with_private=True), ensure_ascii=False)

    assert [text for text in her.typed if json.dumps(text, ensure_ascii=False)[1:-1] not in kept] == []
