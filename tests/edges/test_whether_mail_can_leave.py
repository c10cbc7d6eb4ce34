"""Whether mail can leave is tried by logging in; no mail is handed over, and what failed is said in plain words."""

import base64
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from highroad.edges.imap_trouble import (
    AppPasswordNeeded,
    CertificateWrong,
    HostUnknown,
    NotEncrypted,
    OnlyHere,
    Refused,
    WrongPassword,
)
from highroad.edges.smtp import Door, Security
from highroad.edges.smtp_trial import (
    NoLogin,
    SendingBrokeOff,
    SendingRefused,
    SendingSwitchedOff,
    try_door,
)
from tests.cast import ANA
from tests.edges.mail_server import SECRET, Told, certificates, mail_server


def door(port: int, *, host: str = "127.0.0.1", security: Security = Security.NONE, secret: str = SECRET) -> Door:
    return Door(host, port, security, ANA.email, secret)


def test_a_login_that_works_hands_nothing_over():
    told = Told()
    with mail_server(told) as port:
        try_door(door(port))

    assert "auth" in told.reached
    assert not {"mail", "rcpt", "data"}.intersection(told.reached)
    assert told.taken == []


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_private_line_is_tried_as_mail_would_leave(tmp_path, security):
    made = certificates(tmp_path)
    lines = {"tls": made.served} if security is Security.TLS else {"starttls": made.served}

    with mail_server(Told(), **lines) as port:
        try_door(door(port, host="localhost", security=security), context=made.trusted)


def test_a_wrong_password_is_named():
    with mail_server(Told()) as port, pytest.raises(WrongPassword):
        try_door(door(port, secret="of last year"))


def test_a_port_without_a_server_is_named():
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]

    with pytest.raises(Refused):
        try_door(door(port))


@pytest.mark.parametrize("host", ["no such host.invalid", "smtp..duarte.example"])
def test_a_host_that_is_not_there_is_named(host):
    with pytest.raises(HostUnknown):
        try_door(door(465, host=host, security=Security.TLS))


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_of_nobody_stops_before_the_password(tmp_path, security):
    made, told = certificates(tmp_path), Told()
    lines = {"tls": made.served} if security is Security.TLS else {"starttls": made.served}

    with mail_server(told, **lines) as port, pytest.raises(CertificateWrong):
        try_door(door(port, host="localhost", security=security))

    assert "auth" not in told.reached


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_server_that_does_not_encrypt_gets_no_password(security):
    told = Told()
    with mail_server(told) as port, pytest.raises(NotEncrypted):
        try_door(door(port, host="localhost", security=security))

    assert "auth" not in told.reached


def test_without_encryption_only_this_computer_is_asked():
    with pytest.raises(OnlyHere):
        try_door(door(25, host="mail.example"))


@pytest.mark.parametrize("stage", ["connect", "ehlo", "auth"])
def test_a_server_that_hangs_up_is_named(stage):
    with mail_server(Told(drops={stage})) as port, pytest.raises(SendingBrokeOff):
        try_door(door(port))


OFFERS = "250-here\r\n250 AUTH PLAIN LOGIN XOAUTH2"


@pytest.mark.parametrize(
    ("offers", "said", "trouble"),
    [
        (OFFERS, "535 5.7.139 SmtpClientAuthentication is disabled for the Tenant.", SendingSwitchedOff),
        (OFFERS, "534 5.7.9 Application-specific password required", AppPasswordNeeded),
        (OFFERS, "454 4.7.0 Temporary authentication failure", SendingRefused),
        ("250 here", "", NoLogin),
    ],
)
def test_what_a_server_says_to_a_password_is_told_apart(offers, said, trouble):
    with answering(offers, [said] * 3) as port, pytest.raises(trouble):
        try_door(door(port))


@pytest.mark.parametrize(("offers", "trouble"), [("250 here", NoLogin), (OFFERS, WrongPassword)])
def test_a_password_of_any_letters_is_told_of_as_any_other(offers, trouble):
    with answering(offers, ["535 no"]) as port, pytest.raises(trouble):
        try_door(door(port, secret="süß"))


def test_a_key_that_is_refused_is_explained_and_then_refused():
    heard: list[bytes] = []
    answers = ["334 " + base64.b64encode(b"{}").decode(), "535 no"]
    with answering(OFFERS, answers, heard) as port, pytest.raises(WrongPassword):
        try_door(Door("127.0.0.1", port, Security.NONE, ANA.email, "a key", oauth=True))

    key = base64.b64decode(heard[1].split()[-1])
    assert key == b"user=ana@duarte.example\x01auth=Bearer a key\x01\x01"
    assert heard[2] == b""


@contextmanager
def answering(offers: str, answers: list[str], heard: list[bytes] | None = None) -> Iterator[int]:
    """A server that says what it offers, and then these answers; gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def talk() -> None:
            called, _ = listening.accept()
            with suppress(ConnectionError), called, called.makefile("rb") as lines:
                called.sendall(b"220 here\r\n")
                for answer in [offers, *answers, "221 bye"]:
                    line = lines.readline()
                    (heard if heard is not None else []).append(line.rstrip(b"\r\n"))
                    called.sendall(answer.encode() + b"\r\n")

        talking = threading.Thread(target=talk, daemon=True)
        talking.start()
        yield listening.getsockname()[1]
