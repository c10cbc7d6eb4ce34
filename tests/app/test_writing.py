"""Private writing: saved as one types, then kept, sealed or burned. Nothing else ever sees it."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from highroad.app.actions.recoveries import say_how_hard
from highroad.app.actions.writing import burn, keep, save, seal
from highroad.app.models import DeedRow, WritingRow
from highroad.app.queries.applications import NotThere
from highroad.app.queries.effort import done_since_monday
from highroad.app.queries.exports import as_json
from highroad.app.queries.search import search
from highroad.app.queries.writing import letters
from highroad.recovery.sting import Sting
from tests.app.noes import final_no, text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db
CANARY = "marzipan-lighthouse-7731"

BURNS = f"""
import django
django.setup()
from datetime import UTC, datetime
from django.conf import settings
from django.db.models.functions import Substr
from highroad.app.actions.backup import back_up
from highroad.app.actions.start import make_ready
from highroad.app.actions.recoveries import say_how_hard
from highroad.app.actions.writing import burn, save
from highroad.app.models import WritingRow
from highroad.app.queries.owners import the_owner
files = lambda: [file for file in settings.DATA_FOLDER.rglob("*") if file.is_file()]
now = datetime(2026, 11, 23, tzinfo=UTC)
make_ready(now=now)
row = save(the_owner(), None, "begun", page="one", about="free", now=now)
for length in (10, 2000, 300):
    save(the_owner(), None, "{CANARY} " * length, page="one", about="free", now=now)
keep = save(the_owner(), None, "{CANARY} kept", page="two", about="letter", now=now)
back_up(now=now, why="before")
print(*[file.name for file in files() if b"{CANARY}" in file.read_bytes()])
sealed = WritingRow.objects.filter(pk=row).values_list(Substr("text", 1), flat=True)[0].encode()[:80]
assert any(sealed in file.read_bytes() for file in files())
burn(the_owner(), row, now=now)
for old in files():
    if "before" in old.name:
        old.unlink()
back_up(now=now, why="after")
print(*[file.name for file in files() if sealed in file.read_bytes()])
"""


def test_what_is_typed_is_saved_while_it_is_typed(client, ana):
    client.post("/take-a-moment/write/save", {"text": "I sat there", "page": "one", "about": "free"})

    client.post("/take-a-moment/write/save", {"text": "I sat there and", "page": "one", "about": "free"})

    assert WritingRow.objects.get().text == "I sat there and"


def test_it_is_still_there_after_the_back_button(client, ana):
    client.post("/take-a-moment/write/save", {"text": "I sat there", "page": "one"})

    page = text_of(client.get("/take-a-moment/write"))

    assert "I sat there</textarea>" in page
    assert client.get("/take-a-moment/write").headers["Cache-Control"] == "no-store"


def test_it_can_be_saved_without_javascript(client, ana):
    answer = client.post("/take-a-moment/write", {"text": "I sat there"})

    assert answer.url == "/take-a-moment/write"
    assert WritingRow.objects.get().kept_at is None


def test_words_about_nothing_we_know_are_kept_as_free_writing(client, ana):
    client.post("/take-a-moment/write/save", {"text": "I sat there", "page": "one", "about": "zzz"})

    assert "Write it out" in text_of(client.get("/letters"))
    assert WritingRow.objects.get().text == "I sat there"


def test_an_odd_name_in_the_record_closes_no_list_of_letters(client, ana):
    keep(ana, save(ana, None, "I sat there", page="one", about="zzz", now=NOW), now=NOW)

    assert "Write it out" in text_of(client.get("/letters"))
    assert client.get("/take-a-moment/write").status_code == 200


def test_an_empty_page_leaves_no_row(client, ana):
    client.post("/take-a-moment/write", {"text": "  ", "end": "keep"})

    assert not WritingRow.objects.exists()


def test_a_kept_letter_is_in_the_list(client, ana):
    event_id = final_no(ana)

    client.post(f"/no/{event_id}/take-a-moment/write", {"text": "I sat there", "end": "keep"})

    row = WritingRow.objects.get()
    assert row.recovery.event_id == event_id
    assert "I sat there" in text_of(client.get(f"/letters/{row.pk}"))


def test_a_sealed_letter_shows_only_its_date_for_a_week(client, ana):
    client.post("/take-a-moment/write", {"text": "I sat there", "about": "letter", "end": "seal"})
    row = WritingRow.objects.get()

    listed, opened = client.get("/letters"), client.get(f"/letters/{row.pk}")

    assert "Sealed until Monday, 30 November" in text_of(listed)
    assert "I sat there" not in text_of(listed) + text_of(opened)
    assert letters(ana, now=NOW + timedelta(days=8))[0].text == "I sat there"


def test_burning_deletes_the_row_and_saves_nothing_first(client, ana):
    save(ana, None, "I sat there", page="one", about="free", now=NOW)

    answer = client.post("/take-a-moment/write", {"text": "and more", "page": "one", "end": "burn"}, follow=True)

    assert not WritingRow.objects.exists()
    assert "Burned." in text_of(answer)


def test_a_late_save_does_not_bring_a_burned_text_back(client, ana):
    row = save(ana, None, "I sat there", page="one", about="free", now=NOW)
    burn(ana, row, now=NOW)

    answer = client.post("/take-a-moment/write/save", {"text": "I sat there", "page": "one"})

    assert answer.status_code == 410
    assert not WritingRow.objects.exists()


def test_a_late_save_does_not_change_a_kept_text(ana):
    row = save(ana, None, "I sat there", page="one", about="free", now=NOW)
    keep(ana, row, now=NOW)

    with pytest.raises(NotThere):
        save(ana, None, "", page="one", about="free", now=NOW)


def test_private_words_are_in_no_file_and_a_burned_text_not_even_sealed(tmp_path):
    """Record, write-ahead log, copies made before and after: the words stand in none, and the burned seal goes too."""
    paths = {"HIGHROAD_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "highroad.app.settings"}

    run = subprocess.run(
        [sys.executable, "-c", BURNS], env=os.environ | paths, check=True, timeout=60, capture_output=True, text=True
    )

    assert run.stdout.splitlines() == ["", ""]
    assert [path.name for path in files_in(tmp_path) if CANARY.encode() in path.read_bytes()] == []
    assert [path.name for path in files_in(tmp_path) if "after" in path.name]


def test_writing_goes_into_no_search_and_no_export(ana):
    row = save(ana, None, f"They said {CANARY}", page="one", about="free", now=NOW)
    seal(ana, row, now=NOW)

    assert search(ana, CANARY) == []
    assert CANARY not in str(as_json(ana, now=NOW, with_private=False))
    assert CANARY in str(as_json(ana, now=NOW, with_private=True))


def test_a_page_that_was_kept_or_sealed_counts_and_a_burned_one_does_not(ana):
    for number, end in enumerate((keep, seal, burn)):
        end(ana, save(ana, None, "I sat there", page=f"page {number}", about="free", now=NOW), now=NOW)

    assert DeedRow.objects.filter(kind="writing").count() == 2
    assert done_since_monday(ana, now=NOW) == "2 pages written"


def test_a_kept_letter_that_is_burned_later_is_counted_nowhere_any_more(client, ana):
    keep(ana, save(ana, None, "I stayed", page="two", about="free", now=NOW), now=NOW)
    row = save(ana, None, "I sat there", page="one", about="free", now=NOW)
    keep(ana, row, now=NOW)

    client.post(f"/letters/{row}", {"end": "burn"})

    assert WritingRow.objects.get().text == "I stayed"
    assert done_since_monday(ana, now=NOW) == "one page written"


def test_going_round_in_circles_is_met_with_something_plainer(client, ana):
    text = "Why me? Why this time? Why does it always end like that?"

    answer = client.post("/take-a-moment/write", {"text": text, "end": "keep"}, follow=True)

    assert "Some nights plain words help more than deep ones." in text_of(answer)


def test_on_the_first_day_writing_is_offered_and_none_of_it_chosen_for_the_user(client, ana):
    page = f"/no/{final_no(ana)}/take-a-moment/write"

    asked, chosen = text_of(client.get(page)), text_of(client.get(f"{page}?about=free"))

    assert "Would you like to write?" in asked and 'href="?about=free"' in asked and "<textarea" not in asked
    assert "<h1>Write it out</h1>" in chosen and "<textarea" in chosen


def test_from_the_next_day_the_page_is_about_values_until_that_was_written(client, ana, time_machine):
    page = f"/no/{final_no(ana)}/take-a-moment/write"
    time_machine.move_to(NOW + timedelta(days=1))
    first = text_of(client.get(page))

    client.post(page, {"text": "learning", "about": "values", "page": "v", "end": "keep"})

    assert "<h1>What matters besides this job</h1>" in first and 'href="?about=free"' in first
    assert "Would you like to write?" in text_of(client.get(page))


def test_the_days_after_offer_to_write_about_values_until_that_was_done(client, ana, time_machine):
    event_id, asked = final_no(ana), []
    say_how_hard(ana, event_id, Sting.HARD, now=NOW)

    for days in (0, 1, 6, 8):
        time_machine.move_to(NOW + timedelta(days=days))
        asked.append(
            f'href="/no/{event_id}/take-a-moment/write?about=values"' in text_of(client.get(f"/no/{event_id}"))
        )
    time_machine.move_to(NOW + timedelta(days=1))
    keep(ana, save(ana, event_id, "learning", page="v", about="values", now=NOW), now=NOW)

    assert asked == [False, True, True, False]
    assert "about=values" not in text_of(client.get(f"/no/{event_id}"))


def test_values_are_offered_from_the_next_day_and_again_a_month_later(client, ana, time_machine):
    event_id = final_no(ana)
    page = f"/no/{event_id}/take-a-moment/write"
    shown = [text_of(client.get(page))]

    time_machine.move_to(NOW + timedelta(days=1))
    shown.append(text_of(client.get(page)))
    client.post(
        page, {"text": "learning", "about": "values", "page": "v", "value": ["learning", "nature"], "end": "keep"}
    )
    for days in (1, 29, 32):
        time_machine.move_to(NOW + timedelta(days=days))
        shown.append(text_of(client.get(page)))

    offered = ["What matters besides this job" in page for page in shown]
    assert offered == [False, True, False, False, True]
    assert WritingRow.objects.get().values == ["learning", "nature"]


def test_more_than_three_values_are_spoken_of_once_and_nothing_is_lost(client, ana):
    told = {"text": "It matters.", "about": "values", "page": "v", "value": ["learning", "nature", "faith", "health"]}
    first = client.post("/take-a-moment/write", told | {"end": "keep"}, follow=True)
    unended = WritingRow.objects.get()

    again = client.post("/take-a-moment/write", told | {"end": "keep", "many": "told"})

    page = text_of(first)
    assert "That is more than three." in page and 'name="many"' in page and "It matters." in page
    assert (unended.kept_at, unended.values) == (None, told["value"])
    assert again.url == "/take-a-moment/write/after" and WritingRow.objects.get().kept_at


@pytest.mark.parametrize("under_no", [True, False])
def test_a_page_that_left_it_heavier_leads_to_something_that_eases(client, ana, under_no):
    home = f"/no/{final_no(ana)}/take-a-moment" if under_no else "/take-a-moment"
    client.post(f"{home}/write", {"text": "It hurts.", "page": "one", "about": "free", "end": "burn"})

    answer = client.post(f"{home}/write/after", {"felt": "heavier"})

    page = text_of(client.get(answer.url))
    assert answer.url == f"{home}/write/heavier"
    assert f'href="{home}/breathe"' in page and f'href="{home}/kind"' in page and 'href="/help"' in page
    assert "Then that is enough writing for today." in page and "Call somebody" in page


@pytest.mark.parametrize("felt", ["lighter", "same"])
def test_a_page_that_did_not_is_followed_by_what_comes_next(client, ana, felt):
    client.post("/take-a-moment/write", {"text": "It hurts.", "page": "one", "about": "free", "end": "burn"})

    assert client.post("/take-a-moment/write/after", {"felt": felt}).url == "/take-a-moment/rest"


def test_after_a_heavier_page_deep_writing_rests_until_tomorrow(client, ana, time_machine):
    client.post("/take-a-moment/write", {"text": "It hurts.", "page": "one", "about": "free", "end": "burn"})
    client.post("/take-a-moment/write/after", {"felt": "heavier"})
    today = text_of(client.get("/take-a-moment/write"))
    time_machine.move_to(NOW + timedelta(days=1))

    tomorrow = text_of(client.get("/take-a-moment/write"))

    assert "it rests until tomorrow" in today and 'href="?about=free"' not in today
    assert "Write it out" in tomorrow and "it rests until tomorrow" not in tomorrow


def test_two_days_that_end_heavier_lead_to_plainer_words(client, ana, time_machine):
    for day in range(2):
        time_machine.move_to(NOW + timedelta(days=day))
        client.post("/take-a-moment/write", {"text": "It hurts.", "page": f"day{day}", "about": "free", "end": "burn"})
        client.post("/take-a-moment/write/after", {"felt": "heavier"})

    page = text_of(client.get("/take-a-moment/write"))

    assert "Plainer words may do more good now." in page and "Something plainer" in page
    assert 'href="?about=free"' not in page


def test_a_page_that_was_saved_but_not_answered_is_no_second_page(client, ana):
    """The program was killed after it saved and before it could say so: the page saves again under the same name."""
    for text in ("I sat", "I sat there"):
        client.post("/take-a-moment/write/save", {"text": text, "page": "one"})
    client.post("/take-a-moment/write", {"text": "I sat there", "page": "one", "end": "burn"})

    assert not WritingRow.objects.exists()


def five_days_of_writing(owner, event_id):
    for day in range(5):
        then = NOW + timedelta(days=day)
        keep(owner, save(owner, event_id, "It hurts.", page=f"day {day}", about="free", now=then), now=then)


def test_a_half_written_page_is_gone_on_with_when_writing_it_out_rests(client, ana, time_machine):
    event_id = final_no(ana)
    row = save(ana, event_id, "And what I never said", page="half", about="free", now=NOW)
    five_days_of_writing(ana, event_id)
    time_machine.move_to(NOW + timedelta(days=9))

    letter = text_of(client.get(f"/letters/{row}"))
    page = client.get(
        letter.partition("Go on writing")[0].rpartition('href="')[2].partition('"')[0].replace("&amp;", "&")
    )

    assert page.status_code == 200
    assert "And what I never said" in text_of(page) and 'value="half"' in text_of(page)


def test_of_two_half_written_pages_the_chosen_one_opens(client, ana):
    first = save(ana, None, "The one", page="first", about="free", now=NOW)
    save(ana, None, "The other", page="second", about="free", now=NOW + timedelta(hours=1))

    page = text_of(client.get(f"/take-a-moment/write?about=free&row={first}"))

    assert "The one" in page and 'value="first"' in page


@pytest.mark.parametrize(("end", "sealed"), [("keep", False), ("seal", True)])
def test_a_half_written_page_is_ended_from_the_list_of_letters(client, ana, end, sealed):
    row = save(ana, None, "Half", page="half", about="free", now=NOW)

    client.post(f"/letters/{row}", {"end": end})

    ended = WritingRow.objects.get()
    assert (bool(ended.kept_at), bool(ended.sealed_until)) == (True, sealed)
    assert "Not ended yet" not in text_of(client.get("/letters"))


def test_a_sealed_letter_cannot_be_opened_by_ending_it_again(client, ana):
    row = save(ana, None, "Half", page="half", about="free", now=NOW)
    seal(ana, row, now=NOW)
    before = WritingRow.objects.get().sealed_until

    client.post(f"/letters/{row}", {"end": "keep"})

    assert WritingRow.objects.get().sealed_until == before
    assert "Half" not in text_of(client.get(f"/letters/{row}"))


def test_words_for_an_ended_page_are_handed_back(client, ana):
    burn(ana, save(ana, None, "I sat there", page="one", about="free", now=NOW), now=NOW)

    answer = client.post("/take-a-moment/write", {"text": "typed elsewhere", "page": "one", "end": "keep"})

    assert answer.status_code == 410
    assert "typed elsewhere</textarea>" in text_of(answer)


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
