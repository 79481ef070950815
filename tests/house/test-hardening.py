#!/usr/bin/python3
"""What the build asks of the compiler and linker really arrived in the programs. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import pathlib
import re
import subprocess

import tap

PROGRAMS = {"msk", "msk-worker", "meeting-secrecy-kit"}
FLAGS = ["-fstack-protector-strong", "-fstack-clash-protection", "-ftrivial-auto-var-init=zero",
         "-D_FORTIFY_SOURCE=2"]


def programs():
    targets = json.loads((tap.BUILD / "meson-info/intro-targets.json").read_text())
    files = {target["name"]: pathlib.Path(target["filename"][0]) for target in targets
             if target["type"] == "executable" and str(tap.SOURCE / "src") in target["defined_in"]}
    if not PROGRAMS <= set(files):
        raise LookupError(f"not built: {', '.join(sorted(PROGRAMS - set(files)))}")
    return {name: files[name] for name in PROGRAMS}


def readelf(file, *options):
    return subprocess.run(["readelf", "-W", *options, file], capture_output=True, text=True, check=True).stdout


def find_without(pattern, *options, among=PROGRAMS):
    return [f"{name}: nothing matches {pattern}" for name, file in programs().items()
            if name in among and not re.search(pattern, readelf(file, *options))]


def option(name):
    options = json.loads((tap.BUILD / "meson-info/intro-buildoptions.json").read_text())
    return next(entry["value"] for entry in options if entry["name"] == name)


@tap.check("/house/hardening/position-independent")
def pie():
    return find_without(r"Type:\s+DYN", "-h") + find_without(r"FLAGS_1.*\bPIE\b", "-d")


@tap.check("/house/hardening/relocations-are-read-only-at-once")
def relro():
    return find_without("GNU_RELRO", "-l") + find_without(r"BIND_NOW|FLAGS_1.*\bNOW\b", "-d")


@tap.check("/house/hardening/no-executable-stack-and-no-writable-code")
def stack():
    findings = find_without(r"GNU_STACK\s+(0x\w+\s+){5}RW\s", "-l")
    return findings + [f"{name}: a segment is writable and executable" for name, file in programs().items()
                       if re.search(r"LOAD.*\bRWE\b", readelf(file, "-l"))]


@tap.check("/house/hardening/stack-protector-is-called")
def protector():
    return find_without(r"__stack_chk_fail", "--dyn-syms")


@tap.check("/house/hardening/fortified-functions-are-called")
def fortify():
    if option("optimization") in ("0", "g"):
        return ["this build is not optimised, so nothing can be fortified; test an optimised one"]
    # The compiler knows the size of no buffer that the worker copies into; its files are compiled with the flag all the same, see below.
    return find_without(r"UND __(?!stack)\w+_chk\b", "--dyn-syms", among=PROGRAMS - {"msk-worker"})


@tap.check("/house/hardening/every-file-of-ours-is-compiled-with-the-flags")
def flags():
    commands = json.loads((tap.BUILD / "compile_commands.json").read_text())
    ours = [(command["file"], command["command"].split()) for command in commands if command["output"].startswith("src/")]
    return ([f"{file}: without {flag}" for file, words in ours for flag in FLAGS if flag not in words] +
            [f"{file}: not position-independent" for file, words in ours if not {"-fPIC", "-fPIE"} & set(words)])


@tap.check("/house/hardening/one-sqlite-a-process")
def one_sqlite():
    # The plain library beside SQLCipher would answer some of its calls, unencrypted.
    findings = []
    for name, file in programs().items():
        linked = subprocess.run(["ldd", file], capture_output=True, text=True, check=True).stdout
        if name == "msk-worker" and "libsqlcipher" in linked:
            findings.append(f"{name} is linked to SQLCipher and needs none")
        if "libsqlite3" in linked and "libsqlcipher" in linked:
            findings.append(f"{name} is linked to two SQLites")
    return findings


tap.main()
