/* Who was designated to sign and collect for somebody (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-designation-store.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-entries.h"
#include "msk-ledger.h"

#define SELECT_DESIGNATION                                                                         \
  "SELECT d.id, d.attendee_id, a.name, d.collector_id, b.name, b.unit, d.reference, d.granted_at," \
  " d.granted_by, COALESCE (e.ended_at, 0), COALESCE (e.ended_by, ''),"                            \
  " b.vetting = 'withdrawn'"                                                                       \
  " FROM designation AS d JOIN attendee AS a ON a.id = d.attendee_id"                              \
  " JOIN attendee AS b ON b.id = d.collector_id"                                                   \
  " LEFT JOIN designation_end AS e ON e.designation_id = d.id"

static gboolean
insert_designation (MskTransaction *transaction,
                    gint64 attendee_id,
                    gint64 collector_id,
                    const char *reference,
                    gint64 *id,
                    GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO designation (attendee_id, collector_id, "
                                       "reference, granted_at, granted_by)"
                                       " VALUES (:attendee, :collector, :reference, :now, :user) "
                                       "RETURNING id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":collector", collector_id);
  msk_statement_bind_text (statement, ":reference", reference);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_designation_store_add (MskTransaction *transaction,
                           gint64 attendee_id,
                           gint64 collector_id,
                           const char *reference,
                           gint64 *id,
                           GError **error)
{
  g_autofree char *attendee = g_strdup_printf ("%" G_GINT64_FORMAT, attendee_id);
  g_autofree char *collector = g_strdup_printf ("%" G_GINT64_FORMAT, collector_id);
  g_autofree char *subject = NULL;

  if (!insert_designation (transaction, attendee_id, collector_id, reference, id, error))
    return FALSE;

  subject = g_strdup_printf ("designation %" G_GINT64_FORMAT, *id);
  return msk_ledger_append (transaction, MSK_ACT_COLLECTOR_DESIGNATE, subject, error, "attendee",
                            attendee, "collector", collector, "reference", reference, NULL);
}

gboolean
msk_designation_store_end (MskTransaction *transaction, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO designation_end (designation_id, ended_at, "
                                       "ended_by) VALUES (:id, :now, :user)",
                                       error);
  g_autofree char *subject = g_strdup_printf ("designation %" G_GINT64_FORMAT, id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_COLLECTOR_END, subject, error, NULL);
}

static MskDesignation *
read_designation (MskStatement *statement, GError **error)
{
  MskDesignation *designation = msk_designation_new ();

  designation->id = msk_statement_get_int64 (statement, 0);
  designation->attendee_id = msk_statement_get_int64 (statement, 1);
  designation->person = msk_statement_dup_text (statement, 2);
  designation->collector_id = msk_statement_get_int64 (statement, 3);
  designation->collector = msk_statement_dup_text (statement, 4);
  designation->collector_unit = msk_statement_dup_text (statement, 5);
  designation->reference = msk_statement_dup_text (statement, 6);
  designation->granted_at = msk_statement_get_int64 (statement, 7);
  designation->granted_by = msk_statement_dup_text (statement, 8);
  designation->ended_at = msk_statement_get_int64 (statement, 9);
  designation->ended_by = msk_statement_dup_text (statement, 10);
  designation->without_force = msk_statement_get_int64 (statement, 11) != 0;
  return designation;
}

MskDesignation *
msk_designation_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_DESIGNATION " WHERE d.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_designation,
                                 _ ("There is no such designation: look at the list of "
                                    "designations."),
                                 error);
}

GPtrArray *
msk_designation_store_list (MskDatabase *database, gboolean only_standing, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       only_standing ? SELECT_DESIGNATION
                                           " WHERE e.designation_id IS NULL ORDER BY d.id"
                                                     : SELECT_DESIGNATION " ORDER BY d.id",
                                       error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_designation, error);
}

gboolean
msk_designation_store_find (MskDatabase *database,
                            gint64 attendee_id,
                            gint64 collector_id,
                            gint64 *id,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       MSK_WITH_ENTRIES
                                       "SELECT d.id FROM designation AS d WHERE d.attendee_id IN "
                                       "(SELECT id FROM entry) AND d.collector_id = :collector"
                                       " AND NOT EXISTS (SELECT 1 FROM designation_end WHERE "
                                       "designation_id = d.id) ORDER BY d.id DESC LIMIT 1",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":collector", collector_id);
  return msk_statement_read_int64 (statement, id, error);
}
