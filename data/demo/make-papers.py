#!/usr/bin/python3
"""Draws one paper of the demonstration meeting as a PDF of an exact number of pages.

SPDX-License-Identifier: GPL-3.0-or-later

usage: make-papers.py PAPER OUTPUT.pdf     where PAPER is one of notice, report, plan

Everything said in the papers is invented, and each says so at its head. The layout follows GB/T 9704-2012: A4, 37 mm above
and 28 mm left of a type area of 156 x 225 mm, 22 lines a page; so the marks of a numbered copy find their margins free.
"""

import itertools
import sys

import cairo
import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402

MM = 72 / 25.4
PAGE = (210 * MM, 297 * MM)
LEFT, TOP, WIDTH, HEIGHT = 28 * MM, 37 * MM, 156 * MM, 225 * MM
LINES = 22
PITCH = HEIGHT / LINES
BODY = "Noto Serif CJK SC"
HEAVY = "Noto Sans CJK SC Bold"
RED = (0.75, 0.05, 0.05)
SAMPLE = "演示样本 内容纯属虚构"

NUMERALS = "一二三四五六七八九十"

SUBJECTS = ["跨流域调水工程", "北线堤防加固", "应急备用水源", "沿江泵站改造", "骨干管网更新", "水质监测站网", "城乡供水并网",
            "蓄滞洪区调整", "节水灌溉推广", "数字孪生流域平台", "移民安置与补偿", "冬春枯水期调度"]
OPENINGS = ["据演示数据汇总，{s}已完成年度计划的{p}%，比上一周期提高{q}个百分点。",
            "{s}由省、市两级共同实施，本阶段安排试点{q}处，覆盖虚构人口{p}万人。",
            "围绕{s}，有关单位建立了周调度、月通报、季评估的工作机制，共研究解决问题{q}项。",
            "{s}的前期论证采用多方案比选，形成推荐方案{q}个，综合评分为{p}分。"]
MIDDLES = ["主要做法是：统一标准、分级负责、限期办结，凡涉及跨部门事项的，一律由牵头单位汇总后报会议审定。",
           "从实施情况看，资金到位及时，施工组织平稳，但个别标段仍存在进度偏慢、资料归档不及时的问题。",
           "与会单位普遍认为，应当把质量安全放在首位，对关键工序实行旁站检查，对隐蔽工程留存完整记录。",
           "考虑到汛期与施工期重叠，建议将高风险作业安排在枯水期进行，并预留不少于十五天的机动时间。",
           "对尚未达成一致的意见，由工作组逐条登记、逐条答复，答复结果作为附件一并存档。"]
ENDINGS = ["下一步，拟按照先急后缓、先易后难的原则推进，确保各项指标按期完成。",
           "该事项涉及面广，请各单位在会后五个工作日内反馈书面意见，逾期视为无意见。",
           "有关数据仅供本次会议讨论使用，未经批准不得摘抄、复制和对外提供。",
           "具体分工和时间安排见附表，由会议秘书组负责跟踪落实。"]
CHAPTERS = ["总体情况", "主要进展", "存在的困难和问题", "形势分析", "总体要求和目标", "重点任务", "工程布局", "资金安排",
            "组织保障", "风险防控", "保密要求", "时间安排", "监督检查", "需要会议研究的事项"]

PAPERS = {
    "notice": dict(pages=4, sections=2, organ="云川省发展规划厅文件", number="云发规〔2031〕7号",
                   title="关于召开水资源统筹调配专题会议的通知", to="各有关单位："),
    "report": dict(pages=12, sections=4, organ="云川省水务厅文件", number="云水务〔2031〕18号",
                   title="关于北线调水工程进展情况的报告", to="省水资源统筹调配专题会议："),
    "plan": dict(pages=30, sections=8, organ="云川省发展规划厅文件", number="云发规〔2031〕9号",
                 title="水资源统筹调配五年实施方案（征求意见稿）", to="各参会单位："),
}


def make_layout(context, text, font, size, width=WIDTH):
    layout = PangoCairo.create_layout(context)
    description = Pango.FontDescription(font)
    description.set_absolute_size(size * Pango.SCALE)
    layout.set_font_description(description)
    layout.set_width(int(width * Pango.SCALE))
    layout.set_wrap(Pango.WrapMode.WORD_CHAR)
    layout.set_text(text, -1)
    unknown = layout.get_unknown_glyphs_count()
    if unknown:
        sys.exit(f"make-papers.py: {unknown} characters have no glyph; install the package fonts-noto-cjk")
    return layout


class Paper:
    """Fills a page line by line and never passes the last one."""

    def __init__(self, output, pages, title):
        self.surface = cairo.PDFSurface(output, *PAGE)
        # A fixed date: the same source gives the same file.
        for field in (cairo.PDF_METADATA_CREATE_DATE, cairo.PDF_METADATA_MOD_DATE):
            self.surface.set_metadata(field, "2031-03-01T00:00:00Z")
        self.surface.set_metadata(cairo.PDF_METADATA_TITLE, title)
        self.context = cairo.Context(self.surface)
        self.pages = pages
        self.page = 1
        self.line = 0

    def layout(self, text, font=BODY, size=16):
        return make_layout(self.context, text, font, size)

    def room(self):
        return (self.pages - self.page) * LINES + LINES - self.line

    def turn(self):
        self.surface.show_page()
        self.page += 1
        self.line = 0

    def skip(self, lines=1):
        self.line += lines
        if self.line >= LINES and self.page < self.pages:
            self.turn()

    def show(self, layout_line, x):
        if self.line >= LINES:
            self.turn()
        self.context.move_to(x, TOP + self.line * PITCH + PITCH * 0.72)
        PangoCairo.show_layout_line(self.context, layout_line)
        self.line += 1

    def write(self, text, font=BODY, size=16, centre=False):
        layout = self.layout(text, font, size)
        for line in layout.get_lines_readonly():
            width = line.get_extents()[1].width / Pango.SCALE
            self.show(line, LEFT + (WIDTH - width) / 2 if centre else LEFT)

    def heading(self, text):
        # A heading does not stand alone at the foot of a page.
        if self.line >= LINES - 1 and self.page < self.pages:
            self.turn()
        self.write("　　" + text, HEAVY)

    def fits(self, text, spare):
        return self.layout(text).get_line_count() + spare <= self.room()

    def table(self, rows):
        """Thin lines and short words, like the tables that offices make."""
        if LINES - self.line < len(rows) + 1 and self.page < self.pages:
            self.turn()
        top = TOP + self.line * PITCH
        widths = [0.1, 0.45, 0.2, 0.25]
        self.context.set_line_width(0.6)
        for number, row in enumerate(rows):
            x = LEFT
            for width, cell in zip(widths, row):
                self.context.rectangle(x, top + number * PITCH, width * WIDTH, PITCH)
                layout = self.layout(cell, HEAVY if number == 0 else BODY, 12)
                self.context.move_to(x + 4, top + number * PITCH + PITCH * 0.66)
                PangoCairo.show_layout_line(self.context, layout.get_line_readonly(0))
                x += width * WIDTH
        self.context.stroke()
        self.skip(len(rows))


def draw_head(paper, facts):
    paper.skip(1)
    paper.write(f"【{SAMPLE}】", HEAVY, 12, centre=True)
    paper.skip(1)
    paper.context.set_source_rgb(*RED)
    paper.write(facts["organ"], HEAVY, 36, centre=True)
    paper.skip(1)
    paper.context.set_source_rgb(0, 0, 0)
    paper.write(facts["number"], centre=True)
    paper.context.set_source_rgb(*RED)
    paper.context.set_line_width(1.4)
    y = TOP + (paper.line + 0.3) * PITCH
    paper.context.move_to(LEFT, y)
    paper.context.line_to(LEFT + WIDTH, y)
    paper.context.stroke()
    paper.context.set_source_rgb(0, 0, 0)
    paper.skip(1)
    paper.write(facts["title"], HEAVY, 22, centre=True)
    paper.skip(1)
    paper.write(facts["to"])


def paragraphs():
    """Endless, and each time the same."""
    for count in itertools.count():
        subject = SUBJECTS[(count * 5) % len(SUBJECTS)]
        opening = OPENINGS[count % len(OPENINGS)].format(s=subject, p=61 + count * 7 % 38, q=3 + count * 5 % 17)
        middle = MIDDLES[(count * 3) % len(MIDDLES)] + MIDDLES[(count * 3 + 1) % len(MIDDLES)] * (count % 2)
        yield subject, "　　" + opening + middle + ENDINGS[(count * 3 + count // 4) % len(ENDINGS)]


def draw_body(paper, sections, closing_lines):
    source = paragraphs()
    count = 0
    for chapter, title in enumerate(CHAPTERS):
        for section in range(sections):
            subject, text = next(source)
            if not paper.fits(text, closing_lines + 2):
                return
            if section == 0:
                numeral = NUMERALS[chapter] if chapter < 10 else "十" + NUMERALS[chapter - 10]
                paper.heading(f"{numeral}、{title}")
            else:
                paper.heading(f"（{NUMERALS[section - 1]}）关于{subject}")
            paper.write(text)
            count += 1
            if count % 13 == 8 and paper.room() > LINES + 10:
                paper.skip(1)
                paper.table([["序号", "事项", "进度", "责任单位"]] +
                            [[str(n), SUBJECTS[(n + count) % len(SUBJECTS)], f"{40 + (n * 9 + count) % 55}%", f"第{n}工作组"]
                             for n in range(1, 7)])


def draw(name, output):
    facts = PAPERS[name]
    paper = Paper(output, facts["pages"], f"{facts['title']}（演示样本）")
    draw_head(paper, facts)
    draw_body(paper, facts["sections"], closing_lines=4)
    assert paper.page == facts["pages"], (name, paper.page)
    paper.skip(1)
    for text in (facts["organ"].removesuffix("文件"), "2031年3月1日"):
        paper.write(text + "　　　　", centre=True)
    paper.write(f"（{SAMPLE}）", BODY, 12)
    paper.surface.show_page()
    paper.surface.finish()
    assert paper.page == facts["pages"], (name, paper.page)


if len(sys.argv) != 3 or sys.argv[1] not in PAPERS:
    sys.exit(__doc__)
draw(*sys.argv[1:])
