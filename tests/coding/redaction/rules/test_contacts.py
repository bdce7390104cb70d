import pytest

from tests.coding.redaction.marked import found


@pytest.mark.parametrize(
    "typed",
    [
        "j.mbeki77@example.com", "R.Haddad+school@example.co.uk", "priya dot nair at gmail dot com",
        "dana_k (at) example (dot) org", "finlaysmum at hotmail dot co dot uk",
        "ann [at] example.org",
    ],
)  # fmt: skip
def test_an_e_mail_address_is_found_however_it_is_spelled(typed):
    assert found(f"write to {typed} please") == [(typed, "email")]


def test_at_before_a_web_address_is_no_e_mail_address():
    assert found("look at autism.org.uk instead") == []


@pytest.mark.parametrize("typed", ["@sunnymum_of_3", "@the_quiet_one22"])
def test_an_online_name_is_found_by_its_sign(typed):
    assert found(f"I am {typed} there") == [(typed, "handle")]


@pytest.mark.parametrize(
    ("text", "name"),
    [("on insta as wren.and.the.boys", "wren.and.the.boys"), ("gamertag: kit99x", "kit99x")],
)
def test_an_online_name_is_found_after_the_name_of_its_network(text, name):
    assert found(text) == [(name, "handle")]


@pytest.mark.parametrize("text", ["see you @school", "on facebook they all say so", "and/or ___"])
def test_signs_and_networks_alone_are_no_online_names(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("www.larkbeck.sch.uk/send", "school"),
        ("https://www.facebook.com/anns.page", "handle"),
        ("brightsparks-tuition.co.uk", "organisation"),
    ],
)
def test_a_web_address_that_leads_to_someone_is_replaced(address, kind):
    assert found(f"it is on {address}.") == [(address, kind)]


@pytest.mark.parametrize("address", ["www.gov.uk/send", "https://www.nhs.uk/x", "autism.org.uk"])
def test_a_public_web_address_stays(address):
    assert found(f"it is on {address}.") == []


@pytest.mark.parametrize("typed", ["ZZ99 4QT", "zz991ab", "SE1  1AA", "BN1 1 AA", "ZZ99-3CZ"])
def test_a_postcode_is_found_in_any_spacing(typed):
    assert found(f"we moved to {typed} then") == [(typed, "postcode")]


def test_the_first_half_of_a_postcode_is_found_after_in():
    assert found("nothing for us in SE20 at all") == [("SE20", "postcode")]


@pytest.mark.parametrize("text", ["in KS2 now", "QQ99 1AA", "so 2 1st graders", "Year 6 2nd term"])
def test_what_only_looks_like_a_postcode_stays(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("y is it in br5 wen", "br5"),
        ("on the road (BR9 4); I", "BR9 4"),
        ("we r in se20. he", "se20"),
    ],
)
def test_half_a_postcode_is_found_where_it_tells_a_place(text, half):
    assert (half, "postcode") in found(text)


@pytest.mark.parametrize("text", ["he is in ks2 now", "moved to yr7 early", "in t5 and t6"])
def test_stages_and_years_are_no_postcodes(text):
    assert found(text) == []
