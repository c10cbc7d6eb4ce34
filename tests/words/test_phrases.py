"""Phrases are written as they are said, with a few shorthands."""

from highroad.words.phrases import Mention, compile_phrases, find, spell_out


def test_a_shorthand_stands_for_every_wording():
    assert spell_out("(go|move) [right] on", {}) == [
        ["go", "on"],
        ["go", "right", "on"],
        ["move", "on"],
        ["move", "right", "on"],
    ]


def test_a_named_shorthand_is_put_in():
    assert spell_out("other {people}", {"people": "folk|persons"}) == [["other", "folk"], ["other", "persons"]]


def test_stems_and_gaps_are_found():
    phrases = compile_phrases({"other": ["another .. candidat*"]})

    found = find(phrases, "we chose another very good candidate".split())

    assert found == [Mention("other", 2, 6)]


def test_a_gap_has_an_end():
    phrases = compile_phrases({"other": ["another .. candidate"]})

    assert find(phrases, "another one two three four candidate".split()) == []


def test_of_one_label_the_longest_phrase_counts_and_other_labels_stand_beside_it():
    phrases = compile_phrases({"a": ["not", "not only"], "b": ["not"]})

    assert set(find(phrases, ["not", "only"])) == {Mention("a", 0, 2), Mention("b", 0, 1)}
