/* Runs of the printer, and the counts of their sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-run-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-ledger.h"

#define SELECT_RUN                                                                                 \
  "SELECT r.id, COALESCE (r.paper_id, 0), COALESCE (p.document_number, ''), r.printer, r.place, "  \
  "r.on_paper, r.two_sided,"                                                                       \
  " r.started_at, r.started_by, r.ended_at, r.spool, r.traces,"                                    \
  " (SELECT COUNT (*) FROM attempt AS t WHERE t.run_id = r.id),"                                   \
  " (SELECT COUNT (*) FROM attempt AS t WHERE t.run_id = r.id AND t.state IN ('sent', "            \
  "'uncertain', 'absent')),"                                                                       \
  " (SELECT COUNT (*) FROM sheet_count AS n WHERE n.run_id = r.id),"                               \
  " COALESCE (n.sheets, 0), COALESCE (n.expected, 0), COALESCE (n.at, 0),"                         \
  " r.explained_at, r.explained_by, r.explanation"                                                 \
  " FROM print_run AS r LEFT JOIN paper AS p ON p.id = r.paper_id"                                 \
  " LEFT JOIN sheet_count AS n ON n.id = (SELECT MAX (id) FROM sheet_count WHERE run_id = r.id)"

static char *
dup_subject (gint64 id)
{
  return g_strdup_printf ("print run %" G_GINT64_FORMAT, id);
}

static gboolean
insert_run (MskTransaction *transaction, const MskPrintRunEntry *entry, gint64 *id, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      transaction->database,
      "INSERT INTO print_run (paper_id, printer, place, on_paper, two_sided, started_at,"
      " started_by, ended_at, spool, traces, explained_at, explained_by, explanation)"
      " VALUES (:paper, :printer, :place, :on_paper, :two_sided, :now, :user, 0, 'unknown', '', 0,"
      " '', '') RETURNING id",
      error);

  if (statement == NULL)
    return FALSE;

  if (entry->paper_id != 0)
    msk_statement_bind_int64 (statement, ":paper", entry->paper_id);
  msk_statement_bind_text (statement, ":printer", entry->printer);
  msk_statement_bind_text (statement, ":place", entry->place);
  msk_statement_bind_int64 (statement, ":on_paper", entry->on_paper);
  msk_statement_bind_int64 (statement, ":two_sided", entry->two_sided);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_read_int64 (statement, id, error);
}

gboolean
msk_print_run_store_start (MskTransaction *transaction,
                           const MskPrintRunEntry *entry,
                           gint64 *id,
                           GError **error)
{
  g_autofree char *paper = g_strdup_printf ("%" G_GINT64_FORMAT, entry->paper_id);
  g_autofree char *subject = NULL;

  if (!insert_run (transaction, entry, id, error))
    return FALSE;

  subject = dup_subject (*id);
  return msk_ledger_append (transaction, MSK_ACT_PRINT_RUN, subject, error, "step", "start",
                            "paper", paper, "printer", entry->printer, "place", entry->place, NULL);
}

gboolean
msk_print_run_store_add_attempt (MskTransaction *transaction,
                                 gint64 id,
                                 gint64 serial,
                                 GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attempt SET run_id = :id WHERE serial = :serial",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":serial", serial);
  return msk_statement_run (statement, error);
}

/* What the printer never had is not of the run. */
static gboolean
drop_unsent (MskTransaction *transaction, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE attempt SET run_id = NULL WHERE run_id = :id AND "
                                       "state = 'reserved'",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_run (statement, error);
}

/* What was found in the printing system, by this statement, with its ledger entry. */
static gboolean
write_spool (MskTransaction *transaction,
             MskStatement *statement,
             gint64 id,
             MskSpool spool,
             const char *traces,
             const char *step,
             GError **error)
{
  g_autofree char *subject = dup_subject (id);
  const char *name = msk_enum_get_name (MSK_TYPE_SPOOL, (int) spool);

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":spool", name);
  msk_statement_bind_text (statement, ":traces", traces);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_PRINT_RUN, subject, error, "step", step, "spool",
                            name, NULL);
}

gboolean
msk_print_run_store_end (MskTransaction *transaction,
                         gint64 id,
                         MskSpool spool,
                         const char *traces,
                         GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE print_run SET ended_at = :now, spool = :spool, "
                                       "traces = :traces WHERE id = :id",
                                       error);

  if (statement == NULL || !drop_unsent (transaction, id, error))
    return FALSE;

  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return write_spool (transaction, statement, id, spool, traces, "end", error);
}

gboolean
msk_print_run_store_clear (MskTransaction *transaction,
                           gint64 id,
                           MskSpool spool,
                           const char *traces,
                           GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE print_run SET spool = :spool, traces = :traces "
                                       "WHERE id = :id",
                                       error);

  return statement != NULL &&
         write_spool (transaction, statement, id, spool, traces, "clear", error);
}

GArray *
msk_print_run_store_list_serials (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT serial FROM attempt WHERE run_id = :id ORDER BY "
                                       "serial",
                                       error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_collect_int64 (statement, error);
}

static MskPrintRun *
read_run (MskStatement *statement, GError **error)
{
  g_autoptr(MskPrintRun) run = msk_print_run_new ();
  int spool;

  if (!msk_statement_get_enum (statement, 10, MSK_TYPE_SPOOL, &spool, error))
    return NULL;

  run->id = msk_statement_get_int64 (statement, 0);
  run->paper_id = msk_statement_get_int64 (statement, 1);
  run->document_number = msk_statement_dup_text (statement, 2);
  run->printer = msk_statement_dup_text (statement, 3);
  run->place = msk_statement_dup_text (statement, 4);
  run->on_paper = msk_statement_get_int64 (statement, 5) != 0;
  run->two_sided = msk_statement_get_int64 (statement, 6) != 0;
  run->started_at = msk_statement_get_int64 (statement, 7);
  run->started_by = msk_statement_dup_text (statement, 8);
  run->ended_at = msk_statement_get_int64 (statement, 9);
  run->spool = (MskSpool) spool;
  run->traces = msk_statement_dup_text (statement, 11);
  run->sent = (guint) msk_statement_get_int64 (statement, 12);
  run->unsettled = (guint) msk_statement_get_int64 (statement, 13);
  run->counts = (guint) msk_statement_get_int64 (statement, 14);
  run->counted = (guint) msk_statement_get_int64 (statement, 15);
  run->expected = (guint) msk_statement_get_int64 (statement, 16);
  run->counted_at = msk_statement_get_int64 (statement, 17);
  run->explained_at = msk_statement_get_int64 (statement, 18);
  run->explained_by = msk_statement_dup_text (statement, 19);
  run->explanation = msk_statement_dup_text (statement, 20);
  return g_steal_pointer (&run);
}

GPtrArray *
msk_print_run_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_RUN " ORDER BY r.id", error);

  return msk_statement_collect (statement, (MskStatementReadFunc) read_run, error);
}

MskPrintRun *
msk_print_run_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_RUN " WHERE r.id = :id", error);

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_one (statement, (MskStatementReadFunc) read_run,
                                 _ ("There is no such run of the printer: look at “msk copy "
                                    "runs”."),
                                 error);
}

static gboolean
read_number (MskDatabase *database, const char *sql, gint64 id, gint64 *number, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  return msk_statement_read_int64 (statement, number, error);
}

gboolean
msk_print_run_store_find_of (MskDatabase *database, gint64 serial, gint64 *id, GError **error)
{
  return read_number (database, "SELECT COALESCE (MAX (run_id), 0) FROM attempt WHERE serial = :id",
                      serial, id, error);
}

/* The sheets of the whole copies of a run, which may be of several papers. */
static gboolean
count_whole (MskDatabase *database, MskPrintRun *run, guint *sheets, GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (
      database,
      "SELECT p.pages, COUNT (*) FROM attempt AS t JOIN copy AS c ON c.number = t.copy_number"
      " JOIN paper AS p ON p.id = c.paper_id WHERE t.run_id = :id AND t.state IN ('printed', "
      "'good') GROUP BY p.pages",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  *sheets = 0;
  msk_statement_bind_int64 (statement, ":id", run->id);
  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      *sheets += msk_print_run_count_sheets ((guint) msk_statement_get_int64 (statement, 0),
                                             run->two_sided) *
                 (guint) msk_statement_get_int64 (statement, 1);
    }

  return FALSE;
}

gboolean
msk_print_run_store_count_expected (MskDatabase *database,
                                    MskPrintRun *run,
                                    guint *sheets,
                                    GError **error)
{
  gint64 apart;
  guint whole;

  if (!count_whole (database, run, &whole, error) ||
      !read_number (database,
                    "SELECT COALESCE (SUM (s.sheets), 0) FROM spoilage AS s JOIN attempt AS t ON "
                    "t.serial = s.serial WHERE t.run_id = :id",
                    run->id, &apart, error))
    return FALSE;

  *sheets = whole + (guint) apart;
  return TRUE;
}

gboolean
msk_print_run_store_add_count (MskTransaction *transaction,
                               gint64 id,
                               guint sheets,
                               guint expected,
                               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO sheet_count (run_id, sheets, expected, at, "
                                       "user) VALUES (:id, :sheets, :expected, :now, :user)",
                                       error);
  g_autofree char *subject = dup_subject (id);
  g_autofree char *counted = g_strdup_printf ("%u", sheets);
  g_autofree char *by_register = g_strdup_printf ("%u", expected);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_int64 (statement, ":sheets", sheets);
  msk_statement_bind_int64 (statement, ":expected", expected);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_SHEET_COUNT, subject, error, "counted", counted,
                            "expected", by_register, NULL);
}

gboolean
msk_print_run_store_explain (MskTransaction *transaction,
                             gint64 id,
                             const char *explanation,
                             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "UPDATE print_run SET explained_at = :now, explained_by = "
                                       ":user, explanation = :explanation WHERE id = :id",
                                       error);
  g_autofree char *subject = dup_subject (id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":id", id);
  msk_statement_bind_text (statement, ":explanation", explanation);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_COUNT_EXPLAIN, subject, error, "explanation",
                            explanation, NULL);
}
