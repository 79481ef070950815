#!/usr/bin/python3
"""Measures before the meeting, liaison, and the opening that waits for them. SPDX-License-Identifier: GPL-3.0-or-later"""

import pathlib

import msk
import tag_reader
import tap

M = msk.Meeting()
DONE = {"by": "方晓岚", "evidence": "现场查验记录"}
GUARD = {"department": "guard", "organ": "省委办公厅保卫处", "contact": "顾长风", "agreed": "岗位和路线", "reference": "保函3号"}


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def record(measure, user="organiser", **changes):
    return M.run("measure", "record", measure, "--from", "-", user=user, said={**DONE, **changes})


def measures():
    return {one["measure"]: one for one in M.good("measure", "list", user="auditor")["measures"]}


@tap.check("/cli/measure/a-meeting-has-the-checklist-in-force-when-it-was-made")
def checklist():
    found = M.good("measure", "list", user="auditor")
    areas = [one["area"] for one in found["measures"]]
    wanted = ["liaison", "venue", "wiring", "audio", "screens", "windows", "adjoining", "print-room", "storage", "device-deposit", "briefing",
              "discipline", "appliance", "vehicles"]
    findings = expect([area for i, area in enumerate(areas) if i == 0 or areas[i - 1] != area], wanted)
    findings += expect(found["open"], sum(one["mandatory"] for one in found["measures"]))
    findings += expect((found["version"], found["meeting_opened"]), (1, False))
    return findings + expect({one["outcome"] for one in found["measures"]}, {"open"})


@tap.check("/cli/measure/the-meeting-opens-not-while-a-mandatory-one-is-open")
def not_yet():
    answer = M.run("meeting", "open", user="leader")
    findings = refused(answer, 1, "measures-open")
    named = {one["measure"] for one in answer.json["open"]}
    findings += expect(named, {name for name, one in measures().items() if one["mandatory"]})
    findings += expect(all(measures()[name]["text"] in answer.json["error"]["message"] for name in named), True)
    return findings + refused(M.run("meeting", "open", user="organiser"), 3, "role")


@tap.check("/cli/measure/a-record-says-who-when-and-what-shows-it")
def records():
    findings = expect(record("windows-closed").json, {"recorded": ["windows-closed"]})
    one = measures()["windows-closed"]
    findings += expect((one["outcome"], one["done_by"], one["evidence"], one["recorded_by"]), ("done", "方晓岚", "现场查验记录", "organiser"))
    findings += refused(record("windows-closed", by=" "), 2, "bad-value") + refused(record("windows-closed", evidence=" "), 2, "bad-value")
    findings += refused(record("windows-closed", at="2099-01-01T09:00+08:00"), 2, "bad-time") + refused(record("no-such"), 2, "not-found")
    findings += refused(record("windows-closed", outcome="maybe"), 2, "bad-value") + refused(record("windows-closed", user="auditor"), 3, "role")
    record("windows-closed", outcome="open", evidence="窗帘又拉开了")
    findings += expect(measures()["windows-closed"]["outcome"], "open")
    findings += refused(record("windows-closed", outcome="open"), 1, "already-decided")
    record("windows-closed")
    history = M.good("measure", "history", "windows-closed", user="auditor")["records"]
    return findings + expect([line["outcome"] for line in history], ["done", "open", "done"])


@tap.check("/cli/measure/a-mandatory-one-is-waived-by-leader-or-officer-alone")
def waived():
    findings = refused(record("adjoining-empty", outcome="not-applicable", evidence="独栋"), 3, "role")
    findings += expect(record("adjoining-ducts", outcome="not-applicable", evidence="独栋").status, 0)
    findings += expect(record("adjoining-empty", user="security", outcome="not-applicable", evidence="独栋").status, 0)
    return findings + expect(measures()["adjoining-empty"]["outcome"], "not-applicable")


@tap.check("/cli/measure/liaison-is-recorded-before-it-counts-as-done")
def liaison():
    findings = refused(record("guard-department"), 1, "liaison-missing")
    findings += expect(M.good("measure", "liaison", "--from", "-", user="organiser", said=GUARD), {"liaison": 1})
    findings += expect(record("guard-department").status, 0) + refused(record("secrecy-department"), 1, "liaison-missing")
    findings += refused(M.run("measure", "liaison", "--from", "-", user="organiser", said={**GUARD, "agreed": " "}), 2, "bad-value")
    findings += refused(M.run("measure", "liaison", "--from", "-", user="organiser", said={**GUARD, "department": "x"}), 2, "bad-value")
    findings += refused(M.run("measure", "liaison", "--from", "-", user="clerk", said=GUARD), 3, "role")
    M.good("measure", "liaison", "--from", "-", user="organiser", said={**GUARD, "department": "secrecy"})
    (first, second) = M.good("measure", "liaisons", user="auditor")["liaisons"]
    return findings + expect((first["contact"], first["agreed"], second["department"]), ("顾长风", "岗位和路线", "secrecy"))


@tap.check("/cli/measure/reports-are-made-open-and-filled")
def reports():
    findings = []
    for kind in ("measures", "liaison", "devices", "unclaimed"):
        path = pathlib.Path(M.good("report", kind, user="security")["path"])
        findings += expect((path.read_bytes()[:5], path.stat().st_mode & 0o777), (b"%PDF-", 0o600))
    return findings


@tap.check("/cli/measure/the-meeting-is-opened-once-by-the-leader")
def opening():
    for name, one in measures().items():
        if one["mandatory"] and one["outcome"] == "open":
            findings = expect(record(name).status, 0)
            if findings:
                return findings
    findings = expect(M.good("meeting", "open", user="leader"), {"open": []})
    findings += expect(M.good("measure", "list", user="auditor")["meeting_opened"], True)
    return findings + refused(M.run("meeting", "open", user="leader"), 1, "already-opened")


@tap.check("/cli/measure/without-a-sealed-list-nothing-opens")
def unsealed():
    other = M.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "另一会"})["meeting"]
    return refused(M.run("meeting", "open", "--meeting", other, user="leader"), 1, "no-sealed-list")


@tap.check("/cli/measure/a-device-in-deposit-keeps-the-meeting-from-closing")
def closing():
    at = ("--meeting", M.meeting)
    person = M.people["林怀瑾"]
    M.good("device", "deposit", *at, "--person", person, "--from", "-", user="clerk", said={"kind": "phone", "shelf": "甲柜"})
    M.good("device", "tag", 1, *at, "--printer", "folder", user="clerk")
    M.good("device", "tag-confirm", 1, *at, user="clerk")
    M.good("sweep", "start", *at, user="security")
    scan = M.start("desk", "scan", "--stdin", "--mode", "sweep", *at, user="clerk")
    codes = [code for pdf in M.printed for code in tag_reader.read_pages(pdf, last=1)[0]]
    scan.communicate("".join(code + "\n" for code in codes))
    M.record_measures("after", "clerk", *at)
    M.count_blind(*at)
    M.good("sweep", "sign", *at, user="security")
    M.good("sweep", "sign", *at, user="leader")
    findings = refused(M.run("sweep", "close", *at, user="security"), 1, "devices-unclaimed")
    M.good("device", "return", 1, *at, "--person", person, "--from", "-", user="clerk", said={"witness": "周砚秋", "reason": "凭证遗失"})
    return findings + expect(M.run("sweep", "close", *at, user="security").status, 0)


tap.main()
