"""What an employer's name looks like in running text, and how two spellings of one name are told to be the same."""

import re
import unicodedata
from functools import lru_cache

from highroad.events.details.tables import word_set

_REMEMBERED = 4096  # mail repeats itself; hostile mail must not fill the memory
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŚŽŠČĆŻŹŐŰĞİŞ"
_LEGAL = (
    r"(?:GmbH\s?&\s?Co\.?\s?KGaA|GmbH\s?&\s?Co\.?\s?(?:KG|OHG)|AG\s?&\s?Co\.?\s?(?:KGaA|KG)|SE\s?&\s?Co\.?\s?(?:KGaA|KG)|"
    r"UG\s\(haftungsbeschränkt\)|gGmbH|GmbH|mbH|KGaA|AG|SE|KG|OHG|UG|e\.\s?K\.|e\.\s?V\.|eG|PartG(?:\smbB)?|"
    r"Incorporated|Inc\.?|L\.?L\.?C\.?|L\.?L\.?P\.?|LP|Ltd\.?|Limited|[Pp][Ll][Cc]|Corporation|Corp\.?|Co\.|PLLC|P\.?C\.|"
    r"S\.?A\.?S\.?U?|S\.?A\.?R\.?L\.?|S\.?p\.?A\.?|S\.?r\.?l\.?s?|S\.?L\.?U?\.?|S\.?A\.?|Lda\.?|Ltda\.?|"
    r"B\.?V\.?|N\.?V\.?|ASA|AB|AS|A/S|ApS|Oyj?|Pty\.?\sLtd\.?|Pte\.?\sLtd\.?)"
)
_TOKEN = (
    rf"(?:(?:Gebr|St|[{_CAPITAL}])\.(?=\s?[{_CAPITAL}])|[{_CAPITAL}][\w&'+-]*(?:[./@][\w-]+)*!?"
    rf"|\d[\w&'+-]*[A-Za-z][\w-]*|[a-z]{{1,3}}[A-Z]\w+|&|\+)"
)
# What may stand between two words of a name; "for" only behind such as Institute: "an interview at X for Y" is not one.
_STEP = (
    r"(?:(?:of the|of|and|und|&|\+|de la|de|du|des|del|della|di|do|da|dos|y|et|e|van|von|der|la|le|für) |"
    + "(?:"
    + "|".join(rf"(?<={kind} )" for kind in sorted(word_set("words", "institutions")))
    + r")for (?:the )?)?"
)
_NAME = re.compile(
    rf"(?:{_TOKEN}, ){{1,3}}{_TOKEN},? (?:&|and|und) {_TOKEN}(?: {_LEGAL}(?!\w))?|"
    rf"{_TOKEN}(?:,? {_LEGAL}(?![\w])|[ ]{{1,2}}{_STEP}{_TOKEN}){{0,6}}"
)
_ARTICLE = re.compile(
    r"(?:(?:the|der|die|das|dem|den|des|unserem|unseren|our|la|le|les|el|los|il|lo|gli|o|a|de|het|hier)\s+|l'|d'|[\"“”„»«'])*"
)
_LEGAL_END = re.compile(rf",?\s+{_LEGAL}$")
_BEFORE = re.compile(rf"(?:^|[\s\"“(|:–-])({_TOKEN}(?:,? {_LEGAL}(?![\w])|[ ]{{1,2}}{_STEP}{_TOKEN}){{0,6}})\s*$")
_LEGAL_INSIDE = re.compile(rf".*?\s{_LEGAL}(?=\s(?!{_LEGAL}(?!\w))[{_CAPITAL}])")
_PARENTHESES = re.compile(r"\s*\([^()]*\)\s*$")
_NOT_KEY = re.compile(r"[^\w\s]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "ł": "l", "æ": "ae"})
_NOUN_ENDINGS = tuple(word_set("words", "noun_endings"))
_BEHIND = 90  # letters a name before a phrase may reach back


def is_stop_word(word: str) -> bool:
    """Whether the word, for all its capital letter, is part of no name: a pronoun, a greeting, a common noun."""
    return word.lower().strip(".,!'") in word_set("words", "stop")


def is_listed_noun(word: str) -> bool:
    """Whether it is one of the German nouns that hiring mail is full of."""
    return word.lower().strip(".,!'") in word_set("words", "nouns")


def is_common_noun(word: str) -> bool:
    """Whether a German word with its capital letter is a plain noun, told by the list and by its ending."""
    low = word.lower().strip(".,!'")
    return is_listed_noun(word) or (len(low) > 5 and low.endswith(_NOUN_ENDINGS))


def employer_from(text: str, start: int) -> tuple[str, int] | None:
    """The employer's name that begins at `start`, and where it ends."""
    begin = _ARTICLE.match(text, start)
    match = _NAME.match(text, begin.end() if begin else start)
    if match is None:
        return None
    kept = _cut_at_stop_word(match[0])
    return (kept, match.start() + len(kept)) if kept else None


def employer_up_to(text: str, end: int) -> str | None:
    """The employer's name that ends at `end`."""
    match = _BEFORE.search(text[max(0, end - _BEHIND) : end])
    if match is None:
        return None
    parts = match[1].split(" ")
    while parts and parts[0].lower().strip(",.'") in word_set("words", "stop"):
        parts.pop(0)
    return " ".join(parts) or None


def _cut_at_stop_word(name: str) -> str:
    """The name up to its legal form, or to the first capital word that begins something else.

    "Haldenfrey Ihre Unterlagen" is Haldenfrey, "Hexham Rowe LLP Graduate" is Hexham Rowe LLP.
    """
    if legal := _LEGAL_INSIDE.match(name):
        name = legal[0]
    words = name.split(" ")
    for place, word in enumerate(words):
        if word.lower().strip(",.!'") in word_set("words", "stop"):
            words = words[:place]
            break
    while words and words[-1].lower().strip(",") in word_set("words", "links"):
        words.pop()
    return " ".join(words).rstrip(" ,;:/-")


@lru_cache(maxsize=_REMEMBERED)
def tidy_employer(raw: str) -> str | None:
    """The name as written, legal form kept, without the team that signs for it; None when nothing of a name is left."""
    name = _PARENTHESES.sub("", raw).strip(" \t\"'“”„‚’,;:|/*–-<>[]()")
    name = re.sub(
        r"^(?:the|ihr|dein|euer|das|die|your|team|equipo|équipe|equipe)\s+(?=(?:\w.*\s)?team\b)", "", name, flags=re.I
    )
    name = re.sub(r"^(?:das )?team (?=\S)", "", name, flags=re.I)
    name = re.sub(r"[-–](?:team|crew|recruiting|hr|karriere|redaktion)$", "", name, flags=re.I)
    words = name.split()
    while words and words[-1].lower().strip(".,!&|–-") in word_set("words", "offices"):
        words.pop()
    while words and words[0].lower() in word_set("words", "leading"):
        words.pop(0)
    name = " ".join(words).strip(" ,;:|/–-'\"").removesuffix("'s").removesuffix("!")
    return name if _could_name(name) else None


def _could_name(name: str) -> bool:
    words = [word for word in re.split(r"[^\w&]+", name.lower()) if word]
    if not words or len(name) > 80 or not any(letter.isalpha() for letter in name):
        return False
    return not all(
        word in word_set("words", "stop") or word in word_set("words", "offices") or word in word_set("words", "links")
        for word in words
    )


def ends_legally(name: str) -> bool:
    """Whether the name ends in a legal form, or a word only firms bear."""
    return bool(_LEGAL_END.search(name)) or name.rsplit(" ", 1)[-1].lower() in word_set("words", "firms")


@lru_cache(maxsize=_REMEMBERED)
def employer_key(name: str) -> str:
    """The same for two spellings of one employer: case, accents, legal form, punctuation and "the" do not count."""
    bare = name.strip()
    while (shorter := _LEGAL_END.sub("", bare)) != bare:
        bare = shorter
    even = plain(bare.replace("&", " and ").replace("+", " and "))
    words = [word for word in even.split() if word not in ("the", "and", "und", "y", "et")]
    return " ".join(words) or plain(name)


@lru_cache(maxsize=_REMEMBERED)
def plain(text: str) -> str:
    """Lower case without accents and punctuation, single blanks."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_UMLAUTS))
    return " ".join(
        _NOT_KEY.sub(" ", "".join(letter for letter in letters if not unicodedata.combining(letter))).split()
    )
