"""The work of a person: review from the keyboard, undo, add, search, without scripts too."""
import json
import urllib.request

ARTICLE = "/articles/2031-03-09-vesk-eases"


def stances(server):
    with urllib.request.urlopen(server.address + "/api" + ARTICLE) as response:
        page = json.load(response)
    return [card for paragraph in page["paragraphs"] for card in paragraph["cards"]
            if card["kind"] == "stance"]


def test_review_from_the_keyboard(fresh, open_page):
    page = open_page()
    page.goto(fresh.address + ARTICLE)
    page.keyboard.press("n")
    first = page.evaluate("document.activeElement.id")
    page.keyboard.press("a")
    page.wait_for_url("**done=accept*")
    assert page.locator(f"#{first}").get_attribute("data-state") == "accept"
    assert page.evaluate("document.activeElement.id") == first, "the focus stays on its card"

    page.keyboard.press("n")
    second = page.evaluate("document.activeElement.id")
    assert second != first
    page.keyboard.press("r")
    page.keyboard.type("said by somebody else")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=reject*")
    assert page.locator(f"#{second}").get_attribute("data-state") == "reject"
    assert "said by somebody else" in page.locator(f"#{second}").inner_text()

    page.keyboard.press("n")
    third = page.evaluate("document.activeElement.id")
    page.keyboard.press("e")
    page.keyboard.press("Tab")
    page.keyboard.type("Vesk and friends")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=correct*")
    assert "Vesk and friends" in page.locator(f"#{third}").inner_text()

    page.keyboard.press("u")
    page.wait_for_url("**done=undone*")
    assert page.locator(f"#{third}").get_attribute("data-state") is None
    verdicts = [card["review"]["verdict"] for card in stances(fresh) if card["review"]]
    assert verdicts == ["accept", "reject"]


def test_keys_do_nothing_in_a_field(fresh, open_page):
    page = open_page()
    page.goto(fresh.address + ARTICLE)
    page.keyboard.press("j")
    page.keyboard.press("/")
    page.keyboard.type("area")
    assert page.locator("#q").input_value() == "area"
    assert not any(card["review"] for card in stances(fresh))


def test_a_correction_takes_the_selected_words(fresh, open_page):
    page = open_page()
    page.goto(fresh.address + ARTICLE)
    page.keyboard.press("n")
    card = page.evaluate("document.activeElement.id")
    page.evaluate("""() => {
      const text = Array.from(document.querySelectorAll('.tx')).find(p => p.innerText.includes('Kestrel'));
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      let node; while ((node = walker.nextNode()) && !node.data.includes('Kestrel'));
      const start = node.data.indexOf('Kestrel');
      getSelection().setBaseAndExtent(node, start, node, start + 7);
    }""")
    page.keyboard.press("e")
    assert page.locator(f"#{card} [name=words]").input_value() == "Kestrel"
    page.keyboard.press("Enter")
    page.wait_for_url("**done=correct*")
    assert any(card["review"] and card["review"]["verdict"] == "correct" for card in stances(fresh))


def test_without_scripts(fresh, open_page):
    page = open_page(script=False)
    page.goto(fresh.address + ARTICLE)
    card = page.locator(".card.pos").first
    card.locator("button[value=accept]").click()
    assert page.locator(".notice").inner_text().startswith("Accepted")
    page.locator("#undo button").click()
    assert not any(card["review"] for card in stances(fresh))


def test_two_reviewers(fresh, open_page):
    for name, verdicts in (("anna", ["accept", "accept"]), ("ben", ["accept", "reject"])):
        page = open_page()
        page.goto(fresh.address + "/review")
        page.fill("#reviewer", name)
        page.keyboard.press("Enter")
        page.wait_for_url("**done=named")
        for index, verdict in enumerate(verdicts):
            page.goto(fresh.address + ARTICLE)
            card = page.locator(".card.pos").nth(index)
            if verdict == "reject":
                card.locator(".turn summary").click()
            card.locator(f"button[value={verdict}]").click()
            page.wait_for_url(f"**done={verdict}*")
    page.goto(fresh.address + "/review")
    assert "anna and ben" in page.inner_text("main")
    assert page.locator("#differences .change").count() == 1
    page.get_by_role("button", name="Settle as anna says").click()
    page.wait_for_url("**done=settled")
    assert page.locator("#differences").count() == 0


def test_add_and_search(fresh, open_page):
    page = open_page()
    page.goto(fresh.address + "/add")
    page.get_by_label("Title").fill("Vesk halts the talks")
    page.get_by_label("Outlet").fill("Harbour Post")
    page.get_by_label("Published").fill("2031-03-16")
    page.get_by_label("Text", exact=True).fill(
        "Vesk demands that Lindmark open the port of Tarn, a Veskan official said on Sunday.")
    page.get_by_role("button", name="Add").first.click()
    page.wait_for_url("**done=added*")
    assert "Vesk halts the talks" in page.inner_text("h1")
    page.keyboard.press("/")
    page.keyboard.type("harbour port")
    page.goto(fresh.address + "/search?q=port+of+Tarn")
    assert "Vesk halts the talks" in page.inner_text("main")


def test_upload(fresh, open_page, tmp_path):
    file = tmp_path / "evening <b> edition.txt"
    file.write_text("Lindmark rejects any new demand, its president said on Sunday.")
    page = open_page()
    page.goto(fresh.address + "/add")
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name="Add").last.click()
    page.wait_for_url("**done=added*")
    assert "Lindmark rejects" in page.inner_text("main")


def test_scenario(server, open_page):
    page = open_page()
    page.goto(server.address + "/territory")
    page.get_by_label("Lindmark withdraws from Kestrel").check()
    page.get_by_role("button", name="Lay on the map").click()
    assert "would leave" in page.locator("#outcome").inner_text()
    assert page.locator(".map .given").count() > 0
    assert "term=" in page.url, "the address holds the choice"


def test_map_is_moved(server, open_page):
    page = open_page()
    page.goto(server.address + "/territory")

    def view():
        return [float(part) for part in page.locator(".map svg").get_attribute("viewBox").split()]

    whole = view()
    assert page.get_by_role("button", name="Show the whole map").is_disabled()
    page.get_by_role("button", name="Make the map larger").click()
    larger = view()
    assert abs(larger[2] * 1.5 - whole[2]) < 0.1 and larger[0] > whole[0]
    page.get_by_role("button", name="Show what lies east").click()
    assert view()[0] > larger[0]
    for _ in range(9):
        page.get_by_role("button", name="Show what lies east").click()
    assert abs(view()[0] + view()[2] - whole[0] - whole[2]) < 0.1, "it ends at the border"
    page.get_by_role("button", name="Show the whole map").click()
    assert all(abs(a - b) < 0.1 for a, b in zip(view(), whole))


def test_series(server, open_page):
    page = open_page()
    page.goto(server.address + "/territory?date=2031-03-09&since=2031-03-01")
    series = page.locator("#series")
    assert series.locator("svg path.scale").count() == 1
    series.get_by_text("The table behind it").click()
    rows = series.locator("tbody tr").all_inner_texts()
    assert rows[0].startswith("2031-03-01") and rows[-1].startswith("2031-03-09")
    assert "2031-03-04" in series.inner_text(), "a day without a map is told"
