# Pictures of every page, empty and full, in each language, for somebody to look at.
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py FOLDER BUILD [LANGUAGE…]: makes two vaults through msk, an empty one and one in the middle of a meeting, signs in as each role and
keeps a picture of each place and of the forms. Run it with the system's python3. Nothing is judged here: the pictures are for looking at.
MSK_PART=people takes those of people, the door, devices, measures, circulation and seals alone; MSK_PART=day a clerk's day in its order;
MSK_PART=papers all the others."""

import os
import subprocess
import sys
import tempfile
import time

import desktop
import kit
import steps

FOLDER, BUILD = sys.argv[1:3]
LANGUAGES = sys.argv[3:] or ["C", "zh_CN"]
PROGRAM = os.path.join(BUILD, "src", "gui", "meeting-secrecy-kit")
MSK = os.path.join(BUILD, "src", "cli", "msk")
PRIVATE_CUPS = os.path.join(BUILD, "tests", "support", "private-cups")
PAPER = os.path.join(BUILD, "data", "demo", "notice.pdf")
PART = os.environ.get("MSK_PART", "")
SETTLED = 0.7  # seconds for animations to end; a picture taken too early is only a worse picture


class Camera:
    """Signs in, walks through the window and takes pictures."""

    def __init__(self, screen, language, stage):
        self.screen, self.language, self.stage = screen, language, stage
        self.window = None

    def shoot(self, name):
        time.sleep(SETTLED)
        self.screen.shoot(os.path.join(FOLDER, "%s-%s-%s.png" % (self.stage, name, self.language)))

    def open(self, vault):
        self.window = self.screen.run(PROGRAM, "--vault", vault)
        self.shoot("unlock")

    def sign_in(self, user):
        keyboard = self.window.keyboard
        keyboard.type(user)
        keyboard.press("Tab")
        keyboard.type(kit.PASSPHRASE + "\n")
        desktop.wait_for("the end of the sign-in", lambda: not self.window.find_all(role="text"))

    def go(self, place):
        steps.go_to(self.window, place)
        time.sleep(SETTLED)

    def places(self, user):
        for number, _ in enumerate(steps.places(self.window), 1):
            steps.show_nth(self.window, number)
            self.shoot("%s-%d" % (user, number))

    def lock(self):
        self.window.keyboard.press("Control_L", "l")
        desktop.wait_for("the field for the passphrase", lambda: self.window.find_all(role="text"))

    def form(self, name, letter):
        """A form that a button with this mnemonic opens."""
        self.window.keyboard.press("Alt_L", letter)
        self.shoot("form-" + name)
        self.window.keyboard.press("Escape")
        time.sleep(SETTLED)


def shoot_all_roles(camera):
    for user in kit.USERS:
        camera.sign_in(user)
        if user == "keeper":
            camera.shoot("keeper")
        else:
            camera.places(user)
        camera.lock()


FORMS = (("host", "Meeting", (("meeting", "h"), ("agenda", "a"))), ("host", "Attendees", (("attendee", "a"),)),
         ("guard", "Users & Printers", (("user", "a"), ("printer", "d"))), ("guard", "Sweep", (("sweep", "s"),)),
         ("clerk", "Carriers", (("carrier", "r"),)))


def shoot_forms(camera):
    for user, place, forms in FORMS:
        camera.sign_in(user)
        camera.go(place)
        for name, letter in forms:
            camera.form(name, letter)
        camera.lock()


def shoot_desk(camera, codes):
    window = camera.window
    camera.sign_in("clerk")
    camera.go("Desk")
    for name, code in (("waiting", codes["badges"][2]), ("issued", codes["copies"][0]), ("forged", codes["copies"][1][:-1] + "x"),
                       ("cut", codes["copies"][1][:20]), ("again", codes["copies"][0])):
        window.keyboard.scan(code)
        camera.shoot("desk-" + name)
    camera.go("Returns")
    window.keyboard.scan(codes["copies"][0])
    camera.shoot("desk-returned")
    camera.go("Attendees")
    window.keyboard.scan(codes["copies"][0])
    camera.shoot("no-scans-here")
    camera.go("Papers")
    window.keyboard.press("Down")
    window.keyboard.press("Return")
    camera.shoot("paper")
    camera.form("print", "p")
    camera.lock()


def shoot_requests(camera, vault):
    """A request that waits, one that is approved, one that is refused; the forms that ask and decide."""
    for purpose in ("补发列席人员", "存档备查"):
        last = vault.run("host", "paper", "request", "1", draft={
            "copies": 2, "purpose": purpose, "applicant": "吴越", "place": "print-room"})["request"]
    vault.run("chief", "paper", "refuse", str(last), draft={"reason": "可使用会议用份"})
    camera.open(vault.vault)
    for user, letter in (("host", "a"), ("chief", "v")):
        camera.sign_in(user)
        camera.go("Papers")
        camera.shoot("requests-waiting-" + user)
        camera.window.keyboard.press("Down")
        camera.window.keyboard.press("Return")
        camera.shoot("requests-" + user)
        camera.form("request-" + user, letter)
        camera.lock()
    camera.window.close()


def shoot_sweep(camera, vault, codes):
    vault.run("guard", "sweep", "start")
    camera.open(vault.vault)
    camera.sign_in("guard")
    camera.go("Sweep")
    for code in codes["copies"][1:3]:
        camera.window.keyboard.scan(code)
        time.sleep(SETTLED)
    camera.shoot("sweep")
    camera.window.close()


def shoot_plan(camera):
    """Seats, the plan of all papers and of one, whom a copy is planned for, and packs."""
    window = camera.window
    camera.sign_in("clerk")
    camera.go("Issue Plan")
    steps.press_mnemonic(window, "_Seats")
    steps.enter_table(window, "Seats")
    window.keyboard.press("End")
    steps.press_mnemonic(window, "S_eat")
    window.keyboard.type("2-9\n")
    camera.shoot("seats")
    steps.press_mnemonic(window, "_Copies")
    camera.shoot("unplanned")
    camera.form("planned", "f")
    camera.shoot("copies")
    steps.press_mnemonic(window, "P_aper")
    steps.waits_for_focus(window, "list item")
    window.keyboard.press("Down")
    window.keyboard.press("Return")
    camera.shoot("one-paper")
    steps.enter_table(window, "Issue plan")
    window.keyboard.press("Home")
    camera.form("plan-for", "o")
    steps.press_mnemonic(window, "Print _Packs…")
    camera.shoot("form-packs")
    steps.press_mnemonic(window, "_Print")
    camera.shoot("printing")
    window.sees(steps.word("Printed"))
    camera.shoot("printed")
    window.keyboard.press("Return")
    window.waits_for_keyboard()
    camera.lock()


def shoot_room(camera, codes):
    """The print room's parts as the clerk and the security officer see them."""
    window = camera.window
    camera.sign_in("clerk")
    camera.go("Print Room")
    steps.enter_table(window, "Entry log")
    window.keyboard.press("Home")
    camera.shoot("log")
    camera.form("enter", "e")
    steps.press_mnemonic(window, "_Spoiled and Surplus")
    camera.shoot("spoiled-none")
    window.keyboard.scan(codes[0])
    camera.shoot("spoiled-no-reason")
    for name, mode, code in (("spoiled", "S_poiled sheets", codes[0]), ("twice", "Sets _too many", codes[1])):
        steps.press_mnemonic(window, mode)
        camera.shoot("before-" + name)
        steps.press_mnemonic(window, "What happ_ened")
        window.keyboard.type("the rollers of the second tray tore the sheets")
        window.keyboard.scan(code)
        camera.shoot("registered-" + name)
    camera.form("by-hand", "h")
    camera.lock()


def shoot_runs(camera):
    for user in ("clerk", "guard"):
        camera.sign_in(user)
        camera.go("Print Room")
        steps.press_mnemonic(camera.window, "Print _Runs")
        camera.shoot("runs-" + user)
        steps.enter_table(camera.window, "Print runs")
        camera.window.keyboard.press("End")
        camera.shoot("run-" + user)
        camera.form("run-" + user, "c" if user == "clerk" else "x")
        steps.press_mnemonic(camera.window, "_Spoiled and Surplus")
        camera.shoot("spoiled-" + user)
        camera.lock()


def prepare_room(vault, system):
    """Two papers for people with long names, and visitors."""
    vault.create(folder=False)
    vault.add_venue(system)
    vault.create_meeting()
    vault.add_people([("张三", "办公厅"), ("𠮷田实", "外事局"), (kit.LONG_NAME, kit.LONG_UNIT)])
    vault.seal()
    vault.add_reserved(4, kit.LONG_NUMBER)
    vault.add_reserved(3)
    for name, unit, reason in (("李工", "设备维修公司", "更换硒鼓"), (kit.LONG_NAME, kit.LONG_UNIT, "检查打印机卡纸并清理废页箱，更换第二纸盒搓纸轮")):
        vault.run("clerk", "room", "enter", draft={"name": name, "unit": unit, "reason": reason, "leave": "周同", "place": "一号楼文印室"})
    vault.run("clerk", "room", "leave", "1")


def count_wrong(vault):
    """Two copies that never came, and a run counted three times."""
    for number in ("3", "4"):
        vault.run("clerk", "copy", "never", number, draft={"reason": "没有出纸"})
    for _ in range(3):
        try:
            vault.run("clerk", "copy", "count", "1", "7")
        except RuntimeError:
            pass  # which is how the terminal says that it differs


def shoot_print_room(screen, language, vault, system):
    prepare_room(vault, system)
    camera = Camera(screen, language, "room")
    camera.open(vault.vault)
    shoot_plan(camera)
    shoot_room(camera, system.read_codes())
    camera.window.close()
    count_wrong(vault)
    camera.open(vault.vault)
    shoot_runs(camera)
    camera.window.close()


def open_first_paper(camera, user):
    camera.sign_in(user)
    camera.go("Papers")
    camera.window.keyboard.press("Alt_L", "Left")
    camera.window.keyboard.press("Return")
    camera.window.find(steps.word("A_ll Papers"), "push button")


def choose_first_copy(camera):
    steps.enter_table(camera.window, "Copies")
    camera.window.keyboard.press("Home")


def shoot_paper_forms(camera):
    """The forms that take a file, and the list that people are chosen from."""
    window = camera.window
    for name, button in (("attach", "A_ttach…"), ("revise", "Re_vise…")):
        steps.press_mnemonic(window, button)
        steps.choose_file(window, PAPER)
        window.find(steps.word("_Title"), "text")
        camera.shoot("form-" + name)
        steps.press_mnemonic(window, "Choose Peopl_e…")
        camera.shoot("people-" + name)
        window.keyboard.press("Escape")
        camera.shoot("scope-" + name)
        window.keyboard.press("Escape")
        window.waits_for_keyboard()


def shoot_papers(screen, language, vault):
    """Papers that are changed, copies of a copy, and what is called back, with the longest names."""
    vault.create()
    vault.create_meeting()
    vault.add_people([("张三", "办公厅"), (kit.LONG_NAME, kit.LONG_UNIT)])
    vault.seal()
    vault.add_paper(3, kit.LONG_NUMBER)
    vault.run("clerk", "copy", "confirm", "1", "2")
    vault.fill_room()
    for number in ("1", "2"):
        vault.run("clerk", "desk", "issue", "--person=" + number, "--copy=" + number)
    vault.run("host", "copy", "request", "1", draft={
        "copies": 2, "purpose": "会后传达", "applicant": kit.LONG_NAME, "copier": "某某市某某委员会办公室机要文印中心"})
    camera = Camera(screen, language, "papers")
    camera.open(vault.vault)
    open_first_paper(camera, "host")
    choose_first_copy(camera)
    camera.shoot("copy")
    camera.form("ask", "c")
    camera.form("narrow", "p")
    camera.form("recall", "r")
    shoot_paper_forms(camera)
    window = camera.window
    window.keyboard.press("Alt_L", "Left")
    steps.press_mnemonic(window, "Re_called Copies")
    camera.shoot("recalled-none")
    camera.lock()
    open_first_paper(camera, "chief")
    camera.form("approve", "v")
    choose_first_copy(camera)
    window.keyboard.press("Down")
    steps.press_mnemonic(window, "_Recall…")
    window.keyboard.type("by order\n")
    camera.shoot("told")
    window.keyboard.press("Return")
    camera.shoot("recalled")
    camera.lock()
    open_first_paper(camera, "clerk")
    choose_first_copy(camera)
    camera.form("number", "c")
    window.close()


def badges_of(vault):
    """The codes of badges by name, printed one by one and confirmed."""
    codes = {}
    for person in vault.run("clerk", "attendee", "list")["attendees"]:
        before = set(vault.read_codes()["badges"])
        vault.run("clerk", "attendee", "badge", str(person["id"]), "--printer", "folder")
        vault.run("clerk", "attendee", "badge-confirm", str(person["id"]))
        (codes[person["name"]],) = set(vault.read_codes()["badges"]) - before
    return codes


def prepare_people(vault):
    """An open meeting: one person lacks everything, one nothing; a driver is there for the duty card. Gives codes of badges and of a copy."""
    vault.create()
    vault.create_meeting()
    vault.set_hours(1, 4)
    vault.add_people([("张三", "办公厅"), ("𠮷田实", "外事局"), (kit.LONG_NAME, kit.LONG_UNIT)])
    vault.run("host", "attendee", "add", draft={"name": "赵平", "unit": "车队", "post": "司机", "capacity": "service", "clearance": "secret"})
    vault.seal()
    vault.set_hours(-1, 4)
    codes = badges_of(vault)
    vault.add_paper(1)
    vault.run("clerk", "copy", "confirm", "1")
    people = {person["name"]: str(person["id"]) for person in vault.run("clerk", "attendee", "list")["attendees"]}
    vault.run("host", "duty", "assign", "driver", people["赵平"])
    for text in ("briefing", "pledge", "notice"):
        vault.run("clerk", "notice", "heard", text, people["张三"], people[kit.LONG_NAME])
    vault.open_meeting()
    vault.run("host", "meeting", "agenda-bind", "1", people["𠮷田实"])
    vault.run("chief", "notice", "except", "note-taker", "2", people[kit.LONG_NAME], draft={"authority": "周同", "reference": "保批〔2026〕9号"})
    vault.run("clerk", "door", "in", "--person", people[kit.LONG_NAME], "--identity", "known", "--no-devices")
    return codes, vault.read_codes()["copies"][0]


def shoot_host(camera, folder):
    """The organiser's forms: agenda, list, measures, briefing, posts."""
    window = camera.window
    camera.sign_in("host")
    camera.go("Meeting")
    camera.shoot("meeting")
    camera.form("agenda", "a")
    path = os.path.join(folder, "list.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("姓名,单位,职务,身份,涉密等级\n" + "".join("钱%d,%s,处长,出席,机密\n" % (i, kit.LONG_UNIT) for i in range(9)) + "张三,办公厅,处长,出席,\n")
    camera.go("Attendees")
    camera.shoot("attendees")
    steps.press_mnemonic(window, "_Import List…")
    steps.choose_file(window, path)
    window.sees(steps.word("C_olumns"))
    camera.shoot("import")
    window.keyboard.press("Escape")
    window.waits_for_keyboard()
    camera.go("Measures")
    camera.form("contact", "c")
    steps.enter_table(window, "Measures")
    window.keyboard.press("Home")
    camera.form("measure", "r")
    camera.go("Briefing")
    camera.shoot("briefing")
    steps.enter_table(window, "Who took note of what")
    window.keyboard.press("End")
    for name, letter in (("brief", "b"), ("brief-all", "l"), ("brief-inside", "i"), ("give-post", "g"), ("end-post", "e"), ("texts", "t"), ("sheets", "s")):
        camera.form(name, letter)
    camera.lock()


def shoot_leader(camera):
    camera.sign_in("chief")
    camera.go("Meeting")
    camera.form("exception", "r")
    steps.press_mnemonic(camera.window, "App_rove One…")
    steps.press_mnemonic(camera.window, "Choose the P_erson…")
    camera.shoot("exception-person")
    camera.window.keyboard.press("Escape")
    camera.window.keyboard.press("Escape")
    camera.window.waits_for_keyboard()
    camera.lock()


def shoot_clerk(camera, codes, copy):
    """Another badge, the verdicts of the door, devices, the reading room."""
    window = camera.window
    camera.sign_in("clerk")
    camera.go("Attendees")
    steps.enter_table(window, "Attendees")
    window.keyboard.press("Home")
    camera.form("another-badge", "n")
    camera.go("Door")
    for name, code in (("not-briefed", codes["赵平"]), ("waiting", codes["张三"]), ("inside", codes[kit.LONG_NAME]), ("forged", copy[:-1] + "x"), ("copy", copy)):
        window.keyboard.scan(code)
        camera.shoot("door-" + name)
    window.keyboard.scan(codes["张三"])
    time.sleep(SETTLED)
    for name, key in (("identity", "F2"), ("no-device", "F6")):
        window.keyboard.press(key)
        camera.shoot("door-" + name)
    camera.go("Devices")
    window.keyboard.scan(codes["𠮷田实"])
    camera.shoot("devices")
    camera.form("take-in", "t")
    camera.form("found", "f")
    camera.go("Circulation")
    window.keyboard.scan(codes["张三"])
    camera.shoot("reader")
    window.keyboard.scan(copy)
    camera.shoot("turn")
    for name, part in (("turns", "Tu_rns"), ("slips", "_Loan Slips"), ("permits", "Perm_its")):
        steps.press_mnemonic(window, part)
        camera.shoot("circulation-" + name)
    steps.press_mnemonic(window, "Tu_rns")
    steps.enter_table(window, "Turns")
    window.keyboard.press("Home")
    camera.form("slip", "s")
    camera.form("end-turn", "e")
    camera.lock()


def shoot_seals(camera):
    camera.sign_in("guard")
    camera.go("Ledger")
    camera.form("seal", "s")
    camera.window.keyboard.scan("1" * 35)
    camera.shoot("seal-strange")
    camera.lock()


def shoot_people(screen, language, vault, folder):
    codes, copy = prepare_people(vault)
    camera = Camera(screen, language, "people")
    camera.open(vault.vault)
    shoot_host(camera, folder)
    shoot_leader(camera)
    shoot_clerk(camera, codes, copy)
    shoot_seals(camera)
    camera.window.close()


def prepare_day(vault):
    """Three people in the room and one who was never let in; five copies of a paper whose pages are counted. Gives codes."""
    vault.prepare(5)
    vault.run("chief", "desk", "signing", "screen")
    vault.run("host", "paper", "counting", "1", "always")
    vault.run("guard", "user", "add", "second", "--role", "desk-clerk", "--new-passphrase-file", vault.secret)
    vault.add_people([("陈默", "研究室")])
    vault.seal()
    late = str(vault.run("clerk", "attendee", "list")["attendees"][-1]["id"])
    vault.run("clerk", "attendee", "badge", late, "--printer", "folder")
    vault.run("clerk", "attendee", "badge-confirm", late)
    for text in ("briefing", "pledge", "notice"):
        vault.run("clerk", "notice", "heard", text, late)
    return vault.read_codes()


def sign_for(camera, name):
    """A few strokes on the pad."""
    window = camera.window
    window.keyboard.press("F9")
    window.waits_for_front()
    left, top, width, height = window.place_of(window.find(steps.word("Pad for the signature")))
    for stroke in (((0.1, 0.4), (0.3, 0.35), (0.32, 0.8)), ((0.2, 0.2), (0.22, 0.9)), ((0.45, 0.3), (0.6, 0.7), (0.75, 0.3), (0.9, 0.8))):
        window.pointer.stroke([(left + x * width, top + y * height) for x, y in stroke])
    window.pointer.rest()
    camera.shoot(name)
    window.keyboard.press("Return")
    steps.waits_for_end(window)


def shoot_issues(camera, badges, copies):
    window = camera.window
    camera.go("Desk")
    camera.shoot("02-desk")
    for name, code in (("03-person", badges[0]), ("04-issued", copies[0])):
        window.keyboard.scan(code)
        camera.shoot(name)
    sign_for(camera, "05-signature")
    camera.shoot("06-signed")
    for name, code in (("07-second", badges[1]), ("08-issued", copies[1]), ("09-taken", copies[0])):
        window.keyboard.scan(code)
        camera.shoot(name)
    window.keyboard.scan(copies[2])
    window.keyboard.scan(badges[3])
    camera.shoot("10-not-in-the-room")
    camera.form("11-all-the-same", "i")
    window.keyboard.scan(copies[3][:-1] + str((int(copies[3][-1]) + 1) % 10))
    camera.shoot("12-forged")
    camera.go("Receipts")
    camera.shoot("13-not-signed-for")


def shoot_returns(camera, copies):
    window = camera.window
    camera.go("Returns")
    window.keyboard.scan(copies[0])
    camera.shoot("14-count")
    window.keyboard.type("4\n")
    steps.expect_verdict(window, steps.word("Returned"))
    steps.waits_for_end(window)
    camera.shoot("15-returned")
    window.keyboard.scan(copies[1])
    steps.expect_verdict(window, steps.word("Count the pages"))
    for _ in range(2):
        desktop.wait_for("the form", lambda: len(window.titles()) == 2 and steps.in_front(window, "text"))
        window.keyboard.type("3\n")
        time.sleep(SETTLED)
    camera.shoot("16-pages-missing")
    time.sleep(3)  # sooner it would be the echo of one scan
    window.keyboard.scan(copies[0])
    camera.shoot("17-second-sighting")


def shoot_evening(camera, badges, copies):
    window = camera.window
    camera.go("Circulation")
    window.keyboard.scan(badges[2])
    window.keyboard.scan(copies[3])
    camera.shoot("18-circulation")
    camera.go("Handover")
    steps.press_mnemonic(window, "Hand Over the _Desk…")
    window.sees(steps.sentence("Hand Over the Desk?"))
    window.waits_for_front()
    steps.press_mnemonic(window, "_Begin")
    steps.waits_for_end(window)
    for code in (copies[2], copies[4]):
        window.keyboard.scan(code)
    camera.shoot("19-counting")
    steps.press_mnemonic(window, "Close the Co_unt…")
    window.sees(steps.sentence("Close the Count?"))
    window.waits_for_front()
    steps.press_mnemonic(window, "Cl_ose the Count")
    steps.waits_for_end(window)
    camera.shoot("20-compared")
    camera.lock()
    camera.shoot("21-locked")


def shoot_day(screen, language, vault):
    """A clerk's day, in order."""
    codes = prepare_day(vault)
    camera = Camera(screen, language, "day")
    camera.open(vault.vault)
    camera.sign_in("clerk")
    camera.shoot("01-signed-in")
    shoot_issues(camera, codes["badges"], codes["copies"])
    shoot_returns(camera, codes["copies"])
    shoot_evening(camera, codes["badges"], codes["copies"])
    camera.window.close()


def shoot_work(screen, language, folder, system):
    """Nothing, an empty vault, one in the middle of a meeting, and its papers."""
    camera = Camera(screen, language, "none")
    camera.open(os.path.join(folder, "nothing"))
    camera.window.close()
    empty = kit.Kit(MSK, PAPER, folder)
    empty.create()
    camera = Camera(screen, language, "empty")
    camera.open(empty.vault)
    shoot_all_roles(camera)
    camera.window.close()
    full = kit.Kit(MSK, PAPER, os.path.join(folder, "full"))
    codes = full.prepare(5)
    camera = Camera(screen, language, "full")
    camera.open(full.vault)
    shoot_all_roles(camera)
    shoot_forms(camera)
    shoot_desk(camera, codes)
    camera.window.close()
    shoot_requests(camera, full)
    shoot_sweep(camera, full, codes)
    shoot_papers(screen, language, kit.Kit(MSK, PAPER, os.path.join(folder, "papers")))
    shoot_print_room(screen, language, kit.Kit(MSK, PAPER, os.path.join(folder, "room")), system)


def main():
    os.makedirs(FOLDER, exist_ok=True)
    if len(LANGUAGES) > 1:  # the eyes of one process see one accessibility bus
        for language in LANGUAGES:
            subprocess.run([sys.executable, __file__, FOLDER, BUILD, language], check=True)
        return
    for language in LANGUAGES:
        steps.speak(language, BUILD)
        with tempfile.TemporaryDirectory(prefix="msk-shots-") as folder, kit.PrintingSystem(PRIVATE_CUPS) as system, \
                desktop.Desktop(language) as screen:
            if PART in ("", "papers"):
                shoot_work(screen, language, folder, system)
            if PART in ("", "day"):
                shoot_day(screen, language, kit.Kit(MSK, PAPER, os.path.join(folder, "day")))
            if PART in ("", "people"):
                shoot_people(screen, language, kit.Kit(MSK, PAPER, os.path.join(folder, "people")), folder)


if __name__ == "__main__":
    main()
