/* The registers of labels: what is printed for a thing with a tag on it, a row for each attempt.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-label-store-private.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

static gboolean
void_all (MskTransaction *transaction, const char *sql, guint number, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database, sql, error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", number);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error);
}

static gboolean
insert (MskTransaction *transaction, const char *sql, const MskLabelEntry *entry, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database, sql, error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", entry->serial);
  msk_statement_bind_int64 (statement, ":number", entry->number);
  msk_statement_bind_text (statement, ":printer", entry->printer);
  msk_statement_bind_text (statement, ":place", entry->place);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error);
}

static gboolean
point (MskTransaction *transaction, const char *sql, const MskLabelEntry *entry, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database, sql, error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":number", entry->number);
  msk_statement_bind_int64 (statement, ":serial", entry->serial);
  return msk_statement_run (statement, error);
}

gboolean
msk_label_store_put (MskTransaction *transaction,
                     const MskLabelRegister *labels,
                     const MskLabelEntry *entry,
                     GError **error)
{
  g_autofree char *subject = labels->dup_subject (entry->number);
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, entry->serial);

  return void_all (transaction, labels->void_all, entry->number, error) &&
         insert (transaction, labels->insert, entry, error) &&
         point (transaction, labels->point, entry, error) &&
         msk_ledger_append (transaction, labels->act, subject, error, labels->word, "sent",
                            "serial", serial, "printer", entry->printer, "place", entry->place,
                            NULL);
}

gboolean
msk_label_store_set_state (MskTransaction *transaction,
                           const MskLabelRegister *labels,
                           gint64 serial,
                           MskAttempt state,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database, labels->set_state, error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  msk_statement_bind_text (statement, ":state", msk_enum_get_name (MSK_TYPE_ATTEMPT, (int) state));
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_run (statement, error);
}

gboolean
msk_label_store_find (MskDatabase *database,
                      const MskLabelRegister *labels,
                      gint64 serial,
                      guint *number,
                      GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (database, labels->find, error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":serial", serial);
  return msk_statement_read_uint (statement, number, error);
}

/* The numbers of the things whose labels are uncertain now. */
static GArray *
make_uncertain (MskTransaction *transaction, const char *sql, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database, sql, error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_collect_int64 (statement, error);
}

gboolean
msk_label_store_recover_sent (MskTransaction *transaction,
                              const MskLabelRegister *labels,
                              guint *recovered,
                              GError **error)
{
  g_autoptr(GArray) numbers = make_uncertain (transaction, labels->recover_sent, error);

  if (numbers == NULL)
    return FALSE;

  for (guint i = 0; i < numbers->len; i++)
    {
      g_autofree char *subject = labels->dup_subject ((guint) g_array_index (numbers, gint64, i));

      if (!msk_ledger_append (transaction, MSK_ACT_PRINT_RECOVER, subject, error, labels->word,
                              "uncertain", NULL))
        return FALSE;
    }

  if (recovered != NULL)
    *recovered = numbers->len;
  return TRUE;
}

gboolean
msk_label_store_count_sent (MskDatabase *database,
                            const MskLabelRegister *labels,
                            guint *count,
                            GError **error)
{
  return msk_database_read_uint (database, labels->count_sent, count, error);
}
