"""What a no says of another time."""

import json
from pathlib import Path

import pytest

from highroad.rejections.again import keeps_in_mind, months_until_again

KEPT_ASIDE = Path(__file__).parents[2] / "measure" / "kept_aside" / "keep_in_mind.jsonl"
SENTENCES = [json.loads(line) for line in KEPT_ASIDE.read_text(encoding="utf-8").splitlines()]


def test_most_sentences_kept_aside_are_read_as_they_are_meant():
    wrong = [one["text"] for one in SENTENCES if keeps_in_mind(one["text"], one["language"]) != one["keeps"]]

    assert len(SENTENCES) >= 30
    assert len(wrong) <= len(SENTENCES) // 20, wrong


def test_no_sentence_kept_aside_is_taken_for_a_promise_that_is_none():
    assert [one["text"] for one in SENTENCES if not one["keeps"] and keeps_in_mind(one["text"], one["language"])] == []


def test_a_time_is_read_where_one_is_named_and_nowhere_else():
    read = {one["text"]: months_until_again(one["text"], one["language"]) for one in SENTENCES}

    assert read == {one["text"]: one["months"] for one in SENTENCES}


@pytest.mark.parametrize(
    "sentence", ["", "Please apply again.", "Apply again in 0 months.", "Apply again in 99 years."]
)
def test_without_a_sensible_time_there_is_none(sentence: str):
    assert months_until_again(sentence, "en") is None


def test_a_language_nobody_told_is_looked_up_in_all_seven():
    assert keeps_in_mind("We houden je in gedachten voor een volgende ronde.", None)
