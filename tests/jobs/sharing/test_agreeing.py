import json
from datetime import date

import pytest

from analysis.errors import InputError, StoreError
from analysis.jobs.sharing.agreeing import is_published, public_files, read_agreement
from analysis.jobs.sharing.publish import publish
from analysis.jobs.sharing.sign_off import sign_off
from analysis.jobs.sharing.snapshots import latest_snapshot
from analysis.report import Audience
from analysis.store.snapshots import latest, write_snapshot
from tests.jobs.sharing.acts import DAY, LISTENERS, READERS, both_sign, change_report

NEXT = date(2026, 11, 5)


def newer_results(folder, id_="ffff0000newer"):
    """Make the latest public results others: the same with another name."""
    report = json.loads((latest(folder, "public") / "report.json").read_bytes())
    report["stamp"]["snapshot"] = id_
    write_snapshot(folder, id_, "public", {"report.json": json.dumps(report).encode()})
    return latest_snapshot(folder, Audience.PUBLIC)


def test_the_latest_results_wait_for_every_party(folder):
    agreement = read_agreement(folder)

    (offer,) = agreement.offers
    assert agreement.public is None
    assert offer.snapshot == latest_snapshot(folder, Audience.PUBLIC)
    assert (offer.missing, offer.ready) == ([READERS, LISTENERS], False)


def test_who_agreed_and_when_is_told_beside_who_has_not(folder):
    sign_off(folder, READERS, "Ann", DAY)

    (offer,) = read_agreement(folder).offers
    assert [(sign.by, sign.day) for sign in offer.signs] == [("Ann", "2026-11-02"), ("", "")]
    assert (offer.signed_for("Ann"), offer.signed_for("Bo")) == (READERS, "")


def test_what_every_party_agreed_to_is_ready(folder):
    both_sign(folder)

    (offer,) = read_agreement(folder).offers
    assert (offer.missing, offer.ready) == ([], True)


def test_what_is_published_is_public_and_waits_no_more(folder, tmp_path):
    both_sign(folder)
    published = publish(folder, tmp_path / "out", NEXT, "Cy")

    agreement = read_agreement(folder)
    assert agreement.offers == ()
    assert (agreement.public.snapshot, agreement.public.day) == (published, "2026-11-05")
    assert agreement.public.by == "Cy"


def test_results_that_one_party_agreed_to_still_wait_when_newer_ones_come(folder):
    before = latest_snapshot(folder, Audience.PUBLIC)
    sign_off(folder, READERS, "Ann", DAY)
    newer = newer_results(folder)

    found = [offer.snapshot for offer in read_agreement(folder).offers]
    assert found == [newer, before]


def test_the_second_party_agrees_to_what_the_first_looked_at(folder):
    before = latest_snapshot(folder, Audience.PUBLIC)
    sign_off(folder, READERS, "Ann", DAY)
    newer_results(folder)

    assert sign_off(folder, LISTENERS, "Bo", DAY, before.content) == []
    assert [offer.ready for offer in read_agreement(folder).offers] == [False, True]


def test_results_that_nobody_agreed_to_and_that_are_not_the_latest_are_refused(folder):
    before = latest_snapshot(folder, Audience.PUBLIC)
    newer_results(folder)

    with pytest.raises(InputError, match="other results than those looked at"):
        sign_off(folder, READERS, "Ann", DAY, before.content)


def test_newer_results_that_were_agreed_to_are_the_ones_that_are_ready(folder):
    both_sign(folder)
    newer_results(folder)
    both_sign(folder)

    assert [offer.ready for offer in read_agreement(folder).offers] == [True, False]


def test_a_page_says_who_agreed_only_when_everybody_has(folder):
    snapshot = latest_snapshot(folder, Audience.PUBLIC)
    sign_off(folder, READERS, "Ann", DAY)
    before = public_files(folder, snapshot)["index.html"].decode()
    sign_off(folder, LISTENERS, "Bo", DAY)
    after = public_files(folder, snapshot)["index.html"].decode()

    agreed = f"Agreed for all to see by {READERS}, {LISTENERS}."
    assert (agreed in before, agreed in after) == (False, True)


def test_the_pages_looked_at_are_those_that_come_out(folder, tmp_path):
    both_sign(folder)
    looked_at = public_files(folder, latest_snapshot(folder, Audience.PUBLIC))
    publish(folder, tmp_path / "out", DAY)

    assert {name: (tmp_path / "out" / name).read_bytes() for name in looked_at} == looked_at
    assert {path.name for path in (tmp_path / "out").iterdir()} == set(looked_at)


def test_results_changed_behind_the_back_of_everybody_are_refused(folder):
    sign_off(folder, READERS, "Ann", DAY)
    change_report(folder, b"chose to reply", b"were chosen now")

    with pytest.raises(StoreError, match="found it changed"):
        read_agreement(folder)


def test_results_are_found_by_their_name_if_they_wait_or_are_public(folder):
    (offer,) = read_agreement(folder).offers

    assert read_agreement(folder).find(offer.snapshot.id) == offer.snapshot
    assert read_agreement(folder).find("../forum") is None


def test_nothing_is_published_until_publish_was_used(folder, tmp_path):
    assert not is_published(folder)
    both_sign(folder)
    publish(folder, tmp_path / "out", DAY)

    assert is_published(folder)


def test_publish_takes_the_results_that_were_looked_at_or_none(folder, tmp_path):
    both_sign(folder)

    with pytest.raises(InputError, match="other results agreed to"):
        publish(folder, tmp_path / "out", DAY, "Cy", "another content")
    assert not is_published(folder)
