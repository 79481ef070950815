#!/usr/bin/python3
"""The desktop finds the app: its entry, its icons, the demonstration's data. SPDX-License-Identifier: GPL-3.0-or-later"""

import csv
import io
import re
import subprocess
import xml.etree.ElementTree as xml

import tap

APP = "org.meetingsecrecy.Kit"


def version():
    return re.search(r"version: '([^']+)'", tap.read("meson.build"))[1]


@tap.check("/house/desktop/entry-is-valid")
def entry():
    done = subprocess.run(["desktop-file-validate", tap.SOURCE / f"data/{APP}.desktop"], capture_output=True, text=True)
    return [done.stdout] if done.returncode or done.stdout else []


@tap.check("/house/desktop/metainfo-agrees-with-the-project")
def metainfo():
    root = xml.parse(tap.SOURCE / f"data/{APP}.metainfo.xml").getroot()
    found = {"id": root.findtext("id"), "launchable": root.findtext("launchable"), "release": root.find("releases/release").get("version"),
             "licence": root.findtext("project_license")}
    expected = {"id": APP, "launchable": APP + ".desktop", "release": version(), "licence": "GPL-3.0-or-later"}
    return [] if found == expected else [f"{found}, not {expected}"]


@tap.check("/house/desktop/news-tells-of-this-version")
def news():
    return [] if re.search(rf"^## {re.escape(version())}\b", tap.read("NEWS"), re.M) else [f"NEWS has no section {version()}"]


@tap.check("/house/desktop/icons-are-pictures")
def icons():
    findings = []
    for name in (APP, APP + "-symbolic"):
        root = xml.parse(tap.SOURCE / f"data/icons/{name}.svg").getroot()
        if not root.tag.endswith("}svg") or root.get("viewBox") is None or len(root) == 0:
            findings.append(f"{name}.svg is no picture")
    return findings


@tap.check("/house/desktop/demonstration-has-60-people-with-awkward-names")
def attendees():
    text = (tap.SOURCE / "data/demo/attendees.csv").read_bytes().decode("gb18030")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    names = [row["姓名"] for row in rows]
    findings = []
    if list(rows[0]) != ["姓名", "单位", "职务", "身份", "涉密等级"] or len(rows) != 60 or len(set(names)) != 60:
        findings.append(f"{list(rows[0])}, {len(rows)} people, {len(set(names))} names")
    if {row["身份"] for row in rows} != {"出席", "列席", "工作人员", "服务人员", "新闻"}:
        findings.append("not all five capacities")
    if {row["涉密等级"] for row in rows} != {"绝密", "机密", "秘密"}:
        findings.append("not all three clearances")
    return findings + [f"nobody has {character} in the name" for character in "𠮷㐀·" if not any(character in name for name in names)]


@tap.check("/house/desktop/demonstration-papers-have-their-pages-and-their-text")
def papers():
    findings = []
    for name, pages in (("notice", 4), ("report", 12), ("plan", 30)):
        file = tap.BUILD / f"data/demo/{name}.pdf"
        information = subprocess.run(["pdfinfo", file], capture_output=True, text=True, check=True).stdout
        text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
        if not re.search(rf"^Pages:\s+{pages}$", information, re.M):
            findings.append(f"{name} has not {pages} pages")
        if text.count("演示样本") < 2 or len(text) < pages * 250:
            findings.append(f"{name}: the text is not readable, or does not say that it is a sample")
    return findings


@tap.check("/house/desktop/demonstration-papers-leave-the-margins-free")
def margins():
    findings = []
    left, right, top, bottom = 28 / 25.4 * 72 - 1, (28 + 156) / 25.4 * 72 + 12, 37 / 25.4 * 72 - 1, (37 + 225) / 25.4 * 72 + 1
    for name in ("notice", "report", "plan"):
        boxes = subprocess.run(["pdftotext", "-bbox", tap.BUILD / f"data/demo/{name}.pdf", "-"], capture_output=True, text=True,
                               check=True).stdout
        # A full stop may hang over the right edge, as in good setting.
        for x0, y0, x1, y1 in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"', boxes):
            # The box of a word counts its leading too; the middle of the line is what is printed.
            middle = (float(y0) + float(y1)) / 2
            if not (left <= float(x0) and float(x1) <= right and top <= middle <= bottom):
                findings.append(f"{name}: a word at {x0} {y0} {x1} {y1}")
    return findings[:5]


tap.main()
