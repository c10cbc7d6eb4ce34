"""A mail made ready for its readers: its own words, in sentences, and who it speaks for."""

from dataclasses import dataclass

from highroad.mail.message import Address, Message


@dataclass(frozen=True, slots=True)
class Prepared:
    """One mail with quotes, signature and Re: taken off; a forwarded mail stands here as its first sender wrote it."""

    message: Message
    sender: Address | None
    subject: str
    text: str  # what the sender wrote themselves
    sentences: tuple[str, ...]  # of `text`, in order, unchanged spans of it
    quoted: str = ""  # earlier mail in the thread
    signature: str = ""
    language: str | None = None  # ISO 639-1
