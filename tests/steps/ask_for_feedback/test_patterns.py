"""Two independent mentions make a pattern; one is one person's view."""

import pytest

from highroad.steps.ask_for_feedback.patterns import Mention, patterns, themes_of


def said(text: str, *, by: str = "Sam", no: str = "haldenfrey", number: int = 1, language: str = "en") -> Mention:
    return Mention(feedback_id=1, number=number, by=by, no=no, text=text, language=language)


def test_one_person_is_no_pattern_however_often_they_say_it():
    again = [said("We missed examples."), said("Bring concrete examples.", number=2)]

    assert patterns(again) == []


def test_two_people_make_a_pattern_in_their_own_words():
    both = [said("We missed examples."), said("Ihre Beispiele waren knapp.", by="Noor", language="de")]

    (found,) = patterns(both)

    assert (found.theme, [mention.by for mention in found.mentions]) == ("examples", ["Sam", "Noor"])


def test_one_person_is_one_voice_also_after_two_noes():
    both = [said("Say it shorter, be concise."), said("Be more concise.", no="brightmoor")]

    assert patterns(both) == []


def test_what_most_people_named_comes_first_whoever_repeats_it():
    sql = [said("Your SQL was slow.", no=no) for no in ("haldenfrey", "brightmoor", "larkfield")]
    sql += [said("Learn SQL.", by="Noor")]
    examples = [said("We missed examples.", by=by) for by in ("Sam", "Noor", "Eli")]

    found = patterns([*sql, *examples])

    assert [pattern.theme for pattern in found] == ["examples", "SQL"]


def test_different_things_make_no_pattern():
    assert patterns([said("Be more concise."), said("You seemed nervous.", by="Noor")]) == []


def test_a_tool_is_known_by_its_own_name():
    (found,) = patterns([said("Your SQL was slow."), said("Üben Sie SQL.", by="Eli", language="de")])

    assert found.name == "SQL"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Wir vermissten konkrete Beispiele."),
        ("fr", "Il manquait des exemples."),
        ("es", "Faltaron ejemplos."),
        ("it", "Mancavano esempi."),
        ("pt", "Faltaram exemplos."),
        ("nl", "We misten voorbeelden."),
    ],
)
def test_each_language_knows_the_themes(language: str, text: str):
    assert "examples" in themes_of(text, language=language)
