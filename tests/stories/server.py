"""highroad as it is started by a person, and the one browser that is let in."""

import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, Request, build_opener

from tests.app.terminal import HIGHROAD, environment

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Browser:
    """A browser with its cookies, as far as a story needs one."""

    def __init__(self, home: str) -> None:
        self.home = home
        self.opener: OpenerDirector = build_opener(ProxyHandler({}), HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        """The page at this address, wherever that leads."""
        return self._answer(Request(self.home + path, headers={"Sec-Fetch-Site": "none"}))

    def post(self, path: str, *, form_on: str, **typed: str) -> str:
        """The page that a form on another page leads to."""
        token = TOKEN.search(self.get(form_on))
        body = urlencode(typed | {"csrfmiddlewaretoken": token[1] if token else ""}).encode()
        headers = {"Origin": self.home, "Sec-Fetch-Site": "same-origin"}
        return self._answer(Request(self.home + path, data=body, headers=headers))

    def _answer(self, request: Request) -> str:
        with self.opener.open(request, timeout=30) as answer:
            text: str = answer.read().decode()
        return text


@contextmanager
def started(folder: Path) -> Iterator[Browser]:
    """The program on a free port, and the browser that opened the address it told."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    command = [*HIGHROAD, "start", "--no-open", "--port", str(port), "--data-dir", str(folder)]
    program = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout
        told = program.stdout.readline().split()[-1]
        browser = Browser(f"http://127.0.0.1:{port}")
        browser.get(told.removeprefix(browser.home))
        yield browser
    finally:
        program.terminate()
        program.communicate(timeout=30)
