#!/usr/bin/python3
"""Taking copies away by permit, through msk. SPDX-License-Identifier: GPL-3.0-or-later"""

import datetime

import msk
import tap

MEETING = msk.Meeting()
MEETING.fill_room()
KEEPER, SECOND = MEETING.people["㐀明远"], MEETING.people["林怀瑾"]
UNCLEARED, REJECTED = MEETING.people["周砚秋"], MEETING.people["沈知行"]
LATER = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=3)).isoformat(timespec="seconds")
PERMIT = {"registry": "机要室", "authority": "罗崇文", "reference": "水携〔2031〕1号", "deadline": LATER}
RECEIPT = {"receipt": "回执7号", "received_by": "郑七"}


def expect(found, wanted):
    return [] if found == wanted else [f"{found!r}, not {wanted!r}"]


def grant(number, keeper, said=PERMIT, user="leader"):
    return MEETING.run("permit", "grant", number, "--person", keeper, "--from", "-", user=user, said=said)


def clerk(*words, said=None):
    return MEETING.run("permit", *words, *(["--from", "-"] if said is not None else []), user="clerk", said="" if said is None else said)


def permits(*words):
    return MEETING.good("permit", "list", *words, user="clerk")["permits"]


def state(number):
    return MEETING.good("copy", "show", number, user="clerk")["copy"]["state"]


@tap.check("/cli/permit/a-permit-from-grant-to-receipt")
def whole():
    permit = grant(1, KEEPER, {**PERMIT, "bearer": "王五", "second": "赵六"}).json["permit"]
    [granted] = permits()
    findings = expect((granted["permit"], granted["keeper"], granted["standing"], granted["taken_at"]), (permit, "㐀明远", "granted", None))
    taken = clerk("take", permit, said={})
    findings += expect((taken.status, taken.json["permit"]["standing"], state(1)), (0, "out", "away"))
    findings += expect(clerk("receipt", permit, said={**RECEIPT, "received_by": "赵六"}).code, "own-receipt")
    findings += expect(clerk("receipt", permit, said=RECEIPT).status, 0)
    [closed] = permits("--all")
    return findings + expect((permits(), closed["outcome"], closed["receipt"], closed["bearer"], closed["second"]),
                             ([], "receipt", "回执7号", "王五", "赵六")) + expect(state(1), "away")


@tap.check("/cli/permit/a-copy-that-comes-back-closes-its-permit")
def back():
    permit = grant(2, SECOND).json["permit"]
    findings = expect(clerk("take", permit, said={}).status, 0)
    findings += expect(MEETING.run("desk", "return", "--copy", 2, user="clerk").status, 0)
    return findings + expect((state(2), permits("--all")[-1]["outcome"]), ("returned", "back"))


@tap.check("/cli/permit/one-that-nobody-uses-is-withdrawn")
def withdrawn():
    permit = grant(3, SECOND).json["permit"]
    findings = expect((grant(3, KEEPER).code, grant(4, SECOND).code), ("second-permit", "second-permit"))
    findings += expect(MEETING.run("permit", "withdraw", permit, user="leader").status, 0)
    return findings + expect(clerk("take", permit, said={}).code, "no-permit") + expect(permits(), [])


REFUSED = {
    "somebody-below-the-level": (4, UNCLEARED, PERMIT, 1, "clearance-too-low"),
    "somebody-who-was-rejected": (4, REJECTED, PERMIT, 1, "rejected"),
    "a-copy-that-is-away": (1, KEEPER, PERMIT, 1, "already-issued"),
    "a-copy-that-was-returned": (2, KEEPER, PERMIT, 1, "already-returned"),
    "a-copy-that-is-not-there": (99, KEEPER, PERMIT, 2, "not-found"),
    "a-person-who-is-not-there": (4, 99, PERMIT, 2, "not-found"),
    "a-deadline-that-is-over": (4, KEEPER, {**PERMIT, "deadline": "2020-01-01T09:00"}, 2, "bad-time"),
    "no-authority": (4, KEEPER, {key: value for key, value in PERMIT.items() if key != "authority"}, 2, "bad-value"),
    "an-empty-registry": (4, KEEPER, {**PERMIT, "registry": " "}, 2, "bad-value"),
}
for subject, (number, keeper, said, status, code) in REFUSED.items():
    @tap.check("/cli/permit/refuses/" + subject)
    def refuse(number=number, keeper=keeper, said=said, status=status, code=code):
        before = permits("--all")
        answer = grant(number, keeper, said)
        return expect((answer.status, answer.code), (status, code)) + expect(permits("--all"), before)


@tap.check("/cli/permit/refuses/a-recalled-copy")
def recalled():
    MEETING.good("copy", "recall", 5, "--from", "-", user="leader", said={"reason": "误印"})
    return expect(grant(5, KEEPER).code, "copy-recalled")


@tap.check("/cli/permit/refuses/a-receipt-for-what-never-left")
def unused():
    permit = grant(4, KEEPER).json["permit"]
    findings = expect(clerk("receipt", permit, said=RECEIPT).code, "no-permit")
    findings += expect(clerk("take", permit, said={"bearer": "王五", "second": "王 五"}).code, "two-persons-missing")
    findings += expect(clerk("take", permit, said={"bearer": "王五"}).code, "bearer-differs")
    return findings + expect(MEETING.run("permit", "withdraw", permit, user="leader").status, 0) + expect(clerk("receipt", 99, said=RECEIPT).code, "not-found")


@tap.check("/cli/permit/refuses/top-secret-without-two-people")
def two():
    paper = MEETING.add_paper(document_number="水调〔2031〕绝1号", level="top-secret", scope="delegate")
    MEETING.approve(paper, copies=1, organ=msk.PAPER["originator"], standing="superior")
    number = MEETING.good("copy", "reserve", paper, 1, user="clerk")["first"]
    MEETING.good("copy", "print", paper, "--printer", "folder", user="clerk")
    MEETING.good("copy", "confirm", number, user="clerk")
    findings = expect([grant(number, SECOND, said).code for said in (PERMIT, {**PERMIT, "bearer": "王五", "second": "王 五"})], ["two-persons-missing"] * 2)
    permit = grant(number, SECOND, {**PERMIT, "second": "赵六"}).json["permit"]
    findings += expect(clerk("take", permit, said={"second": "钱七"}).code, "bearer-differs") + expect(state(number), "in-store")
    findings += expect(clerk("take", permit, said={}).status, 0) + expect(state(number), "away")
    taken = permits("--all")[-1]
    return findings + expect((taken["bearer"], taken["second"], taken["named_second"]), ("林怀瑾", "赵六", "赵六"))


@tap.check("/cli/permit/refuses/who-is-no-leader-or-no-clerk")
def roles():
    findings = []
    for user in ("organiser", "clerk", "security", "auditor"):
        answer = grant(4, KEEPER, user=user)
        findings += expect((answer.status, answer.code), (3, "role"))
    return findings


@tap.check("/cli/permit/reports-are-written")
def reports():
    findings = []
    for kind in ("circulation", "chase", "permits"):
        findings += expect(MEETING.run("report", kind, user="leader").status, 0)
    MEETING.good("circulate", "start", 4, "--person", KEEPER, user="clerk")
    slip = MEETING.good("circulate", "slip", 4, "--from", "-", user="clerk", said={"what": "第2页", "sheets": 1, "purpose": "核对"})["slip"]
    findings += expect(MEETING.run("report", "loan-slip", slip, user="clerk").status, 0)
    findings += expect(MEETING.run("report", "permit", permits("--all")[0]["permit"], user="clerk").status, 0)
    findings += expect((MEETING.run("report", "permit", 99, user="clerk").code, MEETING.run("report", "permit", 1, user="leader").code), ("not-found", "role"))
    return findings + expect(MEETING.run("report", "loan-slip", 99, user="clerk").code, "not-found")


tap.main()
