/* The copy register: numbers, attempts to print them, custody.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-copy-store-private.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-entries.h"
#include "msk-circulation-store.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-label-store-private.h"
#include "msk-ledger.h"
#include "msk-meeting-store.h"
#include "msk-permit-store.h"

#define SELECT_COPY                                                                                \
  "SELECT c.number, c.paper_id, p.document_number, c.state, t.state, c.serial, t.printer, "        \
  "COALESCE (c.holder_id, 0),"                                                                     \
  " COALESCE (a.name, ''), c.issued_at, c.changed_at, p.revision, c.recall, c.recalled_at,"        \
  " COALESCE (n.id, 0), COALESCE (n.name, ''), CASE WHEN t.state IN ('reserved', 'void', "         \
  "'spoiled') THEN 0 ELSE COALESCE (t.named_id, 0) END, t.reason, p.pages, c.pages_back,"          \
  " COALESCE ((SELECT o.destruction_id FROM destruction_open_item AS o WHERE o.kind = 'copy' AND " \
  "o.number = c.number), 0)"                                                                       \
  " FROM copy AS c JOIN paper AS p ON p.id = c.paper_id JOIN attempt AS t ON t.serial = c.serial"  \
  " LEFT JOIN attendee AS a ON a.id = c.holder_id"                                                 \
  " LEFT JOIN plan AS l ON l.copy_number = c.number LEFT JOIN attendee AS n ON n.id = "            \
  "l.attendee_id"

/* The attempts of a copy begin reserved, say why they failed, and stay as they are when it is
 * printed anew: they are like labels only in what a stop leaves behind. */
static const MskLabelRegister attempts = {
  .word = "attempt",
  .dup_subject = msk_copy_number_dup_subject,
  MSK_LABEL_SENT_STATEMENTS ("attempt", "copy_number"),
};

gboolean
msk_copy_store_insert_attempt (MskTransaction *transaction,
                               guint number,
                               gint64 serial,
                               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO attempt (serial, copy_number, state, printer, "
                                       "place, reason, changed_at)"
                                       " VALUES (:serial, :number, 'reserved', '', '', '', :now)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error);
}

static gboolean
set_serial (MskTransaction *transaction, guint number, gint64 serial, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE copy SET serial = :serial WHERE number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":serial", serial);
  return msk_statement_run (statement, error);
}

gboolean
msk_copy_store_reprint (MskTransaction *transaction, MskCopy *copy, GError **error)
{
  MskMovement movement = {
    .number = copy->number,
    .act = MSK_ACT_COPY_REPRINT,
    .from = copy->state,
    .to = MSK_COPY_PRINTING,
    .remark = "",
  };
  gint64 serial;

  return msk_meeting_store_take_serial (transaction, &serial, error) &&
         msk_copy_store_insert_attempt (transaction, copy->number, serial, error) &&
         set_serial (transaction, copy->number, serial, error) &&
         msk_copy_store_move (transaction, &movement, error);
}

/* The row that a change was meant for was there, as it was thought to be. */
static gboolean
check_one_changed (MskTransaction *transaction, GError **error)
{
  return msk_transaction_check_one_changed (transaction,
                                            _ ("The copy changed in the meantime and nothing was "
                                               "recorded: look at it "
                                               "again."),
                                            error);
}

gboolean
msk_copy_store_set_attempt (MskTransaction *transaction,
                            gint64 serial,
                            MskAttempt attempt,
                            const char *printer,
                            const char *place,
                            const char *reason,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attempt SET state = :state, printer = COALESCE "
                                       "(:printer, printer), place = COALESCE (:place, place),"
                                       " reason = COALESCE (:reason, reason), changed_at = :now "
                                       "WHERE serial = :serial",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  msk_statement_bind_text (statement, ":state",
                           msk_enum_get_name (MSK_TYPE_ATTEMPT, (int) attempt));
  if (printer != NULL)
    msk_statement_bind_text (statement, ":printer", printer);
  if (place != NULL)
    msk_statement_bind_text (statement, ":place", place);
  if (reason != NULL)
    msk_statement_bind_text (statement, ":reason", reason);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error) && check_one_changed (transaction, error);
}

static gboolean
get_issued_at (MskDatabase *database, guint number, gint64 *issued_at, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT issued_at FROM copy WHERE number = :number", error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_read_int64 (statement, issued_at, error);
}

static gboolean
insert_movement (MskTransaction *transaction, MskMovement *movement, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO movement (copy_number, at, act, from_state, "
                                       "to_state, attendee_id, issued_at, user, station, remark)"
                                       " VALUES (:number, :now, :act, :from, :to, :attendee, "
                                       ":issued_at, :user, :station, :remark) RETURNING id",
                                       error);

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
  msk_statement_bind_int64 (statement, ":issued_at", movement->issued_at);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":station", transaction->actor.station);
  msk_statement_bind_text (statement, ":remark", movement->remark);
  return msk_statement_read_int64 (statement, &movement->id, error);
}

static gboolean
update_copy (MskTransaction *transaction, const MskMovement *movement, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE copy SET state = :to, changed_at = :now, holder_id "
                                       "= COALESCE (:holder, holder_id),"
                                       " issued_at = CASE WHEN :to = 'held' OR (:to = 'away' AND "
                                       ":from = 'in-store') THEN :now ELSE issued_at END"
                                       " WHERE number = :number AND state = :from",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", movement->number);
  msk_statement_bind_text (statement, ":from",
                           msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->from));
  msk_statement_bind_text (statement, ":to",
                           msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->to));
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  if (movement->attendee_id != 0 &&
      (movement->to == MSK_COPY_HELD || movement->to == MSK_COPY_AWAY))
    msk_statement_bind_int64 (statement, ":holder", movement->attendee_id);
  return msk_statement_run (statement, error) && check_one_changed (transaction, error);
}

gboolean
msk_copy_store_move (MskTransaction *transaction, MskMovement *movement, GError **error)
{
  g_autofree char *subject = msk_copy_number_dup_subject (movement->number);
  g_autofree char *attendee = g_strdup_printf ("%" G_GINT64_FORMAT, movement->attendee_id);

  return get_issued_at (transaction->database, movement->number, &movement->issued_at, error) &&
         insert_movement (transaction, movement, error) &&
         msk_circulation_store_break (transaction, movement, error) &&
         msk_permit_store_follow (transaction, movement, error) &&
         update_copy (transaction, movement, error) &&
         msk_ledger_append (transaction, movement->act, subject, error, "from",
                            msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->from), "to",
                            msk_enum_get_name (MSK_TYPE_COPY_STATE, (int) movement->to), "attendee",
                            attendee, "remark", movement->remark, NULL);
}

gboolean
msk_copy_store_restore_issue (MskTransaction *transaction,
                              guint number,
                              gint64 issued_at,
                              gboolean keep_holder,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (transaction->database,
                                "UPDATE copy SET issued_at = :issued_at, holder_id = CASE WHEN "
                                ":keep THEN holder_id ELSE NULL END WHERE number = :number",
                                error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":issued_at", issued_at);
  msk_statement_bind_int64 (statement, ":keep", keep_holder);
  return msk_statement_run (statement, error);
}

static MskCopy *
read_copy (MskStatement *statement, GError **error)
{
  g_autoptr(MskCopy) copy = msk_copy_new ();
  int state, attempt, recall;

  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_COPY_STATE, &state, error) ||
      !msk_statement_get_enum (statement, 12, MSK_TYPE_RECALL, &recall, error) ||
      !msk_statement_get_enum (statement, 4, MSK_TYPE_ATTEMPT, &attempt, error))
    return NULL;

  copy->number = (guint) msk_statement_get_int64 (statement, 0);
  copy->paper_id = msk_statement_get_int64 (statement, 1);
  copy->document_number = msk_statement_dup_text (statement, 2);
  copy->state = (MskCopyState) state;
  copy->attempt = (MskAttempt) attempt;
  copy->serial = msk_statement_get_int64 (statement, 5);
  copy->printer = msk_statement_dup_text (statement, 6);
  copy->holder_id = msk_statement_get_int64 (statement, 7);
  copy->holder = msk_statement_dup_text (statement, 8);
  copy->issued_at = msk_statement_get_int64 (statement, 9);
  copy->changed_at = msk_statement_get_int64 (statement, 10);
  copy->revision = (guint) msk_statement_get_int64 (statement, 11);
  copy->recall = (MskRecall) recall;
  copy->recalled_at = msk_statement_get_int64 (statement, 13);
  copy->planned_id = msk_statement_get_int64 (statement, 14);
  copy->planned = msk_statement_dup_text (statement, 15);
  copy->named_id = msk_statement_get_int64 (statement, 16);
  copy->reason = msk_statement_dup_text (statement, 17);
  copy->pages = (guint) msk_statement_get_int64 (statement, 18);
  copy->pages_back = (guint) msk_statement_get_int64 (statement, 19);
  copy->destruction_id = msk_statement_get_int64 (statement, 20);
  return g_steal_pointer (&copy);
}

GPtrArray *
msk_copy_store_list (MskDatabase *database, gint64 paper_id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_COPY " WHERE c.paper_id = :paper OR :paper = 0 ORDER "
                                                   "BY " MSK_COPY_STORE_ORDER ("c.number"),
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_copy, error);
}

GPtrArray *
msk_copy_store_list_tree (MskDatabase *database, guint number, GError **error)
{
  /* All that have the same plain number. */
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                SELECT_COPY
                                " WHERE c.number % 1000000 = :root ORDER BY " MSK_COPY_STORE_ORDER (
                                    "c.number"),
                                error);
  g_autoptr(GPtrArray) family = NULL;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":root", msk_copy_number_get_root (number));
  family = msk_statement_collect (statement, (MskStatementReadFunc) read_copy, error);
  if (family == NULL)
    return NULL;

  for (guint i = family->len; i > 0; i--)
    if (!msk_copy_number_is_above (number, MSK_COPY (g_ptr_array_index (family, i - 1))->number))
      g_ptr_array_remove_index (family, i - 1);

  return g_steal_pointer (&family);
}

MskCopy *
msk_copy_store_get (MskDatabase *database, guint number, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_COPY " WHERE c.number = :number", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_copy,
                                 _ ("No copy of this meeting has this number: look at the copy "
                                    "register."),
                                 error);
}

gboolean
msk_copy_store_set_named (MskTransaction *transaction,
                          gint64 serial,
                          gint64 attendee_id,
                          GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attempt SET named_id = :attendee WHERE serial = "
                                       ":serial",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  if (attendee_id != 0)
    msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  return msk_statement_run (statement, error) && check_one_changed (transaction, error);
}

gboolean
msk_copy_store_find_attempt (MskDatabase *database,
                             gint64 serial,
                             guint *number,
                             MskAttempt *attempt,
                             GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT copy_number, state FROM attempt WHERE serial = :serial",
                                error);
  gboolean row;
  int value;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *number = 0;
  if (!row)
    return TRUE;
  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_ATTEMPT, &value, error))
    return FALSE;

  *number = (guint) msk_statement_get_int64 (statement, 0);
  *attempt = (MskAttempt) value;
  return TRUE;
}

/* Copies of a paper, or of all for 0, that wait to be sent, and that their approval lets be made at
 * a place. */
#define WHERE_RESERVED                                                                             \
  " WHERE t.state = 'reserved' AND :paper IN (0, c.paper_id) AND (:place IS NULL OR EXISTS ("      \
  "SELECT 1 FROM number_block AS b JOIN copy_decision AS d ON d.request_id = b.request_id"         \
  " WHERE c.number BETWEEN b.first AND b.last AND d.place IN ('', :place)))"

GPtrArray *
msk_copy_store_list_reserved (MskDatabase *database,
                              gint64 paper_id,
                              const char *place,
                              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       SELECT_COPY WHERE_RESERVED
                                       " ORDER BY " MSK_COPY_STORE_ORDER ("c.number"),
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  if (place != NULL)
    msk_statement_bind_text (statement, ":place", place);
  return msk_statement_collect (statement, (MskStatementReadFunc) read_copy, error);
}

gboolean
msk_copy_store_count_sent (MskDatabase *database, guint *number, GError **error)
{
  return msk_label_store_count_sent (database, &attempts, number, error);
}

gboolean
msk_copy_store_count_reserved (MskDatabase *database, guint *number, GError **error)
{
  return msk_database_read_uint (database,
                                 "SELECT COUNT (*) FROM attempt AS t JOIN copy AS c ON c.serial = "
                                 "t.serial WHERE t.state = 'reserved'",
                                 number, error);
}

gboolean
msk_copy_store_recover_sent (MskTransaction *transaction, guint *number, GError **error)
{
  return msk_label_store_recover_sent (transaction, &attempts, number, error);
}

gboolean
msk_copy_store_find_held (MskDatabase *database,
                          gint64 attendee_id,
                          gint64 paper_id,
                          guint *number,
                          GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       MSK_WITH_ENTRIES
                                       "SELECT number FROM copy WHERE paper_id = :paper AND "
                                       "state = 'held' AND holder_id IN (SELECT id FROM entry)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":attendee", attendee_id);
  msk_statement_bind_int64 (statement, ":paper", paper_id);
  return msk_statement_read_uint (statement, number, error);
}

gboolean
msk_copy_store_read_movement (MskStatement *statement,
                              guint number,
                              MskMovement *movement,
                              gboolean *found,
                              GError **error)
{
  int act, from, to;

  if (!msk_statement_step (statement, found, error))
    return FALSE;
  if (!*found)
    return TRUE;
  if (!msk_statement_get_enum (statement, 1, MSK_TYPE_ACT, &act, error) ||
      !msk_statement_get_enum (statement, 2, MSK_TYPE_COPY_STATE, &from, error) ||
      !msk_statement_get_enum (statement, 3, MSK_TYPE_COPY_STATE, &to, error))
    return FALSE;

  *movement = (MskMovement){
    .id = msk_statement_get_int64 (statement, 0),
    .number = number,
    .act = (MskAct) act,
    .from = (MskCopyState) from,
    .to = (MskCopyState) to,
    .attendee_id = msk_statement_get_int64 (statement, 4),
    .issued_at = msk_statement_get_int64 (statement, 5),
    .at = msk_statement_get_int64 (statement, 6),
    .remark = "",
  };
  return TRUE;
}

gboolean
msk_copy_store_get_last_movement (MskDatabase *database,
                                  guint number,
                                  MskMovement *movement,
                                  gboolean *found,
                                  GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT id, act, from_state, to_state, COALESCE "
                                       "(attendee_id, 0), issued_at, at FROM movement"
                                       " WHERE copy_number = :number ORDER BY id DESC LIMIT 1",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  return msk_copy_store_read_movement (statement, number, movement, found, error);
}
