"""People at a real browser: a parent with a phone, and those who sign in on the staff side."""

from playwright.sync_api import Page

# A family of a pilot school: what it ticks where the first choice is not meant.
PILOT_FAMILY = {"M1": "one", "R3b": "apr", "T5": "keep", "A1b": "disagree"}
WORDS = "We waited months for the letter and nobody from the council rang us back"


def answer_page(page: Page, setting: str, month: tuple[str, str]) -> None:
    """Answer every question of the page that is open, and go on."""
    main = page.locator("main")
    names = {r.get_attribute("name") for r in main.locator("input[type=radio]").all()}
    for name in sorted(filter(None, names)):
        wanted = PILOT_FAMILY.get(name)
        radios = main.locator(f"input[type=radio][name='{name}']")
        chosen = main.locator(f"input[type=radio][name='{name}'][value='{wanted}']")
        (chosen if wanted and chosen.count() else radios.first).check()
    for select in main.locator("select:not([name$='-elsewhere'])").all():
        there = select.locator(f"option[value='{setting}']").count()
        select.select_option(setting) if there else select.select_option(index=5)
    for box in main.locator("input[name$='-month']").all():
        box.fill(month[1])
        main.locator("input[name$='-year']").fill(month[0])
    for area in main.locator("textarea").all():
        area.fill(WORDS)
    ticks = main.locator("input[type=checkbox]")
    if ticks.count() and not main.locator("input[name$='-month']").count():
        ticks.first.check()
    main.locator("button[type=submit]").first.click()


def answer_survey(page: Page, address: str, setting: str, month: tuple[str, str]) -> str:
    """Go from the landing page to the receipt and return its code."""
    page.goto(address)
    page.locator("main form button").first.click()
    for _ in range(60):
        if page.locator("#receipt-code").count():
            return page.locator("#receipt-code").inner_text().strip()
        answer_page(page, setting, month)
    raise AssertionError(f"no receipt, stopped at {page.url}")


def sign_in(page: Page, address: str, username: str, password: str) -> None:
    """Sign in on the staff side."""
    page.goto(f"{address}/sign-in")
    page.fill("input[name=username]", username)
    page.fill("input[name=password]", password)
    page.locator("main button[type=submit]").first.click()


def main_text(page: Page, address: str) -> str:
    """Return what the main part of a page says."""
    page.goto(address)
    return page.locator("main").inner_text()
