"""Whatever a mail server says or withholds, it ends soon, in a sentence, and no password goes where it should not."""

import ssl
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from highroad.edges import imap_connection
from highroad.edges.imap import Folder, append_to_sent, find_in_sent, open_mailbox, usual_choice
from highroad.edges.imap_answers import Fetched, fetched, uid_set
from highroad.edges.imap_connection import Security, Server
from highroad.edges.imap_trouble import (
    AppPasswordNeeded,
    Busy,
    CertificateWrong,
    Disconnected,
    Garbled,
    HostUnknown,
    MailboxTrouble,
    NotEncrypted,
    OnlyHere,
    ReadingSwitchedOff,
    Refused,
    TooSlow,
    WrongPassword,
)
from tests.servers import dovecot
from tests.servers.scripted_imap import Scripted, running

MAIL = b"From: Sam <sam@haldenfrey.example>\r\nSubject: Hello\r\n\r\nHello.\r\n"
TWO = [MAIL, MAIL.replace(b"Hello", b"Again")]


def read(script: Scripted, security: Security = Security.NONE) -> list[Fetched]:
    """Everything in it."""
    with open_mailbox(script.server(security), "a secret") as mailbox:
        mailbox.folders()
        mailbox.open("INBOX")
        return mailbox.take(mailbox.ask_starts(mailbox.uids()))


def test_an_honest_server_is_read():
    with running(Scripted(TWO)) as script:
        assert [mail.raw for mail in read(script)] == TWO


@pytest.mark.parametrize(
    ("said", "means"),
    [
        (b"[AUTHENTICATIONFAILED] Authentication failed.", WrongPassword),
        (b"[ALERT] Application-specific password required", AppPasswordNeeded),
        (b"Your account is not enabled for IMAP use.", ReadingSwitchedOff),
        (b"[UNAVAILABLE] Too many simultaneous connections", Busy),
    ],
)
def test_a_server_that_lets_nobody_in_says_why(said, means):
    with running(Scripted(TWO, lets_in=False, refusal=said)) as script, pytest.raises(means):
        read(script)


def test_no_password_goes_out_before_the_connection_is_private():
    with running(Scripted(TWO)) as script, pytest.raises(NotEncrypted):
        read(script, Security.STARTTLS)

    assert b"LOGIN" not in script.commands


def test_a_server_without_encryption_elsewhere_is_not_called():
    with pytest.raises(OnlyHere), open_mailbox(Server("mail.example", 143, "ana", Security.NONE), "a secret"):
        pass


def test_a_certificate_of_somebody_else_is_refused(tmp_path):
    with running(Scripted(TWO, encrypts=certified(tmp_path))) as script, pytest.raises(CertificateWrong):
        read(script, Security.TLS)

    assert script.commands == []


def test_a_certificate_we_can_check_is_taken(tmp_path, monkeypatch):
    script = Scripted(TWO, encrypts=certified(tmp_path))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate"))

    with running(script):
        assert len(read(script, Security.TLS)) == 2


def test_a_server_that_is_not_there_is_said():
    with pytest.raises(HostUnknown), open_mailbox(Server("nowhere.invalid", 993, "ana"), "a secret"):
        pass
    with pytest.raises(Refused), open_mailbox(Server("127.0.0.1", 9, "ana"), "a secret"):
        pass


def test_a_server_that_speaks_no_tls_at_that_port_is_said():
    with running(Scripted(TWO)) as script, pytest.raises(NotEncrypted):
        read(script, Security.TLS)


def test_a_server_that_says_nothing_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(imap_connection, "SECONDS", 0.1)
    script = Scripted(TWO)
    honest = script.answer
    script.answer = lambda line: b"" if b"SEARCH" in line else honest(line)  # type: ignore[method-assign]

    with running(script), pytest.raises(TooSlow):
        read(script)


@pytest.mark.parametrize("answers", range(6))
def test_a_connection_that_breaks_is_said_wherever_it_breaks(answers):
    with running(Scripted(TWO, hangs_up_after=answers)) as script, pytest.raises(Disconnected):
        read(script)


LIES = {
    "a literal longer than what comes": lambda answer: answer.replace(b"{%d}" % len(MAIL), b"{%d}" % 9_000),
    "a literal of ten gigabytes": lambda answer: answer.replace(b"{%d}" % len(MAIL), b"{10737418240}"),
    "a literal shorter than what comes": lambda answer: answer.replace(b"{%d}" % len(MAIL), b"{3}"),
    "no numbers": lambda answer: answer.replace(b"UID ", b"UDI "),
    "somebody else's numbers": lambda answer: answer.replace(b"UID 1", b"UID 77"),
    "garbage": lambda _: b"\x00\xff\xfe{{{]]\r\n" * 50,
    "html": lambda _: b"<html>Please sign in to the hotel</html>\r\n",
    "a line without an end": lambda _: b"* 1 FETCH (" + b"x" * 300_000,
    "nothing": lambda _: b"",
}


@pytest.mark.parametrize("lie", LIES)
def test_a_server_that_lies_is_survived(lie, monkeypatch):
    monkeypatch.setattr(imap_connection, "SECONDS", 0.3)
    script = Scripted(TWO, change=lambda name, answer: LIES[lie](answer) if name == b"FETCH" else answer)

    with running(script):
        try:
            mails = read(script)
        except MailboxTrouble as trouble:
            assert str(trouble).endswith(".")
        else:
            assert {mail.uid for mail in mails} <= {1, 2}


@pytest.mark.parametrize("digits", [b"4294967296", b"9" * 25, b"9" * 5000])
@pytest.mark.parametrize(
    ("command", "before", "number", "behind"),
    [
        (b"STATUS", b"UIDNEXT ", b"3", b""),
        (b"STATUS", b"UIDVALIDITY ", b"7", b""),
        (b"STATUS", b"MESSAGES ", b"2", b""),
        (b"EXAMINE", b"UIDNEXT ", b"3", b""),
        (b"EXAMINE", b"UIDVALIDITY ", b"7", b""),
        (b"EXAMINE", b"* ", b"2", b" EXISTS"),
    ],
)
def test_a_number_no_mailbox_can_have_is_not_taken(command, before, number, behind, digits):
    def lie(name: bytes, answer: bytes) -> bytes:
        return answer.replace(before + number + behind, before + digits + behind) if name == command else answer

    script = Scripted(TWO, change=lie)
    with running(script), pytest.raises(Garbled), open_mailbox(script.server(), "a secret") as mailbox:
        mailbox.marks(["INBOX"])
        mailbox.open("INBOX")


@pytest.mark.parametrize("host", ["imap..duarte.example", ".", "x" * 64 + ".example"])
def test_a_name_that_is_none_is_said(host):
    with pytest.raises(HostUnknown), open_mailbox(Server(host, 993, "ana"), "secret"):
        pass


def test_a_server_that_never_ends_its_answer_is_left(monkeypatch):
    monkeypatch.setattr(imap_connection, "MOST_IN_ANSWER", 100_000)
    script = Scripted(TWO, change=lambda *_: b"* OK still here\r\n" * 20_000)

    with running(script), pytest.raises(Garbled):
        read(script)


def test_a_mail_the_server_will_not_hand_out_does_not_hold_up_the_others():
    script = Scripted(TWO)
    honest = script.answer
    script.answer = lambda line: line.split()[0] + b" NO corrupt\r\n" if _asks_for_first(line) else honest(line)  # type: ignore[method-assign]

    with running(script):
        assert [mail.raw for mail in read(script)] == [b"", TWO[1]]


def test_a_line_end_in_a_name_begins_no_command():
    with running(Scripted(TWO)) as script:
        with open_mailbox(script.server(), "a secret") as mailbox, pytest.raises(Garbled):
            mailbox.open('INBOX"\r\nA1 DELETE "INBOX')
        with pytest.raises(WrongPassword), open_mailbox(script.server(), "a\r\nA1 NOOP"):
            pass

    assert b"DELETE" not in script.commands


def test_answers_are_read_however_they_are_written():
    literal = [(b"1 (BODY[]<0> {5}", b"Hello"), b" RFC822.SIZE 9 UID 4)", b"2 (FLAGS (\\Seen) UID 5)"]
    short = [b'3 (UID 6 RFC822.SIZE 2 BODY[]<0> "a\\"b")', b"4 (UID 7 RFC822.SIZE 0 BODY[] NIL)"]

    assert list(fetched(literal + short)) == [Fetched(4, 9, b"Hello"), Fetched(6, 2, b'a"b'), Fetched(7, 0, b"")]


def test_numbers_are_written_in_runs():
    assert uid_set([4, 5, 6, 9, 11, 12]) == "4:6,9,11:12"


def test_what_people_file_mail_in_is_chosen():
    plain = [Folder("INBOX"), Folder("Jobs"), Folder("Sent", "Sent"), Folder("Spam", "Junk"), Folder("Bin", "Trash")]

    assert [folder.name for folder in usual_choice(plain)] == ["INBOX", "Jobs", "Sent"]
    assert [folder.name for folder in usual_choice([*plain, Folder("All Mail", "All")])] == ["All Mail", "Sent"]


def test_a_sent_mail_is_put_with_the_others_and_found_there():
    with dovecot.running(sent="Gesendete Objekte") as real:
        server = real.server()
        kept = append_to_sent(server, dovecot.SECRET, b"Message-ID: <one@duarte.example>\r\n" + MAIL)

        assert kept
        assert find_in_sent(server, dovecot.SECRET, "<one@duarte.example>") is True
        assert find_in_sent(server, dovecot.SECRET, "<two@duarte.example>") is False
        assert find_in_sent(server, "another secret", "<one@duarte.example>") is None
        assert not append_to_sent(server, "another secret", MAIL)
        with open_mailbox(server, dovecot.SECRET) as mailbox:
            mailbox.open("INBOX")
            assert not mailbox.wait(0.05)
            with ThreadPoolExecutor(1) as pool:
                told = pool.submit(mailbox.wait, 2)
                real.deliver([MAIL])
                assert told.result()


def _asks_for_first(line: bytes) -> bool:
    return b"FETCH 1:2" in line or b"FETCH 1 " in line


def certified(folder: Path) -> ssl.SSLContext:
    """A server's side of TLS, with a certificate nobody vouches for."""
    key, certificate = folder / "key", folder / "certificate"
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "9999"]
    made = ["-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate]
    subprocess.run(["openssl", "req", *made, *subject], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context
