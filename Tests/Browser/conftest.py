"""A dossier of the invented articles, served and published, and a browser to look at it with."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("PARLEY", str(ROOT / ".build" / "release" / "parley"))
SHOTS = pathlib.Path(os.environ.get("PARLEY_SHOTS", ROOT / ".build-browser" / "shots"))
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ENVIRONMENT = dict(os.environ, PARLEY_DATA=str(ROOT / "Data"),
                   PARLEY_MIRROR=str(ROOT / "Examples" / "territory"))


def parley(*arguments):
    """Runs the program to its end."""
    subprocess.run([PROGRAM, *map(str, arguments)], check=True, env=ENVIRONMENT,
                   stderr=subprocess.PIPE)


class Server:
    """A dossier that is being served, and published beside it."""

    def __init__(self, folder):
        self.folder = folder
        self.dossier = folder / "talks"
        self.site = folder / "site"
        parley("init", self.dossier, "--title", "Lindmark and Vesk: terms to end the war")
        parley("add", self.dossier, "--received", "2031-03-16",
               *sorted((ROOT / "Examples" / "talks").glob("*.txt")))
        parley("publish", self.dossier, self.site)
        self.process = subprocess.Popen(
            [PROGRAM, "serve", str(self.dossier), "--bind", "127.0.0.1:0", "--reviewer", "anna"],
            env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)
        line = self.process.stderr.readline()
        self.address = re.search(r"http://[^ ]+:\d+", line).group(0)

    def close(self):
        self.process.terminate()
        self.process.wait(10)


@pytest.fixture(scope="session")
def server():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parley-browser-"))
    served = Server(folder)
    yield served
    served.close()
    shutil.rmtree(folder)


@pytest.fixture()
def fresh():
    """A server of its own, for tests that change the record."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="parley-browser-"))
    served = Server(folder)
    yield served
    served.close()
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def browser():
    SHOTS.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


class Watched:
    """A page that remembers what went wrong on it."""

    def __init__(self, browser, width=1280, scheme="light", script=True, **options):
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme,
            java_script_enabled=script, **options)
        self.page = self.context.new_page()
        self.problems = []
        self.page.on("console", lambda message: message.type in ("error", "warning")
                     and self.problems.append(f"{self.page.url}: {message.text}"))
        self.page.on("pageerror", lambda error: self.problems.append(f"{self.page.url}: {error}"))
        # What was still loading when the next page was opened is no failure.
        self.page.on("requestfailed", lambda request: "ERR_ABORTED" in (request.failure or "")
                     or self.problems.append(f"{self.page.url}: {request.url} failed"))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


@pytest.fixture()
def open_page(browser):
    """Opens a watched page; fails the test if anything went wrong on it."""
    opened = []

    def make(**options):
        watched = Watched(browser, **options)
        opened.append(watched)
        return watched.page

    yield make
    problems = [problem for watched in opened for problem in watched.problems]
    for watched in opened:
        watched.context.close()
    assert not problems, problems
