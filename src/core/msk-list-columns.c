/* Which column of a list of attendees says what: found by the names in its header, or chosen by
 * hand. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-list-columns.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-name.h"

#include <string.h>

#define LETTERS 26

typedef struct
{
  gboolean needed;
  const char *names[14]; /* folded as fold_heading() does it; the first two are what texts say */
} Heading;

static const Heading headings[MSK_LIST_N_COLUMNS] = {
  [MSK_LIST_COLUMN_NAME] = { TRUE,
                             { "姓名", "name", "名字", "fullname", "参会人员", "参会人", "人员姓名",
                               "与会人员", NULL } },
  [MSK_LIST_COLUMN_UNIT] = { TRUE,
                             { "单位", "unit", "工作单位", "organisation", "organization", "部门",
                               "所在单位", "单位名称", "单位部门", NULL } },
  [MSK_LIST_COLUMN_POST] = { FALSE,
                             { "职务", "post", "职务职级", "position", "title", "职位", "岗位",
                               "职称", NULL } },
  [MSK_LIST_COLUMN_CAPACITY] = { TRUE,
                                 { "身份", "capacity", "参会身份", "人员类别", "参会类别", "类别",
                                   "参会形式", NULL } },
  [MSK_LIST_COLUMN_CLEARANCE] = { TRUE,
                                  { "涉密等级", "clearance", "密级", "涉密级别", "涉密人员等级",
                                    "涉密人员类别", NULL } },
  [MSK_LIST_COLUMN_SEAT] = { FALSE, { "座位", "seat", "座位号", "席位", "座次", "座号", NULL } },
};

/* Letters and digits alone: 姓 名, “姓名：” and “Name*” are all the same heading. */
static char *
fold_heading (const char *text)
{
  g_autofree char *folded = msk_name_dup_folded (text);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));

  return g_string_free (plain, FALSE);
}

const char *
msk_list_column_get_chinese (MskListColumn column)
{
  g_return_val_if_fail (column < MSK_LIST_N_COLUMNS, "");

  return headings[column].names[0];
}

const char *
msk_list_column_get_english (MskListColumn column)
{
  g_return_val_if_fail (column < MSK_LIST_N_COLUMNS, "");

  return headings[column].names[1];
}

gboolean
msk_list_column_is_needed (MskListColumn column)
{
  g_return_val_if_fail (column < MSK_LIST_N_COLUMNS, FALSE);

  return headings[column].needed;
}

void
msk_list_columns_find (const char *const *header, MskListColumns *columns)
{
  g_return_if_fail (header != NULL && columns != NULL);

  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    columns->at[each] = MSK_LIST_COLUMN_NONE;

  for (int i = 0; header[i] != NULL; i++)
    {
      g_autofree char *folded = fold_heading (header[i]);

      for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
        if (g_strv_contains (headings[each].names, folded))
          columns->at[each] = columns->at[each] == MSK_LIST_COLUMN_NONE ? i : MSK_LIST_COLUMN_TWICE;
    }
}

gboolean
msk_list_columns_equal (const MskListColumns *a, const MskListColumns *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return memcmp (a->at, b->at, sizeof a->at) == 0;
}

/* A number from 1, or letters; 0 for anything else. */
static guint
parse_place (const char *text)
{
  guint64 number = 0;

  if (g_ascii_isdigit (*text))
    return g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &number, NULL) ? (guint) number : 0;

  for (; g_ascii_isalpha (*text) && number < G_MAXUINT16; text++)
    number = number * LETTERS + (guint64) (g_ascii_toupper (*text) - 'A') + 1;

  return *text == '\0' ? (guint) number : 0;
}

static gboolean
take_part (MskListColumns *columns, const char *part, guint limit)
{
  g_auto(GStrv) sides = g_strsplit (part, "=", 2);
  int column;
  guint place;

  if (g_strv_length (sides) != 2 || !msk_enum_parse (MSK_TYPE_LIST_COLUMN, sides[0], &column))
    return FALSE;

  place = parse_place (sides[1]);
  if (place == 0 || place > limit || columns->at[column] != MSK_LIST_COLUMN_NONE)
    return FALSE;
  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    if (columns->at[each] == (int) place - 1)
      return FALSE;

  columns->at[column] = (int) place - 1;
  return TRUE;
}

gboolean
msk_list_columns_parse (const char *text, guint limit, MskListColumns *columns)
{
  g_auto(GStrv) parts = NULL;
  MskListColumns found;

  g_return_val_if_fail (text != NULL && columns != NULL, FALSE);

  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    found.at[each] = MSK_LIST_COLUMN_NONE;
  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!take_part (&found, parts[i], limit))
      return FALSE;

  *columns = found;
  return parts[0] != NULL;
}

char *
msk_list_columns_dup_text (const MskListColumns *columns)
{
  GString *text;

  g_return_val_if_fail (columns != NULL, NULL);

  text = g_string_new (NULL);
  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    if (columns->at[each] >= 0)
      g_string_append_printf (text, "%s%s=%d", text->len > 0 ? "," : "",
                              msk_enum_get_name (MSK_TYPE_LIST_COLUMN, (int) each),
                              columns->at[each] + 1);

  return g_string_free (text, FALSE);
}

char *
msk_list_columns_dup_key (const char *const *header)
{
  GString *key;

  g_return_val_if_fail (header != NULL, NULL);

  key = g_string_new (NULL);
  for (guint i = 0; header[i] != NULL; i++)
    {
      g_autofree char *folded = msk_name_dup_folded (header[i]);

      g_string_append_printf (key, "%s%s", i > 0 ? "\x1f" : "", folded);
    }

  return g_string_free (key, FALSE);
}

char *
msk_list_column_dup_letter (guint index)
{
  char letters[8];
  guint at = sizeof letters;

  letters[--at] = '\0';
  for (guint left = index + 1; left > 0; left = (left - 1) / LETTERS)
    letters[--at] = (char) ('A' + (left - 1) % LETTERS);

  return g_strdup (letters + at);
}
