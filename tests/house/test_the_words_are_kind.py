"""What `tests.house.wording` refuses, on words made up to be refused; and that it reads every file it should."""

from pathlib import Path

import pytest

from tests.house.wording import LETTERS, files, grade, sentences, syllables, texts_in, wrongs, wrongs_of

LONG = "This sentence goes on and on and on and on until nobody who is tired would want to read it any more."
HARD = "Organisational considerations necessitate additional deliberation regarding applicability. "
KIND = "Nothing here is urgent. Nobody expects a reply today. You can go on when you like."


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("You did it!", "too loud"),
        (LONG, "22 words"),
        ("Everything happens for a reason.", "unkind, “Everything happens for a reason”"),
        ("About 1 in 5 hear back.", "unkind, “1 in 5”"),
        ("We detected a crisis.", "unkind, “We detected”"),
        ("Apply more this week.", "unkind, “Apply more”"),
        ("Applying to more helps.", "unkind, “Applying to more”"),
        ("It’s not you.", "unkind, “It’s not you”"),
    ],
)
def test_a_sentence_is_refused_for_what_is_wrong_with_it(sentence, wrong):
    assert list(wrongs_of(sentence)) == [wrong]


def test_a_kind_sentence_is_let_by():
    assert [wrong for sentence in sentences([KIND]) for wrong in wrongs_of(sentence)] == []


def test_hard_words_are_told_from_easy_ones():
    easy, hard = grade(sentences([KIND] * 4)), grade(sentences([HARD * 6]))

    assert easy and hard
    assert easy < 4 < 12 < hard
    assert grade([KIND]) is None


@pytest.mark.parametrize(("word", "count"), [("today", 2), ("application", 4), ("don’t", 1), ("Haldenfrey", 3)])
def test_syllables_are_counted_as_they_are_said(word, count):
    assert syllables(word) == count


def test_a_page_is_read_as_its_reader_sees_it(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text(
        "{% if one %}<h1>Well done!</h1>{% else %}<p>Go {{ name }}<b>on</b>.</p>{% endif %}"
        '{# Not read! #}<svg><title>No!</title></svg><input placeholder="Amazing">'
    )

    found = [(one.wrong, one.words) for one in wrongs(page)]

    assert found == [("too loud", "Well done!"), ("unkind, “Amazing”", "Amazing")]


def test_a_page_has_the_curly_apostrophe(tmp_path: Path):
    page = tmp_path / "page.html"
    page.write_text("<p>It isn't here.</p><p>It isn’t {{ one|default:'lost'|safe }}.</p>", encoding="utf-8")

    assert [(one.wrong, one.words) for one in wrongs(page)] == [("a straight apostrophe", "It isn't here.")]


def test_tables_are_read_however_deep():
    assert list(texts_in({"a": {"b": ["one", {"c": "two"}]}, "d": 3})) == ["one", "two"]


def test_templates_and_content_of_every_room_are_read():
    read = {path.parent.name if path.suffix == ".html" else path.parts[-3] for path in files()}

    assert {"today", "dont_get_stuck", "take_a_moment", "outbox", "app", "keep_going", "words"} <= read
    assert {path.name for path in files()} >= LETTERS


def test_an_hour_is_told_as_one_says_it():
    """9:00, not 09:00; what a field of the browser takes has no comma before it."""
    pages = (path for path in files() if path.suffix == ".html")

    assert [path.name for path in pages if ', H:i"' in path.read_text(encoding="utf-8")] == []
