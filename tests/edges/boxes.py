"""Made-up mails and the boxes they lie in."""

from collections.abc import Iterable, Sequence

DATE = "Tue Nov  3 10:12:00 2026"


def mail(number: int, body: str = "We have filled the position.", line_end: str = "\n") -> bytes:
    lines = [
        "From: Sam Reyes <sam.reyes@haldenfrey.example>",
        f"Subject: Your application {number}",
        f"Message-ID: <n{number}@haldenfrey.example>",
        "",
        body,
        "",
    ]
    return line_end.join(lines).encode()


def mbox(mails: Iterable[bytes], from_line: str = f"From sam.reyes@haldenfrey.example {DATE}") -> bytes:
    """As mbox files keep mail: a line above, "From " quoted inside, an empty line below."""
    return b"".join(f"{from_line}\n".encode() + quoted(raw) + b"\n" for raw in mails)


def quoted(raw: bytes) -> bytes:
    lines = raw.splitlines(keepends=True)
    return b"".join(b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines)


def subjects(raws: Iterable[bytes]) -> Sequence[str]:
    return [raw.decode(errors="replace").partition("Subject: ")[2].partition("\n")[0].strip() for raw in raws]
