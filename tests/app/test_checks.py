"""What came stands beside what was guessed; three taps a week by the user's own wish; nothing becomes a score."""

from datetime import timedelta

import pytest

from highroad.app.actions.checks import ask_weekly, tap
from highroad.app.actions.recoveries import say_how_hard
from highroad.app.actions.take_a_moment import guess
from highroad.app.models import MomentRow, WeekRow
from highroad.app.queries.today import today
from highroad.recovery.sting import Sting
from tests.app.noes import final_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def keys(owner, days):
    found = today(owner, now=NOW + timedelta(days=days))
    return [card.key for card in (found.card, *found.also)]


def test_a_guess_is_looked_at_a_day_later_and_a_week_later(ana, client, time_machine):
    event_id = final_no(ana)
    guess(ana, event_id, tomorrow=8, week=5, now=NOW)
    page = f"/no/{event_id}/take-a-moment/check"
    same_day = text_of(client.get(page))

    time_machine.move_to(NOW + timedelta(days=1))
    asked = text_of(client.get(page))
    next_day = text_of(client.post(page, {"heavy": "3"}, follow=True))
    time_machine.move_to(NOW + timedelta(days=7))
    client.post(page, {"heavy": "5"})
    next_week = text_of(client.get(page))

    assert "nothing to look back on now" in same_day
    assert "Yesterday you guessed" in asked and "Nearly as heavy" in asked
    assert "It came lighter than you guessed." in next_day
    assert "It came about as you guessed." in next_week
    moment = MomentRow.objects.get()
    assert (moment.came_tomorrow, moment.came_week) == (3, 5)


def test_the_guess_is_not_shown_before_the_tap(ana, client, time_machine):
    """Or it would pull the answer towards itself."""
    guess(ana, None, tomorrow=8, week=None, now=NOW)
    time_machine.move_to(NOW + timedelta(days=1))

    page = text_of(client.get("/take-a-moment/check"))

    assert "What you guessed" not in page


@pytest.mark.parametrize("day_by_day", [{0: False, 1: True, 2: True, 3: False, 6: False, 7: True, 14: True, 15: False}])
def test_today_brings_a_guess_up_when_its_page_can_ask_and_at_no_other_time(ana, client, time_machine, day_by_day):
    guess(ana, None, tomorrow=8, week=5, now=NOW)

    asked = {}
    for days in day_by_day:
        time_machine.move_to(NOW + timedelta(days=days))
        asked[days] = ("check" in keys(ana, days), 'name="heavy"' in text_of(client.get("/take-a-moment/check")))

    assert asked == {days: (up, up) for days, up in day_by_day.items()}


def test_a_newer_guess_does_not_hide_one_whose_day_has_come(ana, client, time_machine):
    guess(ana, None, tomorrow=8, week=None, now=NOW)
    time_machine.move_to(NOW + timedelta(days=1))
    guess(ana, None, tomorrow=6, week=None, now=NOW + timedelta(days=1))

    assert "check" in keys(ana, 1)
    shown = text_of(client.post("/take-a-moment/check", {"heavy": "3"}, follow=True))

    assert "It came lighter than you guessed." in shown
    assert list(MomentRow.objects.order_by("at").values_list("came_tomorrow", flat=True)) == [3, None]


def test_one_answer_is_for_all_guesses_that_wait_and_each_is_shown_with_its_day(ana, client, time_machine):
    for days, tomorrow, week in ((0, None, 2), (5, 9, None), (6, 3, None)):
        guess(ana, None, tomorrow=tomorrow, week=week, now=NOW + timedelta(days=days))
    time_machine.move_to(NOW + timedelta(days=7))

    shown = text_of(client.post("/take-a-moment/check", {"heavy": "3"}, follow=True))

    days = [f"{NOW + timedelta(days=days):%A, %-d %B}, you guessed" for days in (5, 0)]
    assert "Yesterday you guessed" in shown and all(day in shown for day in days)
    assert "check" not in keys(ana, 7)


def test_a_guess_that_was_looked_at_is_not_brought_up_again_that_week(ana, client, time_machine):
    guess(ana, None, tomorrow=8, week=5, now=NOW)
    time_machine.move_to(NOW + timedelta(days=1))
    client.post("/take-a-moment/check", {"heavy": "3"})

    assert ["check" in keys(ana, days) for days in (1, 2, 7)] == [False, False, True]


def test_nothing_is_asked_while_the_steps_rest(ana):
    event_id = final_no(ana)
    guess(ana, event_id, tomorrow=8, week=5, now=NOW - timedelta(days=1))
    ask_weekly(ana, wanted=True)
    say_how_hard(ana, event_id, Sting.PUNCH, now=NOW)

    assert keys(ana, 0) == ["rest"]


def test_the_week_is_asked_about_only_by_the_users_own_wish_and_once(ana):
    asked = ["week" in keys(ana, 0)]
    ask_weekly(ana, wanted=True)
    asked.append("week" in keys(ana, 0))
    tap(ana, "mood", 3, now=NOW)
    asked += ["week" in keys(ana, 0), "week" in keys(ana, 7)]
    ask_weekly(ana, wanted=False)
    asked.append("week" in keys(ana, 7))

    assert asked == [False, True, False, True, False]


def test_each_line_is_one_tap_and_may_be_tapped_anew(ana, client):
    for line, place in (("mood", 2), ("control", 4), ("mood", 3)):
        client.post("/week", {"line": line, "tap": place})

    row = WeekRow.objects.get()
    assert (row.mood, row.control, row.hard_on_self) == (3, 4, None)


@pytest.mark.parametrize("posted", [{"line": "owner", "tap": 1}, {"line": "mood", "tap": 9}, {"line": "mood"}, {}])
def test_an_odd_tap_changes_nothing(ana, client, posted):
    assert client.post("/week", posted).status_code == 200
    assert not WeekRow.objects.exists()


def test_what_was_tapped_is_told_in_words_and_never_as_a_score(ana, client):
    for weeks, place in ((2, 1), (1, 5)):
        for line in ("mood", "control", "hard_on_self"):
            tap(ana, line, place, now=NOW - timedelta(weeks=weeks))

    page = text_of(client.get("/week"))
    shown = page.partition("<main")[2].partition("</main>")[0].partition("The weeks before")[2]

    assert "My mood was mostly very low" in shown and "very good" in shown
    assert not any(mark in shown.lower() for mark in ("score", "average", "%", " of 5", " of 10", "total"))


def test_bo_sees_none_of_it(ana, bo, client, time_machine):
    guess(bo, None, tomorrow=8, week=5, now=NOW)
    tap(bo, "mood", 1, now=NOW - timedelta(weeks=1))
    time_machine.move_to(NOW + timedelta(days=1))

    assert "nothing to look back on now" in text_of(client.get("/take-a-moment/check"))
    assert "very low" not in text_of(client.get("/week")).partition("The weeks before")[2]
    assert "check" not in keys(ana, 1)
