"""Today shows the most useful next thing: what cannot wait, then what hurts, then what is open."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from highroad.app.actions import by_hand
from highroad.app.actions.by_hand import Told
from highroad.app.actions.corrections import say
from highroad.app.actions.mail import store_message
from highroad.app.actions.record import rebuild_touched
from highroad.app.actions.recoveries import skip
from highroad.app.models import AddressRow, DeedRow, RecoveryRow, StepRow
from highroad.app.queries.effort import done_since_monday
from highroad.app.queries.today import today
from highroad.app.queries.today_cards import when
from highroad.applications.correction import ConfirmedNo
from highroad.events.event import Kind, Reading
from highroad.mail.message import Address
from tests.app.mails import INVITED, MINE, REFUSED, brightmoor, bring, haldenfrey, mail
from tests.cast import NOW, SAM

pytestmark = pytest.mark.django_db

HERE = ZoneInfo("Europe/Berlin")
MORNING = NOW.astimezone(HERE)
IRIS = Address("Iris Holm", "iris@tallowby.example")
STEPS = ("take_a_moment", "ask_for_feedback", "dont_burn_bridges", "likely_not_you", "dont_get_stuck", "keep_going")


def shown(owner, *, now: datetime = MORNING) -> list[str]:
    """The keys of the card and the two lines below it."""
    page = today(owner, now=now)
    return [page.card.key, *(card.key for card in page.also)]


def invitation(
    owner, *, sure: bool, happens_at: datetime | None = None, day: float = 1, kind: Kind = Kind.INTERVIEW
) -> str:
    message = mail("Could we talk?", day=day, subject="A talk", sender=IRIS, employer="Tallowby")
    reading = Reading(kind, 0.9 if sure else 0.5, sure, employer="Tallowby", happens_at=happens_at)
    row = store_message(owner, message, mine=MINE, reading=reading)
    rebuild_touched(owner, [row.event_id])
    return row.event_id


def opened(owner, event_id: str, **more) -> RecoveryRow:
    say(owner, ConfirmedNo(event_id), now=NOW)
    return RecoveryRow.objects.create(owner=owner, event_id=event_id, sting="hard", opened_at=NOW, **more)


def test_nothing_here_yet_leads_to_welcome(client, ana):
    assert client.get("/")["Location"] == "/welcome"


def test_what_may_be_good_news_comes_before_every_no(ana):
    bring(ana, *haldenfrey())
    invitation(ana, sure=False)

    page = today(ana, now=MORNING)

    assert shown(ana)[:2] == ["good", "no"]
    assert page.card.words["title"] == "One mail may be an invitation."


def test_a_talk_in_the_next_days_comes_before_a_no(ana):
    bring(ana, *haldenfrey())
    invitation(ana, sure=True, happens_at=NOW + timedelta(days=2, hours=1))

    assert shown(ana)[:2] == ["deadline", "no"]
    assert "Wednesday, 11:00" in today(ana, now=MORNING).card.words["body"]


@pytest.mark.parametrize("days", [-1, 8])
def test_a_talk_that_is_over_or_far_away_is_not_brought_up(ana, days):
    invitation(ana, sure=True, happens_at=NOW + timedelta(days=days))

    assert "deadline" not in shown(ana)


def test_a_talk_typed_by_hand_is_brought_up_too(ana):
    tomorrow = MORNING.date() + timedelta(days=1)

    by_hand.new_application(
        ana, Told(Kind.APPLIED, None, employer="Tallowby"), Told(Kind.INTERVIEW, tomorrow), now=MORNING
    )

    assert shown(ana)[0] == "deadline"


def test_short_ones_are_offered_together_and_after_what_is_open(ana):
    no = bring(ana, *haldenfrey())[-1]
    opened(ana, no)
    bring(ana, *brightmoor())
    bring(
        ana,
        mail(
            "Unfortunately, we have decided not to move forward with your application.", day=2, sender=SAM, employer="x"
        ),
    )

    assert shown(ana)[0] == "recovery"


def test_as_many_short_ones_are_told_of_as_their_page_offers(client, ana):
    for firm in ("Arnsby", "Brantoft", "Corvale"):
        sender = Address("Careers", f"careers@{firm.lower()}.example")
        message = mail("It is a no.", day=1, subject=f"A no from {firm}", sender=sender, employer=firm, role="")
        reading = Reading(Kind.REJECTION, 0.9, sure=firm != "Brantoft", employer=firm)
        row = store_message(ana, message, mine=MINE, reading=reading)
        rebuild_touched(ana, [row.event_id])

    page = today(ana, now=MORNING)

    batch = next(card for card in (page.card, *page.also) if card.key == "batch")
    assert batch.words["title"] == "2 short ones came in."
    assert "2 short ones" in client.get("/no/batch").content.decode()


def test_an_open_recovery_names_its_next_step_until_all_are_behind(ana):
    recovery = opened(ana, bring(ana, *haldenfrey())[-1])
    StepRow.objects.create(owner=ana, recovery=recovery, step=STEPS[0], done_at=NOW)
    StepRow.objects.create(owner=ana, recovery=recovery, step=STEPS[1], skipped_at=NOW)
    before = today(ana, now=MORNING).card

    for step in STEPS[2:]:
        StepRow.objects.create(owner=ana, recovery=recovery, step=step, skipped_at=NOW)

    assert (before.key, "Leave the door open" in before.words["body"]) == ("recovery", True)
    assert "recovery" not in shown(ana)


def test_a_filed_no_is_not_brought_up(ana):
    opened(ana, bring(ana, *haldenfrey())[-1], filed_at=NOW)

    assert shown(ana) == ["next"]


def test_an_old_no_is_not_brought_up(ana):
    bring(ana, *haldenfrey(ago=20))

    assert shown(ana) == ["next"]


def test_during_a_rest_there_is_the_rest_only(ana):
    opened(ana, bring(ana, *haldenfrey())[-1], rests_until=NOW + timedelta(hours=20))
    invitation(ana, sure=False)

    page = today(ana, now=MORNING)

    assert (page.card.key, page.also, page.done) == ("rest", (), "")
    assert "tomorrow, 6:00" in page.card.words["body"]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        (Kind.INTERVIEW, "You are invited to talk"),
        (Kind.ASSESSMENT, "A test has its day"),
        (Kind.OFFER, "An offer waits for your answer"),
    ],
)
def test_what_has_its_day_is_said_quietly_during_a_rest_and_late_too(ana, kind, line):
    opened(ana, bring(ana, *haldenfrey())[-1], rests_until=NOW + timedelta(hours=20))
    invitation(ana, sure=True, happens_at=NOW + timedelta(days=2, hours=1), kind=kind)

    resting = today(ana, now=MORNING)
    RecoveryRow.objects.update(rests_until=None)
    late = today(ana, now=MORNING.replace(hour=22))

    assert (resting.card.key, [card.words["line"] for card in resting.also]) == ("rest", [line])
    assert (late.card.key, late.also[0].words["line"]) == ("evening", line)
    assert "Wednesday, 11:00" in late.also[0].words["small"]


def test_several_noes_make_one_quiet_line(ana):
    elsewhere = Address("Noor Haddad", "noor.haddad@brookmere.example")
    bring(ana, *haldenfrey())
    bring(
        ana,
        mail(INVITED, day=9, sender=elsewhere, subject="Interview", employer="Brookmere"),
        mail(REFUSED, day=1, sender=elsewhere, employer="Brookmere"),
    )

    assert shown(ana) == ["next", "no"]


@pytest.mark.parametrize("hour", [21, 23, 0, 5])
def test_late_there_is_no_work_but_good_news_is_not_held_back(ana, hour):
    bring(ana, *haldenfrey())
    invitation(ana, sure=False)

    assert shown(ana, now=MORNING.replace(hour=hour)) == ["evening", "good"]


def test_what_else_is_unsure_is_counted_once(ana):
    for day in (40, 50):
        invitation(ana, sure=False, day=day)

    page = today(ana, now=MORNING)

    assert (page.card.key, page.card.words["title"]) == ("unsure", "2 mails wait for your word.")


def test_addresses_are_asked_about_until_the_user_looked(ana):
    bring(ana, *haldenfrey(ago=30))
    AddressRow.objects.create(owner=ana, email="ana@duarte.example", mine=True)
    asked = shown(ana)

    AddressRow.objects.update(confirmed_at=NOW)

    assert (asked[0], shown(ana)[0]) == ("addresses", "next")


def test_effort_is_counted_in_words_since_monday(ana, bo):
    for owner, kind, days in [
        (ana, "moment", 0),
        (ana, "practice", 0),
        (ana, "practice", 0),
        (ana, "draft", 3),
        (bo, "draft", 0),
    ]:
        DeedRow.objects.create(owner=owner, kind=kind, at=NOW - timedelta(days=days))

    assert done_since_monday(ana, now=MORNING) == "one moment taken, 2 questions practised"


def test_what_came_in_since_monday_is_not_what_the_user_did(ana):
    bring(ana, *brightmoor(ago=-30))
    before = done_since_monday(ana, now=MORNING)

    by_hand.new_application(ana, Told(Kind.APPLIED, NOW.date(), employer="Tallowby"), now=NOW)

    assert (before, done_since_monday(ana, now=MORNING)) == ("", "one application sent")


def test_an_older_application_confirmed_this_week_is_not_of_this_week(ana):
    event_id = bring(ana, *brightmoor(ago=-30))[0]

    by_hand.add_event(ana, event_id, Told(Kind.APPLIED, NOW.date() - timedelta(days=4)), now=NOW)

    assert done_since_monday(ana, now=MORNING) == ""


def ways_back(owner, *, now: datetime = MORNING) -> list[tuple[str, str]]:
    """What the quiet lines are, and where they lead."""
    return [(card.key, card.url) for card in today(owner, now=now).quiet]


def test_a_no_confirmed_and_left_at_once_has_a_quiet_way_back(client, ana):
    no = bring(ana, *haldenfrey(ago=60))[-1]

    client.post(f"/read/{no}/right")

    assert ways_back(ana) == [("left", f"/no/{no}")]
    assert "Back to the no from Haldenfrey" in client.get("/").content.decode()


def test_the_way_back_stands_at_night_and_while_something_else_rests(ana):
    rests, left = bring(ana, *haldenfrey())[-1], bring(ana, *brightmoor())[-1]
    say(ana, ConfirmedNo(left), now=NOW)
    late = ways_back(ana, now=MORNING.replace(hour=22))

    opened(ana, rests, rests_until=NOW + timedelta(hours=20))

    assert late == ways_back(ana) == [("left", f"/no/{left}")]


def test_a_no_whose_weight_was_skipped_has_a_way_back_until_its_steps_are_behind(client, ana):
    no = bring(ana, *haldenfrey())[-1]
    say(ana, ConfirmedNo(no), now=NOW)
    client.post(f"/no/{no}/sting")
    before = ways_back(ana)

    for step in STEPS:
        skip(ana, no, step, now=NOW)

    assert (before, ways_back(ana)) == ([("left", f"/no/{no}")], [])


def test_a_no_typed_in_and_left_has_a_way_back(client, ana):
    no = client.post("/no/new", {"employer": "Tallowby", "role": "", "stage": "", "on": ""}).url.split("/")[2]

    assert ways_back(ana) == [("left", f"/no/{no}")]


def test_a_no_that_was_weighed_filed_or_taken_back_needs_none(client, ana):
    weighed, filed = bring(ana, *haldenfrey())[-1], bring(ana, *brightmoor())[-1]

    client.post(f"/read/{weighed}/right")
    client.post(f"/no/{weighed}/sting", {"sting": "bit"})
    client.post(f"/read/{filed}/right")
    client.post(f"/no/{filed}/sting", {"sting": "barely"})

    assert ways_back(ana) == []


def test_an_old_record_that_was_brought_in_asks_for_no_way_back(ana):
    ended = (Told(Kind.APPLIED, None, employer="Tallowby"), Told(Kind.REJECTION, None))

    by_hand.new_applications(ana, [ended], now=NOW)

    assert ways_back(ana) == []


def test_what_the_user_was_not_sure_of_is_one_quiet_line_from_today(client, ana):
    unsure = [invitation(ana, sure=False, day=day) for day in (40, 1, 2, 3)]

    client.post(f"/read/{unsure[0]}/not-sure")

    assert shown(ana) == ["good", "good", "good"]
    assert ways_back(ana) == [("unsure_one", "/review")]
    assert "One mail waits for your word" in client.get("/").content.decode()


def test_what_the_page_shows_already_has_no_second_line(ana):
    invitation(ana, sure=False)

    assert (shown(ana)[0], ways_back(ana)) == ("good", [])


def test_the_tab_never_says_who_it_was_or_what_they_said(client, ana):
    bring(ana, *haldenfrey())

    for path in ("/", "/applications", "/people", "/review", "/settings/data"):
        title = client.get(path).content.decode().partition("<title>")[2].partition("</title>")[0].lower()
        assert "haldenfrey" not in title and "no" not in title.split() and "reject" not in title


def test_bo_has_a_day_of_her_own(ana, bo):
    opened(ana, bring(ana, *haldenfrey())[-1], rests_until=NOW + timedelta(hours=20))
    invitation(ana, sure=False)

    assert shown(bo) == ["begin"]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (MORNING + timedelta(hours=2), "today, 12:00"),
        (MORNING + timedelta(days=1), "tomorrow, 10:00"),
        (MORNING - timedelta(days=1), "yesterday, 10:00"),
        (MORNING + timedelta(days=3), "Thursday, 10:00"),
        (MORNING - timedelta(days=20), "3 November"),
    ],
)
def test_a_moment_is_told_as_one_would_say_it(moment, words):
    assert when(moment, MORNING) == words
