import json
from datetime import date

import pytest

from analysis.definitions.codebook import load_codebook
from analysis.errors import InputError
from analysis.jobs.learning.in_use import name_in_use
from analysis.jobs.learning.models import list_models, use_model
from analysis.jobs.learning.starting import load_coder
from analysis.jobs.learning.train import train
from analysis.words import Redacted
from tests.surveys.folders import LIBRARY

BOOK = load_codebook(LIBRARY)
FIRST, SECOND = (code.id for code in BOOK.codes[:2])
EARLY = {"sat reading an hour nobody spoke": FIRST, "the sky was a nice blue": None}
LATE = {"back again it was shut": SECOND, "the sky was a nice blue": None}


def teach(room, name, said, first=0, days=0):
    """Teach a model by thirty decisions that begin with a number."""
    room.mkdir(exist_ok=True)
    texts = [*said.items()]
    lines = [
        {"id": str(n), "question": "", "text": texts[n % 2][0], "codes": codes(texts[n % 2][1])}
        for n in range(first, first + 30)
    ]
    source = room.parent / f"{name}.jsonl"
    source.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return train(source, room / name, LIBRARY, date(2026, 11, 1 + days), encode=False)


def codes(code):
    return {code: "-"} if code else {}


def given(room, name, text):
    return {one.code for one in load_coder(room / name, BOOK).code(Redacted(text), "mixed")}


@pytest.fixture
def room(tmp_path):
    return tmp_path / "models"


def test_the_newest_model_is_listed_first_and_the_one_in_use_is_marked(room):
    teach(room, "spring", EARLY)
    teach(room, "summer", LATE, days=1)
    use_model(room, "spring", BOOK)

    listed = [(one.name, one.in_use, one.fault) for one in list_models(room, BOOK)]

    assert listed == [("summer", False, ""), ("spring", True, "")]


def test_an_earlier_model_is_put_back_by_its_name(room):
    teach(room, "spring", EARLY)
    use_model(room, "spring", BOOK)
    teach(room, "summer", LATE, first=30)
    use_model(room, "summer", BOOK)
    use_model(room, "spring", BOOK)

    assert name_in_use(room) == "spring"


def test_hybrid_puts_the_codebook_alone_to_use(room):
    teach(room, "spring", EARLY)
    use_model(room, "spring", BOOK)
    use_model(room, "hybrid", BOOK)

    assert name_in_use(room) is None


@pytest.mark.parametrize("name", ["autumn", "", ".", "..", "../models/spring"])
def test_a_name_that_no_model_has_is_refused_and_the_one_in_use_stays(room, name):
    teach(room, "spring", EARLY)
    use_model(room, "spring", BOOK)

    with pytest.raises(InputError, match="expected one of hybrid, spring"):
        use_model(room, name, BOOK)

    assert name_in_use(room) == "spring"


def test_a_model_of_another_codebook_version_is_listed_with_both_and_not_used(room):
    teach(room, "spring", EARLY)
    newer = BOOK.model_copy(update={"version": "99"})

    [listed] = list_models(room, newer)

    assert f"found codebook version {BOOK.version}, expected version 99" in listed.fault
    with pytest.raises(InputError, match="expected version 99"):
        use_model(room, "spring", newer)


def test_a_new_model_gives_what_it_knows_more_of_and_keeps_the_rest(room):
    teach(room, "spring", EARLY)
    use_model(room, "spring", BOOK)
    card = teach(room, "summer", LATE, first=30)

    assert (card["gate"]["against"], card["gate"]["judged_by"]) == ("spring", 30)
    assert FIRST in card["gate"]["kept"]
    assert SECOND not in card["gate"]["kept"]
    assert card["codes"][FIRST]["uses"] == "model spring"
    assert FIRST in given(room, "summer", "sat reading an hour nobody spoke")
    assert SECOND in given(room, "summer", "back again it was shut")
    assert "The model in use was spring. On 30 answers" in (room / "summer/card.md").read_text()


def test_decisions_that_taught_the_model_in_use_do_not_judge_it(room):
    teach(room, "spring", EARLY)
    use_model(room, "spring", BOOK)
    card = teach(room, "summer", EARLY)

    assert card["gate"]["judged_by"] == 0
    assert len(card["gate"]["kept"]) == len(BOOK.codes)


def test_a_code_kept_twice_is_given_by_the_model_that_learned_it(room):
    teach(room, "spring", EARLY)
    use_model(room, "spring", BOOK)
    teach(room, "summer", LATE, first=30)
    use_model(room, "summer", BOOK)
    card = teach(room, "autumn", {"no lift here": None, "no door here": None}, first=60)

    assert card["codes"][FIRST]["uses"] == "model spring"
    assert card["codes"][SECOND]["uses"] == "model summer"
    assert SECOND in given(room, "autumn", "back again it was shut")


def test_a_model_whose_kept_model_is_gone_says_so(room):
    teach(room, "spring", EARLY)
    use_model(room, "spring", BOOK)
    teach(room, "summer", LATE, first=30)
    (room / "spring" / "arrays.npz").unlink()

    with pytest.raises(InputError, match=r"spring: found no arrays\.npz"):
        use_model(room, "summer", BOOK)


@pytest.mark.parametrize("name", ["hybrid", "phrases"])
def test_no_model_takes_the_name_of_another_coder(room, name):
    with pytest.raises(InputError, match="expected one that no coder has"):
        teach(room, name, EARLY)


def test_the_model_in_use_is_not_overwritten(room):
    teach(room, "spring", EARLY)
    use_model(room, "spring", BOOK)

    with pytest.raises(InputError, match='"spring" is in use'):
        teach(room, "spring", LATE)
