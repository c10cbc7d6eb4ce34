"""Private writing as it lies on the disk: sealed with a key of this record, which a phrase on paper brings back."""

import re
import secrets as dice
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import transaction

from highroad.edges import secrets
from highroad.words.content import load_toml

MARK = "sealed:"  # then the key's print and, in hex, the nonce with the sealed bytes
IN_USE = "private"  # names of secrets: the key that seals, and below it each key by its print
KEY_BYTES, NONCE_BYTES = 16, 12
PRINT_AT, PRINT_LETTERS = len(MARK) + 1, 12  # where SQL finds the key's print; it counts from one
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # base 32 as Crockford wrote it: nothing that looks like something else
MISTAKEN = str.maketrans("OIL", "011")
CHECK_BITS, GROUP = 12, 4
PHRASE_LETTERS = (KEY_BYTES * 8 + CHECK_BITS) // 5
KEPT = re.compile(rf"[0-9a-f]{{{KEY_BYTES * 2}}}")
LEAST_BYTES = NONCE_BYTES + 16  # with the tag that tells whether they are still the same
SEALED = re.compile(rf"{MARK}(?P<print>[0-9a-f]{{{PRINT_LETTERS}}}):(?P<raw>(?:[0-9a-f]{{2}}){{{LEAST_BYTES},}})")


class KeyMissing(OSError):
    """The key to your private writing isn't on this computer. Nothing is lost or changed."""

    def __str__(self) -> str:
        return str(self.__doc__)


class Unreadable(str):
    """Stands where sealed words were damaged, and says so; what is stored stays as it is until other words come."""

    stored: str


class NotAPhrase(ValueError):
    """That isn't a recovery phrase. It has seven groups of four letters and digits."""

    def __str__(self) -> str:
        return str(self.__doc__)


class WrongPhrase(NotAPhrase):
    """That phrase belongs to another record. Nothing was changed."""


def seal(text: str) -> str:
    """The text as it may be stored; an empty one stays empty. Makes the key at the first use."""
    if isinstance(text, Unreadable):
        return text.stored
    if not text:
        return ""
    key, nonce = _key_in_use(), dice.token_bytes(NONCE_BYTES)
    return f"{MARK}{_print(key)}:{(nonce + AESGCM(key).encrypt(nonce, text.encode(), None)).hex()}"


def unseal(stored: str) -> str:
    """The text that was sealed, or Unreadable where its bytes are no longer those; raises KeyMissing."""
    if not stored:
        return ""
    sealed = SEALED.fullmatch(stored)
    if sealed is None:
        return _unreadable(stored)
    key, raw = _key(settings.DATA_FOLDER, sealed["print"]), bytes.fromhex(sealed["raw"])
    try:
        return AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None).decode()
    except InvalidTag:
        return _unreadable(stored)


def _unreadable(stored: str) -> Unreadable:
    text = Unreadable(load_toml("highroad.steps.take_a_moment", "content/words.toml")["key"]["damaged"])
    text.stored = stored
    return text


def is_here(name: str) -> bool:
    """Whether the key of this print can be used."""
    try:
        return bool(_key(settings.DATA_FOLDER, name))
    except KeyMissing:
        return False


def place() -> str:
    """Where a key kept now would lie: in the system's keyring, or in a file."""
    return secrets.place()


def phrase() -> str:
    """The key in use, to be written on paper: seven groups of four."""
    key = _key_in_use()
    number = (int.from_bytes(key) << CHECK_BITS) | _check(key)
    letters = "".join(LETTERS[number >> 5 * place & 31] for place in reversed(range(PHRASE_LETTERS)))
    return " ".join(letters[start : start + GROUP] for start in range(0, PHRASE_LETTERS, GROUP))


def bring_back(typed: str, *, missing: set[str]) -> None:
    """Keep the key that this phrase stands for; raises NotAPhrase, or WrongPhrase when it opens nothing missing."""
    key = _from_phrase(typed)
    if missing and _print(key) not in missing:
        raise WrongPhrase
    _keep(key, in_use=not _stored(IN_USE))


def forget(prints: set[str]) -> None:
    """Take the keys of these prints away, and the one in use; what they sealed cannot be read without the phrase."""
    for name in (IN_USE, *(f"{IN_USE}-{one}" for one in prints)):
        secrets.forget(settings.DATA_FOLDER, name)
    _key.cache_clear()


def _key_in_use() -> bytes:
    """The key that seals; made once, in a transaction, so that two processes never make two."""
    kept = _stored(IN_USE)
    if kept:
        return _key(settings.DATA_FOLDER, kept)
    with transaction.atomic():
        kept = _stored(IN_USE)
        return _key(settings.DATA_FOLDER, kept) if kept else _keep(dice.token_bytes(KEY_BYTES), in_use=True)


def _keep(key: bytes, *, in_use: bool) -> bytes:
    """Keep a key, and look whether it can be had again before anything is sealed with it; raises KeyMissing."""
    name = _print(key)
    secrets.keep(settings.DATA_FOLDER, f"{IN_USE}-{name}", key.hex())
    if in_use:
        secrets.keep(settings.DATA_FOLDER, IN_USE, name)
    _key.cache_clear()
    return _key(settings.DATA_FOLDER, name)


@lru_cache(maxsize=64)
def _key(folder: Path, name: str) -> bytes:
    """A key by its print, asked for once; raises KeyMissing, also for one that was damaged."""
    kept = _stored(f"{IN_USE}-{name}", folder=folder)
    if not KEPT.fullmatch(kept) or _print(bytes.fromhex(kept)) != name:
        raise KeyMissing
    return bytes.fromhex(kept)


def _stored(name: str, *, folder: Path | None = None) -> str:
    """A secret by its name; empty when there is none, or when its file was damaged."""
    try:
        return secrets.recall(folder or settings.DATA_FOLDER, name) or ""
    except secrets.SecretLost:
        return ""


def _from_phrase(typed: str) -> bytes:
    letters = "".join(letter for letter in typed.upper().translate(MISTAKEN) if letter.isalnum())
    if len(letters) != PHRASE_LETTERS or not set(letters) <= set(LETTERS):
        raise NotAPhrase
    number = 0
    for letter in letters:
        number = number << 5 | LETTERS.index(letter)
    key = (number >> CHECK_BITS).to_bytes(KEY_BYTES)
    if number & ((1 << CHECK_BITS) - 1) != _check(key):
        raise NotAPhrase
    return key


def _check(key: bytes) -> int:
    """Twelve bits that tell a slip of the pen: one in 4,096 goes unseen."""
    return int.from_bytes(blake2b(key, digest_size=2, person=b"phrase").digest()) >> 4


def _print(key: bytes) -> str:
    return blake2b(key, digest_size=PRINT_LETTERS // 2, person=b"print").hexdigest()
