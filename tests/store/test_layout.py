from pathlib import Path

from analysis.store.layout import DataFolder


def test_everything_of_a_data_folder_lies_inside_it():
    folder = DataFolder(Path("data"), Path("survey"), made_up=True)

    for place in (folder.database, folder.keys, folder.snapshots):
        assert place.parent == Path("data")
