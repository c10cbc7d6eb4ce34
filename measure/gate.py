"""`python -m measure.gate PATH…`: how much mail about applications the first look lets go, however it is encoded."""

import html
import sys
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from highroad.events.candidate import glance_may_concern, may_concern_application
from highroad.events.event import NOT_ABOUT
from highroad.mail.glance import glance
from highroad.mail.message import Message
from highroad.mail.parse import parse
from measure.labelled import Case, cases

ABOVE = "Good morning, the kettle is on and the rain has stopped.\n\n"


def main() -> None:
    """Prints, for each way a mail may come, how many are let go: of those about applications, and of the rest."""
    labelled = cases([Path(path) for path in sys.argv[1:]])
    print(f"{'encoded as':<22}{'about applications':>20}{'let go':>8}{'the rest':>10}{'let go':>8}")
    for name, write in WAYS.items():
        ours = [case for case in labelled if case.kind not in NOT_ABOUT]
        rest = [case for case in labelled if case.kind in NOT_ABOUT]
        print(f"{name:<22}{len(ours):>20}{_count(ours, write):>8}{len(rest):>10}{_count(rest, write):>8}")
        for case in let_go(ours, write):
            print(f"    {case.name or case.message.subject}")


def let_go(labelled: list[Case], write: Callable[[Message], bytes]) -> Iterator[Case]:
    """The mails that would not be read in full when they come written so."""
    return (case for case in labelled if not passes(write(case.message)))


def passes(raw: bytes) -> bool:
    """Whether the first look at these bytes has them read in full."""
    seen = glance(raw)
    return glance_may_concern(seen) if seen else may_concern_application(parse(raw))


def _count(labelled: list[Case], write: Callable[[Message], bytes]) -> int:
    return sum(1 for _ in let_go(labelled, write))


def _mail(message: Message, **content: object) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    if message.sender:
        mail["From"] = f'"{message.sender.name}" <{message.sender.email}>' if message.sender.email else "x@a.example"
    mail["Subject"] = message.subject
    mail.set_content(message.text, **content)  # type: ignore[arg-type]
    return mail


def _html(message: Message, encoding: str) -> bytes:
    lines = "".join(f'<tr><td style="padding: 4px">{html.escape(line)}</td></tr>' for line in message.text.split("\n"))
    page = f"<html><head><style>p {{ color: teal }}</style></head><body><table>{lines}</table></body></html>"
    mail = _mail(message)
    mail.set_content(page, subtype="html", cte=encoding)
    return mail.as_bytes()


def _utf16(message: Message) -> bytes:
    mail = _mail(message)
    mail.set_content(message.text.encode("utf-16"), maintype="text", subtype="plain", params={"charset": "utf-16"})
    return mail.as_bytes()


def _forwarded(message: Message) -> bytes:
    outer = EmailMessage(policy=SMTP)
    outer["From"], outer["Subject"] = "Kim Lund <kim@post.example>", "Fwd: this"
    outer.set_content(ABOVE)
    outer.add_attachment(_mail(message, cte="base64"))
    return outer.as_bytes()


WAYS: dict[str, Callable[[Message], bytes]] = {
    "8 bits": lambda message: _mail(message, cte="8bit").as_bytes(),
    "base64": lambda message: _mail(message, cte="base64").as_bytes(),
    "quoted-printable": lambda message: _mail(message, cte="quoted-printable").as_bytes(),
    "HTML only": lambda message: _html(message, "quoted-printable"),
    "HTML in base64": lambda message: _html(message, "base64"),
    "UTF-16 in base64": _utf16,
    "in a forwarded mail": _forwarded,
}

if __name__ == "__main__":
    main()
