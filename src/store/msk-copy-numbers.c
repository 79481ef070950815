/* The numbers of copies: given in order, none twice and none left out, also under a copy (C2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-copy-store-private.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-meeting-store.h"

static gboolean
get_next_number (MskDatabase *database, guint count, guint *next, GError **error)
{
  if (!msk_database_read_uint (database,
                               "SELECT COALESCE (MAX (last), 0) + 1 FROM number_block WHERE "
                               "parent_number IS NULL",
                               next, error))
    return FALSE;

  if (*next <= MSK_COPY_NUMBER_PLAIN_MAX && count <= MSK_COPY_NUMBER_PLAIN_MAX - *next + 1)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A meeting has at most 999999 copy numbers: reserve fewer."));
  return FALSE;
}

static gboolean
insert_block (MskTransaction *transaction,
              gint64 paper_id,
              gint64 request_id,
              guint parent,
              guint first,
              guint last,
              GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO number_block (first, last, paper_id, "
                                       "request_id, parent_number, reserved_at) VALUES (:first, "
                                       ":last, :paper, :request, NULLIF (:parent, 0), :now)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":first", first);
  msk_statement_bind_int64 (statement, ":last", last);
  msk_statement_bind_int64 (statement, ":paper", paper_id);
  msk_statement_bind_int64 (statement, ":request", request_id);
  msk_statement_bind_int64 (statement, ":parent", parent);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error);
}

static gboolean
insert_copy (MskTransaction *transaction,
             gint64 paper_id,
             guint number,
             gint64 serial,
             GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO copy (number, parent_number, ordinal, paper_id, state, serial, holder_id,"
      " issued_at, changed_at)"
      " VALUES (:number, NULLIF (:parent, 0), :ordinal, :paper, 'printing', :serial, NULL, 0, "
      ":now)",
      error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":parent", msk_copy_number_get_parent (number));
  msk_statement_bind_int64 (statement, ":ordinal", msk_copy_number_get_ordinal (number));
  msk_statement_bind_int64 (statement, ":paper", paper_id);
  msk_statement_bind_int64 (statement, ":serial", serial);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error);
}

gboolean
msk_copy_store_check_numbers (MskDatabase *database, guint count, GError **error)
{
  guint next;

  return get_next_number (database, count, &next, error);
}

/* A number in the register, with its first attempt. */
static gboolean
enter_number (MskTransaction *transaction, gint64 paper_id, guint number, GError **error)
{
  gint64 serial;

  return msk_meeting_store_take_serial (transaction, &serial, error) &&
         insert_copy (transaction, paper_id, number, serial, error) &&
         msk_copy_store_insert_attempt (transaction, number, serial, error);
}

static gboolean
append_reserved (MskTransaction *transaction,
                 gint64 paper_id,
                 gint64 request_id,
                 guint first,
                 guint last,
                 GError **error)
{
  g_autofree char *subject = g_strdup_printf ("paper %" G_GINT64_FORMAT, paper_id);
  g_autofree char *request = g_strdup_printf ("%" G_GINT64_FORMAT, request_id);
  g_autofree char *first_text = msk_copy_number_dup_text (first);
  g_autofree char *last_text = msk_copy_number_dup_text (last);

  return msk_ledger_append (transaction, MSK_ACT_COPY_RESERVE, subject, error, "first", first_text,
                            "last", last_text, "request", request, NULL);
}

gboolean
msk_copy_store_reserve (MskTransaction *transaction,
                        gint64 paper_id,
                        gint64 request_id,
                        guint count,
                        guint *first,
                        GError **error)
{
  guint last;

  g_return_val_if_fail (count > 0, FALSE);

  if (!get_next_number (transaction->database, count, first, error))
    return FALSE;

  last = *first + count - 1;
  if (!insert_block (transaction, paper_id, request_id, 0, *first, last, error))
    return FALSE;
  for (guint number = *first; number <= last; number++)
    if (!enter_number (transaction, paper_id, number, error))
      return FALSE;

  return append_reserved (transaction, paper_id, request_id, *first, last, error);
}

gboolean
msk_copy_store_count_children (MskDatabase *database, guint parent, guint *children, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT COUNT (*) FROM number_block WHERE parent_number = "
                                       ":parent",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":parent", parent);
  return msk_statement_read_uint (statement, children, error);
}

gboolean
msk_copy_store_reserve_children (MskTransaction *transaction,
                                 const MskCopy *parent,
                                 gint64 request_id,
                                 guint count,
                                 guint *first,
                                 GError **error)
{
  guint made, number;

  g_return_val_if_fail (count > 0, FALSE);

  if (!msk_copy_store_count_children (transaction->database, parent->number, &made, error))
    return FALSE;
  if (made + count > msk_copy_number_get_room (parent->number))
    {
      g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_COPIED_FURTHER,
                   _ ("This copy has room for %u copies of its own and %u are numbered: have "
                      "another copy copied."),
                   msk_copy_number_get_room (parent->number), made);
      return FALSE;
    }

  *first = msk_copy_number_get_child (parent->number, made + 1);
  for (guint i = 1; i <= count; i++)
    {
      number = msk_copy_number_get_child (parent->number, made + i);
      if (!insert_block (transaction, parent->paper_id, request_id, parent->number, number, number,
                         error) ||
          !enter_number (transaction, parent->paper_id, number, error))
        return FALSE;
    }

  return append_reserved (transaction, parent->paper_id, request_id, *first, number, error);
}
