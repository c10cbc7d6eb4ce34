"""Private words are sealed where they lie; a phrase on paper brings their key back, and a lost key breaks nothing."""

import re
import shutil
import sqlite3
import stat
from contextlib import closing

import pytest
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from highroad.app import private
from highroad.app.actions.backup import back_up
from highroad.app.actions.private import bring_key_back, put_aside
from highroad.app.actions.writing import save
from highroad.app.models import MomentRow, ThoughtRow, WritingRow
from highroad.app.private import NotAPhrase, WrongPhrase
from highroad.app.queries.private import _tables, keys
from highroad.edges import secrets
from tests.app.everything import everything, routes
from tests.app.noes import text_of
from tests.cast import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_key_yet():
    lose_the_key()
    yield
    lose_the_key()


def lose_the_key():
    shutil.rmtree(settings.DATA_FOLDER / secrets.FOLDER, ignore_errors=True)
    private._key.cache_clear()


def write(ana, text):
    return save(ana, None, text, about="free", page=f"page-{len(text)}", now=NOW)


def as_stored(table="highroad_writingrow", column="text"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM {table}")
        return [stored for (stored,) in cursor.fetchall()]


def test_what_is_stored_is_sealed_and_what_is_read_is_open(ana):
    everything(ana)

    stored = [
        *as_stored(),
        *as_stored("highroad_thoughtrow", "thought"),
        *as_stored("highroad_momentrow", "feelings"),
        *filter(None, as_stored("highroad_distortionrow", "name")),
        *filter(None, as_stored("highroad_distortionrow", "cues")),
    ]

    assert all(text.startswith(private.MARK) for text in stored)
    assert WritingRow.objects.get().text == "private words"
    assert ThoughtRow.objects.get().thought == "private thought"
    assert MomentRow.objects.get().feelings == ["sad"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_any_text_comes_back_as_it_was_and_is_sealed_anew_each_time(text):
    first, second = private.seal(text), private.seal(text)

    assert private.unseal(first) == private.unseal(second) == text
    assert (first == second) == (text == "")


def test_nothing_can_search_in_sealed_words(ana):
    write(ana, "I sat there")

    with pytest.raises(FieldError):
        WritingRow.objects.filter(text__icontains="sat").exists()
    assert not WritingRow.objects.filter(text="I sat there").exists()


def test_the_key_lies_in_a_file_for_its_owner_alone_where_there_is_no_keyring(ana):
    write(ana, "I sat there")

    files = list((settings.DATA_FOLDER / secrets.FOLDER).iterdir())
    assert files and {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_the_phrase_is_seven_groups_and_brings_the_key_back(client, ana):
    write(ana, "I sat there")
    phrase = private.phrase()
    lose_the_key()

    locked = client.get("/letters")
    client.post("/settings/private/bring-back", {"phrase": phrase.lower().replace(" ", "-")})

    assert re.fullmatch(r"(?:[0-9A-Z]{4} ){6}[0-9A-Z]{4}", phrase)
    assert locked.status_code == 423
    assert WritingRow.objects.get().text == "I sat there"


def test_a_lost_key_shows_a_calm_page_and_overwrites_nothing(client, ana):
    everything(ana)
    before = as_stored() + as_stored("highroad_thoughtrow", "thought")
    lose_the_key()

    pages = [client.get(page) for page in ("/letters", "/thoughts", "/take-a-moment/write")]

    shown = text_of(pages[0])
    assert pages[0].status_code == pages[1].status_code == 423
    assert "Nothing is lost or changed." in shown and "recovery phrase" in shown
    assert as_stored() + as_stored("highroad_thoughtrow", "thought") == before


def damage(*, part: str) -> None:
    """Change a byte of every private text, in its mark, its key's print or its words."""
    with connection.cursor() as cursor:
        for table, fields in _tables():
            for field in fields:
                cursor.execute(f'SELECT id, "{field}" FROM {table._meta.db_table}')
                for number, stored in [row for row in cursor.fetchall() if row[1]]:
                    place = {"mark": 0, "words": len(stored) - 1}[part]
                    changed = stored[:place] + ("0" if stored[place] != "0" else "1") + stored[place + 1 :]
                    cursor.execute(f'UPDATE {table._meta.db_table} SET "{field}" = %s WHERE id = %s', [changed, number])


@pytest.mark.parametrize("part", ["mark", "words"])
def test_damaged_words_say_so_and_every_page_still_opens(client, ana, part):
    ids = everything(ana)
    damage(part=part)
    client.raise_request_exception = False

    answers = {route.pattern: client.get(route.filled(ids)).status_code for route in routes()}

    assert {pattern: code for pattern, code in answers.items() if code >= 406} == {}
    assert "These words were damaged on the disk" in text_of(client.get("/letters/1"))


def test_damaged_words_stay_as_they_are_until_other_words_come(ana):
    everything(ana)
    damage(part="words")
    before = as_stored("highroad_thoughtrow", "thought") + as_stored("highroad_momentrow", "feelings")

    for row in (ThoughtRow.objects.get(), MomentRow.objects.get()):
        row.save()

    assert as_stored("highroad_thoughtrow", "thought") + as_stored("highroad_momentrow", "feelings") == before


def test_a_damaged_key_locks_the_words_and_breaks_nothing(client, ana):
    write(ana, "I sat there")
    name = private._print(private._key_in_use())
    secrets.keep(settings.DATA_FOLDER, f"{private.IN_USE}-{name}", "no longer a key")
    private._key.cache_clear()

    answer = client.get("/letters")

    assert (answer.status_code, keys().locked) == (423, 1)


def test_a_phrase_of_another_record_is_refused_and_changes_nothing(ana):
    write(ana, "I sat there")
    lose_the_key()
    other = private.phrase()
    lose_the_key()

    with pytest.raises(WrongPhrase):
        bring_key_back(other)

    assert keys().locked == 1
    assert not (settings.DATA_FOLDER / secrets.FOLDER / secrets.KEPT).exists()


def test_a_slip_of_the_pen_is_seen(ana):
    phrase = private.phrase()
    slipped = ("8" if phrase[0] != "8" else "7") + phrase[1:]

    for typed in (slipped, "", "not a phrase", phrase[:-1], phrase + "A"):
        with pytest.raises(NotAPhrase):
            bring_key_back(typed)


def test_writing_goes_on_under_a_new_key_and_the_old_phrase_still_opens_the_old(client, ana):
    old = write(ana, "before")
    phrase = private.phrase()
    lose_the_key()
    new = write(ana, "after")

    bring_key_back(phrase)

    texts = dict(WritingRow.objects.values_list("pk", "text"))
    assert texts == {old: "before", new: "after"}
    assert private.phrase() != phrase


@pytest.mark.django_db(transaction=True)  # a copy is made of what is committed
def test_going_on_without_the_key_keeps_a_copy_with_the_locked_words(client, ana, tmp_path):
    write(ana, "before")
    lose_the_key()
    sealed, kept_one = as_stored(), write(ana, "after")

    client.post("/settings/private/put-aside", {"word": ""})
    refused = WritingRow.objects.count()
    copy = put_aside(now=NOW)

    assert refused == 2
    assert list(WritingRow.objects.values_list("pk", "text")) == [(kept_one, "after")]
    with closing(sqlite3.connect(copy)) as record:
        assert sealed[0] in {text for (text,) in record.execute("SELECT text FROM highroad_writingrow")}
    copy.unlink()


def test_a_damaged_key_file_locks_and_breaks_nothing(client, ana):
    write(ana, "I sat there")
    (settings.DATA_FOLDER / secrets.FOLDER / secrets.KEPT).write_bytes(b"broken")
    private._key.cache_clear()

    assert client.get("/letters").status_code == 423
    assert client.get("/settings/private").status_code == 200


@pytest.mark.django_db(transaction=True)  # a copy is made of what is committed
def test_a_copy_holds_sealed_words_and_no_key(ana, tmp_path):
    write(ana, "marzipan lighthouse")

    copy = back_up(tmp_path / "copy.sqlite3", now=NOW).read_bytes()

    assert b"marzipan" not in copy
    assert private.MARK.encode() in copy
    name = secrets.recall(settings.DATA_FOLDER, private.IN_USE)
    assert private._key(settings.DATA_FOLDER, name).hex().encode() not in copy


def test_the_phrase_is_on_no_page_that_was_not_asked_for_by_a_button(client, ana):
    write(ana, "I sat there")

    plain, asked = client.get("/settings/private"), client.post("/settings/private/phrase")

    assert private.phrase() not in text_of(plain)
    assert private.phrase() in text_of(asked)
    assert client.get("/settings/private/phrase").status_code == 405
