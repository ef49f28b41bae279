"""Every page opens without errors, fits its window, and has no fault that axe can find."""
import urllib.parse

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import SHOTS, Watched

# Pages that are looked at whatever they are linked from.
STARTS = ["/", "/search?q=kestrel", "/add", "/review", "/nothing-here", "/?known=2031-03-09",
          "/articles/nothing-here"]
SHOWN = ["/", "/review", "/articles/2031-03-09-vesk-eases", "/issues/territory.withdrawal",
         "/territory", "/figures", "/origins", "/compare"]


def addresses(server, page):
    """All pages that can be reached by links, each once."""
    found, waiting = [], list(STARTS)
    while waiting:
        path = waiting.pop(0)
        if path in found:
            continue
        found.append(path)
        page.goto(server.address + path)
        for link in page.eval_on_selector_all("a[href]", """
                links => links.map(link => new URL(link.getAttribute('href'), location.href).href)"""):
            link = urllib.parse.urldefrag(link)[0]
            if not link.startswith(server.address) or "/api/" in link:
                continue
            path = link[len(server.address):]
            # Other days of the same pages are tried once, above.
            if "?" not in path and path not in found:
                waiting.append(path)
    return found


@pytest.fixture(scope="module")
def paths(server, browser):
    with Watched(browser) as watched:
        return addresses(server, watched.page)


def test_all_kinds_of_pages_are_reached(paths):
    kinds = {path.strip("/").split("/")[0].split("?")[0] for path in paths}
    assert {"", "articles", "issues", "parties", "changes", "review", "search", "add", "sources",
            "help"} <= kinds


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages(server, browser, paths, width, scheme):
    faults, looked_at = [], set()
    with Watched(browser, width=width, scheme=scheme) as watched:
        page = watched.page
        for path in paths:
            response = page.goto(server.address + path)
            if "nothing-here" in path:
                assert response.status == 404
                watched.problems = []
            else:
                assert response.status == 200, path
            if path in SHOWN:
                name = path.strip("/").replace("/", "-") or "state"
                page.screenshot(path=SHOTS / f"{name}-{width}-{scheme}.png")
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                faults.append(f"{path}: {wide} px too wide")
            # Pages of a kind share their markup: all are looked at once, one of each everywhere.
            kind = path.split("?")[0].strip("/").split("/")
            if (width, scheme) != (1280, "light") and (kind[0], len(kind)) in looked_at:
                continue
            looked_at.add((kind[0], len(kind)))
            for violation in Axe().run(page, options={"preload": False}).response["violations"]:
                nodes = [node["html"][:150] for node in violation["nodes"][:3]]
                faults.append(f"{path}: {violation['id']}: {violation['help']} {nodes}")
        assert not watched.problems, watched.problems
    assert not faults, "\n".join(faults)
