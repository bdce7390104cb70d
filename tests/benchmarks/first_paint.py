"""When a slow phone shows the landing page: 400 kbit/s, 400 ms, a quarter of the processor."""

from collections.abc import Iterator
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.benchmarks.figures import LIME, ONS, Figure
from tests.browser.chromium import CHROMIUM, SWITCHES
from tests.servers import Sides

RUNS = 3
SLOW_LINE = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def first_paint_figures(sides: Sides) -> Iterator[Figure]:
    """Yield the median first contentful paint of cold starts."""
    name, others = "first paint on a slow phone", {ONS: 6.1, LIME: 10.4, "SurveyJS 2.5": 12.2}
    if CHROMIUM is None:
        yield Figure(name, None, "s", 2.0, others=others, why_not="no Chromium")
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        seconds = [_first_paint(browser, sides.survey) for _ in range(RUNS)]
        browser.close()
    yield Figure(name, median(seconds), "s", 2.0, others=others)


def _first_paint(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW_LINE)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(f"{address}/", wait_until="load", timeout=60_000)
    while (painted := page.evaluate(PAINTED)) is None:
        page.wait_for_timeout(100)
    context.close()
    return float(painted) / 1000
