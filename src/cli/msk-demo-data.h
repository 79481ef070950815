/* The invented meeting that the demonstration holds. Nothing in it is real.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting-desk.h"
#include "msk-paper-desk.h"

G_BEGIN_DECLS

/* Everybody's. It stands in the source and in the README, so the vault protects nothing. */
#define MSK_DEMO_PASSPHRASE "demonstration"

#define MSK_DEMO_PRINTER "folder"
#define MSK_DEMO_PLACE "演示"
#define MSK_DEMO_STATION "demonstration"

#define MSK_DEMO_APPLICANT "方晓岚"
#define MSK_DEMO_PURPOSE "会议用，会后清退"
#define MSK_DEMO_APPROVAL_REASON "与议题有关，同意参加"
#define MSK_DEMO_PRESS_AUTHORITY "云川省委宣传部"
#define MSK_DEMO_PRESS_REFERENCE "云宣批〔2031〕2号"
#define MSK_DEMO_REJECTION_REASON "与议题无关，不同意参加"
#define MSK_DEMO_FOUND_REMARK "第二排七号座位下"
#define MSK_DEMO_MISSING_TOLD "云川省保密局值班室"
#define MSK_DEMO_MISSING_REMARK "清退时未交回，清场时未见，已开始查找"

#define MSK_DEMO_UMBRELLA "黑色折叠伞一把，衣帽间挂钩上"
#define MSK_DEMO_FINDER "段一鸣"
#define MSK_DEMO_UMBRELLA_HANDLING "交会场服务台登记认领"

#define MSK_DEMO_NOTEBOOK "会议保密本"
#define MSK_DEMO_NOTEBOOK_SHEETS 50
#define MSK_DEMO_NOTEBOOK_SOURCE "会务组"

#define MSK_DEMO_GUARD_ORGAN "云川省委办公厅保卫处"
#define MSK_DEMO_SECRECY_ORGAN "云川省保密局"
#define MSK_DEMO_LIAISON_CONTACT "顾长风"
#define MSK_DEMO_LIAISON_AGREED "会场检查、入口值守和设备寄存的安排"
#define MSK_DEMO_MEASURE_EVIDENCE "现场查验，检查记录附后"
#define MSK_DEMO_SHELF "甲柜"
#define MSK_DEMO_PLEDGE_REFERENCE "保密承诺书汇编第1册"
#define MSK_DEMO_LET_OUT_REASON "已登记去向，会后立即查找"

#define MSK_DEMO_N_USERS 6
#define MSK_DEMO_N_PAPERS 3
#define MSK_DEMO_N_AGENDA_ITEMS 3

typedef struct
{
  const char *name;
  MskRole role;
} MskDemoUser;

/* The first is who makes the vault. */
extern const MskDemoUser msk_demo_users[MSK_DEMO_N_USERS];

typedef struct
{
  MskPaperDraft draft;
  const char *resource; /* its PDF */
  MskApproval approval; /* without the number of copies */
} MskDemoPaper;

extern const MskDemoPaper msk_demo_papers[MSK_DEMO_N_PAPERS];

typedef struct
{
  const char *title;
  MskLevel level;
  MskRecording recording;
} MskDemoAgendaItem;

extern const MskDemoAgendaItem msk_demo_agenda[MSK_DEMO_N_AGENDA_ITEMS];

/* The meeting, an hour from now: the door is open for it. Its texts are static. */
MskMeetingDraft msk_demo_describe_meeting (gint64 now);

/* The sample list cut or repeated to so many people, each with a name of their own, as the GB18030
 * file that an office would send. The caller owns it. */
GBytes *msk_demo_make_list (guint people, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One file of the sample data. The caller owns it. */
GBytes *msk_demo_load (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
