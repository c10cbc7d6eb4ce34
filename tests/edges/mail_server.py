"""A real SMTP server on 127.0.0.1 that notes every mail it took, answers as it is told, and can act at each stage."""
# ruff: noqa: N802, ARG002  what aiosmtpd calls has its names and arguments

import asyncio
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.servers.dovecot import SECRET  # so that one account can be both read and sent from

STAGES = ("connect", "ehlo", "auth", "mail", "rcpt", "data", "midway", "dot", "taken")


@dataclass
class Taken:
    """One mail the server said yes to."""

    sender: str
    recipients: list[str]
    raw: bytes


@dataclass
class Told:
    """What the server does: at a stage it may act, answer otherwise, or drop the line."""

    acts: dict[str, Callable[[], None]] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    drops: set[str] = field(default_factory=set)
    taken: list[Taken] = field(default_factory=list)
    reached: list[str] = field(default_factory=list)
    is_open: bool = False  # the controller knocks once at its own door

    def at(self, stage: str) -> str | None:
        """The stage was reached; gives the answer to use instead of the usual one."""
        if not self.is_open:
            return None
        self.reached.append(stage)
        if stage in self.acts:
            self.acts[stage]()
        return self.answers.get(stage)


class Server(SMTP):
    """aiosmtpd, with the stages it has no hook for."""

    told: Told

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """A line was opened."""
        super().connection_made(transport)
        if self.session.ssl is None or not self._over_ssl:
            self.told.at("connect")
        if self.told.is_open and "connect" in self.told.drops:
            transport.close()

    async def smtp_DATA(self, arg: str | None) -> None:
        """The text begins; one may be told to die after its first bytes."""
        answer = self.told.at("data")
        if answer:
            await self.push(answer)
            return
        if "data" in self.told.drops:
            self.transport.close()
            return
        if "midway" in self.told.acts or "midway" in self.told.drops:
            await self.push("354 go on")
            await self._reader.read(40)
            self.told.at("midway")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class Handler:
    """Answers as it was told, and notes what it took."""

    def __init__(self, told: Told) -> None:
        self.told = told

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        """The client named itself."""
        session.host_name = hostname
        answer = self._met(server, "ehlo")
        return [answer] if answer else responses

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """From whom."""
        envelope.mail_from = address
        return self._met(server, "mail") or "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """To whom."""
        envelope.rcpt_tos.append(address)
        return self._met(server, "rcpt") or "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """The dot came: what is answered here decides whether the mail was taken."""
        answer = self._met(server, "dot")
        if answer is None:
            raw = envelope.original_content or b""
            self.told.taken.append(Taken(envelope.mail_from or "", envelope.rcpt_tos, raw))
            asyncio.get_running_loop().call_later(0.001, self.told.at, "taken")  # the answer is on its way
        return answer or "250 taken"

    async def handle_exception(self, error: Exception) -> str:
        """Nothing is hidden."""
        raise error

    def _met(self, server: SMTP, stage: str) -> str | None:
        answer = self.told.at(stage)
        if stage in self.told.drops:
            server.transport.abort()
        return answer


class _Controller(Controller):
    def __init__(self, told: Told, **more: object) -> None:
        self._told = told
        super().__init__(Handler(told), hostname="127.0.0.1", port=0, **more)

    def factory(self) -> SMTP:
        server = Server(self.handler, **self.SMTP_kwargs)
        server.told = self._told
        return server

    def _trigger_server(self) -> None:  # the port is known only once it listens
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def mail_server(
    told: Told,
    *,
    tls: ssl.SSLContext | None = None,
    starttls: ssl.SSLContext | None = None,
    secret: str = SECRET,
    only_by: str = "",
) -> Iterator[int]:
    """A running server that lets in by this password, and if wanted only by that mechanism; gives its port."""

    def let_in(server: SMTP, session: Session, envelope: Envelope, mechanism: str, login: object) -> AuthResult:
        told.at("auth")
        if "auth" in told.drops:
            server.transport.abort()
        return AuthResult(success=getattr(login, "password", b"") == secret.encode(), handled=False)

    controller = _Controller(
        told,
        ssl_context=tls,
        tls_context=starttls,
        authenticator=let_in,
        auth_require_tls=False,
        require_starttls=False,
        data_size_limit=2**20,
        auth_exclude_mechanism={"PLAIN", "LOGIN"} - {only_by} if only_by else None,
    )
    controller.start()
    told.is_open = True
    try:
        yield controller.port
    finally:
        controller.stop()


@dataclass(frozen=True)
class Certificates:
    """An authority of the tests' own, and what it vouches for."""

    trusted: ssl.SSLContext
    served: ssl.SSLContext


def certificates(folder: Path, *, name: str = "localhost") -> Certificates:
    """A server certificate for this name, and a client that trusts only its authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=3650))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = folder / "server.pem"
    file.write_bytes(pem + private)
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(file)
    return Certificates(ssl.create_default_context(cadata=pem.decode()), served)
