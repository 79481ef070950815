/* Reads a list of attendees from a CSV that the worker has taken apart: all of it, or nothing.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-plan.h"
#include "msk-session-private.h"
#include "msk-vetting-private.h"
#include "msk-worker.h"

#define PROBLEMS_MAX 200

typedef enum
{
  COLUMN_NAME,
  COLUMN_UNIT,
  COLUMN_POST,
  COLUMN_CAPACITY,
  COLUMN_CLEARANCE,
  COLUMN_SEAT,
  N_COLUMNS
} Column;

/* Folded as fold_header() does it. The first two are what messages call the column. */
static const char *const headers[N_COLUMNS][8] = {
  [COLUMN_NAME] = { "姓名", "name", "名字", "fullname", NULL },
  [COLUMN_UNIT] = { "单位", "unit", "工作单位", "organisation", "organization", "部门", NULL },
  [COLUMN_POST] = { "职务", "post", "职务职级", "position", "title", NULL },
  [COLUMN_CAPACITY] = { "身份", "capacity", "参会身份", "人员类别", NULL },
  [COLUMN_CLEARANCE] = { "涉密等级", "clearance", "密级", "涉密级别", NULL },
  [COLUMN_SEAT] = { "座位", "seat", "座位号", "席位", "座次", NULL },
};

static const gboolean needed[N_COLUMNS] = { TRUE, TRUE, FALSE, TRUE, TRUE, FALSE };

typedef struct
{
  int columns[N_COLUMNS]; /* where each is in a row, -1 for not there */
  GHashTable *keys;       /* people known so far */
  GHashTable *seats;      /* seats given in this file */
  GPtrArray *people;      /* of MskAttendee */
  GPtrArray *problems;    /* of char * */
} Reading;

static char *
fold_header (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *folded = g_utf8_casefold (normal == NULL ? "" : normal, -1);
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_utf8_get_char (at));

  return g_string_free (plain, FALSE);
}

/* Fills in where each column is. A column named twice counts as named wrongly. */
static gboolean
find_columns (Reading *reading, const char *const *header, GError **error)
{
  for (guint column = 0; column < N_COLUMNS; column++)
    {
      guint found = 0;

      reading->columns[column] = -1;
      for (int i = 0; header[i] != NULL; i++)
        {
          g_autofree char *folded = fold_header (header[i]);

          if (!g_strv_contains (headers[column], folded))
            continue;
          reading->columns[column] = i;
          found++;
        }

      if (found > 1 || (found == 0 && needed[column]))
        {
          g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_COLUMNS,
                       found > 1 ? _ ("Row 1 names the column %s (%s) twice: keep one of them.")
                                 : _ ("Row 1 names no column %s (%s): the first row must name the "
                                      "columns 姓名, 单位, 职务, 身份, "
                                      "涉密等级 (name, unit, post, capacity, clearance)."),
                       headers[column][0], headers[column][1]);
          return FALSE;
        }
    }

  return TRUE;
}

static void
add_problem (Reading *reading, guint line, const char *message)
{
  if (reading->problems->len < PROBLEMS_MAX)
    g_ptr_array_add (reading->problems, g_strdup_printf (_ ("Row %u: %s"), line, message));
}

static char *
dup_cell (const Reading *reading, const char *const *row, guint cells, Column column)
{
  int at = reading->columns[column];

  return at < 0 || (guint) at >= cells ? g_strdup ("") : msk_vetting_dup_field (row[at]);
}

static gboolean
take_key (Reading *reading, MskAttendee *attendee)
{
  return g_hash_table_add (reading->keys,
                           msk_attendee_dup_key (attendee->name, attendee->unit, attendee->post));
}

static gboolean
take_seat (Reading *reading, MskAttendee *attendee)
{
  return *attendee->seat == '\0' || (g_utf8_strlen (attendee->seat, -1) <= MSK_SEAT_MAX_CHARS &&
                                     g_hash_table_add (reading->seats, g_strdup (attendee->seat)));
}

static void
read_row (Reading *reading, const char *const *row, guint line)
{
  guint cells = g_strv_length ((GStrv) row);
  g_autoptr(MskAttendee) attendee = msk_attendee_new ();
  g_autofree char *capacity = dup_cell (reading, row, cells, COLUMN_CAPACITY);
  g_autofree char *clearance = dup_cell (reading, row, cells, COLUMN_CLEARANCE);

  attendee->name = dup_cell (reading, row, cells, COLUMN_NAME);
  attendee->unit = dup_cell (reading, row, cells, COLUMN_UNIT);
  attendee->post = dup_cell (reading, row, cells, COLUMN_POST);
  attendee->seat = dup_cell (reading, row, cells, COLUMN_SEAT);

  if (attendee->name == NULL || attendee->unit == NULL || attendee->post == NULL ||
      attendee->seat == NULL || capacity == NULL || clearance == NULL)
    add_problem (reading, line,
                 _ ("a field is too long or has characters that can't be printed: correct it."));
  else if (*attendee->name == '\0')
    add_problem (reading, line, _ ("the name is missing: fill it in, or delete the row."));
  else if (*attendee->unit == '\0')
    add_problem (reading, line, _ ("the unit is missing: fill it in."));
  else if (!msk_capacity_parse (capacity, &attendee->capacity))
    add_problem (reading, line,
                 _ ("the capacity is none of delegate (出席), observer (列席), staff (工作人员), "
                    "service (服务人员), press (新闻): correct it."));
  else if (!msk_level_parse (clearance, &attendee->clearance))
    add_problem (reading, line,
                 _ ("the clearance is none of top secret (绝密), secret (机密), confidential "
                    "(秘密): correct it."));
  else if (!take_seat (reading, attendee))
    add_problem (reading, line,
                 _ ("the seat is given twice, or is longer than a seat can be: correct it."));
  else if (!take_key (reading, attendee))
    add_problem (reading, line,
                 _ ("this person, with this unit and post, is on the list already: delete one of "
                    "the two."));
  else
    g_ptr_array_add (reading->people, g_steal_pointer (&attendee));
}

static gboolean
read_rows (Reading *reading, GVariant *answer, GError **error)
{
  g_autoptr(GVariant) rows = g_variant_lookup_value (answer, "rows", G_VARIANT_TYPE ("aas"));
  g_autoptr(GVariant) lines = g_variant_lookup_value (answer, "lines", G_VARIANT_TYPE ("au"));
  g_autoptr(GVariant) header_row = NULL;
  g_autofree const char **header = NULL;

  if (rows == NULL || lines == NULL || g_variant_n_children (rows) == 0 ||
      g_variant_n_children (rows) != g_variant_n_children (lines))
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER,
                           _ ("The file could not be read: save it anew as CSV, then import it "
                              "again."));
      return FALSE;
    }

  header_row = g_variant_get_child_value (rows, 0);
  header = g_variant_get_strv (header_row, NULL);
  if (!find_columns (reading, header, error))
    return FALSE;

  for (gsize i = 1; i < g_variant_n_children (rows); i++)
    {
      g_autoptr(GVariant) row = g_variant_get_child_value (rows, i);
      g_autofree const char **cells = g_variant_get_strv (row, NULL);
      guint line;

      g_variant_get_child (lines, i, "u", &line);
      read_row (reading, cells, line);
    }

  return TRUE;
}

static gboolean
check_problems (const Reading *reading, GError **error)
{
  if (reading->problems->len > 0)
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ROWS,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%u row is wrong and nobody was put on the list; the first: %s",
                                "%u rows are wrong and nobody was put on the list; the first: %s",
                                reading->problems->len),
                   reading->problems->len, (const char *) g_ptr_array_index (reading->problems, 0));
      return FALSE;
    }
  if (reading->people->len == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_EMPTY,
                           _ ("The file names columns and nobody below them: add the people, then "
                              "import it again."));
      return FALSE;
    }

  return TRUE;
}

guint
msk_vetting_desk_import (MskSession *session, GBytes *csv, GPtrArray **problems, GError **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) keys = NULL;
  g_autoptr(GHashTable) seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GVariant) answer = NULL;
  Reading reading = { .seats = seats, .people = people, .problems = found };
  gboolean good;

  g_return_val_if_fail (csv != NULL, 0);

  if (msk_session_require_meeting (session, MSK_ACT_ATTENDEE_IMPORT, error) == NULL)
    return 0;

  keys = reading.keys = msk_vetting_load_keys (session, error);
  answer = keys == NULL ? NULL : msk_worker_run (MSK_WORKER_JOB_CSV, csv, NULL, error);
  if (answer == NULL || !read_rows (&reading, answer, error))
    return 0;

  good = check_problems (&reading, error) &&
         msk_vetting_insert_all (session, people, MSK_ACT_ATTENDEE_IMPORT, error);
  if (problems != NULL)
    *problems = g_steal_pointer (&found);
  return good ? people->len : 0;
}
