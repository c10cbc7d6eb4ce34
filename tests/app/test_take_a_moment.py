"""/take-a-moment: one decision a screen, at the pace of the no, or without any."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from highroad.app.actions.recoveries import say_how_hard
from highroad.app.actions.take_a_moment import guess
from highroad.app.models import DeedRow, MomentRow, RecoveryRow
from highroad.app.queries.recoveries import home
from highroad.recovery.sting import Sting
from highroad.steps.take_a_moment.breathing import LENGTHS
from tests.app.noes import final_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


def walk(client, start):
    """The screens one comes through by the Skip of each, from the first to the last."""
    pages = [start]
    while not pages[-1].endswith("/rest"):
        page = text_of(client.get(pages[-1]))
        after = page.rpartition('<div class="ways-out">')[2]
        pages.append(after.partition('href="')[2].partition('"')[0])
    return [page.rpartition("/")[2] for page in pages]


def test_several_feelings_and_a_word_of_ones_own_are_kept(client, ana):
    event_id = final_no(ana)

    answer = client.post(f"/no/{event_id}/take-a-moment", {"feel": ["sad", "tired"], "own": "hollow", "strength": "5"})

    moment = MomentRow.objects.get()
    assert moment.feelings == ["sad", "tired", "hollow"]
    assert moment.strength == 5
    assert answer.url == f"/no/{event_id}/take-a-moment/breathe"


def test_each_feeling_is_answered_on_the_next_screen(client, ana):
    answer = client.post("/take-a-moment", {"feel": ["angry", "numb"]}, follow=True)

    page = text_of(answer)
    assert "You can be angry and still reply well." in page
    assert "Nothing is also an answer." in page


def test_naming_nothing_keeps_nothing(client, ana):
    client.post("/take-a-moment", {})

    assert not MomentRow.objects.exists()
    assert not DeedRow.objects.exists()


def test_a_moment_without_a_no_belongs_to_none(client, ana):
    client.post("/take-a-moment", {"feel": "sad"})
    client.post("/take-a-moment/breathe")

    assert MomentRow.objects.get().recovery is None
    assert sorted(DeedRow.objects.values_list("kind", flat=True)) == ["breathing", "moment"]
    assert not RecoveryRow.objects.exists()


@pytest.mark.parametrize(
    ("sting", "screens"),
    [
        (Sting.BIT, ["breathe", "rest"]),
        (Sting.HARD, ["breathe", "kind", "write", "rest"]),
        (Sting.PUNCH, ["breathe", "kind", "tomorrow", "write", "rest"]),
    ],
)
def test_the_pace_is_that_of_the_sting(client, ana, sting, screens):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, sting, now=NOW)

    pages = walk(client, f"/no/{event_id}/take-a-moment/breathe")

    assert pages == screens


def test_the_guess_is_shown_back_when_the_day_has_come(ana):
    event_id = final_no(ana)
    guess(ana, event_id, tomorrow=7, week=3, now=NOW)

    days = {days: home(ana, event_id, now=NOW + timedelta(days=days)).guess for days in (0, 1, 8)}

    assert {day: shown and shown.heavy for day, shown in days.items()} == {0: None, 1: 7, 8: 3}


def test_nothing_is_guessed_until_the_user_guesses(client, ana):
    page = text_of(client.get("/take-a-moment/tomorrow"))

    answer = client.post("/take-a-moment/tomorrow", {})

    assert "checked" not in page and 'type="range"' not in page
    assert answer.status_code == 302
    assert not MomentRow.objects.exists()


def test_a_guess_for_the_week_alone_is_asked_about_in_a_week(client, ana, time_machine):
    client.post("/take-a-moment/tomorrow", {"week": "3"})
    asked = []
    for days in (1, 7):
        time_machine.move_to(NOW + timedelta(days=days))
        asked.append("How does it feel now?" in text_of(client.get("/take-a-moment/check")))

    assert asked == [False, True]


def test_a_guess_off_the_scale_is_not_taken(client, ana):
    answer = client.post("/take-a-moment/tomorrow", {"tomorrow": "11"})

    assert answer.status_code == 200
    assert not MomentRow.objects.exists()


def test_the_rest_can_be_made_longer_or_lifted(client, ana):
    event_id = final_no(ana)
    page = f"/no/{event_id}/take-a-moment/rest"

    client.post(page, {"until": "longer"})
    longer = RecoveryRow.objects.get().rests_until
    answer = client.post(page, {"until": "now"})

    assert longer == datetime(2026, 11, 25, 9, tzinfo=BERLIN)
    assert RecoveryRow.objects.get().rests_until is None
    assert answer.url == f"/no/{event_id}"


def test_resting_steps_still_open(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.PUNCH, now=NOW)

    assert client.get(f"/no/{event_id}/dont-burn-bridges").status_code == 200


def test_the_breath_has_words_for_those_who_want_no_motion(client, ana):
    page = text_of(client.get("/take-a-moment/breathe"))

    assert "count: four in, six out" in page
    assert "<title" in page and "Hide the time" in page


@pytest.mark.parametrize("minutes", LENGTHS)
def test_letting_go_takes_as_long_as_one_likes_and_its_time_can_be_hidden(client, ana, minutes):
    page = text_of(client.get(f"/take-a-moment/relax?minutes={minutes}"))

    assert f'class="timer small" data-minutes="{minutes}" hidden' in page and "Hide the time" in page
    assert f"<strong>{minutes} minutes</strong>" in page
    assert "go from the hands to the feet" in page and "No sound." in page
    assert page.index("Hands and arms.") < page.index("Legs and feet.")


@pytest.mark.parametrize("asked", ["", "0", "2", "90", "three", "3.5", "-4"])
def test_a_length_nobody_offers_is_three_minutes(client, ana, asked):
    assert "<strong>3 minutes</strong>" in text_of(client.get("/take-a-moment/relax", {"minutes": asked}))


def test_letting_go_stands_where_breathing_does_and_can_be_skipped(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)
    room = f"/no/{event_id}/take-a-moment"

    breathing, page = text_of(client.get(f"{room}/breathe")), text_of(client.get(f"{room}/relax"))
    answer = client.post(f"{room}/relax")

    assert f'href="{room}/relax"' in breathing and f'href="{room}/breathe"' in page
    assert f'href="{answer.url}">Skip' in page and ">Stop here" in page
    assert answer.url == client.post(f"{room}/breathe").url == f"{room}/kind"
    assert set(DeedRow.objects.values_list("kind", flat=True)) == {"breathing"}


def test_bo_cannot_let_go_beside_a_no_of_anas(client, ana, bo):
    event_id = final_no(bo)

    assert client.get(f"/no/{event_id}/take-a-moment/relax").status_code == 404


def test_a_day_longer_is_one_day_after_the_rest_would_have_ended(client, ana, time_machine):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.PUNCH, now=NOW.astimezone(BERLIN))
    ends = []

    for hour in (7, 15):
        time_machine.move_to(datetime(2026, 11, 24, hour, tzinfo=BERLIN))
        client.post(f"/no/{event_id}/take-a-moment/rest", {"until": "longer"})
        ends.append(RecoveryRow.objects.get().rests_until)

    assert ends == [datetime(2026, 11, day, 9, tzinfo=BERLIN) for day in (25, 26)]
