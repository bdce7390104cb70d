"""Installs the programs of Debian that tests drive: `python -m tests.programs [chromium]`.

Where that cannot be done nothing happens: the tests themselves say what the lack means.
"""

import os
import shutil
import subprocess
import sys

PROGRAMS = {  # the names each goes by, and the packages that bring it
    "chromium": (("chromium", "chromium-browser", "google-chrome"), ("chromium",)),
    "office": (("soffice",), ("libreoffice-writer-nogui", "libreoffice-calc-nogui")),
}


def main(wanted: list[str]) -> None:
    lacking = [PROGRAMS[name] for name in wanted or PROGRAMS]
    missing = [
        package
        for names, packages in lacking
        if not any(map(shutil.which, names))
        for package in packages
    ]
    may = shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0
    if not may or not missing:
        return
    sys.stdout.write(f"installing {', '.join(missing)} with apt-get\n")
    sys.stdout.flush()
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *missing]
    for command in (["apt-get", "update", "-qq"], install):
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode:
            return


if __name__ == "__main__":
    main(sys.argv[1:])
