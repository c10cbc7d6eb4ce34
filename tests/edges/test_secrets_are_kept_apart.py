"""Passwords lie in the keyring or in a file for the user alone, and in no other place."""

import stat
from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from highroad.edges import secrets
from highroad.edges.secrets import Place, SecretLost, forget, keep, recall


class MemoryKeyring(KeyringBackend):
    """A keyring as a desktop has one."""

    priority = 5.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError


@pytest.fixture(params=[NoKeyring, MemoryKeyring], ids=["without a keyring", "with a keyring"])
def backend(request: pytest.FixtureRequest) -> Iterator[KeyringBackend]:
    before = keyring.get_keyring()
    keyring.set_keyring(request.param())
    yield keyring.get_keyring()
    keyring.set_keyring(before)


@pytest.fixture
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


def test_a_secret_is_kept_changed_and_forgotten(backend, tmp_path):
    keep(tmp_path, "mail-1", "früher")
    keep(tmp_path, "mail-1", "correct horse")
    keep(tmp_path, "mail-2", "battery")

    assert recall(tmp_path, "mail-1") == "correct horse"
    forget(tmp_path, "mail-1")
    forget(tmp_path, "mail-1")
    assert recall(tmp_path, "mail-1") is None
    assert recall(tmp_path, "mail-2") == "battery"


def test_two_records_do_not_share_secrets(backend, tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir(), other.mkdir()
    keep(one, "mail-1", "mine")

    assert recall(other, "mail-1") is None


def test_where_it_lies_is_told(backend, tmp_path):
    expected = Place.KEYRING if isinstance(backend, MemoryKeyring) else Place.FILE

    assert secrets.place() is expected
    assert keep(tmp_path, "mail-1", "word") is expected


def test_no_file_can_be_read_by_others_or_holds_the_word_itself(no_keyring, tmp_path):
    keep(tmp_path, "mail-1", "correct horse")

    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) == 2
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert all(b"correct horse" not in file.read_bytes() for file in files)


def test_a_secret_of_the_file_moves_to_a_keyring_that_came_later(no_keyring, tmp_path):
    keep(tmp_path, "mail-1", "old")
    keyring.set_keyring(MemoryKeyring())
    assert recall(tmp_path, "mail-1") == "old"

    keep(tmp_path, "mail-1", "new")

    keyring.set_keyring(NoKeyring())
    assert recall(tmp_path, "mail-1") is None


@pytest.mark.parametrize("damage", [b"", b"not it", b"\x00" * 100])
def test_a_damaged_file_is_said_and_not_guessed_at(no_keyring, tmp_path, damage):
    keep(tmp_path, "mail-1", "word")
    (tmp_path / secrets.FOLDER / secrets.KEPT).write_bytes(damage)

    with pytest.raises(SecretLost, match="type the password again"):
        recall(tmp_path, "mail-1")
    keep(tmp_path, "mail-1", "typed again")
    assert recall(tmp_path, "mail-1") == "typed again"
