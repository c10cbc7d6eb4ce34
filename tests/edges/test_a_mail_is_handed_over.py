"""A mail is handed to a real server, and how far it came is told exactly."""

import pytest

from highroad.edges.smtp import Door, Letter, NotTaken, Refused, Security, Unsure, deliver
from highroad.mail.draft import Draft, to_bytes
from tests.cast import ANA, NOW, SAM
from tests.edges.mail_server import SECRET, Told, certificates, mail_server

WORDS = Draft(SAM, ANA, "Danke für das Gespräch", "Hi Sam,\n\n.\n..\n.dots stay\n\nAna")
RAW = to_bytes(WORDS, message_id="m@d.example", leaves_at=NOW)
LETTER = Letter(ANA.email, SAM.email, RAW)


LONG = Letter(ANA.email, SAM.email, RAW + b"One more line of a long mail.\r\n" * 400_000)


def hand_over(port, *, letter=LETTER, host="127.0.0.1", security=Security.NONE, secret=SECRET, context=None):
    """Hand the letter over; gives how often the last step was announced."""
    announced = []
    door = Door(host, port, security, ANA.email, secret)
    deliver(letter, door, going=lambda: announced.append(1), context=context)
    return len(announced)


def test_it_arrives_byte_for_byte_at_one_address():
    told = Told()
    with mail_server(told) as port:
        assert hand_over(port) == 1

    [taken] = told.taken
    assert (taken.sender, taken.recipients, taken.raw) == (ANA.email, [SAM.email], RAW)


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_it_leaves_by_a_private_line_whose_certificate_was_checked(tmp_path, security):
    made, told = certificates(tmp_path), Told()
    lines = {"tls": made.served} if security is Security.TLS else {"starttls": made.served}
    with mail_server(told, **lines) as port:
        hand_over(port, host="localhost", security=security, context=made.trusted)

    assert [taken.raw for taken in told.taken] == [RAW]


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
@pytest.mark.parametrize("name", ["somewhere-else.example", None])
def test_a_line_to_a_stranger_is_hung_up_before_the_password(tmp_path, security, name):
    made, told = certificates(tmp_path, name=name or "localhost"), Told()
    lines = {"tls": made.served} if security is Security.TLS else {"starttls": made.served}
    with mail_server(told, **lines) as port, pytest.raises(NotTaken, match="could not prove"):
        hand_over(port, host="localhost", security=security, context=made.trusted if name else None)

    assert not {"auth", "mail"}.intersection(told.reached)


def test_a_server_without_starttls_gets_nothing():
    told = Told()
    with mail_server(told) as port, pytest.raises(Refused, match="private line"):
        hand_over(port, security=Security.STARTTLS)

    assert not {"auth", "mail"}.intersection(told.reached)


def test_an_open_line_leads_only_to_this_computer():
    with pytest.raises(Refused, match="not private"):
        hand_over(25, host="mail.duarte.example")


def test_a_wrong_password_is_said_so():
    with mail_server(Told()) as port, pytest.raises(Refused, match="password"):
        hand_over(port, secret="another")


@pytest.mark.parametrize("only_by", ["", "PLAIN", "LOGIN"])
def test_a_password_of_any_letters_lets_in(only_by):
    told = Told()
    with mail_server(told, secret="grüne Äpfel, süß", only_by=only_by) as port:
        assert hand_over(port, secret="grüne Äpfel, süß") == 1

    assert len(told.taken) == 1


@pytest.mark.parametrize("only_by", ["PLAIN", "LOGIN"])
def test_a_wrong_password_of_any_letters_is_said_so(only_by):
    told = Told()
    with mail_server(told, only_by=only_by) as port, pytest.raises(Refused, match="password"):
        hand_over(port, secret="grüne Äpfel, süß")

    assert told.taken == []


@pytest.mark.parametrize("stage", ["connect", "ehlo", "auth", "mail", "rcpt", "data"])
def test_a_line_lost_before_the_last_dot_means_not_taken(stage):
    told = Told(drops={stage})
    with mail_server(told) as port, pytest.raises(NotTaken):
        hand_over(port)

    assert told.taken == []


def test_a_line_lost_in_the_midst_of_a_long_text_means_not_taken():
    with mail_server(Told(drops={"midway"})) as port, pytest.raises(NotTaken):
        hand_over(port, letter=LONG)


def test_a_line_lost_after_the_last_dot_means_that_nobody_knows():
    told = Told(drops={"dot"})
    with mail_server(told) as port, pytest.raises(Unsure):
        hand_over(port)


@pytest.mark.parametrize("stage", ["mail", "rcpt", "data", "dot"])
@pytest.mark.parametrize(("answer", "meaning"), [("451 try later", NotTaken), ("550 no such user", Refused)])
def test_the_server_s_own_no_is_told_as_now_or_never(stage, answer, meaning):
    told = Told(answers={stage: answer})
    with mail_server(told) as port, pytest.raises(meaning, match=answer[4:]):
        hand_over(port)

    assert told.taken == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (
            "550 5.1.1 <sam>: unknown user",
            "There is no mailbox of this name there. 127.0.0.1 answered: <sam>: unknown user",
        ),
        ("552 5.2.2 over quota", "Their mailbox is full. 127.0.0.1 answered: over quota"),
        (
            "550-5.7.26 no proof\r\n550 5.7.26 of sender",
            "could not check that it is from you. 127.0.0.1 answered: no proof of sender",
        ),
        ("554 go away", "The mail server refused this. 127.0.0.1 answered: go away"),
        ("559 hm", "127.0.0.1 answered: hm"),
        ("559 ", "127.0.0.1 answered with the number 559."),
    ],
)
def test_a_no_is_told_in_plain_words_before_the_server_s_own(answer, told):
    with mail_server(Told(answers={"rcpt": answer})) as port, pytest.raises(Refused) as refusal:
        hand_over(port)

    assert str(refusal.value).endswith(told)


def test_an_answer_that_means_nothing_after_the_dot_means_that_nobody_knows():
    told = Told(answers={"dot": "399 hm"})
    with mail_server(told) as port, pytest.raises(Unsure):
        hand_over(port)


def test_what_stops_it_at_the_last_moment_leaves_no_text():
    told = Told()
    door_shut = RuntimeError("stopped")

    def stop():
        raise door_shut

    with mail_server(told) as port, pytest.raises(RuntimeError, match="stopped"):
        deliver(LETTER, Door("127.0.0.1", port, Security.NONE, ANA.email, SECRET), going=stop)

    assert told.taken == []
    assert "data" not in told.reached
