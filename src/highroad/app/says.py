"""The sentences a page says when something was done, or why it was not, and the titles of its forms."""

from highroad.words.content import load_toml


def says(name: str, /, **about: object) -> str:
    """The words of a name such as "offer.kept" in content/says.toml, with what they are about filled in."""
    subject, _, key = name.partition(".")
    return str(load_toml("highroad.app", "content/says.toml")[subject][key]).format(**about)
