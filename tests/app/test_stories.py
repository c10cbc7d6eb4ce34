"""A story of what was learned, told part by part, and what is on record beside it."""

import pytest

from highroad.app.actions.ask_for_feedback import asked, finish, keep_answer, work_on
from highroad.app.actions.stories import begin, write
from highroad.app.models import DeedRow, StoryRow
from highroad.app.queries.stories import stories, story
from highroad.app.queries.strengths import on_record
from highroad.steps.dont_get_stuck.story import Part
from tests.app.mails import brightmoor, bring, haldenfrey, mail
from tests.app.noes import final_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def begun(owner, about="I froze at the board"):
    return begin(owner, about=about, question="failed", now=NOW)


def test_a_story_begins_from_something_that_was_worked_on(client, ana):
    action = work_on(ana, "Put a figure into every story", first_step="Find three", review_on=None, now=NOW)
    finish(ana, action.pk, now=NOW)

    answer = client.post("/stories/new", {"worked_on": action.pk, "question": "feedback"})

    row = StoryRow.objects.get()
    assert answer.url == f"/stories/{row.pk}/situation"
    assert (row.task, row.done, row.question) == ("Put a figure into every story", "Find three", "feedback")
    assert DeedRow.objects.filter(kind="story").count() == 1


def test_a_story_without_a_word_is_refused_and_begins_nothing(client, ana):
    answer = client.post("/stories/new", {"said": " "})

    assert answer.status_code == 422
    assert "Write a word or two about it first." in text_of(answer)
    assert not StoryRow.objects.exists()


def test_each_part_leads_to_the_next_and_the_last_to_the_whole(client, ana):
    number = begun(ana)

    ways = [client.post(f"/stories/{number}/{part}", {"said": f"About the {part}."}).url for part in Part]

    assert ways == [*(f"/stories/{number}/{part}" for part in list(Part)[1:]), f"/stories/{number}"]
    page = text_of(client.get(f"/stories/{number}"))
    assert [f"About the {part}." in page for part in Part] == [True] * 6


def test_what_was_typed_is_kept_on_every_way_out(client, ana):
    number = begun(ana)

    client.post(f"/stories/{number}/result/save", {"said": "Two of my st"})
    stopped = client.post(f"/stories/{number}/learned", {"said": "Numbers", "end": "stop"})
    skipped = client.post(f"/stories/{number}/situation", {"said": "A Monday", "end": "skip"})

    told = story(ana, number).story
    assert (told.result, told.learned, told.situation) == ("Two of my st", "Numbers", "A Monday")
    assert (stopped.url, skipped.url) == ("/stories", f"/stories/{number}/task")


def test_it_says_how_long_it_takes_to_say(client, ana):
    number = begun(ana)
    write(ana, number, Part.ACTION, "word " * 126, now=NOW)

    assert "About 60 seconds aloud." in text_of(client.get(f"/stories/{number}"))


def test_the_plan_for_the_next_no_is_shown_when_one_comes(client, ana):
    number = begun(ana)
    write(ana, number, Part.PLAN, "walk to the harbour.", now=NOW)

    page = text_of(client.get(f"/no/{final_no(ana)}/dont-get-stuck"))

    assert "For a day like this you planned: when a no comes, then I will walk to the harbour." in page


@pytest.mark.parametrize(
    ("when", "then", "says"),
    [
        ("", "I will call Sam.", "when a no comes, then I will call Sam."),
        ("When it comes at night.", "then I’ll read it at nine", "when it comes at night, then I’ll read it at nine."),
        ("if I get stuck", "walk to the harbour", "when I get stuck, then I will walk to the harbour."),
        (
            "wenn abends eine Absage kommt",
            "ich werde Sam anrufen.",
            "when abends eine Absage kommt, then ich werde Sam",
        ),
    ],
)
def test_the_plan_is_told_as_one_sentence_however_it_was_typed(client, ana, when, then, says):
    number = begun(ana)

    client.post(f"/stories/{number}/plan", {"when": when, "said": then})

    assert f"For a day like this you planned: {says}" in text_of(client.get(f"/no/{final_no(ana)}/dont-get-stuck"))
    assert f'value="{when}"' in text_of(client.get(f"/stories/{number}/plan"))


def test_bo_s_story_is_nowhere(client, ana, bo):
    number = begun(bo)

    codes = {client.get(f"/stories/{number}").status_code, client.get(f"/stories/{number}/task").status_code}
    codes |= {client.post(f"/stories/{number}/{what}").status_code for what in ("task", "task/save", "let-go")}

    assert codes == {404}
    assert stories(ana) == []


def test_a_story_can_be_deleted(client, ana):
    client.post(f"/stories/{begun(ana)}/let-go")

    assert not StoryRow.objects.exists()


def test_what_others_did_is_told_with_where_it_stands(ana, client):
    event_id = final_no(ana)

    found = on_record(ana)

    assert [deed.says for deed in found.deeds] == ["Haldenfrey asked you to round 2. You met two people there."]
    assert client.get(f"/applications/{found.deeds[0].event_id}").url.startswith("/applications/")
    assert event_id


def test_what_they_wrote_is_quoted_unchanged_with_its_mail(ana, client):
    kind = "Hi Ana,\n\nYour presentation was very clear and well structured.\n\nSam"
    bring(ana, *haldenfrey(), mail(kind, day=0.05, subject="Re: Your application"))

    quote = on_record(ana).quotes[0]

    assert quote.text == "Your presentation was very clear and well structured."
    assert client.get(quote.url).status_code in (200, 302)


def test_what_was_said_when_asked_is_on_record_once(ana):
    event_id = final_no(ana)
    keep_answer(ana, asked(ana, event_id, 1, now=NOW).pk, "Your answers were very clear. Be louder.", now=NOW)

    assert [quote.text for quote in on_record(ana).quotes] == ["Your answers were very clear."]


def test_a_form_mail_from_nobody_who_met_one_says_nothing_of_strengths(ana):
    praise = "Dear Ana,\n\nYour background is very impressive. Unfortunately we chose others.\n\nCareers"
    bring(ana, *brightmoor(), mail(praise, day=2, employer="Brightmoor"))

    assert on_record(ana).quotes == ()
