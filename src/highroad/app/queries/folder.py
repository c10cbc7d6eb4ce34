"""What lies in the data folder."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of the record."""

    name: str
    made_at: datetime
    megabytes: float


def backups(folder: Path) -> list[Backup]:
    """The copies in the folder, the latest first."""
    files = (folder / "backups").glob("*.sqlite3")
    found = [
        Backup(file.name, datetime.fromtimestamp(file.stat().st_mtime, UTC), file.stat().st_size / 1e6)
        for file in files
    ]
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)
