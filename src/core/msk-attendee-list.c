/* A table of people, judged: who would be put on the list, what is wrong, what is doubtful.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-attendee-list.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-list-cell.h"
#include "msk-name.h"
#include "msk-plan.h"

G_DEFINE_FINAL_TYPE (MskListRemark, msk_list_remark, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (MskAttendeeList, msk_attendee_list, G_TYPE_OBJECT)

/* What is known while the rows are read. */
typedef struct
{
  MskAttendeeList *list;
  GHashTable *keys;   /* everybody so far, as msk_attendee_dup_key() has them */
  MskNameBook *names; /* with the row; 0 for somebody on the lists already */
  GHashTable *seats;  /* folded, of this file */
  MskLevel level;
} Reading;

/* One row while it is judged. */
typedef struct
{
  const char *const *cells;
  guint n_cells;
  guint line;
  char *fields[MSK_LIST_N_COLUMNS];
} Row;

static void
msk_list_remark_finalize (GObject *object)
{
  g_free (MSK_LIST_REMARK (object)->text);

  G_OBJECT_CLASS (msk_list_remark_parent_class)->finalize (object);
}

static void
msk_list_remark_class_init (MskListRemarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_list_remark_finalize;
}

static void
msk_list_remark_init (MskListRemark *self)
{
}

static void
msk_attendee_list_finalize (GObject *object)
{
  MskAttendeeList *self = MSK_ATTENDEE_LIST (object);

  g_strfreev (self->header);
  g_ptr_array_unref (self->people);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->warnings);

  G_OBJECT_CLASS (msk_attendee_list_parent_class)->finalize (object);
}

static void
msk_attendee_list_class_init (MskAttendeeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_attendee_list_finalize;
}

static void
msk_attendee_list_init (MskAttendeeList *self)
{
  self->people = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
  self->warnings = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
remark (MskAttendeeList *list, MskListRemarkKind kind, guint row, int column, const char *what)
{
  const gboolean is_warning = kind >= MSK_LIST_FIRST_WARNING;
  GPtrArray *remarks = is_warning ? list->warnings : list->problems;
  g_autofree char *letter = NULL;
  MskListRemark *one;

  *(is_warning ? &list->n_warnings : &list->n_problems) += 1;
  if (remarks->len >= MSK_LIST_REMARKS_MAX)
    return;

  one = g_object_new (MSK_TYPE_LIST_REMARK, NULL);
  one->kind = kind;
  one->row = row;
  one->column = column;
  letter = column >= 0 ? msk_list_column_dup_letter ((guint) column) : NULL;
  one->text = row == 0         ? g_strdup (what)
              : letter != NULL ? g_strdup_printf (_ ("Row %u, column %s: %s"), row, letter, what)
                               : g_strdup_printf (_ ("Row %u: %s"), row, what);
  g_ptr_array_add (remarks, one);
}

/* One column of the row's is wrong or doubtful. */
static void
remark_field (const Reading *reading,
              const Row *row,
              MskListRemarkKind kind,
              MskListColumn column,
              const char *what)
{
  remark (reading->list, kind, row->line, reading->list->columns.at[column], what);
}

/* FALSE when the rows can't be read, since it is not known what is where. */
static gboolean
judge_columns (MskAttendeeList *list, guint line)
{
  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    {
      const char *chinese = msk_list_column_get_chinese (each);
      const char *english = msk_list_column_get_english (each);
      const int at = list->columns.at[each];
      g_autofree char *what = NULL;

      if (at == MSK_LIST_COLUMN_TWICE)
        what = g_strdup_printf (_ ("two columns are called %s (%s): keep one of them, or say which "
                                   "one it is."),
                                chinese, english);
      else if (at < 0 && msk_list_column_is_needed (each))
        what = g_strdup_printf (_ ("no column is called %s (%s): name it so in the first row, or "
                                   "say which one it is."),
                                chinese, english);
      if (what != NULL)
        remark (list,
                at == MSK_LIST_COLUMN_TWICE ? MSK_LIST_REMARK_COLUMN_TWICE
                                            : MSK_LIST_REMARK_COLUMN_MISSING,
                line, MSK_LIST_COLUMN_NONE, what);
    }

  return list->n_problems == 0;
}

/* Fills in the fields as they are kept. FALSE, with a problem, when one can't be. */
static gboolean
take_fields (const Reading *reading, Row *row)
{
  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    {
      const int at = reading->list->columns.at[each];
      const char *cell = at >= 0 && (guint) at < row->n_cells ? row->cells[at] : "";

      if (g_str_equal (cell, MSK_LIST_CELL_NOT_TEXT))
        {
          remark_field (reading, row, MSK_LIST_REMARK_CELL_NOT_TEXT, each,
                        _ ("the cell is a date, a formatted number or an error and not text: give "
                           "it the format “Text” and type it again."));
          return FALSE;
        }
      row->fields[each] = msk_name_dup_field (msk_list_cell_skip_mark (cell));
      if (row->fields[each] == NULL)
        {
          remark_field (reading, row, MSK_LIST_REMARK_FIELD_UNREADABLE, each,
                        _ ("the field is longer than 200 characters or has characters that can't "
                           "be printed: correct it."));
          return FALSE;
        }
    }

  return TRUE;
}

/* A level, or the class of a person who is cleared for it (核心, 重要, 一般涉密人员). */
static gboolean
parse_clearance (const char *text, MskLevel *level)
{
  static const struct
  {
    const char *class;
    MskLevel level;
  } classes[] = {
    { "核心", MSK_LEVEL_TOP_SECRET },
    { "重要", MSK_LEVEL_SECRET },
    { "一般", MSK_LEVEL_CONFIDENTIAL },
  };
  g_autofree char *folded = msk_name_dup_folded (text);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_str_has_prefix (folded, classes[i].class))
      {
        const char *rest = folded + strlen (classes[i].class);

        if (*rest != '\0' && !g_str_equal (rest, "涉密人员") && !g_str_equal (rest, "涉密"))
          return FALSE;
        *level = classes[i].level;
        return TRUE;
      }

  return msk_level_parse (folded, level) || msk_level_parse (text, level);
}

static gboolean
parse_capacity (const char *text, MskCapacity *capacity)
{
  g_autofree char *folded = msk_name_dup_folded (text);

  return msk_capacity_parse (folded, capacity);
}

/* What can't stay: FALSE, with a problem. */
static gboolean
judge_words (const Reading *reading, const Row *row, MskAttendee *attendee)
{
  if (*attendee->name == '\0')
    remark_field (reading, row, MSK_LIST_REMARK_NAME_MISSING, MSK_LIST_COLUMN_NAME,
                  _ ("the name is missing: fill it in, or delete the row."));
  else if (!parse_capacity (row->fields[MSK_LIST_COLUMN_CAPACITY], &attendee->capacity))
    remark_field (reading, row, MSK_LIST_REMARK_CAPACITY_UNKNOWN, MSK_LIST_COLUMN_CAPACITY,
                  _ ("the capacity is none of delegate (出席), observer (列席), staff (工作人员), "
                     "service (服务人员), press (新闻): correct it."));
  else if (!parse_clearance (row->fields[MSK_LIST_COLUMN_CLEARANCE], &attendee->clearance))
    remark_field (reading, row, MSK_LIST_REMARK_CLEARANCE_UNKNOWN, MSK_LIST_COLUMN_CLEARANCE,
                  _ ("the clearance is none of top secret (绝密), secret (机密), confidential "
                     "(秘密): correct it."));
  else
    return TRUE;

  return FALSE;
}

/* Nobody twice, and no seat twice. */
static gboolean
judge_doubles (const Reading *reading, const Row *row, MskAttendee *attendee)
{
  g_autofree char *key = msk_attendee_dup_key (attendee->name, attendee->unit, attendee->post);
  g_autofree char *seat = msk_name_dup_folded (attendee->seat);

  if (g_hash_table_contains (reading->keys, key))
    {
      remark_field (reading, row, MSK_LIST_REMARK_ALREADY_LISTED, MSK_LIST_COLUMN_NAME,
                    _ ("this person, with this unit and post, is on the list already: delete one "
                       "of the two."));
      return FALSE;
    }
  if (*seat != '\0' && (g_utf8_strlen (attendee->seat, -1) > MSK_SEAT_MAX_CHARS ||
                        g_hash_table_contains (reading->seats, seat)))
    {
      remark_field (reading, row, MSK_LIST_REMARK_SEAT_UNUSABLE, MSK_LIST_COLUMN_SEAT,
                    _ ("the seat is given twice, or is longer than a seat can be: correct it."));
      return FALSE;
    }

  g_hash_table_add (reading->keys, g_steal_pointer (&key));
  if (*seat != '\0')
    g_hash_table_add (reading->seats, g_steal_pointer (&seat));

  return TRUE;
}

static char *
dup_likeness (MskNameLikeness likeness, guint row)
{
  if (row == 0)
    return g_strdup (
        likeness == MSK_NAME_SAME
            ? _ ("somebody of the same name is on the list already: make sure that they are two "
                 "people.")
            : _ ("somebody is on the list already whose name looks the same and is written with "
                 "other characters: make sure that they are two people, and which is right."));

  return g_strdup_printf (
      likeness == MSK_NAME_SAME
          ? _ ("the same name stands in row %u: make sure that they are two people.")
          : _ ("a name that looks the same, written with other characters, stands in row %u: make "
               "sure that they are two people, and which is right."),
      row);
}

static void
doubt_name (const Reading *reading, const Row *row, MskAttendee *attendee)
{
  guint first = row->line;
  const MskNameLikeness likeness = msk_name_book_take (reading->names, attendee->name, &first);
  g_autofree char *what = NULL;

  if (likeness == MSK_NAME_NEW)
    return;

  what = dup_likeness (likeness, first);
  remark_field (reading, row,
                likeness == MSK_NAME_SAME ? MSK_LIST_REMARK_SAME_NAME : MSK_LIST_REMARK_LOOKS_LIKE,
                MSK_LIST_COLUMN_NAME, what);
}

/* What may stay when somebody says that it is meant so. */
static void
judge_doubts (const Reading *reading, const Row *row, MskAttendee *attendee)
{
  doubt_name (reading, row, attendee);
  if (*attendee->unit == '\0')
    remark_field (reading, row, MSK_LIST_REMARK_UNIT_MISSING, MSK_LIST_COLUMN_UNIT,
                  _ ("the unit is missing: fill it in, or accept that there is none."));
  if (*attendee->post == '\0' &&
      (row->line == 0 || reading->list->columns.at[MSK_LIST_COLUMN_POST] >= 0))
    remark_field (reading, row, MSK_LIST_REMARK_POST_MISSING, MSK_LIST_COLUMN_POST,
                  _ ("the post is missing: fill it in, or accept that there is none."));
  if (attendee->clearance < reading->level)
    remark_field (reading, row, MSK_LIST_REMARK_CLEARANCE_LOW, MSK_LIST_COLUMN_CLEARANCE,
                  _ ("the clearance is below the level of the meeting: correct it, or accept that "
                     "this person gets only what is below."));
}

static void
judge_row (const Reading *reading, Row *row)
{
  g_autoptr(MskAttendee) attendee = NULL;

  if (!take_fields (reading, row))
    return;

  attendee = msk_attendee_new ();
  attendee->name = g_steal_pointer (&row->fields[MSK_LIST_COLUMN_NAME]);
  attendee->unit = g_steal_pointer (&row->fields[MSK_LIST_COLUMN_UNIT]);
  attendee->post = g_steal_pointer (&row->fields[MSK_LIST_COLUMN_POST]);
  attendee->seat = g_steal_pointer (&row->fields[MSK_LIST_COLUMN_SEAT]);
  if (!judge_words (reading, row, attendee) || !judge_doubles (reading, row, attendee))
    return;

  judge_doubts (reading, row, attendee);
  g_array_append_val (reading->list->rows, row->line);
  g_ptr_array_add (reading->list->people, g_steal_pointer (&attendee));
}

static void
judge_rows (const Reading *reading, GVariant *rows, const guint32 *lines)
{
  for (gsize i = 1; i < g_variant_n_children (rows); i++)
    {
      g_autoptr(GVariant) child = g_variant_get_child_value (rows, i);
      g_autofree const char **cells = g_variant_get_strv (child, NULL);
      Row row = { cells, g_strv_length ((GStrv) cells), lines[i], { NULL } };

      judge_row (reading, &row);
      for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
        g_free (row.fields[each]);
    }
}

static void
learn_known (Reading *reading, GPtrArray *known)
{
  for (guint i = 0; i < known->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (known, i);
      guint mark = 0;

      g_hash_table_add (reading->keys,
                        msk_attendee_dup_key (attendee->name, attendee->unit, attendee->post));
      msk_name_book_take (reading->names, attendee->name, &mark);
    }
}

MskAttendeeList *
msk_attendee_list_new_one (MskAttendee *person, GPtrArray *known, MskLevel level, MskNameLook look)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(MskNameBook) names = msk_name_book_new (look);
  Reading reading = { NULL, keys, names, NULL, level };
  const Row row = { NULL, 0, 0, { NULL } };

  g_return_val_if_fail (MSK_IS_ATTENDEE (person) && known != NULL, NULL);

  reading.list = g_object_new (MSK_TYPE_ATTENDEE_LIST, NULL);
  reading.list->header = g_new0 (char *, 1);
  /* Every field of a form is there, and none of them is a column. */
  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    reading.list->columns.at[each] = MSK_LIST_COLUMN_NONE;

  learn_known (&reading, known);
  judge_doubts (&reading, &row, person);
  g_ptr_array_add (reading.list->people, g_object_ref (person));

  return reading.list;
}

MskAttendeeList *
msk_attendee_list_new (GVariant *rows,
                       GVariant *lines,
                       const MskListColumns *columns,
                       GPtrArray *known,
                       MskLevel level,
                       MskNameLook look)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(MskNameBook) names = msk_name_book_new (look);
  g_autoptr(GHashTable) seats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GVariant) header = NULL;
  Reading reading = { NULL, keys, names, seats, level };
  const guint32 *places;
  gsize n_places;

  g_return_val_if_fail (g_variant_is_of_type (rows, G_VARIANT_TYPE ("aas")), NULL);
  g_return_val_if_fail (g_variant_is_of_type (lines, G_VARIANT_TYPE ("au")), NULL);
  places = g_variant_get_fixed_array (lines, &n_places, sizeof *places);
  g_return_val_if_fail (n_places > 0 && n_places == g_variant_n_children (rows), NULL);
  g_return_val_if_fail (known != NULL, NULL);

  reading.list = g_object_new (MSK_TYPE_ATTENDEE_LIST, NULL);
  header = g_variant_get_child_value (rows, 0);
  reading.list->header = g_variant_dup_strv (header, NULL);
  if (columns != NULL)
    reading.list->columns = *columns;
  else
    msk_list_columns_find ((const char *const *) reading.list->header, &reading.list->columns);

  learn_known (&reading, known);
  if (judge_columns (reading.list, places[0]))
    judge_rows (&reading, rows, places);
  if (reading.list->people->len > 0 && reading.list->columns.at[MSK_LIST_COLUMN_POST] < 0)
    remark (reading.list, MSK_LIST_REMARK_POST_MISSING, places[0], MSK_LIST_COLUMN_NONE,
            _ ("no column is called 职务 (post): say which one it is, or accept that nobody has a "
               "post."));

  return reading.list;
}

gboolean
msk_attendee_list_check (MskAttendeeList *self, gboolean accepted, GError **error)
{
  const MskListRemark *first;

  g_return_val_if_fail (MSK_IS_ATTENDEE_LIST (self), FALSE);

  if (self->n_problems > 0)
    {
      first = g_ptr_array_index (self->problems, 0);
      if (first->kind <= MSK_LIST_REMARK_COLUMN_TWICE)
        g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_COLUMNS, first->text);
      else
        g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_ROWS,
                     g_dngettext (GETTEXT_PACKAGE,
                                  "%u row is wrong and nobody was put on the list; the first: %s",
                                  "%u rows are wrong and nobody was put on the list; the first: %s",
                                  self->n_problems),
                     self->n_problems, first->text);
      return FALSE;
    }
  if (self->people->len == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_CSV_EMPTY,
                           _ ("The file names columns and nobody below them: add the people, then "
                              "import it again."));
      return FALSE;
    }
  if (self->n_warnings > 0 && !accepted)
    {
      first = g_ptr_array_index (self->warnings, 0);
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_DOUBTFUL,
                   g_dngettext (GETTEXT_PACKAGE,
                                "%u thing is doubtful and nobody was put on the list; correct the "
                                "file, or look at it and accept it. It is: %s",
                                "%u things are doubtful and nobody was put on the list; correct "
                                "the file, or look at them and accept them. The first: %s",
                                self->n_warnings),
                   self->n_warnings, first->text);
      return FALSE;
    }

  return TRUE;
}

gboolean
msk_attendee_list_check_one (MskAttendeeList *self, gboolean accepted, GError **error)
{
  g_autoptr(GString) all = g_string_new (NULL);

  g_return_val_if_fail (MSK_IS_ATTENDEE_LIST (self), FALSE);

  if (self->n_warnings == 0 || accepted)
    return TRUE;

  for (guint i = 0; i < self->warnings->len; i++)
    g_string_append_printf (all, "\n– %s", MSK_LIST_REMARK (self->warnings->pdata[i])->text);
  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LIST_DOUBTFUL,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u thing about this person is doubtful, and nothing was written down; "
                            "correct it, or look at it and accept it:%s",
                            "%u things about this person are doubtful, and nothing was written "
                            "down; correct them, or look at them and accept them:%s",
                            self->n_warnings),
               self->n_warnings, all->str);
  return FALSE;
}

gboolean
msk_attendee_list_equal (MskAttendeeList *a, MskAttendeeList *b)
{
  g_return_val_if_fail (MSK_IS_ATTENDEE_LIST (a) && MSK_IS_ATTENDEE_LIST (b), FALSE);

  if (a->people->len != b->people->len || a->n_problems != b->n_problems ||
      a->n_warnings != b->n_warnings)
    return FALSE;
  for (guint i = 0; i < a->warnings->len; i++)
    if (!g_str_equal (MSK_LIST_REMARK (a->warnings->pdata[i])->text,
                      MSK_LIST_REMARK (b->warnings->pdata[i])->text))
      return FALSE;

  return TRUE;
}
