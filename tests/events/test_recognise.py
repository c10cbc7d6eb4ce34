"""What a mail says is told by what its clauses say, by whom it is about, and by the thread it stands in."""

import time

import pytest

from highroad.events.event import Kind, Reading
from highroad.events.recognise import READER_VERSION, event_id, read, recognise
from highroad.mail.message import Address, Message
from highroad.mail.parse import from_parts
from tests.cast import ANA, SAM


def reading(text: str, *, subject: str = "Your application", sender: str = "Sam <sam@haldenfrey.example>") -> Reading:
    return read(from_parts(sender, "ana@duarte.example", subject, None, text))


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for applying. We have decided to move forward with other candidates.",
        "Your application will not be taken any further.",
        "The position has been filled.",
        "This role was cancelled by the business.",
        "We are pausing hiring for this role until further notice.",
        "We went with an internal candidate.",
        "You were not shortlisted for the post.",
        "Your profile does not match what this role requires.",
        "Although you impressed the panel, another applicant was closer to what the position needs.",
    ],
)
def test_a_no_is_read_with_and_without_words_of_regret(text: str):
    assert reading(text).kind is Kind.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        (
            "Dear Ana, I have difficult news. We are withdrawing the offer we made you on 3 March, as the "
            "budget for the role was cut."
        ),
        "Following the completion of pre-employment checks, the conditional offer made to you has been retracted.",
        (
            "Liebe Ana, leider müssen wir das Angebot vom 3. März zurückziehen, weil das Budget für die "
            "Stelle gestrichen wurde."
        ),
        (
            "Sehr geehrte Frau Duarte, das Ihnen unterbreitete Stellenangebot ist hiermit hinfällig. Die "
            "Position entfällt."
        ),
        (
            "Chère Ana, nous sommes contraints de retirer l'offre que nous vous avions faite le 3 mars, le "
            "budget du poste ayant été supprimé."
        ),
        "Madame, l'offre d'emploi qui vous a été adressée n'est plus valable.",
        "Estimada Sra. Duarte: sentimos comunicarle que la oferta de empleo queda sin efecto.",
        "Estimada Ana: nos vemos obligados a dejar sin efecto la propuesta de contratación que le enviamos.",
        (
            "Cara Ana, purtroppo dobbiamo ritirare l'offerta che ti abbiamo fatto il 3 marzo, perché il "
            "budget per la posizione è stato tagliato."
        ),
        (
            "Gentile Sig.ra Duarte, siamo spiacenti di comunicarle che la nostra proposta di assunzione è "
            "da considerarsi annullata."
        ),
        (
            "Cara Ana, infelizmente temos de retirar a proposta que lhe fizemos a 3 de março, porque o "
            "orçamento da vaga foi cortado."
        ),
        "Exma. Sra. Duarte, a proposta de contratação que lhe enviámos fica sem efeito.",
        (
            "Beste Ana, helaas moeten we het aanbod dat we je op 3 maart deden intrekken, omdat het budget "
            "voor de functie is geschrapt."
        ),
        "Geachte mevrouw Duarte, het aan u gedane aanbod is niet langer geldig.",
    ],
)
def test_an_offer_that_is_taken_back_is_a_no(text: str):
    assert reading(text).kind is Kind.REJECTION


@pytest.mark.parametrize(
    "text",
    [
        "We would have liked to offer you the baker position, but the budget was not approved.",
        "We very much wanted to offer you the role of Matron, and in the end it fell the other way.",
        "We had planned to offer you the role, and now the owner has sold the shop.",
        "Wir hätten Ihnen die Stelle gern angeboten, doch der Träger hat sie gestrichen.",
        "Nous aurions aimé vous proposer le poste, mais le budget a été gelé.",
        "Avremmo voluto offrirti il posto, purtroppo è andata diversamente.",
        "We hadden je de baan graag aangeboden, maar het budget is er niet.",
    ],
)
def test_what_they_wished_to_offer_is_no_offer(text: str):
    assert reading(text).kind not in (Kind.OFFER, Kind.INTERVIEW)


@pytest.mark.parametrize(
    "text",
    [
        "We are delighted to offer you the role. The offer lapses if you have not signed the contract by 12 May.",
        (
            "We are delighted to offer you the role of Data Analyst. Should a reference be wanting, we may "
            "withdraw our offer."
        ),
        "Wir freuen uns, Ihnen die Stelle anzubieten. Das Angebot ist bis zum 12. Mai gültig.",
    ],
)
def test_an_offer_with_a_condition_is_an_offer(text: str):
    assert reading(text, subject="Your offer").kind is Kind.OFFER


@pytest.mark.parametrize(
    "text",
    [
        "We have received your application. If you do not hear from us by May, it was not successful.",
        "Thank you for applying. Should you not be selected, we will let you know.",
        "Your application has arrived. Only shortlisted candidates will be contacted.",
        "Thank you for your application. Candidates who are not selected will be told by mail.",
        "We received your application and will let you know whether or not we are moving forward with it.",
    ],
)
def test_a_no_that_may_come_is_no_no(text: str):
    assert reading(text).kind is Kind.CONFIRMATION


@pytest.mark.parametrize(
    "text",
    [
        "Unfortunately I have to reschedule our interview on Thursday. Would Friday at 11 suit you?",
        "Sorry for the change: your interview tomorrow is at 10 instead of 9. We cannot reimburse travel.",
        "In March we told you that we chose another candidate. She left. Can you come to an interview on Friday?",
    ],
)
def test_a_sorry_that_refuses_nothing_is_an_invitation(text: str):
    assert reading(text, subject="Interview").kind is Kind.INTERVIEW


def test_who_steps_back_makes_the_difference():
    theirs = reading("We have decided not to proceed with your application.")
    yours = reading("Thank you for telling us that you have decided not to proceed with your application.")

    assert (theirs.kind, yours.kind) == (Kind.REJECTION, Kind.WITHDRAWAL)


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Your loan application", "We regret that we are unable to approve your loan application."),
        ("", "We regret that your loan application was declined. Your credit score is below our threshold."),
        ("Decision on your manuscript", "Your manuscript was not accepted. The reviewers' comments are below."),
        ("The flat", "Thank you for viewing the flat. The landlord has decided to go with other applicants."),
        ("PR #12", "Thanks for the pull request. We decided not to move forward with this change."),
        ("Ihr Kreditantrag", "Leider müssen wir Ihren Kreditantrag ablehnen."),
    ],
)
def test_a_refusal_about_something_else_is_no_rejection(subject: str, text: str):
    assert reading(text, subject=subject, sender="post@harbour.example").kind is Kind.OTHER


@pytest.mark.parametrize(
    "text",
    [
        "Bo commented: I did not get the job after four rounds, they moved on with another candidate.",
        "Hi Ana, my application was not successful, they filled the role internally. Coffee?",
        "Hi Ana, meine Bewerbung wurde abgelehnt. Sie haben sich für einen anderen Bewerber entschieden. Bier?",
        (
            'Ten kinds of no, and what they mean. We have all had one of these. "We have decided to move forward with '
            'other candidates for this position." It says nothing about you, and nobody has read a word of it twice.'
        ),
        "Salut Ana, ma candidature n'a pas été retenue, ils ont pris un autre candidat. Un café ?",
    ],
)
def test_what_others_tell_of_their_own_search_is_no_sure_no(text: str):
    found = reading(text, subject="News", sender="Cleo <cleo@kessel.example>")

    assert not (found.kind is Kind.REJECTION and found.sure)


def test_one_line_means_what_its_thread_is_about():
    """sadly it went the other way

    On Monday, Ana Duarte wrote:
    > any news about the baker position I interviewed for?
    """
    text = str(test_one_line_means_what_its_thread_is_about.__doc__).replace("    ", "")

    found = reading(text, subject="Re: Baker position")

    assert found.kind is Kind.REJECTION
    assert found.evidence == "sadly it went the other way"


@pytest.mark.parametrize("text", ["It's a no, sorry.", "Sorry, no."])
def test_a_plain_no_says_something_in_a_short_reply_alone(text: str):
    asked = "\n\nOn Monday, Ana Duarte wrote:\n> any news about the baker position I interviewed for?\n"

    assert reading(text + asked, subject="Re: Baker").kind is Kind.REJECTION
    assert reading(text + asked, subject="Re: Baker").language == "en"
    assert reading(text + " " + "We talked about the oven and the flour for an hour. " * 3).kind is not Kind.REJECTION


@pytest.mark.parametrize("text", ["Your application status has changed to: Rejected.", "Status: not selected"])
def test_a_line_of_a_hiring_system_can_be_a_no(text: str):
    assert reading(f"Hello Ana,\n\n{text}\n\nThe careers team").kind is Kind.REJECTION


def test_what_a_no_rests_on_is_quoted_and_what_it_leaves_out_is_named():
    found = reading("We have chosen another candidate for the role. We would be happy to give feedback.")

    assert found.evidence == "We have chosen another candidate for the role."
    assert "why" in found.does_not_say
    assert "feedback" not in found.does_not_say


def test_a_plain_no_is_sure_and_two_that_contradict_are_not():
    plain = reading("We regret that your application for the position was not successful.")
    mixed = reading(
        "We will not move forward with your application for this role. Can you come to an interview on Monday?"
    )

    assert plain.sure
    assert not (mixed.kind is Kind.REJECTION and mixed.sure)


def test_mail_the_user_sent_is_read_as_theirs():
    message = from_parts(
        f"{ANA.name} <{ANA.email}>", SAM.email, "Application", None, "Please find attached my application for the role."
    )

    assert read(message, mine=frozenset({ANA.email})).kind is Kind.APPLIED


def test_mail_about_something_else_proves_no_event():
    assert (
        recognise(from_parts("a@shop.example", ANA.email, "Invoice", None, "Your invoice for May is attached.")) == []
    )


def test_an_event_keeps_its_id_when_the_mail_is_read_again():
    message = from_parts(SAM.email, ANA.email, "Data Analyst", None, "The position has been filled.")

    (first,), (second,) = recognise(message), recognise(message)

    assert first == second
    assert first.id == event_id(message.key)
    assert len(first.id) == 8


def test_nothing_at_all_is_read_too():
    found = read(Message(key="empty", sender=Address("", "")))

    assert found.kind is Kind.OTHER
    assert not found.sure


@pytest.mark.parametrize(
    "text", ["not " * 20_000, "if " * 20_000, "a" * 300_000, "(" * 50_000, "., " * 50_000, "\n" * 100_000]
)
def test_hostile_text_ends_soon(text: str):
    began = time.process_time()
    reading(text)

    assert time.process_time() - began < 2


def test_a_better_reader_can_offer_to_read_again():
    assert READER_VERSION >= 1


def test_the_user_is_no_employer_of_their_own():
    own = Message(
        key="own",
        sender=Address("Ana Duarte", "ana@duarte.example"),
        to=(Address("Noor Haddad", "noor@haldenfrey.example"),),
        subject="Thank you for your time",
        text="Hi Noor,\n\nThank you for talking about the Data Analyst role yesterday.\n\nBest wishes,\nAna",
    )

    reading = read(own, mine=frozenset({"ana@duarte.example"}))

    assert reading.kind is Kind.THANK_YOU
    assert "duarte" not in (reading.employer or "").lower()
