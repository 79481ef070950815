/* The list of attendees as a file for a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-roster-export.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee.h"
#include "msk-desk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-list-writer.h"
#include "msk-private-file.h"
#include "msk-report-desk-private.h"
#include "msk-session-private.h"
#include "msk-vetting-desk.h"

/* The first six are what the import reads. */
static const char *const headings[] = {
  N_ ("Name"), N_ ("Unit"),         N_ ("Post"),     N_ ("Capacity"), N_ ("Clearance"), N_ ("Seat"),
  N_ ("No."),  N_ ("Nominated by"), N_ ("Decision"), N_ ("Reason"),   N_ ("List"),
};

#define N_COLUMNS G_N_ELEMENTS (headings)

static void
add_text (GPtrArray *cells, const char *text)
{
  g_ptr_array_add (cells, g_strdup (text != NULL ? text : ""));
}

static void
add_row (GPtrArray *cells, MskAttendee *attendee)
{
  add_text (cells, attendee->name);
  add_text (cells, attendee->unit);
  add_text (cells, attendee->post);
  add_text (cells, msk_capacity_get_label (attendee->capacity));
  add_text (cells, msk_level_get_label (attendee->clearance));
  add_text (cells, attendee->seat);
  g_ptr_array_add (cells, g_strdup_printf ("%" G_GINT64_FORMAT, attendee->id));
  add_text (cells, attendee->nominating_unit);
  add_text (cells, msk_vetting_get_label (attendee->vetting));
  add_text (cells, attendee->vetting == MSK_VETTING_WITHDRAWN ? attendee->withdrawn_reason
                                                              : attendee->reason);
  g_ptr_array_add (cells, g_strdup_printf ("%u", attendee->list_number));
}

/* Everybody on the lists by id (of gint64); lends from everybody. */
static GHashTable *
index_people (GPtrArray *everybody)
{
  GHashTable *people = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < everybody->len; i++)
    {
      MskAttendee *attendee = g_ptr_array_index (everybody, i);

      g_hash_table_insert (people, &attendee->id, attendee);
    }

  return people;
}

static GPtrArray *
make_cells (MskSession *session, GArray *ids, GError **error)
{
  g_autoptr(GPtrArray) everybody = msk_vetting_desk_list (session, error);
  g_autoptr(GHashTable) people = everybody == NULL ? NULL : index_people (everybody);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  if (people == NULL)
    return NULL;

  for (guint i = 0; i < N_COLUMNS; i++)
    add_text (cells, g_dgettext (GETTEXT_PACKAGE, headings[i]));
  for (guint i = 0; i < ids->len; i++)
    {
      MskAttendee *attendee = g_hash_table_lookup (people, &g_array_index (ids, gint64, i));

      if (attendee == NULL)
        {
          g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                               _ ("Somebody to be exported is not on the lists of this meeting: "
                                  "look at the list again."));
          return NULL;
        }
      add_row (cells, attendee);
    }

  return g_steal_pointer (&cells);
}

/* Names leave the vault: that stands in the ledger before they do. */
static gboolean
record (MskSession *session, guint count, MskRosterFormat format, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autofree char *people = g_strdup_printf ("%u", count);

  return msk_session_begin (session, MSK_ACT_LIST_EXPORT, &transaction, error) &&
         msk_ledger_append (&transaction, MSK_ACT_LIST_EXPORT, "list", error, "format",
                            msk_enum_get_name (MSK_TYPE_ROSTER_FORMAT, (int) format), "people",
                            people, NULL) &&
         msk_session_commit (session, &transaction, error);
}

char *
msk_roster_export_write (MskSession *session,
                         GArray *ids,
                         MskRosterFormat format,
                         const char *path,
                         GError **error)
{
  const char *ending = msk_enum_get_name (MSK_TYPE_ROSTER_FORMAT, (int) format);
  g_autoptr(GPtrArray) cells = NULL;
  g_autoptr(GBytes) file = NULL;
  g_autofree char *target = NULL;

  g_return_val_if_fail (ids != NULL, NULL);

  if (msk_session_require_meeting (session, MSK_ACT_LIST_EXPORT, error) == NULL)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("Nobody is left to be exported: choose others."));
      return NULL;
    }

  cells = make_cells (session, ids, error);
  if (cells == NULL)
    return NULL;
  file = format == MSK_ROSTER_CSV ? msk_list_writer_make_csv (cells, N_COLUMNS)
                                  : msk_list_writer_make_workbook (cells, N_COLUMNS, NULL, error);
  if (file == NULL)
    return NULL;

  target = path != NULL ? g_strdup (path)
                        : msk_report_desk_dup_free_path (session, "attendees", ending, error);
  if (target == NULL || !record (session, ids->len, format, error) ||
      !msk_private_file_write (target, file, FALSE, error))
    return NULL;

  return g_steal_pointer (&target);
}
