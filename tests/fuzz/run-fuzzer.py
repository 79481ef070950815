"""Runs one fuzz target for a while, from the seeds given, and says as TAP whether any input broke it.

SPDX-License-Identifier: GPL-3.0-or-later

usage: run-fuzzer.py TARGET SECONDS KEEP SEED...

A seed is a folder, of which every file up to a size is taken, or a file of lines, each of which is one. An input that breaks the target is
kept in the folder KEEP and named.
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import tap

SIZE_MAX = 16 * 1024  # bytes; larger inputs are tried too seldom to find anything
INPUT_SECONDS_MAX = 30
MEMORY_MAX = 2048  # MiB, as the sandbox has it


def plant(corpus, seeds):
    count = 0
    for seed in map(pathlib.Path, seeds):
        found = sorted(seed.iterdir()) if seed.is_dir() else []
        texts = [file.read_bytes() for file in found] if seed.is_dir() else seed.read_bytes().splitlines()
        for text in texts:
            if len(text) <= SIZE_MAX:
                (corpus / f"seed-{count}").write_bytes(text)
                count += 1
    return count


def main(target, seconds, keep, *seeds):
    target, keep = pathlib.Path(target), pathlib.Path(keep)
    keep.mkdir(parents=True, exist_ok=True)

    @tap.check(f"/fuzz/{target.name}/no-input-breaks-it")
    def fuzz():
        with tempfile.TemporaryDirectory(prefix="msk-fuzz-") as folder:
            corpus = pathlib.Path(folder)
            count = plant(corpus, seeds)
            if count == 0:
                return [f"no seed in {seeds}"]
            done = subprocess.run([target, f"-max_total_time={seconds}", f"-max_len={SIZE_MAX}", f"-timeout={INPUT_SECONDS_MAX}",
                                   f"-rss_limit_mb={MEMORY_MAX}", f"-artifact_prefix={keep}/{target.name}-", "-print_final_stats=1",
                                   corpus], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        said = done.stdout.decode("utf-8", "replace")
        runs = re.search(r"number_of_executed_units: *(\d+)", said)
        print(f"# {runs[1] if runs else 'no'} inputs from {count} seeds")
        if done.returncode == 0 and runs and int(runs[1]) > count:
            return []
        kept = re.findall(r"Test unit written to (\S+)", said)
        return [f"ended with {done.returncode}; the input that broke it: {', '.join(kept) or 'none was kept'}", *said.splitlines()[-60:]]

    tap.main()


main(*sys.argv[1:])
