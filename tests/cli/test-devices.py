#!/usr/bin/python3
"""Phones and other devices before the room, with the two-part tags as a reader reads them. SPDX-License-Identifier: GPL-3.0-or-later"""

import json
import os
import pathlib
import signal

import msk
import tag_reader
import tap

M = msk.Meeting()
PHONE = {"kind": "phone", "description": "黑色手机，红色保护壳", "shelf": "甲柜3格"}
LIN, ZHANG = M.people["林怀瑾"], M.people["㐀明远"]


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def refused(answer, status, code):
    return expect((answer.status, answer.code), (status, code))


def deposit(person, *more, **changes):
    said = {key: value for key, value in {**PHONE, **changes}.items() if value is not None}
    return M.run("device", "deposit", "--person", person, "--from", "-", *more, user="clerk", said=said)


def device(number):
    return {one["number"]: one for one in M.good("device", "list", "--all", user="auditor")["devices"]}[number]


def settled(person):
    return M.good("device", "list", "--person", person, user="clerk")["settled"]


def tag(*numbers):
    """Prints tags and reads their codes: by number."""
    before = set(M.papers.glob("*.pdf"))
    M.good("device", "tag", *numbers, "--printer", "folder", user="clerk")
    (sheet,) = set(M.papers.glob("*.pdf")) - before
    serials = {device(number)["serial"]: number for number in numbers}
    codes = tag_reader.read_sheet(sheet)
    return codes, {serials[int(code[2:11])]: code for code in codes}


def scan(mode, *codes):
    process = M.start("device", "scan", "--stdin", "--mode", mode, user="clerk")
    output, _ = process.communicate("".join(code + "\n" for code in codes))
    return [json.loads(line) for line in output.splitlines()]


def codes_of(answers):
    return [one["code"] for one in answers]


def badge(name):
    return tag_reader.read_pages(M.print_badge(name))[0][0]


@tap.check("/cli/device/is-declared-tagged-and-then-in-deposit")
def deposits():
    findings = expect(settled(LIN), False)
    findings += expect(deposit(LIN).json, {"device": 1})
    findings += expect((device(1)["state"], device(1)["tag"], device(1)["owner"]), ("expected", "reserved", "林怀瑾"))
    findings += expect(settled(LIN), False)
    both, tags = tag(1)
    findings += expect(both, [tags[1]] * 2) + expect(tags[1][:2], "14")
    findings += expect((device(1)["state"], device(1)["tag"], settled(LIN)), ("expected", "printed", False))
    (answer,) = scan("deposit", tags[1])
    findings += expect((answer["code"], answer["device"], answer["shelf"], answer["person"]), ("deposited", 1, "甲柜3格", "林怀瑾"))
    return findings + expect((device(1)["state"], device(1)["tag"], settled(LIN)), ("deposited", "good", True))


@tap.check("/cli/device/goes-back-to-its-owner-and-to-nobody-else")
def returns():
    deposit(ZHANG, "--printer", "folder", kind="car-key", description=None)
    M.good("device", "tag-confirm", 2, user="clerk")
    _, tags = tag(1, 2)
    findings = expect(codes_of(scan("deposit", tags[1], tags[2])), ["deposited", "deposited"])
    lin, zhang = badge("林怀瑾"), badge("㐀明远")
    answers = scan("return", tags[1], zhang)
    findings += expect([(one["code"], one["tone"]) for one in answers], [("device-selected", "waiting"), ("not-the-owner", "alarm")])
    findings += expect("林怀瑾" in answers[1]["text"], True) + expect(device(1)["state"], "deposited")
    findings += expect(codes_of(scan("return", lin, tags[2])), ["person-selected", "not-the-owner"])
    findings += expect(codes_of(scan("return", tags[1], lin, tags[1], lin)), ["device-selected", "given-back", "already-returned", "person-selected"])
    findings += expect(codes_of(scan("return", zhang, tags[2], tags[2])), ["person-selected", "given-back", "already-returned"])
    return findings + expect((device(1)["state"], device(2)["state"], settled(LIN)), ("returned", "returned", False))


@tap.check("/cli/device/none-is-an-answer-and-counts-for-one-stay")
def none():
    M.good("device", "none", "--person", LIN, user="clerk")
    findings = expect(settled(LIN), True)
    deposit(LIN)
    findings += expect(settled(LIN), False)
    M.good("device", "void", 3, "--from", "-", user="clerk", said={"reason": "误登记"})
    findings += expect((device(3)["state"], settled(LIN)), ("void", False))
    return findings + refused(M.run("device", "none", user="clerk"), 2, "usage") + refused(M.run("device", "none", "--person", 99, user="clerk"), 2, "not-found")


@tap.check("/cli/device/refusals-have-their-codes")
def refusals():
    findings = refused(deposit(LIN, kind="fax"), 2, "bad-value") + refused(deposit(LIN, shelf=" "), 2, "bad-value") + refused(deposit(99), 2, "not-found")
    findings += refused(M.run("device", "deposit", "--person", LIN, "--from", "-", user="organiser", said=PHONE), 3, "role")
    findings += refused(M.run("device", "tag", 3, "--printer", "folder", user="clerk"), 1, "device-void")
    findings += refused(M.run("device", "tag", 1, "--printer", "folder", user="clerk"), 1, "already-returned")
    findings += refused(M.run("device", "tag", 99, "--printer", "folder", user="clerk"), 2, "not-found")
    deposit(LIN)
    findings += refused(M.run("device", "tag", 4, "--printer", "other", user="clerk"), 1, "printer-not-designated")
    findings += refused(M.run("device", "tag-confirm", 4, user="clerk"), 1, "label-not-confirmed")
    word = {"witness": "周砚秋", "reason": "凭证遗失"}
    findings += refused(M.run("device", "return", 4, "--person", LIN, "--from", "-", user="clerk", said=word), 1, "not-deposited")
    return findings + refused(M.run("device", "scan", "--stdin", "--mode", "sweep", user="clerk"), 2, "usage")


@tap.check("/cli/device/without-its-tag-two-persons-answer-for-it")
def lost_part():
    _, tags = tag(4)
    scan("deposit", tags[4])
    word = {"witness": "周砚秋", "reason": "凭证遗失"}

    def give(person, **changes):
        return M.run("device", "return", 4, "--person", person, "--from", "-", user="clerk", said={**word, **changes})

    findings = refused(give(ZHANG), 1, "not-the-owner") + refused(give(LIN, witness="clerk"), 3, "same-person")
    findings += refused(give(LIN, witness="林怀瑾"), 3, "same-person") + refused(give(LIN, reason=" "), 2, "bad-value")
    findings += expect(device(4)["state"], "deposited") + expect(give(LIN).json, {"returned": 4})
    return findings + refused(M.run("device", "void", 4, "--from", "-", user="clerk", said={"reason": "误"}), 1, "already-returned")


@tap.check("/cli/device/found-in-the-room-is-an-incident-and-can-be-taken-in")
def found():
    said = {"kind": "recorder", "finder": "陈阿秀", "zone": "三排座位下", "text": "开机的录音笔"}
    first = M.good("device", "found", "--from", "-", user="security", said=said)
    findings = expect(sorted(first), ["incident"])
    incident = M.good("incident", "list", user="security")["incidents"][-1]
    findings += expect((incident["incident"], incident["kind"]), (first["incident"], "device-inside"))
    taken = M.good("device", "deposit", "--from", "-", user="clerk", said={**PHONE, "kind": "recorder", "incident": first["incident"]})["device"]
    findings += expect((device(taken)["owner"], device(taken)["incident"]), (None, first["incident"]))
    M.good("device", "tag", taken, "--printer", "folder", user="clerk")
    M.good("device", "tag-confirm", taken, user="clerk")
    findings += expect([one["number"] for one in M.good("device", "unclaimed", user="clerk")["devices"]], [taken])
    word = {"witness": "周砚秋", "reason": "凭证遗失"}
    findings += refused(M.run("device", "return", taken, "--person", LIN, "--from", "-", user="clerk", said=word), 1, "not-the-owner")
    M.good("device", "claim", taken, "--person", ZHANG, "--from", "-", user="security", said={"reason": "本人承认"})
    findings += refused(M.run("device", "claim", taken, "--person", LIN, "--from", "-", user="security", said={"reason": "x"}), 1, "already-decided")
    findings += expect((device(taken)["owner"], settled(ZHANG)), ("㐀明远", False))
    second = M.good("device", "found", "--person", LIN, "--from", "-", "--printer", "folder", user="clerk", said={**said, "shelf": "乙柜"})
    findings += expect((second["printed"], device(second["device"])["owner"]), (1, "林怀瑾"))
    findings += refused(M.run("device", "deposit", "--from", "-", user="clerk", said={**PHONE, "incident": 99}), 2, "not-found")
    return findings + refused(M.run("device", "found", "--from", "-", user="clerk", said={**said, "finder": " "}), 2, "bad-value")


@tap.check("/cli/device/a-code-twice-in-a-burst-a-forged-one-and-that-of-another-meeting")
def wrong_codes():
    number = deposit(LIN).json["device"]
    _, tags = tag(number)
    code = tags[number]
    findings = expect(codes_of(scan("deposit", code, code)), ["deposited", "already-good"])
    forged = code[:-1] + str((int(code[-1]) + 1) % 10)
    answers = scan("return", forged, code[:20], "6901234567892")
    findings += expect([(one["code"], one["tone"]) for one in answers], [("forged-tag", "alarm"), ("cut-code", "refused"), ("foreign-code", "refused")])
    copy = tag_reader.read_pages(M.printed[0])[0][0]
    findings += expect(codes_of(scan("return", copy)), ["no-copy-selected"])
    desk = M.start("desk", "scan", "--stdin", "--mode", "issue", user="clerk")
    output, _ = desk.communicate(code + "\n")
    findings += expect(json.loads(output)["code"], "no-copy-selected")
    other = M.good("meeting", "create", "--from", "-", user="organiser", said={**msk.MEETING, "number": "另一会"})["meeting"]
    process = M.start("device", "scan", "--stdin", "--mode", "return", "--meeting", other, user="clerk")
    output, _ = process.communicate(code + "\n")
    findings += expect(codes_of([json.loads(line) for line in output.splitlines()]), ["other-meeting"])
    process = M.start("device", "scan", "--stdin", "--mode", "return", "--meeting", M.meeting, user="clerk")
    output, _ = process.communicate(code + "\n" + code + "\n")
    return findings + expect(codes_of([json.loads(line) for line in output.splitlines()]), ["device-selected"] * 2)


@tap.check("/cli/device/is-named-when-its-owner-is-barred")
def barred():
    words = ["--meeting", M.meeting]
    (number,) = [M.good("device", "deposit", "--person", ZHANG, "--from", "-", *words, user="clerk", said=PHONE)["device"]]
    M.good("device", "tag", number, "--printer", "folder", *words, user="clerk")
    M.good("device", "tag-confirm", number, *words, user="clerk")
    held = M.good("attendee", "withdraw", ZHANG, "--from", "-", *words, user="leader", said={"reason": "另有任务"})["held"]
    mine = [one["number"] for one in M.good("device", "list", "--person", ZHANG, *words, user="clerk")["devices"]]
    return expect(number in mine, True) + expect([one for one in held if one.startswith("device")],
                                                 [f"device {each} in deposit ({PHONE['description']})" for each in sorted(mine)])


tap.main()
