"""A long sentence in stretches: each place between two words stands inside one of them."""

from hypothesis import given
from hypothesis import strategies as st

from highroad.words.stretches import SHORT, stretches

MOST = 22
LONG = "i went to the shop and bought leeks because the soup needs them, " * 4


def test_a_short_sentence_has_none():
    assert list(stretches("word " * SHORT, most=MOST)) == []


def test_each_is_an_unchanged_piece_of_a_fair_length():
    found = list(stretches(LONG, most=MOST))

    assert found
    assert all(one in LONG for one in found)
    assert all(9 <= len(one.split()) <= MOST for one in found)


def test_they_begin_where_a_thought_does_where_there_is_such_a_place():
    assert list(stretches(LONG, most=MOST))[1].startswith("and bought")


@given(st.lists(st.sampled_from(["i", "and", "soup,", "–", "shop"]), min_size=SHORT + 1, max_size=200))
def test_any_five_words_in_a_row_stand_in_one(said: list[str]):
    numbered = [f"{word}{at}," if word == "soup," else word for at, word in enumerate(said)]
    found = [one.split() for one in stretches(" ".join(numbered), most=MOST)]

    rows = {tuple(one[at : at + 5]) for one in found for at in range(len(one) - 4)}

    assert all(tuple(numbered[at : at + 5]) in rows for at in range(len(numbered) - 4))
