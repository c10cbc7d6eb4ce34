"""The list, the story of one, and every change by hand with its way back."""

from datetime import date, timedelta

import pytest

from highroad.app.actions import by_hand
from highroad.app.actions.by_hand import NothingChosen, Told, WithItself
from highroad.app.actions.corrections import undo
from highroad.app.actions.dont_get_stuck import catch
from highroad.app.models import ApplicationRow, CorrectionRow, EventRow, MessageRow, PersonRow
from highroad.app.queries.application_pages import listed, story
from highroad.app.queries.applications import NotThere, application
from highroad.applications.application import Outcome
from highroad.events.event import Kind, Stage
from tests.app.derived import derived
from tests.app.mails import brightmoor, bring, haldenfrey, mail
from tests.app.noes import final_no, text_of
from tests.cast import EMPLOYER, NOOR, NOOR_INTERVIEWER, NOW, ROLE

pytestmark = pytest.mark.django_db

TODAY = NOW.date()


@pytest.fixture
def told(ana) -> list[str]:
    """Ana's application at Haldenfrey, from mail; the ids of its events."""
    return bring(ana, *haldenfrey())


def test_what_they_said_of_silence_stands_there_until_they_answer(client, ana):
    by_then = "If you have not heard from us by 14 December, please assume that your application was unsuccessful."
    confirmed = mail(f"Thank you. We have received your application.\n\n{by_then}", day=3, employer="Brightmoor")
    (event_id,) = bring(ana, confirmed)
    some_id = application(ana, event_id).application_id

    page = text_of(client.get(f"/applications/{some_id}"))
    by_hand.add_event(ana, some_id, Told(Kind.WITHDRAWAL, TODAY), now=NOW)

    assert f"<blockquote>{by_then}</blockquote>" in page
    assert by_then not in text_of(client.get(f"/applications/{some_id}"))


def test_the_list_says_of_each_date_what_it_is(client, ana):
    for employer, days in (("Tallowby", 6), ("Corwen", None)):
        some_id, _ = by_hand.new_application(ana, Told(Kind.APPLIED, TODAY, employer=employer), now=NOW)
        on = TODAY + timedelta(days=days) if days else TODAY
        by_hand.add_event(ana, some_id, Told(Kind.INTERVIEW, on), now=NOW)
    by_hand.new_application(ana, Told(Kind.APPLIED, TODAY, employer="Ryburn"), now=NOW)

    page = text_of(client.get("/applications"))

    assert "Talk on Sunday, 29 November. Last entry 23 Nov 2026" in page
    assert "Asked to talk, no day read. Last entry 23 Nov 2026" in page
    assert "Applied. Last entry 23 Nov 2026" in page
    assert "Interview" not in page


def test_a_talk_that_was_held_can_be_added_and_counts(client, ana):
    some_id, _ = by_hand.new_application(ana, Told(Kind.APPLIED, TODAY, employer="Tallowby"), now=NOW)
    day = (TODAY - timedelta(days=2)).isoformat()

    page = text_of(client.post(f"/applications/{some_id}/add", {"kind": "talk", "on": day}, follow=True))

    assert "1 talk, open." in page and "You had the talk" in page
    assert "21 November 2026" in page and "For Saturday" not in page


def test_the_story_tells_what_happened_in_order_with_the_sentence_that_proves_it(client, told):
    page = client.get(f"/applications/{told[0]}").content.decode()

    assert EMPLOYER in page and ROLE in page
    places = [
        page.index(words) for words in ("They have your application", "Invited to talk", "You thanked", "final round")
    ]
    assert places == sorted(places)
    assert "We have received your application." in page


def test_the_words_of_a_no_stay_folded_away_in_the_story(client, told):
    page = client.get(f"/applications/{told[0]}").content.decode()

    assert "A no, after the final round" in page
    assert "Unfortunately" not in page
    assert f"/read/{told[-1]}" in page


def test_any_event_of_it_leads_to_the_application(client, told):
    answer = client.get(f"/applications/{told[2]}")

    assert answer["Location"] == f"/applications/{told[0]}"


def test_furthest_stage_and_outcome_are_told_apart(ana, told):
    found = story(ana, told[0], now=NOW)

    assert (found.stage, found.outcome) == (Stage.FINAL, Outcome.REJECTED)


def test_silence_is_called_silence_and_not_a_no(client, ana):
    confirmed, _ = brightmoor(ago=200)
    bring(ana, confirmed)

    page = client.get("/applications/" + application(ana, EventRow.objects.get().event_id).application_id)

    assert "That is silence, not a no." in page.content.decode()


def test_an_application_can_be_typed_in_and_taken_back(client, ana):
    answer = client.post("/applications/new", {"employer": "Tallowby", "role": "Designer", "on": "2026-11-02"})

    row = ApplicationRow.objects.get()
    assert (row.employer, row.role, row.applied_on) == ("Tallowby", "Designer", date(2026, 11, 2))
    assert client.get(answer["Location"]).status_code in {200, 302}
    client.post(f"/undo/{CorrectionRow.objects.get().together}")
    assert not ApplicationRow.objects.exists()


def test_an_application_needs_at_least_an_employer(client, ana):
    answer = client.post("/applications/new", {"employer": " ", "role": "Designer"})

    assert "Write who it is, in a word or two." in answer.content.decode()
    assert not ApplicationRow.objects.exists()


CHANGES = {
    "rename": lambda ana, ids: by_hand.rename(
        ana, ids[0], employer="Halden & Frey", role=ROLE, stage=Stage.OFFER, outcome=Outcome.OFFER, now=NOW
    ),
    "add": lambda ana, ids: by_hand.add_event(ana, ids[0], Told(Kind.NOTE, TODAY, note="It went well."), now=NOW),
    "edit": lambda ana, ids: by_hand.edit_event(
        ana, ids[1], Told(Kind.INTERVIEW, TODAY, stage=Stage.SCREEN, note="By phone."), now=NOW
    ),
    "remove": lambda ana, ids: by_hand.remove_event(ana, ids[1], now=NOW),
    "split": lambda ana, ids: by_hand.split(ana, ids[0], ids[3:], now=NOW),
    "delete": lambda ana, ids: by_hand.delete(ana, ids[0], now=NOW),
    "add person": lambda ana, ids: by_hand.add_person(ana, ids[0], NOOR_INTERVIEWER, now=NOW),
    "remove person": lambda ana, ids: by_hand.remove_person(
        ana, ids[0], story(ana, ids[0], now=NOW).people[0].person, now=NOW
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_by_hand_can_be_undone(ana, told, change):
    before = derived(ana)

    together = change(ana, told)
    changed = derived(ana)
    undo(ana, together, now=NOW)

    assert changed != before
    assert derived(ana) == before


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_change_by_hand_reaches_anothers_application(ana, bo, told, change):
    before = derived(ana)

    with pytest.raises(NotThere):
        change(bo, told)

    assert derived(ana) == before


def test_what_the_user_called_it_wins_over_the_mail(ana, told):
    by_hand.rename(ana, told[0], employer="Halden & Frey", role=ROLE, stage=None, outcome=None, now=NOW)

    bring(ana, *haldenfrey(ago=0.5)[-1:])

    assert application(ana, told[0]).employer == "Halden & Frey"


def test_only_what_differs_is_said(client, ana, told):
    found = story(ana, told[0], now=NOW)

    client.post(
        f"/applications/{told[0]}/edit",
        {"employer": found.employer, "role": "Senior Analyst", "stage": found.stage, "outcome": found.outcome},
    )
    client.post(
        f"/applications/{told[0]}/edit", {"employer": found.employer, "role": "Senior Analyst", "stage": found.stage}
    )

    said = CorrectionRow.objects.get().correction
    assert said == {
        "event_id": told[0],
        "employer": None,
        "role": "Senior Analyst",
        "furthest_stage": None,
        "applied_on": None,
        "channel": None,
    }


def test_keeping_an_entry_as_it_is_says_nothing(client, ana, told):
    entry = story(ana, told[0], now=NOW).entries[1]

    client.post(
        f"/events/{told[1]}/edit", {"kind": entry.kind, "on": entry.at.date().isoformat(), "stage": entry.stage}
    )

    assert not CorrectionRow.objects.exists()


def test_an_entry_keeps_its_hour_when_only_its_note_is_changed(client, ana, told):
    before = EventRow.objects.get(event_id=told[1]).at

    client.post(f"/events/{told[1]}/edit", {"kind": "interview", "on": before.date().isoformat(), "note": "By phone."})

    assert EventRow.objects.get(event_id=told[1]).at == before
    assert "By phone." in client.get(f"/applications/{told[0]}").content.decode()


def test_a_removed_entry_keeps_its_mail(client, ana, told):
    client.post(f"/events/{told[1]}/remove")

    assert not EventRow.objects.filter(event_id=told[1]).exists()
    assert MessageRow.objects.filter(event_id=told[1]).exists()


def test_two_that_are_one_become_one(client, ana, told):
    other, _ = bring(ana, *brightmoor())

    client.post(f"/applications/{told[0]}/merge", {"other": other})

    assert ApplicationRow.objects.count() == 1
    assert application(ana, other) == application(ana, told[0])


def test_merging_two_can_be_undone(ana, told):
    other, _ = bring(ana, *brightmoor())
    before = derived(ana)

    undo(ana, by_hand.merge(ana, other, told[0], now=NOW), now=NOW)

    assert derived(ana) == before


def test_one_cannot_be_merged_with_itself(ana, told):
    with pytest.raises(WithItself):
        by_hand.merge(ana, told[0], told[1], now=NOW)


@pytest.mark.parametrize("chosen", [slice(0, 0), slice(None)], ids=["none", "all"])
def test_taking_apart_needs_something_on_both_sides(client, ana, told, chosen):
    with pytest.raises(NothingChosen):
        by_hand.split(ana, told[0], told[chosen], now=NOW)

    answer = client.post(f"/applications/{told[0]}/split", {"event": told[chosen]}, follow=True)
    assert "Choose at least one" in answer.content.decode()


def test_what_was_taken_out_is_an_application_of_its_own(client, ana, told):
    client.post(f"/applications/{told[0]}/split", {"event": told[3:]})

    assert ApplicationRow.objects.count() == 2
    assert [row.event_id for row in application(ana, told[3]).events.all()] == told[3:]


def test_a_deleted_application_keeps_its_mail_and_offers_the_way_back(client, ana, told):
    answer = client.post(f"/applications/{told[0]}/delete", follow=True)

    assert not ApplicationRow.objects.exists()
    assert MessageRow.objects.count() == len(told)
    assert "Undo" in answer.content.decode()


def test_someone_can_be_put_right_even_when_the_list_has_changed_meanwhile(client, ana, told):
    noor = PersonRow.objects.get(email=NOOR.email).person_id
    by_hand.remove_person(ana, told[0], story(ana, told[0], now=NOW).people[0].person, now=NOW)

    client.post(
        f"/applications/{told[0]}/people/{noor}", {"name": "Noor Haddad", "email": NOOR.email, "part": "hiring_manager"}
    )

    assert list(PersonRow.objects.values_list("name", "part")) == [("Noor Haddad", "hiring_manager")]


def test_the_list_is_cut_into_pages_the_latest_first(client, ana):
    many = [(Told(Kind.APPLIED, TODAY - timedelta(days=day), employer=f"Employer {day}"),) for day in range(45)]
    by_hand.new_applications(ana, many, now=NOW)

    first, second = (client.get("/applications", {"page": page}).content.decode() for page in (1, 2))

    assert "Employer 0<" in first and "Employer 39<" in first and "Employer 40<" not in first
    assert "Employer 40<" in second and "Employer 44<" in second
    assert client.get("/applications", {"page": "nonsense"}).status_code == 200


@pytest.mark.parametrize(
    ("outcome", "employer"), [("rejected", EMPLOYER), ("quiet", "Brightmoor"), ("open", "Tallowby")]
)
def test_the_list_can_be_narrowed_to_how_it_ended(ana, told, outcome, employer):
    bring(ana, brightmoor(ago=200)[0])
    by_hand.new_application(ana, Told(Kind.APPLIED, TODAY, employer="Tallowby"), now=NOW)

    found = [row.employer for row in listed(ana, outcome=outcome, number="", today=TODAY)]

    assert found == [employer]


def test_bo_sees_nothing_of_ana_in_her_list(bo, told):
    assert list(listed(bo, outcome="", number="", today=TODAY)) == []


def test_every_page_counts_the_same_people_as_met(client, ana):
    """The recruiter wrote and was named; two others were talked with."""
    no = final_no(ana)
    number = catch(ana, no, "They all think I am a fool.", now=NOW)

    pages = [f"/applications/{no}", f"/no/{no}/dont-burn-bridges", f"/thoughts/{number}/against", "/strengths"]
    application, bridges, thought, strengths = (text_of(client.get(page, follow=True)) for page in pages)

    assert "2 people met" in application and application.count('class="who" href="/applications/') == 3
    assert "You met 2 people" in bridges
    assert "You met two people there." in thought
    assert "two people" in strengths


@pytest.mark.parametrize("page", ["", "/edit", "/add", "/merge", "/split", "/people/add"])
def test_employers_are_in_no_title_and_no_address(client, told, page):
    answer = client.get(f"/applications/{told[0]}{page}")

    title = answer.content.decode().partition("<title>")[2].partition("</title>")[0]
    assert EMPLOYER not in title + f"/applications/{told[0]}{page}"
