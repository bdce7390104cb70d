"""Archives that come out the same to the byte each time they are written."""

import io
import zipfile
from collections.abc import Mapping

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can say: nobody takes it for true


def steady_zip(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of the files, in their order and without the time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def without_times(archive: bytes) -> bytes:
    """Return the same archive without the time of writing."""
    with zipfile.ZipFile(io.BytesIO(archive)) as written:
        return steady_zip({name: written.read(name) for name in written.namelist()})
