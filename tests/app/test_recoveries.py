"""/no: only a confirmed no opens its six steps, and it weighs what the user says it weighs."""

from datetime import timedelta

import pytest

from highroad.app import clock
from highroad.app.actions.corrections import say, undo
from highroad.app.actions.recoveries import file_together, go_on, say_how_hard, skip
from highroad.app.models import DeedRow, EventRow, RecoveryRow, StepRow
from highroad.app.queries.applications import application
from highroad.app.queries.recoveries import NotConfirmed, home, light, no
from highroad.applications.correction import ConfirmedNo, NotANo
from highroad.recovery.sting import Sting
from tests.app.mails import REFUSED, brightmoor, bring, haldenfrey, mail
from tests.app.noes import final_no, light_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def test_an_unconfirmed_no_opens_no_recovery(client, ana):
    event_id = bring(ana, *haldenfrey())[-1]

    answer = client.get(f"/no/{event_id}")
    client.post(f"/no/{event_id}/sting", {"sting": "hard"})

    assert answer.url == f"/read/{event_id}"
    assert not RecoveryRow.objects.exists()


def test_yes_on_the_reading_leads_to_how_hard_it_landed(client, ana):
    event_id = bring(ana, *haldenfrey())[-1]

    answer = client.post(f"/read/{event_id}/right", follow=True)

    assert answer.redirect_chain[-1][0] == f"/no/{event_id}/sting"
    assert "How hard did this one land?" in text_of(answer)


def test_looking_opens_nothing(client, ana):
    event_id = final_no(ana)

    for page in ("", "/sting", "/take-a-moment", "/ask-for-feedback/1", "/likely-not-you", "/keep-going?size=five"):
        client.get(f"/no/{event_id}{page}")

    assert not RecoveryRow.objects.exists()


def test_a_no_that_was_typed_in_has_a_day_and_no_hour(client, ana):
    client.post("/no/new", {"employer": "Larkhill", "role": "", "stage": "applied", "on": NOW.date().isoformat()})
    event_id = EventRow.objects.get(is_no=True).event_id
    client.post(f"/no/{event_id}/sting", {"sting": "bit"})

    pages = [text_of(client.get(f"/no/{event_id}{page}")) for page in ("", "/dont-burn-bridges")]

    assert "today</span>." in pages[0]
    assert "There is nobody to answer here." in pages[0]
    assert "You noted this one yourself, so there is no mail to answer." in pages[1]


def test_barely_files_it_in_one_tap(client, ana):
    event_id = light_no(ana)

    answer = client.post(f"/no/{event_id}/sting", {"sting": "barely"})

    assert answer.url == "/"
    assert RecoveryRow.objects.get(event_id=event_id).filed_at is not None
    assert DeedRow.objects.filter(kind="filed").count() == 1


def test_a_punch_begins_with_the_next_hour_and_lets_the_rest_wait(client, ana):
    event_id = final_no(ana)

    answer = client.post(f"/no/{event_id}/sting", {"sting": "punch"})
    lines = home(ana, event_id, now=NOW).lines

    assert answer.url == f"/no/{event_id}/take-a-moment"
    assert [line.state for line in lines] == ["here", *["rests"] * 5]


def test_the_question_how_hard_can_be_skipped(client, ana):
    event_id = final_no(ana)

    answer = client.post(f"/no/{event_id}/sting", follow=True)

    assert "Six steps, in your own time" in text_of(answer)
    assert RecoveryRow.objects.get().sting == ""


def test_each_step_says_what_the_record_makes_it_say(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.BIT, now=NOW)

    page = text_of(client.get(f"/no/{event_id}"))

    assert "You got to the final round with Haldenfrey" in page
    assert "Ask Sam Reyes one question." in page
    assert "Practise one question for Data Analyst, aloud." in page


def test_no_step_is_best_from_a_later_hour_of_today(ana):
    event_id = light_no(ana)
    at = no(ana, event_id).rejection.at

    in_turn = [home(ana, event_id, now=at + timedelta(hours=hours)) for hours in range(0, 48, 6)]

    best_from = {line.when for shown in in_turn for line in shown.lines if line.state == "best"}
    assert "tomorrow" in best_from
    assert "today" not in best_from


def test_a_skipped_step_is_marked_and_still_opens(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.BIT, now=NOW)

    answer = client.post(f"/no/{event_id}/ask-for-feedback/skip", follow=True)

    assert ">skipped<" in text_of(answer)
    assert client.get(f"/no/{event_id}/ask-for-feedback").status_code == 200


def test_skipping_what_is_no_step_is_not_found(client, ana):
    assert client.post(f"/no/{final_no(ana)}/run-away/skip").status_code == 404


def test_doing_a_skipped_step_makes_it_done(client, ana):
    event_id = final_no(ana)
    skip(ana, event_id, "likely_not_you", now=NOW)

    client.post(f"/no/{event_id}/likely-not-you")

    row = StepRow.objects.get()
    assert row.done_at is not None and row.skipped_at is None


def test_three_boxes_open_the_whole_road(client, ana):
    told = {"employer": "Larkfield", "role": "Archivist", "stage": "interview", "on": "2026-11-20"}

    answer = client.post("/no/new", told)
    client.post(f"{answer.url}/sting", {"sting": "hard"})
    page = text_of(client.get(answer.url))

    assert "Larkfield, interview." in page
    assert "The email is folded away" not in page
    for step in ("take-a-moment", "ask-for-feedback", "dont-burn-bridges", "likely-not-you", "dont-get-stuck"):
        assert client.get(f"{answer.url}/{step}").status_code == 200


def test_a_no_without_any_name_is_refused_in_words_and_the_rest_is_kept(client, ana):
    answer = client.post("/no/new", {"employer": "", "role": " ", "stage": "final", "on": "2026-11-20"})

    assert answer.status_code == 422
    assert "Write at least who it was, or what the role was." in text_of(answer)
    assert '<option value="final" selected>' in text_of(answer)


def test_a_day_that_is_none_is_refused_in_words(client, ana):
    answer = client.post("/no/new", {"employer": "Larkfield", "on": "soon"})

    assert "Write the day like this" in text_of(answer)
    assert 'value="Larkfield"' in text_of(answer)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "2039-01-01", "1926-11-23"])
def test_a_day_no_one_can_mean_is_asked_about_again(client, ana, day):
    answer = client.post("/no/new", {"employer": "Larkfield", "on": day})

    assert answer.status_code == 422
    assert "That day is too far off to be meant." in text_of(answer)
    assert f'value="{day}"' in text_of(answer) and 'value="Larkfield"' in text_of(answer)
    assert not EventRow.objects.exists()


def test_a_no_cannot_have_come_on_a_day_ahead(client, ana):
    ahead = clock.now().date() + timedelta(days=1)

    answer = client.post("/no/new", {"employer": "Larkfield", "on": ahead.isoformat()})

    assert answer.status_code == 422
    assert "That day is still ahead." in text_of(answer) and f'value="{ahead.isoformat()}"' in text_of(answer)


def test_a_typed_no_can_be_taken_back(client, ana):
    url = client.post("/no/new", {"employer": "Larkfield", "stage": "applied"}).url

    answer = client.post(f"{url}/not-a-no", follow=True)

    assert "We go by your word." in text_of(answer)
    with pytest.raises(NotConfirmed):
        no(ana, url.removeprefix("/no/"))


def test_a_second_copy_of_the_mail_is_the_same_no(ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)

    earlier_copy = bring(ana, mail(REFUSED, day=0.2))[0]

    assert no(ana, earlier_copy).recovery == no(ana, event_id).recovery != None  # noqa: E711
    assert no(ana, event_id).rejection.id == earlier_copy


def test_short_ones_are_filed_together_and_confirmed_by_that(client, ana):
    event_id = bring(ana, *brightmoor())[-1]

    client.post("/no/batch", {"no": [event_id]})

    assert EventRow.objects.get(event_id=event_id).confirmed
    assert RecoveryRow.objects.get().filed_at is not None
    assert light(ana) == []


def test_filing_together_can_be_undone(ana):
    event_id = bring(ana, *brightmoor())[-1]
    _, together = file_together(ana, [event_id], now=NOW)

    undo(ana, together, now=NOW)

    assert [one.event_id for one in light(ana)] == [event_id]


def test_nobody_met_is_never_batched_with_somebody_met(client, ana):
    event_id = bring(ana, *haldenfrey())[-1]

    answer = client.post("/no/batch", {"no": [event_id]})

    assert answer.status_code == 422
    assert not RecoveryRow.objects.exists()


def test_what_we_are_not_sure_of_is_never_batched(ana):
    event_id = bring(ana, *brightmoor())[-1]
    EventRow.objects.filter(event_id=event_id).update(sure=False)

    assert light(ana) == []


def test_none_ticked_files_none(client, ana):
    bring(ana, *brightmoor())

    answer = client.post("/no/batch", {})

    assert "None is ticked, so nothing was filed." in text_of(answer)


def test_no_longer_a_no_closes_its_pages(client, ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)

    say(ana, NotANo(event_id), now=NOW)

    assert client.get(f"/no/{event_id}").url == f"/read/{event_id}"


def test_the_recovery_outlives_a_change_of_mind(ana):
    event_id = final_no(ana)
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)
    together = say(ana, NotANo(event_id), now=NOW)

    undo(ana, together, now=NOW)

    assert no(ana, event_id).sting is Sting.HARD


def test_the_no_can_be_read_again(client, ana):
    event_id = final_no(ana)

    answer = client.get(f"/no/{event_id}/read")

    assert "move forward with other candidates" in text_of(answer)


def test_a_form_no_and_the_same_no_after_a_talk_differ(ana):
    event_id = light_no(ana)
    say(ana, ConfirmedNo(event_id), now=NOW)

    assert application(ana, event_id).furthest_stage == "applied"
    assert no(ana, event_id).has_mail


def test_going_on_lifts_the_rest_after_every_no(ana):
    first, second = final_no(ana), light_no(ana)
    say_how_hard(ana, first, Sting.PUNCH, now=NOW)
    say_how_hard(ana, second, Sting.HARD, now=NOW)

    go_on(ana, second, now=NOW)

    assert not RecoveryRow.objects.filter(rests_until__isnull=False).exists()
