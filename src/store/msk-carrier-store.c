/* The register of carriers that are no copy of a paper: what they are, their labels, custody.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-store.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-store-private.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-label-store-private.h"
#include "msk-ledger.h"

#define SELECT_CARRIER                                                                             \
  "SELECT c.number, c.kind, c.level, c.description, c.sheets, c.source, c.registered_at,"          \
  " c.registered_by, c.state, COALESCE (c.serial, 0), COALESCE (l.state, 'reserved'),"             \
  " COALESCE (c.holder_id, 0), COALESCE (a.name, ''), c.issued_at, c.changed_at,"                  \
  " COALESCE ((SELECT o.destruction_id FROM destruction_open_item AS o WHERE o.kind = 'carrier' "  \
  "AND o.number = c.number), 0)"                                                                   \
  " FROM carrier AS c LEFT JOIN carrier_label AS l ON l.serial = c.serial"                         \
  " LEFT JOIN attendee AS a ON a.id = c.holder_id"

static char *
dup_subject (guint number)
{
  return g_strdup_printf ("carrier %04u", number);
}

static const MskLabelRegister labels = {
  .word = "label",
  .act = MSK_ACT_CARRIER_LABEL,
  .dup_subject = dup_subject,
  MSK_LABEL_STATEMENTS ("carrier_label", "carrier_number", "carrier"),
};

static gboolean
take_number (MskTransaction *transaction, guint *number, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE carrier_series SET last = last + 1 WHERE last < "
                                       ":most RETURNING last",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":most", MSK_CARRIER_NUMBER_MAX);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("A meeting has at most 9999 carriers: register fewer."));
      return FALSE;
    }

  *number = (guint) msk_statement_get_int64 (statement, 0);
  return TRUE;
}

static gboolean
insert_carrier (MskTransaction *transaction,
                const MskCarrierDraft *draft,
                guint number,
                GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO carrier (number, kind, level, description, sheets, source, registered_at,"
      " registered_by, state, serial, holder_id, issued_at, changed_at)"
      " VALUES (:number, :kind, :level, :description, :sheets, :source, :now, :user, 'in-store',"
      " NULL, NULL, 0, :now)",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_text (statement, ":kind",
                           msk_enum_get_name (MSK_TYPE_CARRIER_KIND, (int) draft->kind));
  msk_statement_bind_text (statement, ":level",
                           msk_enum_get_name (MSK_TYPE_LEVEL, (int) draft->level));
  msk_statement_bind_text (statement, ":description", draft->description);
  msk_statement_bind_int64 (statement, ":sheets", draft->sheets);
  msk_statement_bind_text (statement, ":source", draft->source);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_carrier_store_add (MskTransaction *transaction,
                       const MskCarrierDraft *draft,
                       guint *number,
                       GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *sheets = g_strdup_printf ("%u", draft->sheets);

  if (!take_number (transaction, number, error) ||
      !insert_carrier (transaction, draft, *number, error))
    return FALSE;

  subject = dup_subject (*number);
  return msk_ledger_append (transaction, MSK_ACT_CARRIER_ADD, subject, error, "kind",
                            msk_enum_get_name (MSK_TYPE_CARRIER_KIND, (int) draft->kind), "level",
                            msk_enum_get_name (MSK_TYPE_LEVEL, (int) draft->level), "description",
                            draft->description, "sheets", sheets, "source", draft->source, NULL);
}

static MskCarrier *
read_carrier (MskStatement *statement, GError **error)
{
  g_autoptr(MskCarrier) carrier = msk_carrier_new ();
  int kind, level, state, label;

  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_CARRIER_KIND, &kind, error) ||
      !msk_statement_get_enum (statement, 2, MSK_TYPE_LEVEL, &level, error) ||
      !msk_statement_get_enum (statement, 8, MSK_TYPE_COPY_STATE, &state, error) ||
      !msk_statement_get_enum (statement, 10, MSK_TYPE_ATTEMPT, &label, error))
    return NULL;

  carrier->number = (guint) msk_statement_get_int64 (statement, 0);
  carrier->kind = (MskCarrierKind) kind;
  carrier->level = (MskLevel) level;
  carrier->description = msk_statement_dup_text (statement, 3);
  carrier->sheets = (guint) msk_statement_get_int64 (statement, 4);
  carrier->source = msk_statement_dup_text (statement, 5);
  carrier->registered_at = msk_statement_get_int64 (statement, 6);
  carrier->registered_by = msk_statement_dup_text (statement, 7);
  carrier->state = (MskCopyState) state;
  carrier->serial = msk_statement_get_int64 (statement, 9);
  carrier->label = (MskAttempt) label;
  carrier->holder_id = msk_statement_get_int64 (statement, 11);
  carrier->holder = msk_statement_dup_text (statement, 12);
  carrier->issued_at = msk_statement_get_int64 (statement, 13);
  carrier->changed_at = msk_statement_get_int64 (statement, 14);
  carrier->destruction_id = msk_statement_get_int64 (statement, 15);
  return g_steal_pointer (&carrier);
}

GPtrArray *
msk_carrier_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_CARRIER " ORDER BY c.number", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_carrier, error);
}

MskCarrier *
msk_carrier_store_get (MskDatabase *database, guint number, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_CARRIER " WHERE c.number = :number", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_carrier,
                                 _ ("No carrier of this meeting has this number: look at the "
                                    "register of carriers."),
                                 error);
}

gboolean
msk_carrier_store_put_label (MskTransaction *transaction,
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

  return msk_label_store_put (transaction, &labels, &entry, error);
}

/* The row that a change was meant for was there, as it was thought to be. */
static gboolean
check_one_changed (MskTransaction *transaction, GError **error)
{
  return msk_transaction_check_one_changed (transaction,
                                            _ ("The carrier changed in the meantime and nothing "
                                               "was recorded: look at "
                                               "it again."),
                                            error);
}

gboolean
msk_carrier_store_set_label (MskTransaction *transaction,
                             gint64 serial,
                             MskAttempt label,
                             GError **error)
{
  return msk_label_store_set_state (transaction, &labels, serial, label, error) &&
         check_one_changed (transaction, error);
}

gboolean
msk_carrier_store_find_label (MskDatabase *database, gint64 serial, guint *number, GError **error)
{
  return msk_label_store_find (database, &labels, serial, number, error);
}

/* A confirmation leaves a movement, and a later label does not take it away. */
gboolean
msk_carrier_store_was_labelled (MskDatabase *database,
                                guint number,
                                gboolean *labelled,
                                GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT 1 FROM carrier_movement WHERE carrier_number = "
                                       ":number AND act = 'carrier-confirm' LIMIT 1",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_step (statement, labelled, error);
}

gboolean
msk_carrier_store_recover_sent (MskTransaction *transaction, GError **error)
{
  return msk_label_store_recover_sent (transaction, &labels, NULL, error);
}

gboolean
msk_carrier_store_count_sent (MskDatabase *database, guint *number, GError **error)
{
  return msk_label_store_count_sent (database, &labels, number, error);
}

gboolean
msk_carrier_store_count_unlabelled (MskDatabase *database, guint *number, GError **error)
{
  return msk_database_read_uint (database,
                                 "SELECT COUNT (*) FROM carrier AS c LEFT JOIN carrier_label AS l "
                                 "ON l.serial = c.serial WHERE COALESCE (l.state, 'reserved') <> "
                                 "'good' AND c.state NOT IN ('void', 'destroyed', 'missing', "
                                 "'with-originator')",
                                 number, error);
}

/* Notes in the movement who held the carrier before, and since when, for an undo. */
static gboolean
insert_movement (MskTransaction *transaction, MskMovement *movement, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO carrier_movement (carrier_number, at, act, "
                                       "from_state, to_state, attendee_id, holder_id, issued_at, "
                                       "user, station, remark)"
                                       " SELECT number, :now, :act, :from, :to, :attendee, "
                                       "holder_id, issued_at, :user, :station, :remark"
                                       " FROM carrier WHERE number = :number"
                                       " RETURNING id, issued_at",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", movement->number);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":act",
                           msk_enum_get_name (MSK_TYPE_ACT, (int) movement->act));
  msk_statement_bind_text (statement, ":from",
                           msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->from));
  msk_statement_bind_text (statement, ":to",
                           msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->to));
  if (movement->attendee_id != 0)
    msk_statement_bind_int64 (statement, ":attendee", movement->attendee_id);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  msk_statement_bind_text (statement, ":remark", movement->remark);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  movement->id = row ? msk_statement_get_int64 (statement, 0) : 0;
  movement->issued_at = row ? msk_statement_get_int64 (statement, 1) : 0;
  return TRUE;
}

static gboolean
update_carrier (MskTransaction *transaction, const MskMovement *movement, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE carrier SET state = :to, changed_at = :now, "
                                       "holder_id = COALESCE (:holder, holder_id),"
                                       " issued_at = CASE WHEN :to = 'held' THEN :now ELSE "
                                       "issued_at END WHERE number = :number AND state = :from",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", movement->number);
  msk_statement_bind_text (statement, ":from",
                           msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->from));
  msk_statement_bind_text (statement, ":to",
                           msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->to));
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  if (movement->to == MSK_COPY_HELD)
    msk_statement_bind_int64 (statement, ":holder", movement->attendee_id);
  return msk_statement_run (statement, error) && check_one_changed (transaction, error);
}

gboolean
msk_carrier_store_move (MskTransaction *transaction, MskMovement *movement, GError **error)
{
  g_autofree char *subject = dup_subject (movement->number);
  g_autofree char *attendee = g_strdup_printf ("%" G_GINT64_FORMAT, movement->attendee_id);

  return insert_movement (transaction, movement, error) &&
         update_carrier (transaction, movement, error) &&
         msk_ledger_append (transaction, movement->act, subject, error, "from",
                            msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->from), "to",
                            msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->to), "attendee",
                            attendee, "remark", movement->remark, NULL);
}

static gboolean
restore_holder (MskTransaction *transaction, const MskMovement *last, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE carrier SET (holder_id, issued_at) = (SELECT "
                                       "holder_id, issued_at FROM carrier_movement WHERE id = :id)"
                                       " WHERE number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", last->id);
  msk_statement_bind_int64 (statement, ":number", last->number);
  return msk_statement_run (statement, error);
}

gboolean
msk_carrier_store_revert (MskTransaction *transaction,
                          const MskMovement *last,
                          MskAct act,
                          GError **error)
{
  MskMovement movement = { .number = last->number,
                           .act = act,
                           .from = last->to,
                           .to = last->from,
                           .attendee_id = last->attendee_id,
                           .remark = "" };

  return msk_carrier_store_move (transaction, &movement, error) &&
         restore_holder (transaction, last, error);
}

gboolean
msk_carrier_store_get_last_movement (MskDatabase *database,
                                     guint number,
                                     MskMovement *movement,
                                     gboolean *found,
                                     GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id, act, from_state, to_state, COALESCE "
                                       "(attendee_id, 0), issued_at, at FROM carrier_movement"
                                       " WHERE carrier_number = :number ORDER BY id DESC LIMIT 1",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_copy_store_read_movement (statement, number, movement, found, error);
}

gboolean
msk_carrier_store_get_balance (MskDatabase *database, MskBalance *balance, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT state, COUNT (*) FROM carrier GROUP BY state",
                                       error);
  gboolean row;
  int state;

  *balance = (MskBalance){ 0 };
  if (statement == NULL || !msk_database_read_uint (database, "SELECT last FROM carrier_series",
                                                    &balance->allocated, error))
    return FALSE;

  balance->approved = balance->allocated;
  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_COPY_STATE, &state, error))
        return FALSE;
      balance->counts[state] = (guint) msk_statement_get_int64 (statement, 1);
      if (state != MSK_COPY_SPOILED && state != MSK_COPY_VOID)
        balance->good += balance->counts[state];
    }

  return FALSE;
}
