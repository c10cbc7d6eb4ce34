"""Passwords and keys: in the system's own keyring, else encrypted beside a key file that only the user can read."""

import json
import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import keyring
from cryptography.fernet import Fernet, InvalidToken
from keyring.errors import KeyringError

FOLDER, KEY, KEPT = "secrets", "key", "kept"  # below the data folder: the key, and what it opens
PROGRAM = "High Road"
TRUSTED = 1  # keyring's own priority for a backend that a system provides; below are fallbacks and none


class Place(StrEnum):
    """Where a secret lies, so that a page can say so."""

    KEYRING = "keyring"
    FILE = "file"


class SecretLost(Exception):
    """The file with your passwords cannot be opened any more. Please type the password again."""

    def __str__(self) -> str:
        return str(self.__doc__)


class SecretGone(SecretLost):
    """The password of this account is not where we kept it. Please type it again."""


def place() -> Place:
    """Where a secret kept now would go."""
    try:
        return Place.KEYRING if keyring.get_keyring().priority >= TRUSTED else Place.FILE
    except (KeyringError, RuntimeError):
        return Place.FILE


def keep(folder: Path, name: str, secret: str) -> Place:
    """Keep a secret under a name, in place of the one before."""
    if place() is Place.KEYRING:
        with suppress(KeyringError):
            keyring.set_password(_shelf(folder), name, secret)
            _forget_in_file(folder, name)
            return Place.KEYRING
    _write(folder, _still_kept(folder) | {name: secret})
    return Place.FILE


def recall(folder: Path, name: str) -> str | None:
    """The secret of this name, or None; raises SecretLost when its file is damaged."""
    kept = _read(folder).get(name)
    if kept is not None or place() is Place.FILE:
        return kept
    with suppress(KeyringError):
        return keyring.get_password(_shelf(folder), name)
    return None


def forget(folder: Path, name: str) -> None:
    """Take a secret out of both places."""
    with suppress(KeyringError):
        if place() is Place.KEYRING:
            keyring.delete_password(_shelf(folder), name)
    _forget_in_file(folder, name)


def _forget_in_file(folder: Path, name: str) -> None:
    kept = _still_kept(folder)
    if kept.pop(name, None) is not None:
        _write(folder, kept)


def _still_kept(folder: Path) -> dict[str, str]:
    """What the file holds; one that cannot be opened is put aside, so that a new password can be kept."""
    try:
        return _read(folder)
    except SecretLost:
        (folder / FOLDER / KEPT).replace(folder / FOLDER / f"{KEPT}.damaged")
        return {}


def _shelf(folder: Path) -> str:
    """One record's secrets are not those of another on the same computer."""
    return f"{PROGRAM} {folder}"


def _read(folder: Path) -> dict[str, str]:
    if not (folder / FOLDER / KEPT).exists():
        return {}
    try:
        raw = (folder / FOLDER / KEPT).read_bytes()
        kept: dict[str, str] = json.loads(Fernet((folder / FOLDER / KEY).read_bytes()).decrypt(raw))
    except (InvalidToken, ValueError, FileNotFoundError) as error:
        raise SecretLost from error
    return kept


def _write(folder: Path, kept: dict[str, str]) -> None:
    """All secrets at once, or the old ones; an empty set leaves no file."""
    place = folder / FOLDER
    if not kept:
        (place / KEPT).unlink(missing_ok=True)
        return
    place.mkdir(mode=0o700, exist_ok=True)
    if not (place / KEY).exists():
        _replace(place / KEY, Fernet.generate_key())
    _replace(place / KEPT, Fernet((place / KEY).read_bytes()).encrypt(json.dumps(kept).encode()))


def _replace(file: Path, content: bytes) -> None:
    """Put a file in place, whole or not at all, for its owner alone."""
    fresh = file.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    fresh.touch(mode=0o600)
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
