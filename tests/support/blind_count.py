"""What somebody counts who looks at the heap after the sweep, as words for "msk sweep count".

SPDX-License-Identifier: GPL-3.0-or-later
"""

LIES_THERE = ("in-store", "returned", "spoiled")


def figures(ask, meeting=()):
    """ask: runs a verb of msk and gives its answer; meeting: words that say which one it is."""
    counted = {name: 0 for name in ask("sweep", "count", *meeting)["wanted"]}
    for copy in ask("copy", "list", *meeting)["copies"]:
        counted[str(copy["paper"])] += copy["state"] in LIES_THERE or (copy.get("pages_back") or 0) > 0
    for carrier in ask("carrier", "list", *meeting)["carriers"]:
        counted["carriers"] += carrier["state"] in LIES_THERE
    for one in ask("sweep", "spoiled", "--all", *meeting)["spoiled"]:
        counted["sets"] += one.get("missing_at") is None
    return ["%s=%d" % item for item in counted.items()]
