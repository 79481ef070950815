/* The register of incidents: opened, written on, reported, closed; nothing of it changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-incident-clock.h"
#include "msk-ledger.h"

#define INCIDENT_COLUMNS                                                                           \
  "SELECT i.id, i.kind, i.at, i.found_at, COALESCE (i.attendee_id, 0), i.subject, i.serial,"       \
  " i.level, i.text, i.user, i.station, i.report_due_at, i.leak_due_at, i.result_due_at,"          \
  " (SELECT MIN (id) FROM incident_report WHERE incident_id = i.id),"                              \
  " (SELECT told_at FROM incident_report WHERE incident_id = i.id ORDER BY id LIMIT 1),"           \
  " (SELECT at FROM incident_entry WHERE incident_id = i.id AND heading = 'found' AND version = "  \
  "1), c.at, COALESCE (c.user, ''), COALESCE (c.leader, '')"                                       \
  " FROM incident AS i LEFT JOIN incident_closing AS c ON c.incident_id = i.id"

/* East of UTC, where this machine stands: months are those of the calendar on the wall. */
static gint64
get_utc_offset (gint64 at)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  const int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);

  return interval < 0 ? 0 : g_time_zone_get_offset (zone, interval);
}

static char *
dup_subject (gint64 id)
{
  return g_strdup_printf ("incident %" G_GINT64_FORMAT, id);
}

static gboolean
get_meeting_level (MskDatabase *database, MskLevel *level, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT level FROM meeting", error);
  gboolean row;
  int value;

  if (statement == NULL || !msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return msk_database_fail_damaged (error);
  if (!msk_statement_get_enum (statement, 0, MSK_TYPE_LEVEL, &value, error))
    return FALSE;

  *level = (MskLevel) value;
  return TRUE;
}

static gboolean
insert_incident (MskTransaction *transaction,
                 const MskIncidentDraft *draft,
                 MskLevel level,
                 gint64 *id,
                 GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO incident (kind, at, found_at, attendee_id, subject, serial, level, text, user,"
      " station, report_due_at, leak_due_at, result_due_at)"
      " VALUES (:kind, :now, :found, NULLIF (:attendee, 0), :subject, :serial, :level, :text,"
      " :user, :station, :report, :leak, :result) RETURNING id",
      error);
  const gint64 now = transaction->actor.now;
  const gint64 found_at = draft->found_at == 0 ? now : draft->found_at;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_INCIDENT_KIND, (int) draft->kind));
  msk_statement_bind_int64 (statement, ":now", now);
  msk_statement_bind_int64 (statement, ":found", found_at);
  msk_statement_bind_int64 (statement, ":attendee", draft->attendee_id);
  msk_statement_bind_text (statement, ":subject", draft->subject);
  msk_statement_bind_int64 (statement, ":serial", draft->serial);
  msk_statement_bind_text (statement, ":level", msk_enum_get_name (MSK_TYPE_LEVEL, (int) level));
  msk_statement_bind_text (statement, ":text", draft->text);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  msk_statement_bind_int64 (statement, ":report", msk_incident_clock_get_report_due (found_at));
  msk_statement_bind_int64 (statement, ":leak",
                            msk_incident_clock_get_leak_due (draft->kind, level, found_at));
  msk_statement_bind_int64 (statement, ":result",
                            msk_incident_clock_get_result_due (found_at,
                                                               get_utc_offset (found_at)));
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_incident_store_open (MskTransaction *transaction,
                         const MskIncidentDraft *draft,
                         gint64 *id,
                         GError **error)
{
  const char *kind = msk_enum_get_name (MSK_TYPE_INCIDENT_KIND, (int) draft->kind);
  g_autofree char *person = g_strdup_printf ("%" G_GINT64_FORMAT, draft->attendee_id);
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, draft->serial);
  g_autofree char *entry = NULL;
  MskLevel level = draft->level;

  if ((level == 0 && !get_meeting_level (transaction->database, &level, error)) ||
      !insert_incident (transaction, draft, level, id, error))
    return FALSE;

  entry = dup_subject (*id);
  return msk_ledger_append (transaction, MSK_ACT_INCIDENT_OPEN, entry, error, "kind", kind, "of",
                            draft->subject, "attendee", person, "serial", serial, "level",
                            msk_enum_get_name (MSK_TYPE_LEVEL, (int) level), NULL);
}

static gboolean
find_open (MskDatabase *database, const MskIncidentDraft *draft, gint64 *id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT id FROM incident WHERE subject = :subject AND kind = :kind AND serial = :serial"
      " AND NOT EXISTS (SELECT 1 FROM incident_closing WHERE incident_id = incident.id)"
      " ORDER BY id DESC LIMIT 1",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":subject", draft->subject);
  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_INCIDENT_KIND, (int) draft->kind));
  msk_statement_bind_int64 (statement, ":serial", draft->serial);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_incident_store_open_once (MskTransaction *transaction,
                              const MskIncidentDraft *draft,
                              gint64 *id,
                              GError **error)
{
  return find_open (transaction->database, draft, id, error) &&
         (*id != 0 || msk_incident_store_open (transaction, draft, id, error));
}

gboolean
msk_incident_store_find_scanned (MskDatabase *database,
                                 const char *subject,
                                 gint64 serial,
                                 gint64 *id,
                                 GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT id FROM incident WHERE subject = :subject AND serial = :serial"
      " AND kind IN ('forged-tag', 'other-meeting', 'second-sighting')"
      " AND NOT EXISTS (SELECT 1 FROM incident_closing WHERE incident_id = incident.id)"
      " ORDER BY id DESC LIMIT 1",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":subject", subject);
  msk_statement_bind_int64 (statement, ":serial", serial);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_incident_store_find_loss (MskDatabase *database,
                              const char *subject,
                              gint64 *id,
                              GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT id FROM incident WHERE subject = :subject AND kind IN ('missing', 'pages-missing')"
      " AND NOT EXISTS (SELECT 1 FROM incident_closing WHERE incident_id = incident.id)"
      " AND NOT EXISTS (SELECT 1 FROM incident_entry WHERE incident_id = incident.id"
      " AND heading = 'found') ORDER BY id DESC LIMIT 1",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":subject", subject);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_incident_store_find_told (MskDatabase *database,
                              gint64 attendee_id,
                              const char *user,
                              gint64 *id,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id FROM incident WHERE attendee_id = :attendee AND "
                                       "user <> :user AND kind IN ('missing', 'pages-missing', "
                                       "'other')"
                                       " AND NOT EXISTS (SELECT 1 FROM incident_closing WHERE "
                                       "incident_id = incident.id)"
                                       " ORDER BY id DESC LIMIT 1",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_text (statement, ":user", user);
  return msk_statement_read_int64 (statement, id, error);
}

static gboolean
find_newest (MskDatabase *database,
             gint64 id,
             MskIncidentHeading heading,
             guint *version,
             char **text,
             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT version, text FROM incident_entry WHERE incident_id "
                                       "= :id AND heading = :heading"
                                       " ORDER BY version DESC LIMIT 1",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":heading",
                           msk_enum_get_name (MSK_TYPE_INCIDENT_HEADING, (int) heading));
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *version = row ? (guint) msk_statement_get_int64 (statement, 0) : 0;
  *text = row ? msk_statement_dup_text (statement, 1) : g_strdup ("");
  return TRUE;
}

static gboolean
insert_entry (MskTransaction *transaction,
              gint64 id,
              MskIncidentHeading heading,
              guint version,
              const char *text,
              GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO incident_entry (incident_id, heading, version, text, at, user, station)"
      " VALUES (:id, :heading, :version, :text, :now, :user, :station)",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":heading",
                           msk_enum_get_name (MSK_TYPE_INCIDENT_HEADING, (int) heading));
  msk_statement_bind_int64 (statement, ":version", version);
  msk_statement_bind_text (statement, ":text", text);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  return msk_statement_run (statement, error);
}

gboolean
msk_incident_store_write (MskTransaction *transaction,
                          gint64 id,
                          MskIncidentHeading heading,
                          const char *text,
                          GError **error)
{
  g_autofree char *subject = dup_subject (id);
  g_autofree char *before = NULL;
  g_autofree char *number = NULL;
  guint version;

  if (!find_newest (transaction->database, id, heading, &version, &before, error))
    return FALSE;
  if (g_str_equal (text, before))
    {
      g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_CHANGED,
                           _ ("This text stands there already: nothing was changed."));
      return FALSE;
    }

  number = g_strdup_printf ("%u", version + 1);
  return insert_entry (transaction, id, heading, version + 1, text, error) &&
         msk_ledger_append (transaction,
                            heading == MSK_HEADING_FOUND ? MSK_ACT_INCIDENT_FOUND
                                                         : MSK_ACT_INCIDENT_WRITE,
                            subject, error, "heading",
                            msk_enum_get_name (MSK_TYPE_INCIDENT_HEADING, (int) heading), "version",
                            number, NULL);
}

gboolean
msk_incident_store_recover (MskTransaction *transaction,
                            const char *subject,
                            const char *text,
                            GError **error)
{
  gint64 id;

  return msk_incident_store_find_loss (transaction->database, subject, &id, error) &&
         (id == 0 || msk_incident_store_write (transaction, id, MSK_HEADING_FOUND, text, error));
}

gboolean
msk_incident_store_report (MskTransaction *transaction,
                           gint64 id,
                           MskDepartment department,
                           const char *whom,
                           gint64 told_at,
                           GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO incident_report (incident_id, department, whom, told_at, at, user, station)"
      " VALUES (:id, :department, :whom, :told, :now, :user, :station)",
      error);
  const char *name = msk_enum_get_name (MSK_TYPE_DEPARTMENT, (int) department);
  g_autofree char *subject = dup_subject (id);
  g_autofree char *told = g_strdup_printf ("%" G_GINT64_FORMAT, told_at);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":department", name);
  msk_statement_bind_text (statement, ":whom", whom);
  msk_statement_bind_int64 (statement, ":told", told_at);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_INCIDENT_REPORT, subject, error, "department",
                            name, "told_at", told, NULL);
}

gboolean
msk_incident_store_close (MskTransaction *transaction,
                          gint64 id,
                          const char *leader,
                          GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO incident_closing (incident_id, at, user, "
                                       "leader, station)"
                                       " VALUES (:id, :now, :user, :leader, :station)",
                                       error);
  g_autofree char *subject = dup_subject (id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":leader", leader);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_INCIDENT_CLOSE, subject, error, "leader", leader,
                            NULL);
}

static MskIncident *
read_incident (MskStatement *statement, GError **error)
{
  g_autoptr(MskIncident) incident = msk_incident_new ();
  int kind, level;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_INCIDENT_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 7, MSK_TYPE_LEVEL, &level, error))
    return NULL;

  incident->id = msk_statement_get_int64 (statement, 0);
  incident->kind = (MskIncidentKind) kind;
  incident->at = msk_statement_get_int64 (statement, 2);
  incident->found_at = msk_statement_get_int64 (statement, 3);
  incident->attendee_id = msk_statement_get_int64 (statement, 4);
  incident->subject = msk_statement_dup_text (statement, 5);
  incident->serial = msk_statement_get_int64 (statement, 6);
  incident->level = (MskLevel) level;
  incident->text = msk_statement_dup_text (statement, 8);
  incident->user = msk_statement_dup_text (statement, 9);
  incident->station = msk_statement_dup_text (statement, 10);
  incident->report_due_at = msk_statement_get_int64 (statement, 11);
  incident->leak_due_at = msk_statement_get_int64 (statement, 12);
  incident->result_due_at = msk_statement_get_int64 (statement, 13);
  incident->is_reported = !msk_statement_is_null (statement, 14);
  incident->reported_at = msk_statement_get_int64 (statement, 15);
  incident->recovered_at = msk_statement_get_int64 (statement, 16);
  incident->is_closed = !msk_statement_is_null (statement, 17);
  incident->closed_at = msk_statement_get_int64 (statement, 17);
  incident->closed_by = msk_statement_dup_text (statement, 18);
  incident->leader = msk_statement_dup_text (statement, 19);
  return g_steal_pointer (&incident);
}

/* Which headings are on record. */
static gboolean
read_written (MskDatabase *database, MskIncident *incident, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database, "SELECT DISTINCT heading FROM incident_entry WHERE incident_id = :id", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", incident->id);
  while (msk_statement_step (statement, &row, error))
    {
      int heading;

      if (!row)
        return TRUE;
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_INCIDENT_HEADING, &heading, error))
        return FALSE;
      incident->written |= 1u << heading;
    }

  return FALSE;
}

/* Of a statement that gives incidents. */
static GPtrArray *
collect_incidents (MskDatabase *database, MskStatement *statement, GError **error)
{
  g_autoptr(GPtrArray) incidents =
                 msk_statement_collect (statement, (MskStatementReadFunc) read_incident, error);

  for (guint i = 0; incidents != NULL && i < incidents->len; i++)
    if (!read_written (database, g_ptr_array_index (incidents, i), error))
      return NULL;

  return g_steal_pointer (&incidents);
}

GPtrArray *
msk_incident_store_list (MskDatabase *database, gboolean only_open, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       INCIDENT_COLUMNS
                                       " WHERE :all = 1 OR c.incident_id IS NULL ORDER BY i.id",
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":all", !only_open);
  return collect_incidents (database, statement, error);
}

MskIncident *
msk_incident_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, INCIDENT_COLUMNS " WHERE i.id = :id", error);
  g_autoptr(GPtrArray) incidents = NULL;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  incidents = collect_incidents (database, statement, error);
  if (incidents == NULL)
    return NULL;
  if (incidents->len > 0)
    return g_object_ref (g_ptr_array_index (incidents, 0));

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("There is no incident of this number: look at the register of "
                          "incidents."));
  return NULL;
}

static MskIncidentEntry *
read_entry (MskStatement *statement, GError **error)
{
  g_autoptr(MskIncidentEntry) entry = msk_incident_entry_new ();
  int heading;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_INCIDENT_HEADING, &heading, error))
    return NULL;

  entry->id = msk_statement_get_int64 (statement, 0);
  entry->heading = (MskIncidentHeading) heading;
  entry->version = (guint) msk_statement_get_int64 (statement, 2);
  entry->text = msk_statement_dup_text (statement, 3);
  entry->at = msk_statement_get_int64 (statement, 4);
  entry->user = msk_statement_dup_text (statement, 5);
  return g_steal_pointer (&entry);
}

GPtrArray *
msk_incident_store_list_entries (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id, heading, version, text, at, user FROM "
                                       "incident_entry WHERE incident_id = :id"
                                       " ORDER BY id",
                                       error);

  if (statement != NULL)
    msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_entry, error);
}

static MskIncidentReport *
read_report (MskStatement *statement, GError **error)
{
  g_autoptr(MskIncidentReport) report = msk_incident_report_new ();
  int department;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_DEPARTMENT, &department, error))
    return NULL;

  report->id = msk_statement_get_int64 (statement, 0);
  report->department = (MskDepartment) department;
  report->whom = msk_statement_dup_text (statement, 2);
  report->told_at = msk_statement_get_int64 (statement, 3);
  report->at = msk_statement_get_int64 (statement, 4);
  report->user = msk_statement_dup_text (statement, 5);
  return g_steal_pointer (&report);
}

GPtrArray *
msk_incident_store_list_reports (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id, department, whom, told_at, at, user FROM "
                                       "incident_report WHERE incident_id = :id"
                                       " ORDER BY id",
                                       error);

  if (statement != NULL)
    msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_report, error);
}
