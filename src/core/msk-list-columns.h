/* Which column of a list of attendees says what: found by the names in its header, or chosen by
 * hand. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MSK_LIST_COLUMN_NAME,
  MSK_LIST_COLUMN_UNIT,
  MSK_LIST_COLUMN_POST,
  MSK_LIST_COLUMN_CAPACITY,
  MSK_LIST_COLUMN_CLEARANCE,
  MSK_LIST_COLUMN_SEAT,
} MskListColumn;

#define MSK_LIST_N_COLUMNS 6

/* Instead of a column. */
#define MSK_LIST_COLUMN_NONE (-1)
#define MSK_LIST_COLUMN_TWICE (-2) /* the header names it more than once */

/* Where in a row each is, from 0. */
typedef struct
{
  int at[MSK_LIST_N_COLUMNS];
} MskListColumns;

/* What the header may call it, in Chinese and in English: "姓名", "name". Static text. */
const char *msk_list_column_get_chinese (MskListColumn column);
const char *msk_list_column_get_english (MskListColumn column);

/* Whether a list without this column is refused. */
gboolean msk_list_column_is_needed (MskListColumn column);

/* Finds them by the names in the header, in Chinese or English, whatever their width, case and
 * blanks. */
void msk_list_columns_find (const char *const *header, MskListColumns *columns);

gboolean msk_list_columns_equal (const MskListColumns *a, const MskListColumns *b);

/* "name=2,unit=1,capacity=D": columns counted from 1, or lettered as in a spreadsheet; those that
 * are not named are not there. FALSE, and columns left alone, when it says anything else, the same
 * column twice or one beyond limit. */
gboolean msk_list_columns_parse (const char *text, guint limit, MskListColumns *columns);

/* The same back, with numbers. The caller owns it. */
char *msk_list_columns_dup_text (const MskListColumns *columns) G_GNUC_WARN_UNUSED_RESULT;

/* What stands for all headers that are the same as this one. The caller owns it. */
char *msk_list_columns_dup_key (const char *const *header) G_GNUC_WARN_UNUSED_RESULT;

/* The letter of a column from 0, as a spreadsheet has it: A, B, … AA. The caller owns it. */
char *msk_list_column_dup_letter (guint index) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
