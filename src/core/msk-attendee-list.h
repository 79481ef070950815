/* A table of people, judged: who would be put on the list, what is wrong, what is doubtful.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-attendee.h"
#include "msk-list-columns.h"
#include "msk-name-book.h"

G_BEGIN_DECLS

/* How many remarks of each kind are kept; the others are only counted. */
#define MSK_LIST_REMARKS_MAX 200

/* What the reader of workbooks gives for a cell that does not say in plain words what it shows: a
 * date, a percentage, an error. */
#define MSK_LIST_CELL_NOT_TEXT "\xEF\xBF\xBC"

/* Problems first, which are mended in the file; then warnings, which want an answer. */
typedef enum
{
  MSK_LIST_REMARK_COLUMN_MISSING,
  MSK_LIST_REMARK_COLUMN_TWICE,
  MSK_LIST_REMARK_FIELD_UNREADABLE,
  MSK_LIST_REMARK_CELL_NOT_TEXT,
  MSK_LIST_REMARK_NAME_MISSING,
  MSK_LIST_REMARK_CAPACITY_UNKNOWN,
  MSK_LIST_REMARK_CLEARANCE_UNKNOWN,
  MSK_LIST_REMARK_SEAT_UNUSABLE,
  MSK_LIST_REMARK_ALREADY_LISTED,
  MSK_LIST_REMARK_SAME_NAME,
  MSK_LIST_REMARK_LOOKS_LIKE,
  MSK_LIST_REMARK_UNIT_MISSING,
  MSK_LIST_REMARK_POST_MISSING,
  MSK_LIST_REMARK_CLEARANCE_LOW,
} MskListRemarkKind;

#define MSK_LIST_FIRST_WARNING MSK_LIST_REMARK_SAME_NAME

#define MSK_TYPE_LIST_REMARK (msk_list_remark_get_type ())
G_DECLARE_FINAL_TYPE (MskListRemark, msk_list_remark, MSK, LIST_REMARK, GObject)

struct _MskListRemark
{
  GObject parent_instance;

  MskListRemarkKind kind;
  guint row;  /* of the file, from 1; 0 for somebody who is in no file */
  int column; /* of the file, from 0; MSK_LIST_COLUMN_NONE where there is none */
  char *text; /* one sentence: row, column, what is wrong, what to do */
};

#define MSK_TYPE_ATTENDEE_LIST (msk_attendee_list_get_type ())
G_DECLARE_FINAL_TYPE (MskAttendeeList, msk_attendee_list, MSK, ATTENDEE_LIST, GObject)

struct _MskAttendeeList
{
  GObject parent_instance;

  GStrv header;
  MskListColumns columns;
  GPtrArray *people;   /* of MskAttendee: the rows without a problem */
  GArray *rows;        /* of guint: where in the file each of them is */
  GPtrArray *problems; /* of MskListRemark, at most MSK_LIST_REMARKS_MAX */
  GPtrArray *warnings; /* likewise */
  guint n_problems;
  guint n_warnings;
};

/* Judges a table: rows is an aas whose first row is the header, lines an au that says where in the
 * file each is. columns may be NULL: they are found by the header. known has everybody (of
 * MskAttendee) who is on the lists already; look may be NULL. The caller owns it. */
MskAttendeeList *msk_attendee_list_new (GVariant *rows,
                                        GVariant *lines,
                                        const MskListColumns *columns,
                                        GPtrArray *known,
                                        MskLevel level,
                                        MskNameLook look) G_GNUC_WARN_UNUSED_RESULT;

/* Judges one person whom somebody entered by hand: a list without header and rows, that has the
 * same warnings. The caller owns it. */
MskAttendeeList *msk_attendee_list_new_one (MskAttendee *person,
                                            GPtrArray *known,
                                            MskLevel level,
                                            MskNameLook look) G_GNUC_WARN_UNUSED_RESULT;

/* Whether all of the people may be put on the list, with the warnings accepted or not. Fails with
 * MSK_INPUT_ERROR_CSV_COLUMNS, _CSV_ROWS, _CSV_EMPTY, or MSK_RULE_ERROR_LIST_DOUBTFUL. */
gboolean msk_attendee_list_check (MskAttendeeList *self, gboolean accepted, GError **error);

/* Whether the one person of msk_attendee_list_new_one() may be taken. Fails with
 * MSK_RULE_ERROR_LIST_DOUBTFUL, which says all that is doubtful. */
gboolean msk_attendee_list_check_one (MskAttendeeList *self, gboolean accepted, GError **error);

/* Whether the two have the same people and the same warnings. */
gboolean msk_attendee_list_equal (MskAttendeeList *a, MskAttendeeList *b);

G_END_DECLS
