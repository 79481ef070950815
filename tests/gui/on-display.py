# Runs one program on a private desktop, for tests in C that need a display.
# SPDX-License-Identifier: GPL-3.0-or-later
"""on-display.py PROGRAM [ARGUMENT...]: gives what it prints, and its status."""

import subprocess
import sys

import desktop

with desktop.Desktop():
    sys.exit(subprocess.run(sys.argv[1:], check=False).returncode)
