"""One next thing, or rest."""

import json
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import resolve
from django.utils import timezone
from typer.testing import CliRunner

from highroad.app import clock
from highroad.app.actions.ask_for_feedback import work_on
from highroad.app.actions.by_hand import Told, add_event, add_person, close, new_application
from highroad.app.actions.keep_going import did_it
from highroad.app.actions.recoveries import say_how_hard
from highroad.app.models import DeedRow, EmployerRow, EventRow, OpeningRow, StepRow
from highroad.app.queries.keep_going import PLACES, one_next_thing
from highroad.cli import next as next_command
from highroad.events.details.names import employer_key
from highroad.events.event import Kind, Part, Person
from highroad.recovery.sting import Sting
from highroad.steps.keep_going.next_thing import Size
from highroad.words.content import load_toml
from tests.app.everything import everything
from tests.app.mails import brightmoor, bring
from tests.app.noes import final_no, text_of
from tests.app.test_query_counts import many, questions
from tests.cast import EMPLOYER, NOW

pytestmark = pytest.mark.django_db


def test_each_size_offers_exactly_one_thing(client, ana):
    page = text_of(client.get(f"/no/{final_no(ana)}/keep-going?size=five"))

    assert "<h1>Write Eli Brandt two lines of thanks.</h1>" in page
    assert '<a class="button" href="/people/' in page
    assert page.count(">Done<") == 1


def test_nobody_is_to_be_thanked_for_a_talk_that_is_still_to_come(ana):
    noor = Person("Noor Haddad", "noor@tallowby.example", Part.INTERVIEWER)
    made, _ = new_application(ana, Told(Kind.INTERVIEW, (NOW + timedelta(days=6)).date(), employer="Tallowby"), now=NOW)
    add_person(ana, made, noor, now=NOW)

    before, after = (one_next_thing(ana, Size.FIVE, now=NOW + timedelta(days=days)).thing for days in (0, 7))

    assert before.kind != "thank"
    assert (after.kind, after.title) == ("thank", "Write Noor Haddad two lines of thanks.")


def test_what_was_done_is_not_offered_again(ana):
    final_no(ana)
    thing = one_next_thing(ana, Size.FIVE, now=NOW).thing

    did_it(ana, None, thing.deed, now=NOW)

    assert one_next_thing(ana, Size.FIVE, now=NOW).thing.title != thing.title


def test_another_one_passes_the_first_by(client, ana):
    page = f"/no/{final_no(ana)}/keep-going?size=five"
    link = text_of(client.get(page)).partition('<a class="button bare" href="')[2].partition('"')[0]

    another = text_of(client.get(page.partition("?")[0] + link.replace("&amp;", "&")))

    assert "two lines of thanks" not in another


def test_the_small_first_step_of_an_action_comes_up(ana):
    work_on(ana, "measuring results", first_step="two figures", review_on=None, now=NOW)

    found = one_next_thing(ana, Size.HALF_HOUR, now=NOW, passed_over=["plan:2026-W48"])

    assert (found.thing.title.endswith("two figures"), found.url) == (True, "/actions")


def test_done_marks_the_step_and_counts(client, ana):
    event_id = final_no(ana)

    client.post(f"/no/{event_id}/keep-going", {"deed": "practise:proud"})

    assert StepRow.objects.get().done_at is not None
    assert DeedRow.objects.get().kind == "practice"


def test_not_today_is_an_answer(client, ana):
    event_id = final_no(ana)
    page = text_of(client.get(f"/no/{event_id}/keep-going?size=not_today"))

    client.post(f"/no/{event_id}/keep-going", {"deed": "", "size": "not_today"})

    assert "Rest counts." in page
    assert StepRow.objects.get().done_at is not None
    assert DeedRow.objects.get().kind == "rest"


def test_after_not_today_nothing_is_offered_until_tomorrow_unless_asked_for(client, ana):
    final_no(ana)
    client.post("/keep-going", {"deed": "", "size": "not_today"})
    same_day = one_next_thing(ana, Size.HALF_HOUR, now=NOW + timedelta(hours=8)).thing
    tomorrow = one_next_thing(ana, Size.HALF_HOUR, now=NOW + timedelta(days=1)).thing

    client.post("/keep-going", {"deed": "after_all", "size": "five"})

    assert (same_day.kind, bool(same_day.deed)) == ("not_today", False)
    assert tomorrow.deed
    assert one_next_thing(ana, Size.FIVE, now=NOW).thing.deed
    assert not DeedRow.objects.exists()


def test_no_work_is_offered_during_a_rest_or_at_night(ana):
    late = NOW.replace(hour=22)
    at_night = one_next_thing(ana, Size.FIVE, now=late).thing
    say_how_hard(ana, final_no(ana), Sting.PUNCH, now=NOW)

    at_rest = one_next_thing(ana, Size.FIVE, now=NOW).thing

    assert (at_night.kind, at_rest.kind) == ("evening", "resting")


@pytest.mark.parametrize("asked", ["", "?size=five", "?size=not_today"])
@pytest.mark.parametrize("page", ["/keep-going", "/no/{}/keep-going"])
def test_during_a_rest_there_is_the_rest_and_what_has_its_day(client, ana, page, asked):
    no = final_no(ana)
    say_how_hard(ana, no, Sting.PUNCH, now=clock.now())
    new_application(ana, Told(Kind.INTERVIEW, (NOW + timedelta(days=1)).date(), employer="Tallowby"), now=NOW)

    shown = text_of(client.get(page.format(no) + asked))

    assert "<h1>You are resting.</h1>" in shown
    assert "How much is there in you today?" not in shown
    assert "You are invited to talk" in shown and "Tallowby, tomorrow," in shown


def test_a_rest_can_be_changed_from_where_it_is_met(client, ana):
    no = final_no(ana)
    say_how_hard(ana, no, Sting.PUNCH, now=clock.now())

    page = text_of(client.get(f"/no/{no}/keep-going?size=five"))

    assert f'href="/no/{no}/take-a-moment/rest"' in page
    assert "/take-a-moment/rest" not in text_of(client.get("/keep-going?size=five"))


def test_a_talk_that_is_near_comes_first(ana):
    add_event(ana, final_no(ana), Told(Kind.INTERVIEW, (NOW + timedelta(days=1)).date()), now=NOW)
    EventRow.objects.filter(kind="interview", by_user=True).update(happens_at=NOW + timedelta(days=1))

    assert one_next_thing(ana, Size.HALF_HOUR, now=NOW).thing.kind == "prepare"


def test_a_mail_nobody_has_settled_is_small_enough_for_five_minutes(ana):
    bring(ana, *brightmoor())
    EventRow.objects.filter(kind="rejection").update(sure=False)

    assert one_next_thing(ana, Size.FIVE, now=NOW).thing.kind == "look"


def test_dark_words_let_the_next_thing_rest_too(ana):
    final_no(ana)
    ana.quiet_until = NOW + timedelta(hours=72)
    ana.save()

    assert one_next_thing(ana, Size.FIVE, now=NOW + timedelta(hours=71)).thing.kind == "resting"
    assert one_next_thing(ana, Size.FIVE, now=NOW + timedelta(hours=73)).thing.kind != "resting"


def test_everything_there_is_to_do_is_done_on_a_page_of_its_own():
    things = load_toml("highroad.steps.keep_going", "content/words.toml")["things"]
    pages = {url.format(about="7") for url in PLACES.values()}

    assert set(PLACES) == {kind for kind, words in things.items() if words["minutes"]}
    assert [url for url in pages if not resolve(url)] == []


def test_the_record_changes_what_is_offered_once_the_thing_is_done_where_it_belongs(ana):
    """Nobody presses Done here: each thing is done on its own page, and the next one is another."""
    made, _ = new_application(ana, Told(Kind.APPLIED, day(20), employer="Tallowby"), now=NOW)
    quiet = one_next_thing(ana, Size.FIVE, now=NOW).thing
    close(ana, made, now=NOW)
    opening = OpeningRow.objects.create(owner=ana, employer="Brookmere", ready=["resume"], added_at=NOW)
    begun = one_next_thing(ana, Size.HALF_HOUR, now=NOW)

    OpeningRow.objects.filter(pk=opening.pk).update(sent_as="abc")

    assert (quiet.kind, quiet.about) == ("follow_up", made)
    assert one_next_thing(ana, Size.FIVE, now=NOW).thing.kind == "plan"
    assert (begun.thing.kind, begun.url) == ("opening", f"/queue/{opening.pk}")
    assert one_next_thing(ana, Size.HALF_HOUR, now=NOW).thing.kind == "plan"


def test_an_opening_that_was_only_seen_is_not_called_begun(ana):
    opening = OpeningRow.objects.create(owner=ana, employer="Brookmere", added_at=NOW)

    thing = one_next_thing(ana, Size.HALF_HOUR, now=NOW).thing

    assert (thing.kind, thing.about) == ("seen", str(opening.pk))
    assert "Finish" not in thing.title and "begun" not in thing.why


@pytest.mark.parametrize("ready", [[], ["resume"]])
def test_an_opening_waits_until_the_day_to_apply_there_again(ana, ready):
    no = final_no(ana)
    OpeningRow.objects.create(owner=ana, employer=EMPLOYER, ready=ready, added_at=NOW)
    until_then = one_next_thing(ana, Size.HALF_HOUR, now=NOW).thing.kind

    EmployerRow.objects.create(owner=ana, key=employer_key(EMPLOYER), name=EMPLOYER, event_id=no, again_on=NOW.date())

    assert until_then not in ("opening", "seen")
    assert one_next_thing(ana, Size.HALF_HOUR, now=NOW).thing.kind == ("opening" if ready else "seen")


@pytest.mark.parametrize("size", ["five", "half_hour"])
def test_a_full_record_is_read_in_a_few_questions(client, ana, size):
    everything(ana)
    many(ana, 30)

    assert questions(client, "get", f"/keep-going?size={size}") <= 8


@pytest.mark.parametrize("zone", ["Europe/Lisbon", "America/Los_Angeles", "Asia/Tokyo", "Australia/Adelaide"])
def test_the_evening_is_the_users_own(ana, zone):
    final_no(ana)
    with timezone.override(zone), time_machine.travel(datetime(2026, 11, 23, 21, 0, tzinfo=ZoneInfo(zone))):
        late = one_next_thing(ana, Size.FIVE, now=clock.now()).thing
    with timezone.override(zone), time_machine.travel(datetime(2026, 11, 23, 20, 59, tzinfo=ZoneInfo(zone))):
        early = one_next_thing(ana, Size.FIVE, now=clock.now()).thing

    assert (late.kind, early.kind) == ("evening", "thank")


def test_the_terminal_says_one_thing_and_where_or_null(ana):
    final_no(ana)

    told = json.loads(CliRunner().invoke(next_command.app, ["--json"]).stdout)
    at_rest = CliRunner().invoke(next_command.app, ["--size", "not_today", "--json"]).stdout

    assert set(told) == {"title", "why", "minutes", "url", "kind"}
    assert (told["kind"], told["minutes"]) == ("thank", 5)
    assert json.loads(at_rest) is None


def test_bo_is_offered_nothing_of_anas(ana, bo):
    final_no(ana)

    assert one_next_thing(bo, Size.FIVE, now=NOW).thing.kind == "plan"


def day(ago: int) -> date:
    return (NOW - timedelta(days=ago)).date()
