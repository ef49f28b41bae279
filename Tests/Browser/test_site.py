"""The published site: opens from a disk, has no dead link, and nothing from elsewhere."""
import html.parser
import pathlib
import subprocess
import urllib.parse

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Watched, parley


class Links(html.parser.HTMLParser):
    """The addresses and the names of places in a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.names = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "action") and value is not None:
                self.links.append((tag, value))
            if name == "id":
                self.names.add(value)


@pytest.fixture(scope="module")
def pages(server):
    return {path: Links(path.read_text()) for path in sorted(server.site.rglob("*.html"))}


def test_every_link_leads_somewhere(server, pages):
    faults = []
    for path, page in pages.items():
        for tag, link in page.links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme:
                if tag not in ("a",):
                    faults.append(f"{path.name}: <{tag}> loads {link}")
                continue
            target = (path.parent / urllib.parse.unquote(parts.path)).resolve() if parts.path else path
            if not target.is_relative_to(server.site) or not target.exists():
                faults.append(f"{path.relative_to(server.site)}: {link} leads nowhere")
            elif parts.fragment and target.suffix == ".html" and tag != "use":
                if parts.fragment not in pages[pathlib.Path(target)].names:
                    faults.append(f"{path.relative_to(server.site)}: no place {link}")
    assert not faults, "\n".join(faults[:40])


def test_pages_are_valid(pages):
    faults = []
    for path in pages:
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(path.read_text())
        faults += [f"{path.name}: {error}" for error in parser.errors]
        ran = subprocess.run(["tidy", "-errors", "-quiet", "-utf8", "--drop-empty-elements", "no", str(path)],
                             capture_output=True, text=True, check=False)
        faults += [f"{path.name}: {line}" for line in ran.stderr.splitlines() if "Error" in line]
    assert not faults, "\n".join(faults[:40])


def test_opens_from_a_disk(server, browser, pages):
    with Watched(browser) as watched:
        page = watched.page
        watched.context.route("http://**", lambda route: pytest.fail("a request left"))
        watched.context.route("https://**", lambda route: pytest.fail("a request left"))
        for path in pages:
            page.goto(path.as_uri())
        page.goto((server.site / "index.html").as_uri())
        page.get_by_role("link", name="Articles").first.click()
        assert page.url.endswith("/articles.html")
        assert not Axe().run(page, options={"preload": False}).response["violations"]
        assert not watched.problems, watched.problems


def test_nothing_is_written_twice(server):
    before = {path: path.stat().st_mtime_ns for path in server.site.rglob("*") if path.is_file()}
    parley("publish", server.dossier, server.site)
    after = {path: path.stat().st_mtime_ns for path in server.site.rglob("*") if path.is_file()}
    assert before == after


def test_without_full_text(server, tmp_path):
    parley("publish", server.dossier, tmp_path / "short", "--no-full-text")
    text = (tmp_path / "short" / "articles" / "2031-03-09-vesk-eases.html").read_text()
    assert "now demands that Lindmark withdraw" in text
    assert "HARROW, March 9" not in text
