"""The résumé as text, a posting beside it, and a gap that becomes something to work on."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from highroad.app.models import ActionRow, AdvertRow, OpeningRow, OwnerRow, RecoveryRow, ResumeRow
from highroad.app.queries.exports import as_json
from tests.app.mails import bring, haldenfrey, mail
from tests.app.noes import confirmed, final_no, light_no, text_of
from tests.cast import NOW

RESUME = "Ana Duarte\nFour years of Python and T-SQL."
POSTING = "Your profile\n- Experience with SQL\n- Power BI\n- A degree in economics\n\nWe offer\nFruit"


def put(client: Client, event_id: str, text: str = POSTING):
    return client.post(f"/applications/{event_id}/paper", {"text": text})


def test_a_pasted_resume_is_kept_sealed_and_can_be_taken_out(client: Client, ana: OwnerRow) -> None:
    client.post("/resume", {"text": RESUME})

    with connection.cursor() as cursor:
        cursor.execute("select text from highroad_resumerow")
        stored = cursor.fetchone()[0]
    assert "Python" not in stored
    assert "<li>Python</li><li>SQL</li>" in text_of(client.get("/resume"))
    client.post("/resume/remove")
    assert not ResumeRow.objects.exists()


def test_a_file_is_kept_as_its_words(client: Client, ana: OwnerRow) -> None:
    client.post("/resume", {"file": SimpleUploadedFile("cv.txt", RESUME.encode()), "text": ""})

    assert ResumeRow.objects.get(owner=ana).text == RESUME


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"text": " "}, "There is no text in that file"),
        ({"text": "x" * 100_001}, "That file is larger than a résumé."),
        ({"file": SimpleUploadedFile("cv.pdf", b"%PDF-1.4 broken"), "text": "typed"}, "That file could not be read."),
    ],
)
def test_what_cannot_be_kept_is_refused_and_the_old_one_stays(client: Client, ana: OwnerRow, sent, told: str) -> None:
    client.post("/resume", {"text": RESUME})

    answer = client.post("/resume", sent)

    assert answer.status_code == 422 and told in text_of(answer)
    assert sent["text"] in answer.content.decode()
    assert ResumeRow.objects.get(owner=ana).text == RESUME


def test_a_second_resume_takes_the_place_of_the_first(client: Client, ana: OwnerRow) -> None:
    client.post("/resume", {"text": RESUME})
    client.post("/resume", {"text": "Another."})

    assert [row.text for row in ResumeRow.objects.all()] == ["Another."]


def test_a_posting_is_laid_beside_the_resume(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    client.post("/resume", {"text": RESUME})
    put(client, event_id)

    page = text_of(client.get(f"/applications/{event_id}/paper"))

    assert '<h2>In both</h2> <ul class="skills"><li>SQL</li></ul>' in page
    assert '<p class="who">Power BI</p>' in page
    assert "A degree in economics" in page


def test_what_was_asked_for_counts_less_once_they_asked_one_in(client: Client, ana: OwnerRow) -> None:
    event_id = final_no(ana)
    client.post("/resume", {"text": RESUME})
    put(client, event_id)

    assert "They asked you in anyway." in text_of(client.get(f"/applications/{event_id}/paper"))


def test_the_posting_of_the_queue_will_do(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    client.post("/resume", {"text": RESUME})
    OpeningRow.objects.create(owner=ana, text=POSTING, sent_as=event_id, added_at=NOW)

    assert "Power BI" in text_of(client.get(f"/applications/{event_id}/paper"))


def test_an_empty_posting_takes_the_old_one_out_and_a_huge_one_is_refused(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    put(client, event_id)

    refused = put(client, event_id, "x" * 100_001)
    assert refused.status_code == 422 and AdvertRow.objects.get().text == POSTING
    put(client, event_id, " ")
    assert not AdvertRow.objects.exists()


def test_a_gap_becomes_something_to_work_on_by_one_tap(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    recovery = RecoveryRow.objects.create(owner=ana, event_id=event_id, opened_at=NOW)
    client.post("/resume", {"text": RESUME})
    put(client, event_id)

    client.post(f"/applications/{event_id}/paper/work-on", {"skill": "Power BI"})

    action = ActionRow.objects.get(owner=ana)
    assert (action.text, action.recovery) == ("Power BI: show it, or learn it", recovery)
    assert action.first_step == "Write down one place where you have used Power BI, however small."
    assert (action.review_on - NOW.date()).days == 14
    assert 'Among the <a href="/actions">things to work on</a>' in text_of(
        client.get(f"/applications/{event_id}/paper")
    )


def test_a_gap_is_worked_on_once_and_only_if_it_is_one(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    client.post("/resume", {"text": RESUME})
    put(client, event_id)
    asked = [
        client.post(f"/applications/{event_id}/paper/work-on", {"skill": skill}).status_code
        for skill in ("Power BI", "Power BI", "SQL", "Juggling", "")
    ]

    assert asked == [302, 404, 404, 404, 404]


def test_what_they_named_themselves_becomes_something_to_work_on(client: Client, ana: OwnerRow) -> None:
    no = mail(
        "Dear Ana,\n\nThank you for your interest in the {role} position at {employer}. Unfortunately, we will not "
        "take your application further, because we need someone "
        "with more years of experience in forecasting.\n\nKind regards\n{sign}",
        day=0.1,
    )
    event_id = confirmed(ana, [*haldenfrey()[:4], no])
    back = f"/no/{event_id}/likely-not-you/qualified"
    assert "Work on that" in text_of(client.get(back))

    answer = client.post(f"/applications/{event_id}/paper/work-on", {"back": back})

    assert answer["Location"] == back
    assert ActionRow.objects.get(owner=ana).text.startswith("They wrote: ")
    assert "Work on that" not in text_of(client.get(back))
    assert "Work on that" not in text_of(client.get(f"/no/{event_id}/likely-not-you"))
    ActionRow.objects.all().delete()
    assert "Work on that" in text_of(client.get(f"/no/{event_id}/likely-not-you"))
    client.post(f"/no/{event_id}/likely-not-you/work-on", {"reason": "0"})
    assert ActionRow.objects.get(owner=ana).text.startswith("They wrote: ")
    assert "Work on that" not in text_of(client.get(back))


def test_one_is_led_back_within_this_program_only(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    client.post("/resume", {"text": RESUME})
    put(client, event_id)

    answer = client.post(f"/applications/{event_id}/paper/work-on", {"skill": "Power BI", "back": "//bad.example/"})

    assert answer["Location"] == f"/applications/{event_id}/paper"


def test_the_worry_about_paper_shows_both_side_by_side(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    assert "Your résumé is not here yet." in text_of(client.get(f"/no/{event_id}/likely-not-you/qualified"))
    client.post("/resume", {"text": RESUME})
    assert "Their posting is not here yet." in text_of(client.get(f"/no/{event_id}/likely-not-you/qualified"))
    put(client, event_id)

    assert "In theirs, not found in yours" in text_of(client.get(f"/no/{event_id}/likely-not-you/qualified"))


def test_the_resume_leaves_only_with_private_writing(ana: OwnerRow, client: Client) -> None:
    client.post("/resume", {"text": RESUME})

    assert "T-SQL" not in str(as_json(ana, now=NOW, with_private=False))
    assert "T-SQL" in str(as_json(ana, now=NOW, with_private=True))


def test_bo_has_a_resume_of_his_own(client: Client, ana: OwnerRow, bo: OwnerRow) -> None:
    ResumeRow.objects.create(owner=bo, text="Bo's words", added_at=NOW)
    event_id = bring(bo, *haldenfrey())[-1]

    assert "Bo's words" not in text_of(client.get("/resume"))
    assert put(client, event_id).status_code == 404
    client.post("/resume/remove")
    assert ResumeRow.objects.filter(owner=bo).exists()


def test_what_the_posting_names_and_the_resume_does_not_is_a_sign_on_step_four(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    client.post("/resume", {"text": RESUME})
    before = text_of(client.get(f"/no/{event_id}/likely-not-you"))
    put(client, event_id)

    page = text_of(client.get(f"/no/{event_id}/likely-not-you"))

    assert "your résumé does not say it" not in before
    assert "The posting names Power BI; your résumé does not say it.<blockquote>Power BI</blockquote>" in page
    assert "Whether what your résumé does not say counted at all." in page
    assert "Whether something on paper was missing." not in page
    assert "there is a sign of it. One sign is not a verdict." in page
    assert "names SQL" not in page


def test_a_gap_on_step_four_is_had_or_worked_on_by_one_tap(client: Client, ana: OwnerRow) -> None:
    step = f"/no/{light_no(ana)}/likely-not-you"
    client.post("/resume", {"text": RESUME})
    put(client, step.split("/")[2])
    have, work_on = re.findall(
        r'form method="post" action="(\S+/paper/have)".*?formaction="(\S+/work-on)"', offers(client, step)
    )[0]

    answer = client.post(work_on, {"skill": "Power BI", "back": step})

    assert have.removesuffix("have") == work_on.removesuffix("work-on")
    assert answer["Location"] == step
    assert ActionRow.objects.get(owner=ana).text == "Power BI: show it, or learn it"
    assert "Among the <a" in offers(client, step)
    assert "I have it" not in offers(client, step) and "Work on it" not in offers(client, step)


def offers(client: Client, step: str) -> str:
    """What stands under the posting's sentence on step four."""
    return text_of(client.get(step)).partition("<blockquote>Power BI</blockquote>")[2].partition("</li>")[0]


@pytest.mark.parametrize(
    ("heard", "named"),
    [
        ("More years in forecasting.", "You heard: More years in forecasting."),
        ("", "Experience, named without more words"),
    ],
)
def test_experience_one_heard_of_is_worked_on_by_one_tap_and_once(
    client: Client, ana: OwnerRow, heard: str, named: str
) -> None:
    step = f"/no/{final_no(ana)}/likely-not-you"
    client.post(f"{step}/heard", {"reason": "fit", "text": "Sam said so."})
    client.post(f"{step}/heard", {"reason": "experience", "text": heard})
    before = text_of(client.get(step))

    answers = [client.post(f"{step}/work-on", {"reason": number}).status_code for number in ("1", "1", "0", "7", "")]

    assert before.count("Work on that") == 1 and 'name="reason" value="1"' in before
    assert answers == [302, 302, 404, 404, 404]
    action = ActionRow.objects.get(owner=ana)
    assert (action.text, action.recovery.event_id) == (named, step.split("/")[2])
    assert "Work on that" not in text_of(client.get(step))


def test_a_gap_weighs_little_once_they_asked_the_user_in(client: Client, ana: OwnerRow) -> None:
    event_id = final_no(ana)
    client.post("/resume", {"text": RESUME})
    put(client, event_id, "Your profile\n- SQL\n- Power BI\n- Spanish")

    page = text_of(client.get(f"/no/{event_id}/likely-not-you"))

    assert "The posting names Power BI, Spanish; your résumé does not say so. They asked you in all the same." in page
    assert page.count("See both side by side") == 1
    assert "One sign is not a verdict." not in page
    assert "counted at all" not in page


def test_a_gap_is_none_for_one_who_says_i_have_it(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    step = f"/no/{event_id}/likely-not-you"
    client.post("/resume", {"text": RESUME})
    put(client, event_id)

    answer = client.post(f"/applications/{event_id}/paper/have", {"skill": "Power BI", "back": step})

    assert answer["Location"] == step
    assert "names Power BI" not in text_of(client.get(step))
    assert "You have it. Your <a" in text_of(client.get(f"/applications/{event_id}/paper"))
    assert '<p class="who">Power BI</p>' in text_of(client.get("/resume"))
    client.post("/resume/have-not", {"skill": "Power BI"})
    assert "names Power BI" in text_of(client.get(step))


def test_one_can_say_i_have_it_of_a_gap_alone_and_once(client: Client, ana: OwnerRow, bo: OwnerRow) -> None:
    event_id = light_no(ana)
    client.post("/resume", {"text": RESUME})
    put(client, event_id)
    have = f"/applications/{event_id}/paper/have"

    asked = [client.post(have, {"skill": skill}).status_code for skill in ("SQL", "Juggling", "Power BI", "Power BI")]

    assert asked == [404, 404, 302, 404]
    assert ResumeRow.objects.get(owner=ana).unsaid == ["Power BI"]
    his = bring(bo, *haldenfrey())[-1]
    assert client.post(f"/applications/{his}/paper/have", {"skill": "Power BI"}).status_code == 404


def test_three_gaps_at_most_stand_on_step_four(client: Client, ana: OwnerRow) -> None:
    event_id = light_no(ana)
    client.post("/resume", {"text": "Ana Duarte"})
    put(client, event_id, "Your profile\n- SQL\n- Python\n- Power BI\n- Spanish\n- Excel")

    page = text_of(client.get(f"/no/{event_id}/likely-not-you"))

    assert page.count("your résumé does not say it") == 3
