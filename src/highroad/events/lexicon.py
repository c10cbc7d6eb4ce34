"""What the phrases of each language mean: one table a language, the same concepts for all."""

from collections.abc import Sequence
from functools import cache

from highroad.words.content import load_toml
from highroad.words.phrases import Mention, Phrases, compile_phrases, find

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")


@cache
def phrases(language: str) -> Phrases:
    """The compiled table of a language; English where we have none."""
    table = load_toml("highroad.events", f"content/{language if language in LANGUAGES else 'en'}.toml")
    return compile_phrases(table["concepts"], short=table.get("short", {}))


def concepts_in(words: Sequence[str], language: str) -> list[Mention]:
    """Each concept the words name, in order."""
    return find(phrases(language), words)
