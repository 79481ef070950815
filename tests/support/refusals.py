"""Every refusal of issue and return: which codes there are, found in the source; one vault in which each is brought about; and a row for each.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import collections
import contextlib
import glob
import json
import os
import re
import subprocess

import kit
import tag_reader

LEADER, OFFICER = "responsible-leader", "security-officer"

# Where a thing under the scanner comes in, and what of the desk is neither issue nor return.
WAYS_IN = ("msk_scan_desk_count", "msk_scan_desk_scan", "msk_scan_desk_choose_person", "msk_scan_desk_choose_copy", "msk_scan_desk_choose_carrier")
OTHER_MODES = ("msk_copy_scan_confirm", "msk_copy_scan_see", "msk_scan_spoiled_spoil", "msk_scan_spoiled_twice", "msk_scan_spoiled_see",
               "msk_circulation_scan_start", "msk_circulation_scan_meet", "msk_circulation_scan_find", "meet_turn", "take_old_tag",
               "msk_badge_scan_confirm", "msk_carrier_scan_confirm", "msk_carrier_scan_see")
# These name codes without refusing anything.
READERS = ("is_alarm",)

# What the source could say and no act can bring about. Each is a promise of another rule, named here.
NEVER = {
    "press-not-decided": "the register takes no press into its approved people without a decision of its own",
    "meeting-not-open": "no verb and no page of the desk is there without a meeting",
    "not-issued": "what is handed in although it lies in the store is a second thing, and an alarm",
    "locked": "a scanner at a locked window reaches no desk, and a run of msk signs in first",
}


def read_source(root):
    """Functions and tables of the program by file and name, without comments and texts."""
    definition = re.compile(r"^([a-z_][a-z0-9_]*) \([^;{]*?\)\n\{\n.*?^\}", re.M | re.S)
    table = re.compile(r"^(?:static )?const [^;(]*?\b([a-z_][a-z0-9_]*)\[[^\]]*\] = \{.*?^\};", re.M | re.S)
    struct = re.compile(r"^static const struct\n\{.*?^\} ([a-z_][a-z0-9_]*)\[[^\]]*\] = \{.*?^\};", re.M | re.S)
    found = {}
    for path in glob.glob(os.path.join(root, "src", "*", "*.c")):
        with open(path, encoding="utf-8") as file:
            text = re.sub(r'"(\\.|[^"\\])*"', '""', re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S))
        for pattern in (definition, table, struct):
            for match in pattern.finditer(text):
                found[path, match.group(1)] = match.group(0)
    return found


def find_codes(root):
    """The codes with which issue and return can refuse: all that stand in a function or a table that the ways in lead to. Gives where each stands."""
    source = read_source(root)
    public = collections.defaultdict(list)
    for path, name in source:
        public[name].append(path)

    def resolve(path, name):
        if (path, name) in source:
            return path, name
        return (public[name][0], name) if name.startswith("msk_") and len(public[name]) == 1 else None

    todo = [resolve(None, name) for name in WAYS_IN]
    seen = set()
    while todo:
        place = todo.pop()
        if place is None or place in seen or place[1] in OTHER_MODES + READERS:
            continue
        seen.add(place)
        todo += [resolve(place[0], name) for name in set(re.findall(r"[a-z_][a-z0-9_]*", source[place]))]

    codes = collections.defaultdict(set)
    for path, name in seen:
        for code in re.findall(r"MSK_(?:RULE|INPUT|ACCESS)_ERROR_([A-Z_]+)\b", source[path, name]):
            codes[code.lower().replace("_", "-")].add(os.path.basename(path) + ":" + name)
    return dict(codes)


HEAD = "姓名,单位,职务,身份,涉密等级\n"
PEOPLE = {  # what stands for or against each: name, capacity, clearance
    "inside": ("张三", "出席", "机密"), "outside": ("𠮷田实", "出席", "机密"), "before": (kit.LONG_NAME, "出席", "机密"),
    "reader": ("读者丁", "出席", "机密"), "planned": ("钱计", "出席", "机密"), "lost": ("孙遗", "出席", "机密"), "unconfirmed": ("吴验", "出席", "机密"),
    "low": ("陈阶", "出席", "秘密"), "observer": ("周观", "列席", "机密"), "press": ("甄记者", "新闻", "机密"),
    "unbriefed": ("冯训", "出席", "机密"), "unpledged": ("褚诺", "出席", "机密"), "unnoticed": ("卫知", "出席", "机密"),
    "both": ("蒋双", "出席", "机密"), "rejected": ("沈拒", "出席", "机密"), "withdrawn": ("韩撤", "出席", "机密"), "afar": ("罗远", "出席", "绝密"),
}
LATE = {"late": ("杨晚", "出席", "机密")}
EVERYBODY = {**PEOPLE, **LATE}
NO_BADGE = ("rejected", "late")
COPIES = ("free", "held", "returned", "spoiled", "void", "unchecked", "uncertain", "recalled", "planned", "named", "turn", "destroyed", "missing",
          "reprinted", "echo", "with-originator", "batched", "decided-1", "decided-2", "decided-3", "decided-4")
CARRIERS = ("free", "held", "returned", "spoiled", "void", "unlabelled", "destroyed", "missing", "relabelled", "echo", "with-originator", "batched",
            "top-secret")
PAGES = 4  # of a copy
NOTHING, NOBODY = 400000, 999


def speak(language):
    """The environment in which msk has these words. Any locale but C itself lets LANGUAGE choose them."""
    return {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": language}


class Setting(kit.Kit):
    """A vault in which everything is brought about that issue and return refuse: `people`, `copies` and `carriers` by what stands against them, and
    `codes` by kind and the same name. change_register is the program that writes what no verb brings about yet."""

    def __init__(self, msk, paper, folder, change_register):
        super().__init__(msk, paper, folder)
        self.change_register = change_register
        self.create()
        self.prepare_other_meeting()
        self.create_meeting()
        self.prepare_list()
        self.prepare_copies()
        self.prepare_carriers()
        self.prepare_badges()
        self.read_everything()
        self.prepare_room()
        self.spread()

    def scan(self, *lines, mode="issue", language="C"):
        """What msk desk scan answers to these lines."""
        done = subprocess.run(self.command("clerk", "desk", "scan", "--mode", mode, "--stdin", "--commands"), check=True, env=speak(language),
                              input="".join(line + "\n" for line in lines).encode(), stdout=subprocess.PIPE)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def command(self, user, *words):
        return [self.msk, "--vault", self.vault, "--user", user, "--passphrase-file", self.secret, "--json", *self.meeting, *map(str, words)]

    def good(self, user, *words, draft=None):
        return self.run(user, *map(str, words), draft=draft)

    def attempt(self, user, *words, draft=None, language="C"):
        """The exit status and the answer of one run that may be refused."""
        words = (*words, "--from", "-") if draft is not None else words
        done = subprocess.run(self.command(user, *words), input=json.dumps(draft or {}).encode(), env=speak(language),
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return done.returncode, json.loads(done.stdout)

    def write(self, name, text):
        path = os.path.join(os.path.dirname(self.vault), name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def sheets(self):
        return set(glob.glob(self.vault + "-papers/**/*.pdf", recursive=True))

    def read_codes(self):
        return [code for sheet in self.sheets() for code in tag_reader.read_pages(sheet, last=1)[0]]

    def prepare_other_meeting(self):
        """Nothing but one carrier, whose label is a tag of another meeting, and one guest."""
        self.other_meeting = self.good("host", "meeting", "create", draft={
            "number": "2026-06", "title": "另一次会议", "level": "secret", "starts": "2026-11-23T09:00+08:00", "ends": "2026-11-23T17:30+08:00",
            "venue": "一号楼", "organiser": "办公厅会议处", "leader": "周同"})["meeting"]
        self.meeting = ["--meeting", str(self.other_meeting)]
        self.guest = self.import_people({"guest": ("客人", "出席", "机密")})["guest"]
        self.add_carriers(1)
        self.good("clerk", "carrier", "label", 1, "--printer", "folder")
        (self.other_code,) = self.read_codes()
        self.scan(self.other_code, mode="check")

    @contextlib.contextmanager
    def in_other_meeting(self):
        own, self.meeting = self.meeting, ["--meeting", str(self.other_meeting)]
        yield
        self.meeting = own

    def start_other_sweep(self):
        with self.in_other_meeting():
            self.good("guard", "sweep", "start")

    def close_other_meeting(self):
        with self.in_other_meeting():
            self.scan(self.other_code, mode="sweep")
            self.record_measures("after", "guard")
            self.count_blind()
            for user, verb in (("guard", "sign"), ("chief", "sign"), ("guard", "close")):
                self.good(user, "sweep", verb)

    def import_people(self, people):
        path = self.write("list.csv", HEAD + "".join(f"{name},{'单位' + str(i)},处长,{capacity},{clearance}\n"
                                                     for i, (name, capacity, clearance) in enumerate(people.values())))
        self.good("host", "attendee", "import", path, "--accept-warnings")
        ids = {person["name"]: person["id"] for person in self.good("clerk", "attendee", "list")["attendees"]}
        return {key: ids[name] for key, (name, _, _) in people.items()}

    def prepare_list(self):
        self.people = self.import_people(PEOPLE)
        self.good("host", "attendee", "submit")
        self.good("chief", "attendee", "reject", self.people["rejected"], draft={"reason": "与议题无关"})
        self.good("chief", "attendee", "approve", self.people["observer"], draft={"reason": "同意列席"})
        self.good("chief", "attendee", "approve-press", self.people["press"], draft={"reason": "同意", "authority": "周同", "reference": "新批1号"})
        self.good("chief", "attendee", "approve-rest", draft={"reason": "经审查同意"})
        self.good("chief", "attendee", "seal")
        self.people.update(self.import_people(LATE))

    def prepare_copies(self):
        """A copy for each state in which it may lie before anybody has one."""
        self.paper_id = self.add_reserved(len(COPIES))
        self.copies = {name: copy["number"] for name, copy in zip(COPIES, self.good("clerk", "copy", "list")["copies"])}
        self.good("host", "paper", "narrow", self.paper_id, draft={"scope": "delegate,press", "reason": "制发机关要求"})
        self.good("clerk", "plan", "set", self.copies["named"], "--person", self.people["lost"])
        self.good("clerk", "plan", "names", self.paper_id)
        self.good("clerk", "copy", "print", self.paper_id, "--printer", "folder")
        self.old_serial = self.serial_of("reprinted")
        self.good("clerk", "copy", "spoil", self.copies["reprinted"], draft={"reason": "墨粉不足"})
        self.good("clerk", "copy", "reprint", self.copies["reprinted"])
        self.good("clerk", "copy", "print", self.paper_id, "--printer", "folder")
        self.good("clerk", "copy", "confirm", *(self.copies[name] for name in COPIES if name not in ("void", "unchecked", "uncertain")))
        self.good("clerk", "copy", "spoil", self.copies["spoiled"], draft={"reason": "墨粉不足"})
        self.good("clerk", "copy", "never", self.copies["void"], draft={"reason": "未出纸"})
        self.good("guard", "copy", "never-agree", self.copies["void"])
        self.good("clerk", "copy", "never", self.copies["uncertain"], draft={"reason": "未出纸"})
        self.good("chief", "copy", "recall", self.copies["recalled"], draft={"reason": "误印"})
        self.good("clerk", "plan", "set", self.copies["planned"], "--person", self.people["planned"])

    def serial_of(self, name):
        return self.good("clerk", "copy", "show", self.copies[name])["copy"]["serial"]

    def add_carriers(self, count, level="secret"):
        self.good("clerk", "carrier", "add", draft={"kind": "notebook", "level": level, "description": "会议保密本", "source": "会务组", "sheets": 50,
                                                    "count": count})

    def prepare_carriers(self):
        self.add_carriers(len(CARRIERS) - 1)
        self.add_carriers(1, "top-secret")  # the last
        self.carriers = {name: number for number, name in enumerate(CARRIERS, 1)}
        self.good("clerk", "carrier", "label", self.carriers["relabelled"], "--printer", "folder")
        self.good("clerk", "carrier", "label", *self.carriers.values(), "--printer", "folder")

    def prepare_badges(self):
        """The first of whose badge was reissued is void."""
        self.good("clerk", "attendee", "badge", self.people["lost"], "--printer", "folder")
        self.good("clerk", "attendee", "badge-reissue", self.people["lost"], "--printer", "folder", draft={"reason": "遗失"})
        self.badged = [key for key in PEOPLE if key not in (*NO_BADGE, "lost")]
        self.good("clerk", "attendee", "badge", *(self.people[key] for key in self.badged), "--printer", "folder")
        self.good("clerk", "attendee", "badge-confirm", *(self.people[key] for key in self.badged + ["lost"] if key != "unconfirmed"))
        self.good("clerk", "device", "deposit", "--person", self.people["outside"], "--printer", "folder",
                  draft={"kind": "phone", "description": "黑色", "shelf": "A1"})

    def read_everything(self):
        read = {int(code[2:11]): code for code in self.read_codes() if code != self.other_code}
        by_kind = {kind: sorted(code for code in read.values() if code[1] == kind) for kind in "1234"}
        self.codes = {("copy", name): read[self.serial_of(name)] for name in COPIES}
        carriers = {carrier["number"]: carrier["serial"] for carrier in self.good("clerk", "carrier", "list")["carriers"]}
        self.codes.update({("carrier", name): read[carriers[number]] for name, number in self.carriers.items()})
        self.codes.update({("badge", name): code for name, code in zip(["void", "lost", *self.badged], by_kind["2"])})
        inside = self.codes["badge", "inside"]
        self.codes.update({("copy", "old"): read[self.old_serial], ("carrier", "old"): by_kind["3"][0], ("carrier", "other"): self.other_code,
                           ("device", "deposited"): by_kind["4"][0], ("code", "shop"): "6901234567892", ("code", "cut"): inside[:20],
                           ("code", "forged"): inside[:-1] + str((int(inside[-1]) + 1) % 10)})
        good = [self.codes["carrier", name] for name in CARRIERS if name not in ("void", "unlabelled")]
        if [answer["code"] for answer in self.scan(*good, mode="check")] != ["confirmed"] * len(good):
            raise AssertionError("a label did not count")

    def prepare_room(self):
        """Whoever may be is in the room; then some have not taken note of what they had, two are out again, and one is withdrawn."""
        self.set_hours(-1, 3)
        self.open_meeting()
        self.brief_all()
        inside = [key for key in PEOPLE if key not in (*NO_BADGE, "press", "withdrawn", "outside", "both", "afar")]
        lines = [line for key in inside for line in (f"person {self.people[key]}", "no-devices", "identity id-card")]
        subprocess.run(self.command("clerk", "door", "scan", "--stdin", "--commands"), input="".join(line + "\n" for line in lines).encode(), check=True,
                       stdout=subprocess.DEVNULL)
        entries = self.good("host", "notice", "register")["acknowledgements"]
        for key, text in (("unbriefed", "briefing"), ("unpledged", "pledge"), ("unnoticed", "notice"), ("both", "briefing")):
            (entry,) = [one["id"] for one in entries if (one["person_id"], one["kind"]) == (self.people[key], text)]
            self.good("host", "notice", "annul", entry, draft={"reason": "误记"})
        self.good("chief", "attendee", "withdraw", self.people["withdrawn"], draft={"reason": "另有任务"})

    def spread(self):
        """Copies and carriers get into the hands in which they are refused."""
        badge = {name: self.codes["badge", name] for name in ("inside", "before", "reader")}
        answers = self.scan(
            badge["inside"], self.codes["copy", "held"], badge["inside"], self.codes["carrier", "held"],
            badge["before"], self.codes["copy", "returned"], badge["before"], self.codes["carrier", "returned"],
            "mode return", self.codes["copy", "returned"], self.codes["carrier", "returned"],
            "mode circulate", badge["reader"], self.codes["copy", "turn"])
        found = [answer["code"] for answer in answers if answer["code"] not in ("person-selected", "mode-changed")]
        if found != ["issued"] * 4 + ["returned"] * 2 + ["turn-started"]:
            raise AssertionError(f"not spread: {found}")
        self.good("clerk", "carrier", "spoil", self.carriers["spoiled"], draft={"reason": "损坏"})
        self.good("clerk", "carrier", "void", self.carriers["void"], draft={"reason": "误登记"})
        self.good("clerk", "destroy", "start", draft={"reason": "多余"})
        added = subprocess.run(self.command("clerk", "destroy", "add", "--stdin", "--commands"), check=True, stdout=subprocess.PIPE,
                               input=f"copy {self.copies['batched']}\ncarrier {self.carriers['batched']}\n".encode()).stdout
        if [json.loads(line)["code"] for line in added.splitlines()] != ["put-in-batch"] * 2:
            raise AssertionError(f"not put in a batch: {added.decode()}")
        for state in ("destroyed", "missing", "with-originator"):
            for table, numbers in (("copy", self.copies), ("carrier", self.carriers)):
                self.change(f"UPDATE {table} SET state = '{state}' WHERE number = {numbers[state]}")

    def change(self, statement):
        subprocess.run([self.change_register, self.vault, "clerk", self.meeting[1], statement], input=kit.PASSPHRASE.encode(), check=True)


class Row:
    """One refusal: what is scanned one after the other (kind and name; a person is chosen from the list), the last of which is refused; with which code,
    in which tone, and who may decide otherwise."""

    def __init__(self, name, code, mode, *things, decider=None, alarm=False):
        self.name, self.code, self.mode, self.things = f"{mode}/{name}", code, mode, things
        self.decider = decider
        self.tone = "alarm" if alarm else "refused"

    def thing(self, *kinds):
        return next((name for kind, name in self.things if kind in kinds), None)

    def by_hand(self, setting):
        """The words of msk that do the same by hand; None for what only a scanner can bring."""
        person, copy, carrier = self.thing("badge", "person"), self.thing("copy"), self.thing("carrier")
        if copy not in (*setting.copies, None) or carrier not in (*setting.carriers, None) or not (copy or carrier):
            return None
        number = setting.copies[copy] if copy else setting.carriers[carrier]
        if self.mode == "return":
            return ["desk", "return", "--copy", number] if copy else ["carrier", "return", number]
        whom = ["--person", setting.people[person or "inside"]]
        return ["desk", "issue", *whom, "--copy", number] if copy else ["carrier", "issue", number, *whom]

    def is_pair(self):
        return len(self.things) == 2


def pair(name, code, person, thing="copy", of="free", **more):
    """Copy or carrier first and the person then, as whoever decides otherwise needs it."""
    kind = "person" if person in NO_BADGE else "badge"
    return Row(f"{name}-a-carrier" if thing == "carrier" else name, code, "issue", (thing, of), (kind, person), **more)


PERSONS = [  # what stands against a person, whatever they are to get
    ("who-is-on-no-sealed-list", "not-on-sealed-list", "late", {}),
    ("who-was-rejected", "rejected", "rejected", {"alarm": True}),
    ("who-was-withdrawn", "withdrawn", "withdrawn", {"alarm": True}),
    ("who-is-below-the-level", "clearance-too-low", "low", {}),
    ("press-without-its-undertaking", "undertaking-missing", "press", {}),
    ("who-is-not-in-the-room", "not-admitted", "outside", {"decider": OFFICER}),
    ("who-was-not-briefed", "not-briefed", "unbriefed", {"decider": LEADER}),
    ("who-did-not-pledge", "pledge-missing", "unpledged", {"decider": LEADER}),
    ("who-was-not-told-of-recording", "notice-not-acknowledged", "unnoticed", {"decider": LEADER}),
]
STATES = [  # in which a copy or a carrier is neither issued nor taken back
    ("spoiled", False), ("void", True), ("destroyed", True), ("missing", True), ("with-originator", True),
]

ROWS = [
    *(pair(name, code, person, thing, **more) for name, code, person, more in PERSONS for thing in ("copy", "carrier")),
    pair("top-secret-for-who-is-outside", "top-secret-outside", "afar", "carrier", "top-secret"),
    pair("who-is-outside-the-scope", "outside-scope", "observer"),
    pair("who-holds-the-paper", "already-holds-paper", "inside"),
    pair("a-copy-planned-for-another", "planned-otherwise", "before", of="planned"),
    pair("who-has-another-copy-planned", "planned-otherwise", "planned"),
    pair("a-copy-with-the-name-of-another", "named-otherwise", "before", of="named"),
    Row("a-carrier-that-came-back-from-another", "already-returned", "issue", ("carrier", "returned"), ("badge", "inside")),
    *(Row(f"a-{thing}-that-is-{state}", f"{thing}-{state}", mode, (thing, state), alarm=alarm)
      for mode in ("issue", "return") for thing in ("copy", "carrier") for state, alarm in STATES),
    *(Row("a-copy-that-was-not-checked", "copy-not-good", mode, ("copy", "unchecked")) for mode in ("issue", "return")),
    *(Row("a-copy-that-perhaps-never-came", "copy-uncertain", mode, ("copy", "uncertain")) for mode in ("issue", "return")),
    *(Row(f"a-{thing}-that-is-to-be-destroyed", "in-destruction", "issue", (thing, "batched")) for thing in ("copy", "carrier")),
    Row("a-copy-that-was-recalled", "copy-recalled", "issue", ("copy", "recalled")),
    Row("a-copy-that-is-out", "already-issued", "issue", ("copy", "held")),
    Row("a-copy-in-a-turn", "already-issued", "issue", ("copy", "turn")),
    Row("a-copy-that-came-back", "already-returned", "issue", ("copy", "returned")),
    Row("a-carrier-that-is-out", "already-issued", "issue", ("carrier", "held")),
    Row("a-carrier-without-a-good-label", "label-not-confirmed", "issue", ("carrier", "unlabelled")),
    Row("a-copy-in-a-turn", "copy-in-turn", "return", ("copy", "turn")),
    *(Row(f"a-{thing}-in-store", "second-sighting", "return", (thing, "free"), alarm=True) for thing in ("copy", "carrier")),
    *(Row(f"a-{thing}-that-is-back", "second-sighting", "return", (thing, "returned"), alarm=True) for thing in ("copy", "carrier")),
    Row("a-badge", "no-copy-selected", "return", ("badge", "inside")),
    *(Row("a-device", "no-copy-selected", mode, ("device", "deposited")) for mode in ("issue", "return")),
    *(Row(f"the-old-tag-of-a-{thing}", "void-tag", mode, (thing, "old"), alarm=True) for mode in ("issue", "return") for thing in ("copy", "carrier")),
    Row("a-void-badge", "void-badge", "issue", ("badge", "void"), alarm=True),
    Row("a-badge-that-was-not-confirmed", "badge-not-confirmed", "issue", ("badge", "unconfirmed")),
    *(Row(name, code, mode, thing, alarm=alarm) for mode in ("issue", "return") for name, code, thing, alarm in (
        ("a-tag-of-another-meeting", "other-meeting", ("carrier", "other"), True), ("a-forged-tag", "forged-tag", ("code", "forged"), True),
        ("a-code-from-a-shop", "foreign-code", ("code", "shop"), False), ("half-a-code", "cut-code", ("code", "cut"), False))),
    *(Row(f"{name}-alone", code, "issue", ("person" if person in NO_BADGE else "badge", person), alarm=more.get("alarm", False),
          decider=more.get("decider")) for name, code, person, more in PERSONS if code != "clearance-too-low"),
]


def in_order():
    """The rows of the desk before those of the returns."""
    return sorted(ROWS, key=lambda row: row.mode)
