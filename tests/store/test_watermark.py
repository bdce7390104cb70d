from analysis.store.database import writing
from analysis.store.desk.codings import Run, save_coded
from analysis.store.desk.texts import read_texts
from analysis.store.intake.drafts import save_draft
from analysis.store.intake.receipts import withdraw
from analysis.store.watermark import watermark
from tests.store.made import DAY, send


def test_a_response_moves_it(intake, desk):
    before = watermark(desk.db)
    send(intake)
    assert watermark(desk.db) > before


def test_a_withdrawal_moves_it_on_and_not_back(intake, desk):
    code = send(intake)
    before = watermark(desk.db)
    withdraw(intake, code, DAY)
    assert watermark(desk.db) > before


def test_a_coding_moves_it(intake, desk):
    send(intake)
    before = watermark(desk.db)
    with writing(desk.db):
        text = next(read_texts(desk.db))
        save_coded(desk.db, Run("phrases", "c1", "b1", "r1"), text.words_id, [], [])
    assert watermark(desk.db) > before


def test_a_draft_moves_nothing(intake, desk):
    before = watermark(desk.db)
    save_draft(intake.db, bytes(32), {"seen": []}, DAY)
    assert watermark(desk.db) == before
