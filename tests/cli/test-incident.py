#!/usr/bin/python3
"""Incidents from the terminal: registered, reported, written up, closed by two; clocks in JSON, and the report on paper.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import subprocess

import msk
import tap

M = msk.Meeting()
TEXT = "走廊上有人看见一页文件"
HEADINGS = ("content", "discovery", "responsible", "course", "harm", "handling", "remedies", "cause", "dealt", "measures", "taught")


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def security(*words, **more):
    return M.good("incident", *words, user="security", **more)


def attempt(*words, user="security", **more):
    return M.run("incident", *words, user=user, **more)


def close(cosigner="leader"):
    return attempt("close", 1, "--cosigner", cosigner, "--cosigner-file", M.passphrase)


@tap.check("/cli/incident/the-clerk-registers-one-with-its-clocks")
def opened():
    findings = refused(attempt("open", "--from", "-", user="organiser", said={"text": TEXT}), 3, "role")
    findings += refused(attempt("open", "--from", "-", said={"kind": "missing", "text": TEXT}), 2, "bad-value")
    findings += refused(attempt("open", "--from", "-", said={"text": TEXT, "found_at": "2999-01-01T00:00:00Z"}), 2, "bad-time")
    incident = M.good("incident", "open", "--from", "-", user="clerk", said={"text": TEXT, "level": "top-secret"})["incident"]
    findings += expect((incident["incident"], incident["kind"], incident["level"], incident["closed"]), (1, "other", "top-secret", False))
    findings += expect({name: clock["standing"] for name, clock in incident["clocks"].items()}, {"report": "running", "leak": "running", "result": "running"})
    findings += expect(incident["missing"], list(HEADINGS))
    return findings + expect([line["incident"] for line in M.good("incident", "list", user="auditor")["incidents"]], [1])


@tap.check("/cli/incident/the-secrecy-department-is-told-first")
def told():
    findings = refused(attempt("told", 1, "--from", "-", said={"department": "guard", "whom": "保卫处 钱"}), 1, "incident-not-reported")
    findings += refused(attempt("told", 1, "--from", "-", user="clerk", said={"whom": "保密处 赵"}), 3, "role")
    findings += refused(attempt("told", 9, "--from", "-", said={"whom": "保密处 赵"}), 2, "not-found")
    incident = security("told", 1, "--from", "-", said={"whom": "保密处 赵"})["incident"]
    security("told", 1, "--from", "-", said={"department": "guard", "whom": "保卫处 钱"})
    findings += expect((incident["reported"], incident["clocks"]["report"]["standing"]), (True, "stopped"))
    return findings + expect([line["whom"] for line in security("show", 1)["told"]], ["保密处 赵", "保卫处 钱"])


@tap.check("/cli/incident/it-closes-with-every-heading-on-record-and-two-people")
def closed():
    findings = refused(attempt("set", 1, "weather", "--from", "-", said={"text": "x"}), 2, "usage")
    findings += refused(close(), 1, "incident-incomplete")
    for heading in HEADINGS:
        security("set", 1, heading, "--from", "-", said={"text": f"{heading}：\n已查明"})
    findings += refused(attempt("set", 1, "cause", "--from", "-", said={"text": "cause：\n已查明"}), 1, "nothing-changed")
    security("set", 1, "cause", "--from", "-", said={"text": "门未锁"})
    findings += expect([entry["version"] for entry in security("show", 1)["texts"] if entry["heading"] == "cause"], [1, 2])
    findings += refused(close("clerk"), 3, "role")
    answer = close()
    findings += expect((answer.status, answer.json["incident"]["closed"], answer.json["incident"]["leader"]), (0, True, "leader"))
    findings += refused(attempt("set", 1, "cause", "--from", "-", said={"text": "又"}), 1, "incident-closed")
    findings += refused(attempt("told", 1, "--from", "-", said={"whom": "x"}), 1, "incident-closed")
    return findings + refused(close(), 1, "incident-closed")


@tap.check("/cli/incident/the-report-is-marked-and-counted-in-both-languages")
def reported():
    findings = []
    for language, words in (("en", ["Report of incident 1", "Page 1 of", "cause found", "门未锁", TEXT]), ("zh_CN", ["事件报告（第1号）", "原因已查清", "门未锁", TEXT])):
        path = M.good("incident", "report", 1, user="security", env=msk.environment(M.home, LANGUAGE=language))["path"]
        text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        findings += [f"no {word} in {language}" for word in words if word not in text]
        findings += [] if "秘" in text else ["no level"]
    register = M.good("incident", "report", user="security")["path"]
    text = subprocess.run(["pdftotext", "-layout", register, "-"], capture_output=True, text=True, check=True).stdout
    findings += [] if "Register of incidents" in text else ["no register"]
    return findings + refused(M.run("incident", "report", 9, user="security"), 2, "not-found")


tap.main()
