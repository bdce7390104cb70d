import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    "typed",
    [
        "07700 900412", "01632960188", "+44 7700 900 145", "(07700) 900-644",
        "0 1 6 3 2 9 6 0 4 4 1",
        "0044 1632 960001", "07700.900.412", "7700 900312", "+48 22 123 45 67",
        "oh seven seven double oh nine oh oh one two three",
    ],
)  # fmt: skip
def test_a_telephone_number_is_found_in_any_spacing(typed):
    assert found(f"it is {typed} after three") == [(typed, "phone")]


def test_two_numbers_side_by_side_are_two():
    numbers = ["01632 960188", "07700 900412"]
    assert found(f"try {numbers[0]} or {numbers[1]}") == [(n, "phone") for n in numbers]


def test_a_short_number_is_one_only_after_a_word_like_ring():
    assert found("ring 960 188 or 960 199") == [("960 188", "phone")]


@pytest.mark.parametrize(
    "text",
    [
        "on 01.09.2024 14.02.2025", "09.30 - 10.30 2024", "£12 500 000 in all", "from 2019 to 2024",
        "20 hours, 6 given, 0 left", "age 0-25 years", "for one two three four minutes",
    ],
)  # fmt: skip
def test_dates_times_and_sums_are_no_telephone_numbers(text):
    assert found(text) == []


@pytest.mark.parametrize("typed", ["999 123 4567", "9991230987", "943 476 5919", "401-023-2137"])
def test_an_nhs_number_is_found_by_its_check_digit_or_its_test_range(typed):
    assert found(f"it says {typed} on top") == [(typed, "nhs_number")]


def test_an_nhs_number_is_found_after_its_name():
    assert found("nhs no: 12 34 56 78 90") == [("12 34 56 78 90", "nhs_number")]


@pytest.mark.parametrize("typed", ["A123456789012", "H801200001001", "t801200001001"])
def test_a_pupil_number_is_found(typed):
    assert found(f"his unique pupil number {typed} there") == [(typed, "upn")]


@pytest.mark.parametrize(
    "typed", ["EH305/23/00123", "EH 305 / 24 / 00417", "SE301/25/00099", "24 017 764", "24-003-119"]
)
def test_references_of_tribunal_and_ombudsman_are_found(typed):
    assert found(f"look up {typed} yourself") == [(typed, "case_reference")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Complaint number CMP-88213 opened", "CMP-88213"), ("ref no. AR/2024/5581",
        "AR/2024/5581"),
        ("my case 24017764", "24017764"), ("QQ 12 34 56 C", "QQ 12 34 56 C"),
        ("ref BRM-EHC-20417 again", "BRM-EHC-20417"), ("taxi YK19 ZZX came", "YK19 ZZX"),
        ("its plate yk19 zzx", "yk19 zzx"), ("EHC20417 is ours", "EHC20417"), ("COVID-19 came", ""),
    ],
)  # fmt: skip
def test_a_reference_is_found_after_its_name(text, number):
    assert found(text) == ([(number, "case_reference")] if number else [])


@pytest.mark.parametrize("text", ["appeal 12/03/2025", "complaint 2024", "tribunal took 52 weeks"])
def test_a_date_after_an_appeal_is_no_reference(text):
    assert found(text) == []
