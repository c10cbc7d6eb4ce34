"""`python -m training.fit_tone`: fits how sentences to employers sound, and ships the opinion.

Learned from single sentences (training/sentences/tone) and from whole letters (tone_letters: `text`, `hot`, `why`, and
`spots`, the words that read hot), of which each sentence counts: it is what most sentences of a letter sound like.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from highroad.words.hot_words import LANGUAGES, Token, hits, in_words
from highroad.words.opinion import pack
from highroad.words.overtones import HOT, REASONS, sounds
from highroad.words.tone import own_words
from training.fit_sentences import STEP, fitted, judged_apart, told
from training.sentences import Sentence, read
from training.written import ROOT, sentence_files, tone_fingerprint

SHIPPED = ROOT / "src/highroad/words/content/tone.bin"
LABELS = (HOT, *REASONS)
PULL = 3.0  # inverse regularisation
SHARED = 0.5  # of a sentence or of a hot spot, whichever is shorter, so that the one is the other


def main() -> None:
    """Writes the opinion, and says how well it tells sentences it has not seen."""
    sentences = written()
    opinion = fitted(sentences, LABELS, written=tone_fingerprint(), pull=PULL)
    SHIPPED.write_bytes(pack(opinion, step=STEP))
    print(f"tone: {len(sentences)} sentences, {len(opinion.rows)} features, {SHIPPED.stat().st_size / 1e6:.2f} MB")
    print(*told(sentences, LABELS[:1], judged_apart(sentences, LABELS[:1], pull=PULL)), sep="\n")


def written() -> list[Sentence]:
    """What was written, as the tone check hears it."""
    return [one for language in LANGUAGES for one in (*_alone(language), *_in_letters(language))]


def _alone(language: str) -> Iterator[Sentence]:
    for one in read(
        "tone", lambda text: _heard([token for some in in_words(text, language) for token in some], language)
    ):
        if one.language == language:
            yield _summed(one)


def _in_letters(language: str) -> Iterator[Sentence]:
    lines = (line for path in sentence_files("tone_letters") for line in path.read_text("utf-8").splitlines())
    for letter in map(json.loads, lines):
        if letter["language"] != language:
            continue
        for tokens in filter(None, in_words(own_words(letter["text"]), language)):
            labels = frozenset({letter["why"]} if _is_spot(tokens, letter) else ())
            said = letter["text"][tokens[0].start : tokens[-1].end]
            yield _summed(Sentence(said, tuple(_heard(tokens, language)), labels, language))


def _is_spot(tokens: Sequence[Token], letter: dict[str, str]) -> bool:
    """Whether the sentence is what was marked hot, or most of it."""
    start, end = tokens[0].start, tokens[-1].end
    for spot in letter["spots"]:
        at = letter["text"].find(spot)
        shared = min(end, at + len(spot)) - max(start, at)
        if at >= 0 and shared > SHARED * min(len(spot), end - start):
            return True
    return False


def _heard(tokens: Sequence[Token], language: str) -> Sequence[str]:
    return sounds([token.word for token in tokens], tuple(hits(tokens, language)), language=language).names


def _summed(sentence: Sentence) -> Sentence:
    """Any reason makes it hot."""
    return replace(sentence, labels=sentence.labels | ({HOT} if sentence.labels else frozenset()))


if __name__ == "__main__":
    main()
