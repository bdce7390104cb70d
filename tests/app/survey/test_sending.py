from tests.app.survey.family import GOES_ON, PILOT, rows, stored_answers

DANGER = "I can't keep him safe, last week he tried to kill himself."


def test_answers_cannot_be_sent_before_all_pages_were_seen(family, folder):
    family.start()
    family.walk(GOES_ON, until="overall")
    family.client.post("/check", data=family.filled())

    assert rows(folder, "responses") == []


def test_asked_and_left_out_is_skipped_and_not_asked_is_absent(ready, folder):
    ready.press()
    answers = stored_answers(folder)

    assert answers["OV2"] == "skipped"
    assert answers["R3b"] == "apr"
    assert not answers.keys() & {"R4", "T4n", "N1", "R1b", "D5", "D7"}


def test_does_not_apply_and_dont_know_are_kept_as_answers(family, folder):
    family.send(PILOT | {"A1a": "does_not_apply", "A1b": "dont_know", "R2": "dont_know"})
    answers = stored_answers(folder)

    assert (answers["A1a"], answers["A1b"], answers["R2"]) == (
        "does_not_apply",
        "dont_know",
        "dont_know",
    )


def test_a_text_stands_among_the_answers_as_written_and_its_words_are_sealed(family, folder):
    family.send(PILOT | {"O1": "Kind people."})

    assert (stored_answers(folder)["O1"], stored_answers(folder)["O2"]) == ("written", "skipped")
    (words,) = rows(folder, "words")
    assert words["item"] == "O1"
    assert b"Kind" not in words["ciphertext"]


def test_a_contradiction_is_unclear_and_says_why(family, folder):
    family.send(PILOT | {"R3b": "as_before"})
    (placed,) = rows(folder, "processes")

    assert placed["process"] == "unclear"
    assert placed["because"].startswith("The school was in the pilot")


def test_words_of_danger_lead_to_help_first_and_then_to_the_receipt(family, folder):
    family.send(PILOT | {"O2": DANGER})
    assert family.heading == "Is someone in danger?"
    assert family.page.receipt == ""
    assert len(rows(folder, "responses")) == 1
    assert [row["level"] for row in rows(folder, "danger_levels")] == ["danger"]

    family.press()
    assert family.page.receipt


def test_the_help_page_has_the_address_that_every_family_sees(family):
    family.send(PILOT | {"O2": DANGER})

    assert family.path == "/receipt"


def test_danger_stands_apart_from_the_answers(family, folder):
    family.send(PILOT | {"O2": DANGER})

    assert "danger" not in str(rows(folder, "responses"))


def test_words_that_worry_less_lead_to_the_receipt(family, folder):
    family.send(PILOT | {"O2": "They restrained him at school."})

    assert family.page.receipt
    assert [row["level"] for row in rows(folder, "danger_levels")] == ["welfare"]


def test_answers_taken_back_are_not_sent_again_from_an_old_tab(ready, folder):
    old = ready.client.get_cookie("survey").value
    page = ready.filled()
    ready.press()
    receipt = ready.page.receipt
    ready.press()
    ready.open("/withdraw")
    ready.press({"code": receipt})
    ready.client.set_cookie("survey", old)
    ready.client.post("/check", data=page)

    assert rows(folder, "responses") == []
