/* The register of devices in deposit (M5): what they are, their tags, what happened to them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-device-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-incident-store.h"
#include "msk-label-store-private.h"
#include "msk-ledger.h"

/* Out is who went out and has neither answered nor declared anything since. */
#define SELECT_DEVICE                                                                              \
  "SELECT d.number, COALESCE (d.attendee_id, 0) AS owner_id, COALESCE (a.name, ''), COALESCE "     \
  "(a.unit, ''),"                                                                                  \
  " d.kind, d.description, d.shelf, d.registered_at, d.registered_by, d.state,"                    \
  " COALESCE (d.serial, 0), COALESCE (t.state, 'reserved'), d.changed_at,"                         \
  " COALESCE (d.incident_id, 0),"                                                                  \
  " COALESCE ((SELECT answer = 'left' FROM device_answer WHERE attendee_id = d.attendee_id"        \
  "  AND answer IN ('none', 'declared', 'left') ORDER BY id DESC LIMIT 1), 0) AS owner_out"        \
  " FROM device AS d LEFT JOIN device_tag AS t ON t.serial = d.serial"                             \
  " LEFT JOIN attendee AS a ON a.id = d.attendee_id"

static const MskLabelRegister tags = {
  .word = "tag",
  .act = MSK_ACT_DEVICE_TAG,
  .dup_subject = msk_device_dup_subject,
  MSK_LABEL_STATEMENTS ("device_tag", "device_number", "device"),
};

static gboolean
take_number (MskTransaction *transaction, guint *number, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "UPDATE device_series SET last = last + 1 WHERE last < :most RETURNING last", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":most", MSK_DEVICE_NUMBER_MAX);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("A meeting has at most 99999 devices: take in no more."));
      return FALSE;
    }

  *number = (guint) msk_statement_get_int64 (statement, 0);
  return TRUE;
}

static gboolean
insert_device (MskTransaction *transaction,
               const MskDeviceDraft *draft,
               guint number,
               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO device (number, attendee_id, incident_id, "
                                       "kind, description, shelf, registered_at,"
                                       " registered_by, state, serial, changed_at)"
                                       " VALUES (:number, :attendee, :incident, :kind, "
                                       ":description, :shelf, :now, :user, 'expected', NULL,"
                                       " :now)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  if (draft->attendee_id != 0)
    msk_statement_bind_int64 (statement, ":attendee", draft->attendee_id);
  else
    msk_statement_bind_null (statement, ":attendee");
  if (draft->incident_id != 0)
    msk_statement_bind_int64 (statement, ":incident", draft->incident_id);
  else
    msk_statement_bind_null (statement, ":incident");
  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_DEVICE_KIND, (int) draft->kind));
  msk_statement_bind_text (statement, ":description", draft->description);
  msk_statement_bind_text (statement, ":shelf", draft->shelf);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_device_store_add (MskTransaction *transaction,
                      MskAct act,
                      const MskDeviceDraft *draft,
                      guint *number,
                      GError **error)
{
  const MskDeviceAnswer answer =
      draft->incident_id != 0 ? MSK_DEVICE_ANSWER_FOUND : MSK_DEVICE_ANSWER_DECLARED;
  MskDeviceMovement movement = { .act = act,
                                 .from = MSK_DEVICE_EXPECTED,
                                 .to = MSK_DEVICE_EXPECTED,
                                 .attendee_id = draft->attendee_id,
                                 .remark = "",
                                 .witness = "" };

  if (!take_number (transaction, number, error) ||
      !insert_device (transaction, draft, *number, error))
    return FALSE;

  movement.number = *number;
  return msk_device_store_move (transaction, &movement, error) &&
         (draft->attendee_id == 0 ||
          msk_device_store_note_answer (transaction, draft->attendee_id, answer, error));
}

static MskDevice *
read_device (MskStatement *statement, GError **error)
{
  g_autoptr(MskDevice) device = msk_device_new ();
  int kind, state, tag;

  if (!msk_statement_get_enum (statement, 4, MSK_TYPE_DEVICE_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 9, MSK_TYPE_DEVICE_STATE, &state, error) ||
      !msk_statement_get_enum (statement, 11, MSK_TYPE_ATTEMPT, &tag, error))
    return NULL;

  device->number = (guint) msk_statement_get_int64 (statement, 0);
  device->attendee_id = msk_statement_get_int64 (statement, 1);
  device->owner = msk_statement_dup_text (statement, 2);
  device->unit = msk_statement_dup_text (statement, 3);
  device->kind = (MskDeviceKind) kind;
  device->description = msk_statement_dup_text (statement, 5);
  device->shelf = msk_statement_dup_text (statement, 6);
  device->registered_at = msk_statement_get_int64 (statement, 7);
  device->registered_by = msk_statement_dup_text (statement, 8);
  device->state = (MskDeviceState) state;
  device->serial = msk_statement_get_int64 (statement, 10);
  device->tag = (MskAttempt) tag;
  device->changed_at = msk_statement_get_int64 (statement, 12);
  device->incident_id = msk_statement_get_int64 (statement, 13);
  device->owner_out = msk_statement_get_int64 (statement, 14) != 0;
  return g_steal_pointer (&device);
}

GPtrArray *
msk_device_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_DEVICE " ORDER BY d.number", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_device, error);
}

MskDevice *
msk_device_store_get (MskDatabase *database, guint number, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_DEVICE " WHERE d.number = :number", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_device,
                                 _ ("No device of this meeting has this number: look at the "
                                    "register of devices."),
                                 error);
}

GPtrArray *
msk_device_store_list_of (MskDatabase *database, gint64 attendee_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_DEVICE " WHERE d.attendee_id = :attendee AND d.state "
                                                     "IN ('expected', 'deposited')"
                                                     " ORDER BY d.number",
                                       error);

  if (statement != NULL)
    msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_device, error);
}

/* Under whichever entry of the lists the owner stands, as MSK_WITH_ENTRIES of a device that was
 * found. */
#define OWNER_ENTRIES                                                                              \
  "WITH RECURSIVE entry (id) AS ("                                                                 \
  " SELECT found.owner_id"                                                                         \
  " UNION SELECT a.id FROM attendee AS a JOIN entry AS e ON a.replaces = e.id"                     \
  " UNION SELECT a.replaces FROM attendee AS a JOIN entry AS e ON a.id = e.id"                     \
  "  WHERE a.replaces IS NOT NULL)"

/* Whoever is not inside may have forgotten it, also who was turned away at the door. */
GPtrArray *
msk_device_store_list_unclaimed (MskDatabase *database, gboolean after_end, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT * FROM (" SELECT_DEVICE ") AS found WHERE found.state = 'deposited'"
      " AND (:after_end OR found.owner_id = 0 OR NOT EXISTS (" OWNER_ENTRIES
      " SELECT 1 FROM presence WHERE inside = 1 AND attendee_id IN (SELECT id FROM entry)))"
      " ORDER BY found.number",
      error);

  if (statement != NULL)
    msk_statement_bind_int64 (statement, ":after_end", after_end);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_device, error);
}

gboolean
msk_device_store_count_here (MskDatabase *database, guint *number, GError **error)
{
  return msk_database_read_uint (database,
                                 "SELECT COUNT (*) FROM device WHERE state IN ('expected', "
                                 "'deposited')",
                                 number, error);
}

gboolean
msk_device_store_count_sent (MskDatabase *database, guint *number, GError **error)
{
  return msk_label_store_count_sent (database, &tags, number, error);
}

gboolean
msk_device_store_put_tag (MskTransaction *transaction,
                          guint number,
                          gint64 serial,
                          const char *printer,
                          const char *place,
                          GError **error)
{
  const MskLabelEntry entry = { .number = number,
                                .serial = serial,
                                .printer = printer,
                                .place = place };

  return msk_label_store_put (transaction, &tags, &entry, error);
}

/* The row that a change was meant for was there, as it was thought to be. */
static gboolean
check_one_changed (MskTransaction *transaction, GError **error)
{
  return msk_transaction_check_one_changed (transaction,
                                            _ ("The device changed in the meantime and nothing was "
                                               "recorded: look at it "
                                               "again."),
                                            error);
}

gboolean
msk_device_store_set_tag (MskTransaction *transaction,
                          gint64 serial,
                          MskAttempt tag,
                          GError **error)
{
  return msk_label_store_set_state (transaction, &tags, serial, tag, error) &&
         check_one_changed (transaction, error);
}

gboolean
msk_device_store_find_tag (MskDatabase *database, gint64 serial, guint *number, GError **error)
{
  return msk_label_store_find (database, &tags, serial, number, error);
}

gboolean
msk_device_store_recover_sent (MskTransaction *transaction, GError **error)
{
  return msk_label_store_recover_sent (transaction, &tags, NULL, error);
}

static gboolean
insert_movement (MskTransaction *transaction, MskDeviceMovement *movement, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO device_movement (device_number, at, act, from_state, to_state, attendee_id,"
      " user, station, remark, witness)"
      " VALUES (:number, :now, :act, :from, :to, :attendee, :user, :station, :remark, :witness)"
      " RETURNING id",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", movement->number);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":act",
                           msk_enum_get_name (MSK_TYPE_ACT, (int) movement->act));
  msk_statement_bind_text (statement, ":from",
                           msk_enum_get_name (MSK_TYPE_DEVICE_STATE, (int) movement->from));
  msk_statement_bind_text (statement, ":to",
                           msk_enum_get_name (MSK_TYPE_DEVICE_STATE, (int) movement->to));
  if (movement->attendee_id != 0)
    msk_statement_bind_int64 (statement, ":attendee", movement->attendee_id);
  else
    msk_statement_bind_null (statement, ":attendee");
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  msk_statement_bind_text (statement, ":remark", movement->remark);
  msk_statement_bind_text (statement, ":witness", movement->witness);
  return msk_statement_read_int64 (statement, &movement->id, error);
}

static gboolean
set_state (MskTransaction *transaction, const MskDeviceMovement *movement, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE device SET state = :to, changed_at = CASE WHEN "
                                       "state = :to THEN changed_at ELSE :now "
                                       "END WHERE number = :number AND state = :from",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", movement->number);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":from",
                           msk_enum_get_name (MSK_TYPE_DEVICE_STATE, (int) movement->from));
  msk_statement_bind_text (statement, ":to",
                           msk_enum_get_name (MSK_TYPE_DEVICE_STATE, (int) movement->to));
  return msk_statement_run (statement, error) && check_one_changed (transaction, error);
}

gboolean
msk_device_store_move (MskTransaction *transaction, MskDeviceMovement *movement, GError **error)
{
  g_autofree char *subject = msk_device_dup_subject (movement->number);
  g_autofree char *attendee = g_strdup_printf ("%" G_GINT64_FORMAT, movement->attendee_id);
  g_autofree char *id = NULL;

  if (!insert_movement (transaction, movement, error) || !set_state (transaction, movement, error))
    return FALSE;

  id = g_strdup_printf ("%" G_GINT64_FORMAT, movement->id);
  return msk_ledger_append (transaction, movement->act, subject, error, "state",
                            msk_enum_get_name (MSK_TYPE_DEVICE_STATE, (int) movement->to),
                            "attendee", attendee, "movement", id, NULL);
}

gboolean
msk_device_store_set_owner (MskTransaction *transaction,
                            guint number,
                            gint64 attendee_id,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE device SET attendee_id = :attendee WHERE number = "
                                       ":number AND attendee_id IS NULL",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_run (statement, error) && check_one_changed (transaction, error);
}

gboolean
msk_device_store_add_finding (MskTransaction *transaction,
                              const MskDeviceFinding *finding,
                              gint64 *incident_id,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO device_finding (incident_id, finder, zone) "
                                       "VALUES (:incident, :finder, :zone)",
                                       error);

  const MskIncidentDraft draft = { .kind = MSK_INCIDENT_DEVICE_INSIDE,
                                   .attendee_id = finding->attendee_id,
                                   .subject = "",
                                   .text = finding->text };

  if (statement == NULL || !msk_incident_store_open (transaction, &draft, incident_id, error))
    return FALSE;

  msk_statement_bind_int64 (statement, ":incident", *incident_id);
  msk_statement_bind_text (statement, ":finder", finding->finder);
  msk_statement_bind_text (statement, ":zone", finding->zone);
  return msk_statement_run (statement, error);
}

gboolean
msk_device_store_check_finding (MskDatabase *database, gint64 incident_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT 1 FROM device_finding WHERE incident_id = :incident",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":incident", incident_id);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("No device was found in an incident of this number: look at the register "
                          "of incidents."));
  return FALSE;
}
