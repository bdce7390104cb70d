import pytest

from analysis.errors import InputError, StoreError
from analysis.store.database import writing
from analysis.store.desk import quotes
from analysis.store.desk.texts import read_texts
from analysis.store.intake.danger_levels import add_danger_level
from analysis.store.intake.receipts import withdraw
from analysis.words import Released, Words
from tests.store.made import DAY, send

ASKED, FIRST, SECOND = "C2", "A Made-Up Reviewer", "A Made-Up Lead"
PART = "nobody had read what the physio sent"


@pytest.fixture
def code(intake):
    """The receipt of a family that agreed to be quoted."""
    return send(intake, answers={"W1": "written", ASKED: "yes"}, words={"W1": Words(PART + " us")})


@pytest.fixture
def words_id(code, desk):
    return next(read_texts(desk.db)).words_id


def put_forward(desk, vault, words_id, by=FIRST):
    with writing(desk.db) as db:
        quotes.put_forward(db, vault, words_id, "TIM-1", Released(PART), by)
    return quotes.read_proposals(desk.db)


def approve(desk, vault, proposal, words=PART, by=SECOND):
    with writing(desk.db) as db:
        quotes.approve(db, vault, proposal, words, by, DAY)


def stands_in_the_clear(desk, words):
    """Look for words in every byte of the database and its journal."""
    files = desk.folder.path.glob("answers.db*")
    return any(words.encode() in file.read_bytes() for file in files)


def test_what_was_put_forward_is_sealed_until_it_is_approved(desk, vault, words_id):
    (proposal,) = put_forward(desk, vault, words_id)

    assert proposal.open(desk.db, vault).reveal() == PART
    assert not stands_in_the_clear(desk, PART)
    assert quotes.read_quotes(desk.db, ASKED) == []


def test_an_approved_quote_is_kept_as_it_was_edited(desk, vault, words_id):
    (proposal,) = put_forward(desk, vault, words_id)

    approve(desk, vault, proposal, "nobody had read what [a therapist] sent")

    (found,) = quotes.read_quotes(desk.db, ASKED)
    assert found.quote.reveal() == "nobody had read what [a therapist] sent"
    assert (found.code, found.by, found.day) == ("TIM-1", SECOND, DAY)
    assert quotes.read_proposals(desk.db) == []
    assert quotes.find_proposal(desk.db, proposal.id) is None


def test_what_was_approved_is_not_changed_by_a_second_approval(desk, vault, words_id):
    (proposal,) = put_forward(desk, vault, words_id)
    approve(desk, vault, proposal)

    approve(desk, vault, proposal, "nobody had read [...] sent", by="Another Made-Up Lead")

    (found,) = quotes.read_quotes(desk.db, ASKED)
    assert (found.quote.reveal(), found.by) == (PART, SECOND)


def test_nobody_approves_what_they_put_forward(desk, vault, words_id):
    (proposal,) = put_forward(desk, vault, words_id)

    with pytest.raises(StoreError, match="expected another"):
        approve(desk, vault, proposal, by=FIRST)

    assert quotes.read_quotes(desk.db, ASKED) == []


@pytest.mark.parametrize(
    "edited",
    [
        "everybody had read what the physio sent",
        "sent the physio",
        "nobody had read what sent",
        "",
        "[all ours]",
        "nobody had read [and that was a shame, we think] sent",
        "nobody [x]" + " [x]" * 200,
    ],
    ids=[
        "a word added",
        "words turned round",
        "a word left out unsaid",
        "nothing",
        "only our own",
        "too much of our own",
        "too long",
    ],
)
def test_a_quote_says_nothing_that_its_writer_did_not(desk, vault, words_id, edited):
    (proposal,) = put_forward(desk, vault, words_id)

    with pytest.raises(InputError) as refused:
        approve(desk, vault, proposal, edited)

    assert PART not in str(refused.value)
    assert len(quotes.read_proposals(desk.db)) == 1


def test_the_same_part_is_put_forward_once(desk, vault, words_id):
    put_forward(desk, vault, words_id)

    assert len(put_forward(desk, vault, words_id)) == 1


@pytest.mark.parametrize("said", ["no", "skipped", None])
def test_a_family_that_did_not_agree_is_never_quoted(intake, desk, vault, said):
    answers = {"W1": "written"} | ({ASKED: said} if said else {})
    send(intake, answers=answers, words={"W1": Words(PART)})
    words_id = next(read_texts(desk.db)).words_id
    (proposal,) = put_forward(desk, vault, words_id)
    approve(desk, vault, proposal)

    assert not quotes.may_be_quoted(desk.db, words_id, ASKED)
    assert quotes.read_quotes(desk.db, ASKED) == []


def test_a_family_that_withdraws_takes_its_quotes_along(intake, desk, vault, code, words_id):
    (proposal,) = put_forward(desk, vault, words_id)
    approve(desk, vault, proposal)
    assert stands_in_the_clear(desk, PART)

    assert withdraw(intake, code, DAY)

    assert quotes.read_quotes(desk.db, ASKED) == []
    assert not stands_in_the_clear(desk, PART)


def test_a_quote_can_be_taken_back(desk, vault, words_id):
    (proposal,) = put_forward(desk, vault, words_id)
    approve(desk, vault, proposal)

    with writing(desk.db) as db:
        quotes.remove(db, proposal.id)

    assert quotes.read_quotes(desk.db, ASKED) == []


def test_what_the_same_family_wrote_elsewhere_is_known_by_its_flags(desk, intake, words_id):
    send(intake, danger="danger")
    assert quotes.flags_of_answer(desk.db, words_id) == frozenset()

    (response_id,) = desk.db.execute(
        "SELECT response_id FROM words WHERE id = ?", [words_id]
    ).fetchone()
    with writing(desk.db) as db:
        add_danger_level(db, response_id, "welfare")
    assert quotes.flags_of_answer(desk.db, words_id) == {"welfare"}
