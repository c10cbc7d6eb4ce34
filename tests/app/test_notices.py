"""A new no may make one notice a day, which says nothing of it; three unopened ones are the last."""

from datetime import datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from highroad.app import chores, clock
from highroad.app.actions.notices import tell, turn_off, turn_on
from highroad.app.actions.paste import take_text
from highroad.app.models import ConsentRow, EventRow, NoticeRow, OwnerRow
from highroad.app.queries.notices import notices, who_wants_notices
from highroad.mail.message import Address
from tests.app.mails import REFUSED, bring, haldenfrey, mail
from tests.app.noes import final_no
from tests.cast import EMPLOYER, NOW
from tests.edges.notifier import entries, stand_in

pytestmark = pytest.mark.django_db

SENTENCE = "One thing is waiting in High Road."


@pytest.fixture
def screen(monkeypatch, tmp_path):
    """The file with what the notifier was told."""
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("highroad.app.looked._last", {})
    return stand_in(tmp_path)


@pytest.fixture
def wants(ana) -> OwnerRow:
    """Ana, who allowed notices a week ago."""
    turn_on(ana, now=NOW - timedelta(days=7))
    return ana


def a_no(owner: OwnerRow, day: float, name: str = "tallowby") -> None:
    """A form no of one more firm, so many days before NOW."""
    bring(owner, mail(REFUSED, day=day, sender=Address("Careers", f"careers@{name}.example"), employer=name.title()))


def at(moment: datetime) -> None:
    """The clock's turn at that moment."""
    with time_machine.travel(moment):
        chores.tell_of_news()


def test_nobody_is_told_who_did_not_ask_for_it(ana, screen):
    bring(ana, *haldenfrey())

    at(NOW)

    assert entries(screen) == []
    assert not NoticeRow.objects.exists()


def test_a_new_no_makes_one_notice_that_says_nothing_of_it(wants, screen):
    bring(wants, *haldenfrey())

    for minutes in (0, 1, 60, 600):
        at(NOW + timedelta(minutes=minutes))

    assert entries(screen) == [["--app-name=High Road", SENTENCE]]
    assert EMPLOYER not in screen.read_text()


def test_several_of_a_day_share_one_notice(wants, screen):
    a_no(wants, 0.01)
    at(NOW)
    a_no(wants, 0.005, "northvale")
    a_no(wants, 0.004, "oakhanger")

    at(NOW + timedelta(hours=3))
    at(NOW + timedelta(days=1))
    at(NOW + timedelta(days=2))

    assert len(entries(screen)) == 2


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "Australia/Adelaide"])
def test_what_comes_in_at_night_is_told_at_eight_of_the_users_morning(wants, screen, zone):
    a_no(wants, 0.5)
    with timezone.override(zone):
        for hour in range(15):
            at(timezone.make_aware(datetime(2026, 11, 23, 21)) + timedelta(hours=hour))  # noqa: DTZ001
            if entries(screen):
                break

    assert hour == 11  # from 21:00 to 8:00


def test_no_notice_is_made_of_what_was_seen_before_its_hour(wants, client, screen):
    a_no(wants, 0.5)
    at(NOW.replace(hour=5))
    with time_machine.travel(NOW.replace(hour=6)):
        client.get("/")

    at(NOW)

    assert entries(screen) == []


def test_after_three_unopened_ones_they_stop_and_their_page_says_so(wants, client, screen):
    for day in range(5):
        a_no(wants, -day + 0.01, f"firm{day}")
        at(NOW + timedelta(days=day))

    assert len(entries(screen)) == 3
    assert "Three in a row stayed unopened" in client.get("/settings/notices").content.decode()
    assert list(ConsentRow.objects.filter(gate="notices").values_list("given", flat=True)) == [True, False]


def test_opening_the_program_before_the_next_one_counts(wants, client, screen):
    for day in range(5):
        a_no(wants, -day + 0.01, f"firm{day}")
        at(NOW + timedelta(days=day))
        if day == 1:
            with time_machine.travel(NOW + timedelta(days=day, hours=1)):
                client.get("/")
    at(NOW + timedelta(days=4, hours=1))

    assert len(entries(screen)) == 5


def test_what_a_page_asks_for_by_itself_is_no_opening(wants, client, screen):
    for day in range(4):
        a_no(wants, -day + 0.01, f"firm{day}")
        at(NOW + timedelta(days=day))
        with time_machine.travel(NOW + timedelta(days=day, hours=1)):
            client.get("/", headers={"sec-fetch-dest": "empty"})
            client.get("/healthz")

    assert len(entries(screen)) == 3


def test_turned_on_again_they_begin_anew_and_with_news_only(wants, client, screen):
    for day in range(4):
        a_no(wants, -day + 0.01, f"firm{day}")
        at(NOW + timedelta(days=day))
    with time_machine.travel(NOW + timedelta(days=5)):
        client.post("/settings/notices", {"notices": "on"})
    at(NOW + timedelta(days=5, hours=1))
    told = len(entries(screen))

    a_no(wants, -5.5, "northvale")
    at(NOW + timedelta(days=6))

    assert (told, len(entries(screen))) == (3, 4)


def test_off_and_on_again_makes_no_second_one_of_a_day(wants, screen):
    a_no(wants, 0.01)
    at(NOW)
    turn_off(wants, now=NOW + timedelta(minutes=30))
    turn_on(wants, now=NOW + timedelta(hours=1))
    a_no(wants, -0.06, "northvale")

    at(NOW + timedelta(hours=2))
    same_day = len(entries(screen))
    at(NOW + timedelta(days=1))

    assert (same_day, len(entries(screen))) == (1, 2)


def test_what_was_there_when_they_were_turned_on_is_no_news(ana, screen):
    bring(ana, *haldenfrey())
    turn_on(ana, now=NOW)

    at(NOW)

    assert entries(screen) == []


def test_a_no_that_was_pasted_confirmed_or_is_old_makes_none(wants, screen):
    take_text(wants, REFUSED.format(role="Analyst", employer="Tallowby", sign="Sam"), now=NOW)
    final_no(wants)
    a_no(wants, 15, "oakhanger")

    at(NOW)

    assert EventRow.objects.filter(is_no=True).count() == 3
    assert entries(screen) == []


def test_a_screen_that_took_none_is_tried_again(wants, tmp_path, screen):
    a_no(wants, 0.01)
    stand_in(tmp_path, answer=1)
    at(NOW)
    told = stand_in(tmp_path)

    at(NOW + timedelta(minutes=1))
    at(NOW + timedelta(minutes=2))

    assert len(entries(told)) == 2  # the one that failed, and one that did not
    assert NoticeRow.objects.get().shown_at == NOW + timedelta(minutes=1)


def test_two_programs_at_once_show_one(wants):
    a_no(wants, 0.01)
    shown: list[bool] = []

    def show_while_another_runs() -> bool:
        shown.append(True)
        assert not tell(wants, looked_at=None, now=NOW, show=lambda: bool(shown.append(True)) or True)
        return True

    assert tell(wants, looked_at=None, now=NOW, show=show_while_another_runs)
    assert len(shown) == 1


def test_the_sample_shows_none(wants, screen, settings):
    a_no(wants, 0.01)
    settings.DEMO = True

    at(NOW)

    assert entries(screen) == []


def test_they_are_off_at_the_start_and_can_be_turned_off_again(client, ana, screen):
    assert "They are off" in client.get("/settings/notices").content.decode()

    client.post("/settings/notices", {"notices": "on"})
    on = client.get("/settings/notices").content.decode()
    client.post("/settings/notices", {"notices": "off"})

    assert "They are on" in on
    assert "They are off" in client.get("/settings/notices").content.decode()
    assert who_wants_notices(now=clock.now()) == []


def test_a_computer_without_a_notifier_says_so(client, ana, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "No program on this computer shows them" in client.get("/settings/notices").content.decode()


def test_bo_is_told_of_nothing_of_anas(wants, bo, screen):
    turn_on(bo, now=NOW - timedelta(days=7))
    turn_off(wants, now=NOW)
    bring(wants, *haldenfrey())

    at(NOW)

    assert entries(screen) == []
    assert notices(bo).on
