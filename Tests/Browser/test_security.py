"""Texts that have run as scripts somewhere do not run on any page."""
import urllib.parse
import urllib.request

from conftest import ROOT, Watched

PAYLOADS = (ROOT / "Tests/WorkbenchTests/Fixtures/payloads.txt").read_text().splitlines()


def test_nothing_runs(fresh, browser):
    text = "\n\n".join(f"Aland demands that Bland leave {payload}, {payload} said." for payload in PAYLOADS)
    fields = urllib.parse.urlencode(
        {"name": "payloads", "title": PAYLOADS[0], "outlet": PAYLOADS[4], "published": "2031-03-01"})
    request = urllib.request.Request(
        fresh.address + "/api/articles?" + fields, data=text.encode(),
        headers={"Parley-Client": "test", "Content-Type": "text/plain"})
    assert urllib.request.urlopen(request).status == 201
    with Watched(browser) as watched:
        page = watched.page
        page.on("dialog", lambda dialog: watched.problems.append(dialog.message) or dialog.dismiss())
        watched.context.route("**/*", lambda route: route.continue_()
                              if route.request.url.startswith(fresh.address)
                              else watched.problems.append(route.request.url) or route.abort())
        for path in ("/articles/payloads", "/", "/articles", "/changes", "/parties", "/review"):
            page.goto(fresh.address + path)
        for payload in PAYLOADS:
            page.goto(fresh.address + "/search?" + urllib.parse.urlencode({"q": payload}))
        assert not watched.problems, watched.problems
