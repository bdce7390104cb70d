from tests.respondent import WORDS, Page, fill

HTML = """
<header><form method="post" action="/elsewhere"></form></header>
<link rel="stylesheet" href="/a.css"><script src="/a.js" type="module"></script>
<main><h1>A question</h1>
<form method="post" action="/next">
<input type="hidden" name="token" value="t">
<input type="radio" name="Q1" value="yes"><input type="radio" name="Q1" value="no">
<input type="checkbox" name="Q2" value="a"><input type="checkbox" name="Q2" value="b">
<select name="Q3"><option value=""></option><option value="x">X</option></select>
<input type="text" name="Q4"><textarea name="Q5"></textarea>
<button>Continue</button>
</form></main>
"""


def test_the_form_inside_main_is_the_one_to_follow():
    assert [form.action for form in Page(HTML).forms] == ["/next"]


def test_a_form_is_filled_with_first_options_and_words():
    assert fill(Page(HTML).forms[0], {}) == [
        ("token", "t"),
        ("Q1", "yes"),
        ("Q2", "a"),
        ("Q3", "x"),
        ("Q4", ""),
        ("Q5", WORDS),
    ]


def test_a_given_answer_stands_before_the_first_option():
    sent = dict(fill(Page(HTML).forms[0], {"Q1": "no", "Q4": "2026"}))

    assert (sent["Q1"], sent["Q4"]) == ("no", "2026")


def test_the_files_a_page_loads_are_seen():
    assert Page(HTML).files == ["/a.css", "/a.js"]


def test_an_error_summary_is_seen():
    assert Page('<div class="govuk-error-summary"><h2>There is a problem</h2></div>').has_errors


def test_the_receipt_is_read():
    assert Page('<main><p id="receipt-code"> K7P2-99 </p></main>').receipt == "K7P2-99"


def test_the_words_of_the_made_up_family_are_twelve():
    assert len(WORDS.split()) == 12
