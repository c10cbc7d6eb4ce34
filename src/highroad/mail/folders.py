"""Where the user keeps a mail, by the names of their mail program."""

from highroad.words.content import load_toml

SENT = "Sent"


def folder_of(labels: str, folder: str) -> str:
    """The first of Gmail's labels, or else what the source says; every name of the sent folder is "Sent"."""
    names = [_plain(name) for name in labels.split(",") if name.strip()]
    if any(name.lower() in _sent_names() for name in [*names, _plain(folder)]):
        return SENT
    return next(iter(names), folder)


def _plain(name: str) -> str:
    """The last part of a path: ".Jobs.Sent" and "[Gmail]/Sent Mail" end in it."""
    return name.strip().removesuffix(".mbox").replace("/", ".").rpartition(".")[2].strip()


def _sent_names() -> frozenset[str]:
    return frozenset(load_toml("highroad.mail", "content/reading.toml")["sent_folders"])
