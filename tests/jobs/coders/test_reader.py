from dataclasses import replace

import pytest

from analysis.definitions.loading import load_definitions
from analysis.jobs.coders.reader import in_use, reader_of
from analysis.jobs.init import init, open_data
from analysis.store.desk.door import open_desk
from tests.app.staff.made import PASSPHRASE
from tests.surveys.folders import LIBRARY


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    place = tmp_path_factory.mktemp("reader") / "data"
    init(place, LIBRARY, PASSPHRASE, "test", made_up=True)
    return open_desk(open_data(place))


DEFINITIONS = load_definitions(LIBRARY)


def test_a_reader_is_made_once_and_kept(desk):
    first, again = (in_use(desk, DEFINITIONS).reader() for _ in range(2))

    assert first is again


def test_the_reader_of_a_text_is_the_one_in_use_if_that_read_it(desk):
    used = in_use(desk, DEFINITIONS)

    assert reader_of(desk, used.run, DEFINITIONS) is used.reader()


@pytest.mark.parametrize("part", ["coder_hash", "codebook", "redaction"])
def test_a_text_that_another_coder_codebook_or_redaction_read_has_no_reader(desk, part):
    run = replace(in_use(desk, DEFINITIONS).run, **{part: "before"})

    assert reader_of(desk, run, DEFINITIONS) is None
