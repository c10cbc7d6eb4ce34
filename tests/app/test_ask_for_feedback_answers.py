"""The answer is known when it comes, sorted, moved by hand; two voices make a pattern; Today brings it up."""

from datetime import timedelta

import pytest

from highroad.app.actions.ask_for_feedback import asked, asked_by_mail, keep_answer, work_on
from highroad.app.models import ActionRow, DeedRow, FeedbackRow, OutgoingRow, OwnerRow, RecoveryRow
from highroad.app.queries.ask_for_feedback import ask, feedback, one_feedback, works_on
from highroad.app.queries.today import today
from tests.app.mails import bring, haldenfrey, mail
from tests.app.noes import confirmed, final_no, light_no, text_of
from tests.cast import NOOR, NOW, SAM

pytestmark = pytest.mark.django_db

ANSWER = "Hi Ana,\n\nYour case was clear. We missed concrete examples.\n\nBest wishes\nSam"
ASKED_AT = NOW - timedelta(days=8)


@pytest.fixture
def request_row(ana) -> FeedbackRow:
    """Ana asked Sam eight days ago."""
    return asked(ana, confirmed(ana, haldenfrey(ago=9)), 1, now=ASKED_AT)


def answer_by_mail(owner: OwnerRow, *, day: float = 1, body: str = ANSWER) -> str:
    (event_id,) = bring(owner, mail(body, day=day, subject="Re: One question"))
    return event_id


def test_a_mail_of_the_one_who_was_asked_is_offered_as_their_answer(client, ana, request_row):
    event_id = answer_by_mail(ana)

    page = text_of(client.get(f"/feedback/{request_row.pk}"))

    assert "Is this their answer?" in page
    assert f'name="mail" value="{event_id}"' in page


def test_one_tap_keeps_it_and_sorts_it(client, ana, request_row):
    told = {"mail": answer_by_mail(ana), "is_it": "yes"}

    page = text_of(client.post(f"/feedback/{request_row.pk}/is-it", told, follow=True))

    kept = FeedbackRow.objects.get()
    sorts = {one.text: one.sort for one in one_feedback(ana, kept.pk, now=NOW).sentences}
    assert (kept.answer_event_id, kept.answered_at) == (told["mail"], NOW - timedelta(days=1))
    assert (sorts["Your case was clear."], sorts["We missed concrete examples."]) == ("keep_doing", "work_on")
    assert "Keep doing" in page
    assert DeedRow.objects.filter(kind="feedback").count() == 1


def test_a_mail_that_is_not_the_answer_is_not_offered_again(client, ana, request_row):
    told = {"mail": answer_by_mail(ana), "is_it": "no"}
    client.post(f"/feedback/{request_row.pk}/is-it", told)

    found = one_feedback(ana, request_row.pk, now=NOW)

    assert (found.maybe, found.answer) == (None, "")
    assert client.post(f"/feedback/{request_row.pk}/is-it", told).status_code == 404


def test_what_they_wrote_before_the_question_is_no_answer(ana, request_row):
    answer_by_mail(ana, day=8.5)

    assert one_feedback(ana, request_row.pk, now=NOW).maybe is None


def test_a_colleague_who_answers_in_the_thread_is_heard(ana, request_row):
    OutgoingRow.objects.create(
        owner=ana,
        recovery=request_row.recovery,
        purpose="feedback",
        state=OutgoingRow.State.SENT,
        message_id="question@duarte.example",
        saved_at=ASKED_AT,
    )
    answer = mail(ANSWER, day=1, sender=NOOR, answers="<question@duarte.example>")
    other = mail("Shall we talk about something else?", day=2, sender=NOOR)
    bring(ana, answer, other)

    found = one_feedback(ana, request_row.pk, now=NOW)

    assert found.maybe is not None
    assert "Your case was clear." in found.maybe.text


def test_a_sentence_is_moved_by_the_user(client, ana, request_row):
    keep_answer(ana, request_row.pk, ANSWER, now=NOW)

    client.post(f"/feedback/{request_row.pk}/move/2", {"to": "unclear"})

    assert one_feedback(ana, request_row.pk, now=NOW).sentences[1].sort == "unclear"
    assert client.post(f"/feedback/{request_row.pk}/move/2", {"to": "elsewhere"}).status_code == 404
    assert client.post(f"/feedback/{request_row.pk}/move/99", {"to": "unclear"}).status_code == 404


def test_two_people_make_a_pattern_and_one_does_not(client, ana, request_row):
    keep_answer(ana, request_row.pk, ANSWER, now=NOW)
    alone = feedback(ana, now=NOW).patterns
    other = another(ana, "We lacked specific examples.")

    both = feedback(ana, now=NOW).patterns
    page = text_of(client.get(f"/feedback/{other.pk}"))

    assert alone == ()
    assert [found.name for found in both] == ["concrete examples"]
    assert "Two people said it." in page
    assert "Two people said it." in text_of(client.get("/feedback"))


def test_one_person_asked_in_two_ways_is_one_voice(client, ana, request_row):
    keep_answer(ana, request_row.pk, ANSWER, now=NOW)
    again = another(ana, "We lacked specific examples.", name=request_row.asked_name)

    found = feedback(ana, now=NOW)

    assert request_row.asked_email and not again.asked_email
    assert found.patterns == ()
    assert "Two people said it." not in text_of(client.get(f"/feedback/{again.pk}"))


def another(owner: OwnerRow, answer: str, *, name: str = "Noor") -> FeedbackRow:
    """Somebody else was asked after another no."""
    recovery = RecoveryRow.objects.create(owner=owner, event_id=f"other {name}"[:16], opened_at=NOW)
    return FeedbackRow.objects.create(
        owner=owner, recovery=recovery, asked_name=name, asked_at=NOW - timedelta(days=30), answer=answer
    )


def test_a_share_is_shown_from_three_on_and_only_of_ones_own(client, ana, bo):
    another(ana, "Your case was clear.", name="Noor")
    another(ana, "", name="Eli")
    another(bo, "Your case was clear.", name="Mira")
    few = feedback(ana, now=NOW).share
    another(ana, "Your talk was good.", name="Jo")

    page = text_of(client.get("/feedback"))

    assert few is None
    assert "2 of your 3 were answered." in page


@pytest.mark.parametrize(("days", "offered"), [(6, False), (7, True), (10, True), (11, False)])
def test_one_nudge_is_offered_from_the_seventh_to_the_tenth_day(ana, days: int, *, offered: bool):
    event_id = confirmed(ana, haldenfrey(ago=days + 1))
    asked(ana, event_id, 1, now=NOW - timedelta(days=days))

    found = ask(ana, event_id, now=NOW).asked

    assert found is not None
    assert found.nudge_now is offered


def test_the_nudge_is_written_once(client, ana, request_row):
    page = text_of(client.get(f"/no/{request_row.recovery.event_id}/ask-for-feedback"))
    url = page.partition('class="button" href="')[2].partition('"')[0]
    draft = text_of(client.get(url))

    client.post(f"{url}/asked")

    assert "my question of 15 November" in draft
    assert "There is no third time." in text_of(client.get(f"/no/{request_row.recovery.event_id}/ask-for-feedback"))
    assert client.post(f"{url}/asked").status_code == 404


def test_nobody_is_nudged_who_was_not_asked(client, ana):
    event_id = final_no(ana)

    assert client.get(f"/no/{event_id}/ask-for-feedback/1/nudge").status_code == 404


def test_a_question_that_left_through_the_outbox_is_a_request(ana):
    final = final_no(ana)
    recovery = RecoveryRow.objects.create(owner=ana, event_id=final, opened_at=NOW)
    told = {"owner": ana, "recovery": recovery, "to_name": SAM.name, "to_email": SAM.email, "saved_at": NOW}
    question = OutgoingRow.objects.create(purpose="feedback", sent_at=ASKED_AT, **told)
    nudge = OutgoingRow.objects.create(purpose="nudge", sent_at=NOW, **told)

    for row in (question, question, nudge):
        asked_by_mail(ana, row, NOW)

    kept = FeedbackRow.objects.get()
    assert (kept.asked_email, kept.asked_at, kept.nudged_at) == (SAM.email, ASKED_AT, NOW)
    assert DeedRow.objects.get().kind == "asked"


def test_today_brings_up_an_answer_then_a_nudge(ana, request_row):
    nudge = shown(ana)
    answer_by_mail(ana)

    assert "nudge" in nudge
    assert "answer" in shown(ana)
    assert "nudge" not in shown(ana)


def test_today_shows_what_is_worked_on_and_when_to_look_again(ana):
    work_on(ana, "numbers", first_step="two figures", review_on=(NOW + timedelta(days=1)).date(), now=NOW)

    soon, due = shown(ana), shown(ana, days=1)

    assert "working_on" in soon
    assert "look_again" in due


def test_what_is_worked_on_fills_the_blank_of_the_third_mantra(client, ana):
    work_on(ana, "measuring results", first_step="", review_on=None, now=NOW)

    assert works_on(ana) == "measuring results"
    assert "I know what to build next: measuring results." in text_of(client.get("/mantras"))


def test_not_yet_done_is_looked_at_again_in_two_weeks(client, ana):
    row = work_on(ana, "listening", first_step="", review_on=NOW.date(), now=NOW)

    client.post(f"/actions/{row.pk}/later")

    assert ActionRow.objects.get().review_on == (NOW + timedelta(days=14)).date()


def test_who_works_there_is_offered_a_talk_instead_of_a_mail(client, ana):
    event_id = final_no(ana)

    page = text_of(client.post(f"/no/{event_id}/ask-for-feedback/internal", {"internal": "yes"}, follow=True))
    client.post(f"/no/{event_id}/ask-for-feedback/talk", {"name": "Mira"})

    assert "Ask for a talk instead." in page
    assert "See a draft" not in page
    assert (FeedbackRow.objects.get().asked_name, FeedbackRow.objects.get().in_talk) == ("Mira", True)


def test_ontario_is_a_choice_of_those_in_canada(client, ana):
    event_id = final_no(ana)
    url = f"/no/{event_id}/ask-for-feedback"
    elsewhere = text_of(client.get(url))
    OwnerRow.objects.filter(pk=ana.pk).update(country="CA")

    here = text_of(client.get(url))
    told = text_of(client.post(f"{url}/ontario", {"ontario": "yes"}, follow=True))

    assert "Ontario" not in elsewhere
    assert "The job is in Ontario" in here
    assert "they must tell you by" in told


def test_before_anyone_was_met_only_what_runs_from_the_no_is_told(client, ana):
    event_id = light_no(ana)
    OwnerRow.objects.filter(pk=ana.pk).update(country="DE")

    page = text_of(client.get(f"/no/{event_id}/ask-for-feedback"))

    assert "You can skip this one." in page
    assert "Germany: two months, until" in page and "As a last resort" not in page


def test_bo_sees_and_moves_nothing(ana, bo, request_row):
    keep_answer(ana, request_row.pk, ANSWER, now=NOW)

    assert feedback(bo, now=NOW).asked == ()


def shown(owner: OwnerRow, *, days: int = 0) -> list[str]:
    page = today(owner, now=NOW + timedelta(days=days))
    return [page.card.key, *(card.key for card in page.also)]
