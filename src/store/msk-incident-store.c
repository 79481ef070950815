/* The register of incidents.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-store.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

static gboolean
insert_incident (MskTransaction *transaction,
                 const char *kind,
                 gint64 attendee_id,
                 const char *subject,
                 const char *text,
                 gint64 *id,
                 GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO incident (kind, at, attendee_id, subject, text, user, station)"
      " VALUES (:kind, :now, NULLIF (:attendee, 0), :subject, :text, :user, :station) RETURNING id",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind", kind);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_text (statement, ":subject", subject);
  msk_statement_bind_text (statement, ":text", text);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *id = msk_statement_get_int64 (statement, 0);
  return TRUE;
}

gboolean
msk_incident_store_open (MskTransaction *transaction,
                         MskIncidentKind kind,
                         gint64 attendee_id,
                         const char *subject,
                         const char *text,
                         gint64 *id,
                         GError **error)
{
  const char *name = msk_enum_get_name (MSK_TYPE_INCIDENT_KIND, (int) kind);
  g_autofree char *entry = NULL;
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, attendee_id);

  if (!insert_incident (transaction, name, attendee_id, subject, text, id, error))
    return FALSE;

  entry = g_strdup_printf ("incident %" G_GINT64_FORMAT, *id);
  return msk_ledger_append (transaction, MSK_ACT_INCIDENT_OPEN, entry, error, "kind", name, "of",
                            subject, "attendee", person, NULL);
}

static MskIncident *
read_incident (MskStatement *statement, GError **error)
{
  g_autoptr(MskIncident) incident = msk_incident_new ();
  int kind;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_INCIDENT_KIND, &kind, error))
    return NULL;

  incident->id = msk_statement_get_int64 (statement, 0);
  incident->kind = (MskIncidentKind) kind;
  incident->at = msk_statement_get_int64 (statement, 2);
  incident->attendee_id = msk_statement_get_int64 (statement, 3);
  incident->subject = msk_statement_dup_text (statement, 4);
  incident->text = msk_statement_dup_text (statement, 5);
  incident->user = msk_statement_dup_text (statement, 6);
  incident->station = msk_statement_dup_text (statement, 7);
  return g_steal_pointer (&incident);
}

GPtrArray *
msk_incident_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id, kind, at, COALESCE (attendee_id, 0), subject, "
                                       "text, user, station FROM incident"
                                       " ORDER BY id",
                                       error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_incident, error);
}
