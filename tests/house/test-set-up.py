#!/usr/bin/python3
"""The set-up script derives the backports suite from whatever apt sources a machine has. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import pathlib
import re
import subprocess
import tempfile

import tap


def derive(codename, **files):
    """Each argument is a file; its ending comes after the underscore."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in files.items():
            path = pathlib.Path(folder, ".".join(name.rsplit("_", 1)))
            path.write_text(text, encoding="utf-8")
            paths.append(path)
        done = subprocess.run(["bash", "-euc", '. .ci/packages.sh; codename=$1; shift; derive_backports "$codename" "$@"', "-",
                               codename, *paths], cwd=tap.SOURCE, capture_output=True, text=True, check=True)
    return done.stdout


def entry(uris, signed_by=""):
    return f"Types: deb\nURIs: {uris}\nSuites: bookworm-backports\nComponents: main\n" + (f"Signed-By:{signed_by}\n" if signed_by else "")


STANZA = """# the archive
Types: deb deb-src
# a remark in the middle
URIs: http://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/a.gpg

Types: deb
URIs: http://mirror.example/security
Suites: bookworm-security
Components: main
"""
INLINE_KEY = """Types: deb
URIs: http://mirror.example/debian
Suites: bookworm
Components: main
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 abcd
 -----END PGP PUBLIC KEY BLOCK-----
"""

CASES = [
    ("deb822", dict(a_sources=STANZA), entry("http://mirror.example/debian", " /usr/share/keyrings/a.gpg")),
    ("deb822 with a key inside", dict(a_sources=INLINE_KEY), entry("http://mirror.example/debian", "\n" + INLINE_KEY.split("Signed-By:\n")[1].rstrip())),
    ("deb822 switched off", dict(a_sources="Enabled: no\n" + STANZA), ""),
    ("deb822 of sources only", dict(a_sources=STANZA.replace("deb deb-src", "deb-src")), ""),
    ("deb822 without main", dict(a_sources=STANZA.replace("main contrib", "contrib")), ""),
    ("one line", dict(a_list="deb http://mirror.example/debian bookworm main contrib # here\n"), entry("http://mirror.example/debian")),
    ("one line with options",
     dict(a_list="deb [ arch=amd64 signed-by=/k/a.gpg,/k/b.gpg ] http://mirror.example/debian/ bookworm main\n"),
     entry("http://mirror.example/debian/", " /k/a.gpg /k/b.gpg")),
    ("one line commented out", dict(a_list="# deb http://mirror.example/debian bookworm main\n"), ""),
    ("one line of another suite", dict(a_list="deb http://mirror.example/debian bookworm-updates main\n"), ""),
    ("a disc is passed over",
     dict(a_list="deb cdrom:[Debian GNU/Linux 12]/ bookworm main\ndeb http://mirror.example/debian bookworm main\n"),
     entry("http://mirror.example/debian")),
    ("a foreign source is passed over", dict(a_list="deb http://other.example/apt stable main\n"), ""),
    ("the same mirror twice gives one entry",
     dict(a_list="deb http://mirror.example/debian bookworm main\n", b_sources=STANZA), entry("http://mirror.example/debian")),
    ("two mirrors give two entries",
     dict(a_list="deb http://one.example/debian bookworm main\ndeb http://two.example/debian bookworm main\n"),
     entry("http://one.example/debian") + "\n" + entry("http://two.example/debian")),
    ("line ends of another system", dict(a_sources=STANZA.replace("\n", "\r\n")),
     entry("http://mirror.example/debian", " /usr/share/keyrings/a.gpg")),
]

for subject, files, expected in CASES:
    @tap.check("/house/set-up/" + subject.replace(" ", "-"))
    def compare(files=files, expected=expected):
        found = derive("bookworm", **files)
        return [] if found == expected else [f"got:\n{found}\nexpected:\n{expected}"]


@tap.check("/house/set-up/every-package-is-named-once")
def named_once():
    done = subprocess.run(["bash", "-euc", '. .ci/packages.sh; printf "%s\\n" $build_packages $test_packages'], cwd=tap.SOURCE,
                          capture_output=True, text=True, check=True)
    names = done.stdout.split()
    return [f"{name} is named twice" for name in sorted(set(names)) if names.count(name) > 1]


@tap.check("/house/set-up/building-the-kit-needs-no-program-of-the-tests")
def kit_alone():
    """./run and ./run build install less than ./run test, so nothing of the tests may be made there."""
    script = (tap.SOURCE / "run").read_text(encoding="utf-8")
    findings = [f"run configures without saying whether the tests are built: {line.strip()}" for line in script.splitlines()
                if re.search(r"^\s*(configure|build_for_tests) build", line) and "-Dtests=" not in line]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["meson", "setup", folder, "-Dtests=false"], cwd=tap.SOURCE, capture_output=True, check=True)
        done = subprocess.run(["meson", "introspect", "--targets", folder], capture_output=True, text=True, check=True)
    defined = {target["name"]: pathlib.Path(target["defined_in"]) for target in json.loads(done.stdout)}
    findings += [f"{name} is built too" for name, path in defined.items() if tap.SOURCE / "tests" in path.parents]
    return findings if defined else ["nothing at all is built"]


tap.main()
