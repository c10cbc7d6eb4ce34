"""Sets High Road up in .venv beside this file, and starts it. Needs Python 3.11 or newer and nothing else.

python3 start.py               open High Road in the browser
python3 start.py demo          the same, with sample data
python3 start.py test          run every check and every test (words after it go to pytest)
python3 start.py WORDS         any other command of highroad, such as: import mail.mbox
"""

import ast
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

if sys.version_info < (3, 11):
    found = ".".join(map(str, sys.version_info[:2]))
    sys.exit(f"High Road needs Python 3.11 or newer, and this is Python {found}.")

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "set-up-for"

# Where packages come from: what pip was told, in uv's words.
PIP_TO_UV = {
    "index-url": ("UV_DEFAULT_INDEX", " "),
    "extra-index-url": ("UV_INDEX", " "),
    "find-links": ("UV_FIND_LINKS", ","),
    "trusted-host": ("UV_INSECURE_HOST", " "),
    "cert": ("SSL_CERT_FILE", " "),
}
DEBIAN_PACKAGES = {
    "chromium": ("chromium", "the tests in a browser"),
    "dovecot": ("dovecot-imapd", "the tests against a mail server"),
}


def main(words: list[str]) -> None:
    """Set up what is missing, then become the program that was asked for."""
    if words[:1] == ["test"]:
        set_up(for_tests=True)
        install_test_programs()
        hand_over(PYTHON, str(HERE / "tests" / "run.py"), *words[1:])
    set_up(for_tests=False)
    hand_over(BIN / "highroad", *words)


def set_up(*, for_tests: bool) -> None:
    """Make .venv and fill it, unless the stamp says that nothing has changed since."""
    place, needs, extent = stamp(for_tests=for_tests)
    found = STAMP.read_text(encoding="utf-8").splitlines() if STAMP.exists() else []
    usable = PYTHON.exists() and found[:1] == [place]
    if usable and found[1:] in ([needs, extent], [needs, "with tests"]):
        return
    say("Setting up High Road. This happens once and takes about half a minute.")
    if not usable:
        make_venv(afresh=bool(found))
    install(for_tests=for_tests)
    STAMP.write_text("\n".join([place, needs, extent]), encoding="utf-8")


def stamp(*, for_tests: bool) -> list[str]:
    """What the stamp says when all is done: for which Python and folder, which packages, and how many of them."""
    needs = hashlib.sha256((HERE / "pyproject.toml").read_bytes() + (HERE / "constraints.txt").read_bytes())
    return [f"Python {sys.version.split()[0]} in {HERE}", needs.hexdigest(), "with tests" if for_tests else "to run"]


def make_venv(*, afresh: bool) -> None:
    """A new virtual environment; `afresh` first removes ours: unfinished, or made for another Python or folder."""
    package = f"python3.{sys.version_info.minor}-venv"
    if importlib.util.find_spec("ensurepip") is None and not apt_install(package):
        sys.exit(f"This Python cannot make virtual environments yet; `apt install {package}` brings what is missing.")
    if afresh:
        shutil.rmtree(VENV)
    VENV.mkdir(exist_ok=True)
    STAMP.write_text("unfinished", encoding="utf-8")
    run([sys.executable, "-m", "venv", str(VENV)])


def install(*, for_tests: bool) -> None:
    """High Road itself, editable, and all it stands on, at the versions in constraints.txt."""
    run([str(PYTHON), "-m", "pip", "install", "--quiet", "--constraint", "constraints.txt", "uv"])
    group = ["--group", "dev"] if for_tests else []
    command = [str(BIN / "uv"), "pip", "install", "--python", str(PYTHON), "--constraint", "constraints.txt"]
    run([*command, *group, "--editable", "."], environment=pip_sources() | os.environ)


def pip_sources() -> dict[str, str]:
    """The package sources pip is set to use, as variables for uv; empty when pip has its defaults."""
    listed = subprocess.run(
        [str(PYTHON), "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    ).stdout.splitlines()
    told = {}
    for line in sorted(listed, reverse=True):  # lines from the environment begin with a colon: they come last and win
        key, _, value = line.partition("=")
        if key.rpartition(".")[2] in PIP_TO_UV:
            name, joint = PIP_TO_UV[key.rpartition(".")[2]]
            told[name] = joint.join(ast.literal_eval(value).split())
    # pip looks for the wanted version in all its sources; uv would stop at the first that knows the name.
    return told | ({"UV_INDEX_STRATEGY": "unsafe-best-match"} if "UV_INDEX" in told else {})


def install_test_programs() -> None:
    """The browser and the mail server some tests need; where they cannot be installed, say what will be left out."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])
    missing = {program: package for program, package in DEBIAN_PACKAGES.items() if not shutil.which(program, path=path)}
    if missing and not apt_install(*(package for package, _ in missing.values())):
        for package, purpose in missing.values():
            say(f"Left out: {purpose}. They need Debian's {package}, and only root can install it.")


def apt_install(*packages: str) -> bool:
    """Install Debian packages if we are root on Debian; tells whether it worked."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    say(f"Installing {', '.join(packages)}.")
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    apt_get = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    for words in (["update"], ["install", "--no-install-recommends", *packages]):
        done = subprocess.run([*apt_get, *words], env=quiet, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def run(command: list[str], *, environment: Mapping[str, str] | None = None) -> None:
    """Run one step of setting up in silence; if it fails, show all it said and stop."""
    done = subprocess.run(
        command,
        cwd=HERE,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\nHigh Road could not be set up; the lines above say why. Starting again tries again.")


def hand_over(program: Path, *words: str) -> None:
    """Become another program; on Windows, which cannot, wait for it."""
    if os.name == "nt":
        sys.exit(subprocess.call([str(program), *words]))
    os.execv(program, [str(program), *words])


def say(sentence: str) -> None:
    """One line for the person at the terminal, at once."""
    print(sentence, flush=True)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except OSError as error:
        sys.exit(f"High Road could not be set up: {error}. Delete the folder .venv, and start again.")
    except KeyboardInterrupt:
        sys.exit("Stopped. Starting again goes on.")
