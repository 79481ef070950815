#!/usr/bin/python3
"""The arrow between the layers points one way: an include against it does not compile. SPDX-License-Identifier: GPL-3.0-or-later

Each case is compiled with the very command that the build uses for a file of the layer, so its include directories are the
real ones.
"""

import functools
import json
import pathlib
import shlex
import subprocess
import tempfile

import tap

# Whom a layer may use, itself apart.
MAY_USE = {
    "core": [],
    "store": ["core"],
    "print": ["core"],
    "desk": ["store", "print", "core"],
    "worker": ["core"],
    "cli": ["desk", "core"],
    "gui": ["desk", "core"],
}
# The faces get at the register and the printer only through the desk, but its library may show them what it stands on.
NOT_ASKED = {("cli", "store"), ("cli", "print"), ("gui", "store"), ("gui", "print"), ("desk", "worker")}


def headers(layer):
    names = [pathlib.Path(name).name for name in tap.project_files(f"src/{layer}", endings=".h")]
    return [name for name in names if not name.endswith("-private.h")]


@functools.cache
def compile_command(layer):
    found = []
    for command in json.loads((tap.BUILD / "compile_commands.json").read_text()):
        source = (pathlib.Path(command["directory"]) / command["file"]).resolve()
        if source.parent == tap.SOURCE / "src" / layer:
            found.append((shlex.split(command["command"]), command["file"]))
    if not found:
        raise LookupError(f"nothing of src/{layer} is compiled")
    # Parts of a layer may see less than others; the fence has to hold for the one that sees most.
    return max(found, key=lambda one: sum(word.startswith("-I") for word in one[0]))


def run_compiler(layer, text, *mode):
    """The compiler on a file of that layer that holds the text."""
    command, file = compile_command(layer)
    arguments = iter(command)
    kept = []
    for argument in arguments:
        if argument in ("-o", "-MF", "-MQ", "-MT"):
            next(arguments)
        elif argument not in (file, "-c", "-MD", "-MMD"):
            kept.append(argument)
    with tempfile.NamedTemporaryFile("w", suffix=".c") as source:
        source.write(text)
        source.flush()
        return subprocess.run([*kept, "-w", "-fdiagnostics-color=never", *mode, source.name], cwd=tap.BUILD, capture_output=True, text=True)


def compile_include(layer, header):
    """What the compiler says to a file of that layer with this include; empty when it compiles."""
    done = run_compiler(layer, f'#include "{header}"\n', "-fsyntax-only")
    return "" if done.returncode == 0 else done.stderr or "failed"


def find_let_through(layer, names):
    """Asks the preprocessor for all of them at once; a header of the layer itself has to be among what it finds."""
    asked = [headers(layer)[0], *names]
    done = run_compiler(layer, "".join(f'#if __has_include("{name}")\nfound {name}\n#endif\n' for name in asked), "-E", "-P")
    found = [line.removeprefix("found ") for line in done.stdout.splitlines() if line.startswith("found ")]
    if asked[0] not in found:
        return [f"the preprocessor does not even find {asked[0]}:\n{done.stderr}"]
    return [f"a file of {layer} can include {name}" for name in names if name in found]


for layer, allowed in MAY_USE.items():
    # Or else a refusal below would say nothing about the fence.
    @tap.check(f"/house/include-fence/{layer}-may-include-itself")
    def inward(layer=layer):
        said = compile_include(layer, headers(layer)[0])
        return [said] if said else []

    for other in MAY_USE:
        if other == layer:
            continue
        if other in allowed:
            if (layer, other) in NOT_ASKED:
                continue

            @tap.check(f"/house/include-fence/{layer}-may-include-{other}")
            def downward(layer=layer, other=other):
                # One header at a time is enough: all lie in one directory.
                said = compile_include(layer, headers(other)[0])
                return [said] if said else []
        elif (layer, other) not in NOT_ASKED:
            @tap.check(f"/house/include-fence/{layer}-cannot-include-{other}")
            def upward(layer=layer, other=other):
                return find_let_through(layer, headers(other))

    if layer != "gui":
        @tap.check(f"/house/include-fence/{layer}-cannot-include-gtk")
        def no_gtk(layer=layer):
            return find_let_through(layer, ["gtk/gtk.h", "adwaita.h"])


# Debian puts these where every compiler looks, so here only reading the sources helps.
ONLY_IN = {
    "sqlite3.h": ["store"],
    "sqlcipher/": ["store"],
    "cairo": ["print"],
    "poppler": ["worker"],
    "pango/": ["print"],
    "qpdf/": ["print", "worker"],
    "qrencode.h": ["print"],
    "cups/": ["print"],
    "csv.h": ["desk", "worker"],  # the desk writes
    "xlsxwriter.h": ["desk"],
    "archive.h": ["worker"],
    "expat.h": ["worker"],
    "seccomp.h": ["worker"],
}

for header, layers in ONLY_IN.items():
    @tap.check(f"/house/include-fence/only-{'-and-'.join(layers)}-uses-{header.strip('/').removesuffix('.h')}")
    def only_in(header=header, layers=layers):
        return [f"{name} includes {header}" for name in tap.project_files("src", endings=(".c", ".h"))
                if pathlib.Path(name).parts[1] not in layers
                for line in tap.read(name).splitlines() if line.startswith("#include <" + header)]


@tap.check("/house/include-fence/only-worker-parses-csv")
def parses():
    return [name for name in tap.project_files("src", endings=(".c", ".h")) if pathlib.Path(name).parts[1] != "worker" and "csv_parse" in tap.read(name)]


tap.main()
