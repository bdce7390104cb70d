import pytest

from analysis.errors import StoreError
from analysis.store.keys import SECRETS, keyed_hash, keyed_id, make_keys, read_key


def test_every_secret_is_another(tmp_path):
    make_keys(tmp_path / "keys", bytes(32))

    assert len({read_key(tmp_path / "keys", name) for name in SECRETS}) == len(SECRETS)


def test_a_missing_key_is_named(tmp_path):
    with pytest.raises(StoreError, match=r"audit\.key"):
        read_key(tmp_path, "audit")


def test_a_key_cut_short_is_refused(tmp_path):
    (tmp_path / "audit.key").write_bytes(b"short")

    with pytest.raises(StoreError, match="found 5 bytes, expected 32"):
        read_key(tmp_path, "audit")


def test_one_key_gives_unlike_hashes_for_unlike_uses():
    assert keyed_hash(bytes(32), "draft id") != keyed_hash(bytes(32), "draft key")


def test_a_keyed_id_is_a_rowid():
    ids = [keyed_id(bytes(32), "cluster", str(place).encode()) for place in range(200)]

    assert all(0 <= one < 2**63 for one in ids)
    assert len(set(ids)) == 200
