"""What `pip install .` brings to a stranger's computer."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.house.tree import PACKAGE, ROOT, files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_of_the_package(wheel: Path):
    ours = {str(path.relative_to(PACKAGE.parent)) for path in files() if PACKAGE in path.parents}

    with ZipFile(wheel) as opened:
        packed = {name for name in opened.namelist() if ".dist-info/" not in name}

    assert packed == ours


def test_the_installed_wheel_runs_without_this_folder(wheel: Path, tmp_path: Path):
    """The packages it stands on are lent by the Python that runs the tests, so that nothing is downloaded."""
    venv.create(tmp_path / "venv", symlinks=True)
    place = Path(sysconfig.get_path("purelib", "venv", {"base": str(tmp_path / "venv")}))
    (place / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    with ZipFile(wheel) as opened:
        opened.extractall(place)

    done = run_in(
        tmp_path, "import sys; from highroad.cli.main import main; sys.argv = ['highroad', 'version']; main()"
    )

    assert done.stdout.strip()
    assert run_in(tmp_path, "import highroad; print(highroad.__file__)").stdout.startswith(str(place))


@pytest.mark.soak
def test_the_wheel_needs_nothing_it_does_not_ask_for(wheel: Path, tmp_path: Path):
    uv = str(Path(sys.executable).with_name("uv"))
    python = str(tmp_path / "venv" / "bin" / "python")
    constraints = ["--constraint", str(ROOT / "constraints.txt")]

    subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, str(tmp_path / "venv")], check=True)
    subprocess.run([uv, "pip", "install", "--quiet", "--python", python, *constraints, str(wheel)], check=True)
    done = subprocess.run([Path(python).with_name("highroad"), "version"], check=True, capture_output=True, text=True)

    assert done.stdout.strip()


def run_in(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    python = folder / "venv" / "bin" / "python"
    return subprocess.run([python, "-c", code], cwd=folder, check=True, capture_output=True, text=True)
