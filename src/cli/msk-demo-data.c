/* The invented meeting that the demonstration holds. Nothing in it is real.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-demo-data.h"

#include <string.h>

#define RESOURCES "/org/meetingsecrecy/Kit/demo/"
#define LIST "attendees.csv"
#define LIST_CHARSET "GB18030"
#define LINE_END "\r\n"

#define HOUR (60 * 60)

const MskDemoUser msk_demo_users[MSK_DEMO_N_USERS] = {
  { "security", MSK_ROLE_SECURITY_OFFICER },          { "organiser", MSK_ROLE_ORGANISER },
  { "leader", MSK_ROLE_RESPONSIBLE_LEADER },          { "clerk", MSK_ROLE_DESK_CLERK },
  { "administrator", MSK_ROLE_SYSTEM_ADMINISTRATOR }, { "auditor", MSK_ROLE_AUDITOR },
};

#define SCOPE_WORKING                                                                              \
  (1u << MSK_CAPACITY_DELEGATE | 1u << MSK_CAPACITY_OBSERVER | 1u << MSK_CAPACITY_STAFF)

/* C1: the third is Top Secret, so its own originator decides on copies. */
const MskDemoPaper msk_demo_papers[MSK_DEMO_N_PAPERS] = {
  {
      .draft = { "云发规〔2031〕7号", "关于召开水资源统筹调配专题会议的通知",
                 MSK_LEVEL_CONFIDENTIAL, "6个月", "云川省发展规划厅", MSK_CAPACITY_ALL },
      .resource = "notice.pdf",
      .approval = { 0, "罗崇文", "厅长", "云川省发展规划厅", "云发规复〔2031〕3号", 0,
                    MSK_STANDING_COUNTY },
  },
  {
      .draft = { "云水务〔2031〕18号", "关于北线调水工程进展情况的报告", MSK_LEVEL_SECRET, "10年",
                 "云川省水务厅", SCOPE_WORKING },
      .resource = "report.pdf",
      .approval = { 0, "罗崇文", "厅长", "云川省发展规划厅", "云发规复〔2031〕4号", 0,
                    MSK_STANDING_COUNTY },
  },
  {
      .draft = { "云发规〔2031〕9号", "水资源统筹调配五年实施方案（征求意见稿）",
                 MSK_LEVEL_TOP_SECRET, "20年", "云川省发展规划厅", 1u << MSK_CAPACITY_DELEGATE },
      .resource = "plan.pdf",
      .approval = { 0, "罗崇文", "厅长", "云川省发展规划厅", "云发规复〔2031〕5号", 0,
                    MSK_STANDING_COUNTY },
  },
};

const MskDemoAgendaItem msk_demo_agenda[MSK_DEMO_N_AGENDA_ITEMS] = {
  { "会议安排和保密要求", MSK_LEVEL_CONFIDENTIAL, MSK_RECORDING_FREE },
  { "北线调水工程进展情况", MSK_LEVEL_SECRET, MSK_RECORDING_NOTEBOOK },
  { "审议五年实施方案", MSK_LEVEL_TOP_SECRET, MSK_RECORDING_NONE },
};

MskMeetingDraft
msk_demo_describe_meeting (gint64 now)
{
  return (MskMeetingDraft){
    .number = "演示〔2031〕1号",
    .title = "水资源统筹调配专题会议",
    .level = MSK_LEVEL_SECRET,
    .starts_at = now + HOUR,
    .ends_at = now + 4 * HOUR,
    .venue = "云川省会议中心三号厅",
    .organiser = "云川省发展规划厅办公室",
    .leader = "罗崇文",
  };
}

GBytes *
msk_demo_load (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* The name is the first column. From the second round on it bears the number of the round. */
static void
append_row (GString *list, const char *row, guint round)
{
  const char *rest = strchr (row, ',');

  g_return_if_fail (rest != NULL);

  g_string_append_len (list, row, rest - row);
  if (round > 0)
    g_string_append_printf (list, "%u", round + 1);
  g_string_append (list, rest);
  g_string_append (list, LINE_END);
}

GBytes *
msk_demo_make_list (guint people, GError **error)
{
  g_autoptr(GBytes) sample = msk_demo_load (LIST, error);
  g_autofree char *text = NULL;
  g_auto(GStrv) rows = NULL;
  g_autoptr(GString) list = g_string_new (NULL);
  guint n_rows;
  char *encoded;
  gsize length;

  if (sample == NULL)
    return NULL;
  text = g_convert (g_bytes_get_data (sample, NULL), (gssize) g_bytes_get_size (sample), "UTF-8",
                    LIST_CHARSET, NULL, NULL, error);
  if (text == NULL)
    return NULL;

  rows = g_strsplit (g_strchomp (text), LINE_END, -1);
  n_rows = g_strv_length (rows) - 1; /* without the headings */
  g_string_append (list, rows[0]);
  g_string_append (list, LINE_END);
  for (guint i = 0; i < people; i++)
    append_row (list, rows[1 + i % n_rows], i / n_rows);

  encoded = g_convert (list->str, (gssize) list->len, LIST_CHARSET, "UTF-8", NULL, &length, error);
  return encoded != NULL ? g_bytes_new_take (encoded, length) : NULL;
}
