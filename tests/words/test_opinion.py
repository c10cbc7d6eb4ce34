"""What the words of a sentence speak for."""

import pytest

from highroad.words.opinion import Opinion, carried, chances, features, pack, unpack

DARK = Opinion(
    labels=("sad", "glad"),
    bias=(-1.0, -1.0),
    rows={"tears": (3.0, -1.0), "no hope": (2.0, 0.0), "~<joy": (0.0, 4.0)},
    written="by hand",
)


def test_words_and_pairs_speak_for_labels_that_do_not_exclude_one_another():
    found = chances(DARK, ["joy", "and", "tears"])

    assert found["sad"] == pytest.approx(1 / (1 + 2.718281828 ** (1 - 3 / 2**0.5)))
    assert found["glad"] > chances(DARK, ["and", "tears"])["glad"]


def test_a_sentence_of_unknown_words_is_as_likely_as_any():
    assert chances(DARK, ["hello"]) == chances(DARK, []) == pytest.approx({"sad": 0.2689, "glad": 0.2689}, abs=1e-4)


def test_a_word_said_twice_speaks_once():
    assert chances(DARK, ["tears", "tears"]) == chances(DARK, ["tears"])


def test_what_carries_a_label_is_told_word_by_word():
    shares = carried(DARK, ["there", "is", "no", "hope"], "sad")

    assert shares == [0, 0, 1.0, 1.0]


def test_a_misspelt_word_shares_its_pieces():
    names = {feature.name for feature in features(["joyful"])} & {feature.name for feature in features(["joyfull"])}

    assert "~<joy" in names


def test_it_comes_back_from_its_file_with_what_counts():
    packed = pack(DARK, step=0.5)

    assert unpack(packed) == DARK
    assert packed == pack(unpack(packed), step=0.5)


def test_what_counts_for_nothing_is_not_kept():
    light = Opinion(("sad",), (0.0,), {"tears": (1.0,), "and": (0.01,)}, "by hand")

    assert set(unpack(pack(light, step=0.1)).rows) == {"tears"}
