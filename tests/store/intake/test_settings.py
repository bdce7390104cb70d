from analysis.store.intake.settings import cluster_of

KEY = b"k" * 32


def test_one_setting_is_one_cluster():
    assert cluster_of(KEY, "oak") == cluster_of(KEY, "oak")


def test_two_settings_are_two_clusters():
    assert cluster_of(KEY, "oak") != cluster_of(KEY, "elm")


def test_without_the_key_a_cluster_tells_no_setting():
    assert cluster_of(KEY, "oak") != cluster_of(b"o" * 32, "oak")
