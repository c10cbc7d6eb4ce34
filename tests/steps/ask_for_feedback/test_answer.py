"""What an answer says, sentence by sentence; the user's own sorting wins."""

import pytest

from highroad.steps.ask_for_feedback.answer import Sort, sentences, sort_of
from measure.feedback import right, sorted_sentences

ANSWER = (
    "Hi Ana,\n\nThanks for asking. Your case was clear. We missed depth in the numbers. It was a close call.\n\n"
    "Best wishes\nSam\n\nOn Mon, 23 Nov 2026 at 09:00, Ana Duarte wrote:\n> What could I improve?"
)


def test_an_answer_is_sorted_and_the_mail_it_quotes_is_not_part_of_it():
    sorts = [(one.text, one.sort) for one in sentences(ANSWER)]

    assert sorts == [
        ("Hi Ana,", Sort.COURTESY),
        ("Thanks for asking.", Sort.COURTESY),
        ("Your case was clear.", Sort.KEEP_DOING),
        ("We missed depth in the numbers.", Sort.WORK_ON),
        ("It was a close call.", Sort.UNCLEAR),
    ]


def test_a_sentence_the_user_moved_stays_where_they_put_it():
    moved = sentences(ANSWER, moved={"5": "work_on"})[4]

    assert (moved.sort, moved.moved) == (Sort.WORK_ON, True)


def test_praise_that_leads_to_a_but_is_something_to_work_on():
    assert sort_of("Your talk was strong, but it lacked an ending.", language="en") is Sort.WORK_ON


def test_no_doubts_is_praise():
    assert sort_of("An Ihrer Fachkenntnis hatten wir keine Zweifel.", language="de") is Sort.KEEP_DOING


@pytest.mark.parametrize(
    ("language", "praise", "to_work_on", "neither"),
    [
        ("fr", "Votre présentation était très claire.", "Vos réponses manquaient d'exemples.", "Le poste a été gelé."),
        ("es", "Su presentación fue excelente.", "Faltaron ejemplos concretos.", "No podemos dar más detalle."),
        ("it", "La sua presentazione era ottima.", "Mancavano esempi concreti.", "La scelta è stata combattuta."),
        ("pt", "A sua apresentação foi excelente.", "Faltaram exemplos concretos.", "Não podemos dizer mais."),
        ("nl", "Uw presentatie was uitstekend.", "We misten concrete voorbeelden.", "Het was een nipte keuze."),
    ],
)
def test_each_language_has_its_words(language: str, praise: str, to_work_on: str, neither: str):
    sorts = [sort_of(text, language=language) for text in (praise, to_work_on, neither)]

    assert sorts == [Sort.KEEP_DOING, Sort.WORK_ON, Sort.UNCLEAR]


def test_a_question_back_in_an_unknown_tongue_is_unclear():
    assert sort_of("Kiel vi fartas?", language="eo") is Sort.UNCLEAR


@pytest.mark.parametrize("language", ["en", "de"])
def test_answers_kept_aside_are_sorted_nine_times_out_of_ten(language: str):
    ours = [one for one in sorted_sentences() if one.language == language]

    assert len({one.answer for one in ours}) >= 30
    assert (right(ours).share or 0) >= 0.9
