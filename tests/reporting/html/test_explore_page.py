from dataclasses import replace

from analysis.reporting.html.pages import Links, explore_page
from tests.reporting.made import CLOSED, SURVEY, card, report, side

LINKS = Links(csv="/file.csv", more="/more", families="")


def test_the_page_to_explore_has_the_table_beside_its_figure():
    page = explore_page(report(), SURVEY, "easy", LINKS).content
    assert 'id="explorer-figure"' in page
    assert "24 of 40" in page.split("</script>")[1]


def test_without_a_share_the_page_to_explore_has_the_table_alone():
    page = explore_page(report(aims=(card(replace(CLOSED, old=side(9, 23))),)), SURVEY, None, LINKS)
    assert "explorer-figure" not in page.content
    assert "9 of 23" in page.content
