"""Who offered feedback or a word, and whether the user works there already."""

import pytest

from highroad.events.event import Kind
from highroad.steps.ask_for_feedback.offers import is_internal, offer_in
from tests.cast import ANA, NOOR_INTERVIEWER, SAM_RECRUITER
from tests.record import haldenfrey, only_application

OFFERS = {
    "en": "I am happy to give you some feedback on the phone.",
    "de": "Gerne gebe ich Ihnen eine Rückmeldung zu dem Gespräch.",
    "fr": "Je vous ferais volontiers un retour sur notre entretien.",
    "es": "Estaré encantada de darle comentarios sobre la entrevista.",
    "it": "Sono a disposizione per un feedback sul colloquio.",
    "pt": "Estou à disposição para lhe dar feedback sobre a entrevista.",
    "nl": "Ik geef u graag terugkoppeling over het gesprek.",
}


@pytest.mark.parametrize("sentence", OFFERS.values(), ids=OFFERS.keys())
def test_a_sentence_that_offers_feedback_is_quoted_as_it_stands(sentence: str):
    assert offer_in(sentence).feedback == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "Unfortunately we are unable to provide individual feedback.",
        "We would love your feedback on our interview experience in this short survey.",
        "Leider können wir Ihnen keine Rückmeldung geben.",
        "The weather has been lovely.",
    ],
)
def test_a_refusal_or_a_survey_offers_nothing(sentence: str):
    assert offer_in(sentence).feedback == ""


def test_an_open_invitation_to_write_is_known():
    said = "It was good to meet you. Feel free to reach out any time."

    assert offer_in(said).contact == "Feel free to reach out any time."


def application(*, domain: str = "haldenfrey.example", note: str = ""):
    return only_application(
        [
            haldenfrey("call", Kind.INTERVIEW, 9, people=(SAM_RECRUITER, NOOR_INTERVIEWER), sender_domain=domain),
            haldenfrey("mine", Kind.NOTE, 10, by_user=True, note=note),
            haldenfrey("no", Kind.REJECTION, 20, sender_domain=domain),
        ]
    )


def test_who_writes_from_the_same_house_works_there():
    assert is_internal(application(), mine={ANA.email, "ana.duarte@haldenfrey.example"}, texts={})
    assert not is_internal(application(), mine={ANA.email}, texts={})


def test_two_webmail_addresses_are_not_one_house():
    assert not is_internal(application(domain="gmail.com"), mine={"ana@gmail.com"}, texts={})


def test_a_note_or_a_mail_may_say_it():
    assert is_internal(application(note="It was an internal application."), mine=(), texts={})
    assert is_internal(application(), mine=(), texts={"no": "Danke für Ihre interne Bewerbung."})


def test_an_internal_candidate_who_was_chosen_is_somebody_else():
    said = "We decided to go with an internal candidate."

    assert not is_internal(application(), mine=(), texts={"no": said})
