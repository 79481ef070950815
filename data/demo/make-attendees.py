#!/usr/bin/python3
"""Writes attendees.csv, the list of the demonstration meeting: 60 invented people, in GB18030 as offices save it.

SPDX-License-Identifier: GPL-3.0-or-later

Run it by hand after a change and commit the result; the build uses the committed file. Nothing in it is drawn at random.
"""

import csv
import io
import pathlib

HEADER = ["姓名", "单位", "职务", "身份", "涉密等级"]

# Names that software often breaks: 𠮷 is outside the basic plane, 㐀 in extension A; one has a middle dot, one is too long for a narrow column.
DELEGATES = """
𠮷永昌 㐀明远 林怀瑾 周砚秋 沈知行 何景澄 许慕白 高启宁 陆思齐 程若谷
顾云舟 韩立诚 曹文渊 邓承志 彭嘉树 蒋望舒 魏长庚 阿依古丽·买买提江 欧阳守拙 司马听泉
唐静姝 袁以宁 董维岳 潘介石 杜砚田 余景行 叶知秋 钟毓秀 谢怀远 傅青禾
邵思源 迪丽努尔·阿卜杜热合曼·图尔荪尼亚孜 孟云深 龙在田 万松龄 段逸飞 雷鸣岐 乔木森 贺兰亭 赖书言
卢堃 方喆 𠮷石
""".split()
OBSERVERS = "文澜 柳依依 白露生 齐正则 尹若水 江晚晴".split()
STAFF = "黄立言 吴秉文 赵明轩 孙雨桐 㐀佳宁".split()
SERVICE = "陈阿秀 刘大江 杨春来".split()
PRESS = "宋致远 梁晓笙 贾清源".split()

# An organ is invented, and so is the province.
UNITS = [
    "云川省发展规划厅", "云川省档案事务局", "云川省水务厅", "云川省交通运输厅", "云川省能源办公室",
    "云川省粮食和物资储备局", "云川省信息工程中心", "江岭市人民政府办公室", "平泽市人民政府办公室", "松原港务管理局",
]
LONG_UNIT = "云川省跨流域水资源调配与重大基础设施统筹协调领导小组办公室（临时机构）"

POSTS = {
    "出席": ["厅长", "副厅长", "主任", "副主任", "总工程师", "处长", "巡视员", "局长"],
    "列席": ["处长", "调研员", "副处长"],
    "工作人员": ["秘书", "主任科员", "文印员", "机要员", "值班员"],
    "服务人员": ["会务员", "音响技师", "驾驶员"],
    "新闻": ["记者", "编辑", "摄像"],
}


def clearance(capacity, index):
    """Leaders have the highest, helpers at most the middle one."""
    if capacity == "出席":
        return "绝密" if index % 3 == 0 else "机密"
    if capacity in ("列席", "工作人员"):
        return "机密" if index % 2 == 0 else "秘密"
    return "秘密"


def rows():
    index = 0
    for capacity, names in (("出席", DELEGATES), ("列席", OBSERVERS), ("工作人员", STAFF),
                            ("服务人员", SERVICE), ("新闻", PRESS)):
        for place, name in enumerate(names):
            unit = LONG_UNIT if len(name) > 12 else UNITS[index % len(UNITS)]
            yield [name, unit, POSTS[capacity][place % len(POSTS[capacity])], capacity, clearance(capacity, place)]
            index += 1


def main():
    table = list(rows())
    assert len(table) == 60 and len({row[0] for row in table}) == 60, len(table)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(table)
    pathlib.Path(__file__).with_name("attendees.csv").write_bytes(text.getvalue().encode("gb18030"))


main()
