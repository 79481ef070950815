/* The appliance's registers of dossiers and of their borrowing (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-filing-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"

#define SELECT_FILING                                                                              \
  "SELECT f.meeting_id, m.number, f.number, f.level, f.years, f.volumes, f.pages, f.ordered_by, "  \
  "f.at, f.user, x.head_sequence, r.meeting_id IS NOT NULL, COALESCE (r.at, 0), "                  \
  "COALESCE (r.user, ''), COALESCE (r.cosigner, ''), COALESCE (r.receiver, ''), "                  \
  "COALESCE (r.organ, ''), COALESCE (r.reference, '')"                                             \
  " FROM filing AS f JOIN meeting AS m ON m.id = f.meeting_id"                                     \
  " JOIN meeting_export AS x ON x.id = f.export_id"                                                \
  " LEFT JOIN archive_receipt AS r ON r.meeting_id = f.meeting_id"

#define SELECT_LOAN                                                                                \
  "SELECT o.id, o.meeting_id, m.number, f.number, f.level, f.pages, o.reader, o.unit, o.purpose, " \
  "o.at, o.user, a.loan_id IS NOT NULL, COALESCE (a.at, 0), COALESCE (a.user, ''), "               \
  "COALESCE (a.reference, ''), l.loan_id IS NOT NULL, COALESCE (l.at, 0), "                        \
  "COALESCE (l.user, ''), COALESCE (l.acknowledged, ''), COALESCE (l.due_at, 0), "                 \
  "b.loan_id IS NOT NULL, COALESCE (b.at, 0), COALESCE (b.user, ''), COALESCE (b.pages, 0), "      \
  "COALESCE (b.conditions, ''), d.loan_id IS NOT NULL, COALESCE (d.at, 0), "                       \
  "COALESCE (d.user, ''), COALESCE (d.reason, ''), COALESCE (b.users, ''), "                       \
  "s.loan_id IS NOT NULL, COALESCE (s.at, 0), COALESCE (s.user, ''), COALESCE (s.reason, '')"      \
  " FROM archive_loan AS o JOIN filing AS f ON f.meeting_id = o.meeting_id"                        \
  " JOIN meeting AS m ON m.id = o.meeting_id"                                                      \
  " LEFT JOIN archive_loan_approval AS a ON a.loan_id = o.id"                                      \
  " LEFT JOIN archive_loan_refusal AS d ON d.loan_id = o.id"                                       \
  " LEFT JOIN archive_lending AS l ON l.loan_id = o.id"                                            \
  " LEFT JOIN archive_settlement AS s ON s.loan_id = o.id"                                         \
  " LEFT JOIN (SELECT loan_id, MAX (id), at, user, SUM (pages) AS pages,"                          \
  "  GROUP_CONCAT (condition, ' · ') AS conditions, GROUP_CONCAT (user, CHAR (10)) AS users"      \
  "  FROM archive_return GROUP BY loan_id) AS b ON b.loan_id = o.id"

/* A dossier goes by the id of its meeting. */
static char *
dup_dossier (gint64 meeting_id)
{
  return g_strdup_printf ("dossier %" G_GINT64_FORMAT, meeting_id);
}

static char *
dup_loan (gint64 id)
{
  return g_strdup_printf ("archive loan %" G_GINT64_FORMAT, id);
}

static gpointer
read_filing (MskStatement *statement, GError **error)
{
  g_autoptr(MskFiling) self = msk_filing_new ();
  int level;

  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_LEVEL, &level, error))
    return NULL;

  self->meeting_id = msk_statement_get_int64 (statement, 0);
  self->meeting_number = msk_statement_dup_text (statement, 1);
  self->number = msk_statement_dup_text (statement, 2);
  self->level = (MskLevel) level;
  self->years = (guint) msk_statement_get_int64 (statement, 4);
  self->volumes = (guint) msk_statement_get_int64 (statement, 5);
  self->pages = (guint) msk_statement_get_int64 (statement, 6);
  self->ordered_by = msk_statement_dup_text (statement, 7);
  self->at = msk_statement_get_int64 (statement, 8);
  self->user = msk_statement_dup_text (statement, 9);
  self->head_sequence = msk_statement_get_int64 (statement, 10);
  self->is_handed_over = msk_statement_get_int64 (statement, 11) != 0;
  self->handed_over_at = msk_statement_get_int64 (statement, 12);
  self->handed_over_by = msk_statement_dup_text (statement, 13);
  self->cosigner = msk_statement_dup_text (statement, 14);
  self->receiver = msk_statement_dup_text (statement, 15);
  self->organ = msk_statement_dup_text (statement, 16);
  self->reference = msk_statement_dup_text (statement, 17);
  return g_steal_pointer (&self);
}

static gpointer
read_loan (MskStatement *statement, GError **error)
{
  g_autoptr(MskArchiveLoan) self = msk_archive_loan_new ();
  int level;

  if (!msk_statement_get_enum (statement, 4, MSK_TYPE_LEVEL, &level, error))
    return NULL;

  self->id = msk_statement_get_int64 (statement, 0);
  self->meeting_id = msk_statement_get_int64 (statement, 1);
  self->meeting_number = msk_statement_dup_text (statement, 2);
  self->number = msk_statement_dup_text (statement, 3);
  self->level = (MskLevel) level;
  self->pages = (guint) msk_statement_get_int64 (statement, 5);
  self->reader = msk_statement_dup_text (statement, 6);
  self->unit = msk_statement_dup_text (statement, 7);
  self->purpose = msk_statement_dup_text (statement, 8);
  self->asked_at = msk_statement_get_int64 (statement, 9);
  self->asked_by = msk_statement_dup_text (statement, 10);
  self->is_approved = msk_statement_get_int64 (statement, 11) != 0;
  self->approved_at = msk_statement_get_int64 (statement, 12);
  self->approved_by = msk_statement_dup_text (statement, 13);
  self->reference = msk_statement_dup_text (statement, 14);
  self->is_lent = msk_statement_get_int64 (statement, 15) != 0;
  self->lent_at = msk_statement_get_int64 (statement, 16);
  self->lent_by = msk_statement_dup_text (statement, 17);
  self->acknowledged = msk_statement_dup_text (statement, 18);
  self->due_at = msk_statement_get_int64 (statement, 19);
  self->is_returned = msk_statement_get_int64 (statement, 20) != 0;
  self->returned_at = msk_statement_get_int64 (statement, 21);
  self->returned_by = msk_statement_dup_text (statement, 22);
  self->pages_back = (guint) msk_statement_get_int64 (statement, 23);
  self->condition = msk_statement_dup_text (statement, 24);
  self->is_refused = msk_statement_get_int64 (statement, 25) != 0;
  self->refused_at = msk_statement_get_int64 (statement, 26);
  self->refused_by = msk_statement_dup_text (statement, 27);
  self->refusal = msk_statement_dup_text (statement, 28);
  self->counters = msk_statement_dup_text (statement, 29);
  self->is_settled = msk_statement_get_int64 (statement, 30) != 0;
  self->settled_at = msk_statement_get_int64 (statement, 31);
  self->settled_by = msk_statement_dup_text (statement, 32);
  self->settlement = msk_statement_dup_text (statement, 33);
  return g_steal_pointer (&self);
}

/* The one row that a statement gives, or NULL. */
static gboolean
read_one (MskStatement *statement, MskStatementReadFunc read, gpointer *found, GError **error)
{
  gboolean row;

  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *found = row ? read (statement, error) : NULL;
  return !row || *found != NULL;
}

gboolean
msk_filing_store_find (MskDatabase *database, gint64 meeting_id, MskFiling **found, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_FILING " WHERE f.meeting_id = :meeting",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  return read_one (statement, read_filing, (gpointer *) found, error);
}

GPtrArray *
msk_filing_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_FILING " ORDER BY f.at, f.meeting_id",
                                       error);

  return msk_statement_collect (statement, read_filing, error);
}

gboolean
msk_filing_store_has_number (MskDatabase *database,
                             const char *number,
                             gboolean *has,
                             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, "SELECT 1 FROM filing WHERE number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":number", number);
  return msk_statement_step (statement, has, error);
}

static gboolean
insert_filing (MskTransaction *transaction,
               const MskMeetingExport *sealed,
               const MskFilingEntry *entry,
               GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO filing (meeting_id, export_id, number, level, "
                                       "years, volumes, pages, ordered_by, at, user)"
                                       " VALUES (:meeting, :export, :number, :level, :years, "
                                       ":volumes, :pages, :ordered, :now, :user)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", sealed->meeting_id);
  msk_statement_bind_int64 (statement, ":export", sealed->id);
  msk_statement_bind_text (statement, ":number", entry->number);
  msk_statement_bind_text (statement, ":level",
                           msk_enum_get_name (MSK_TYPE_LEVEL, (int) entry->level));
  msk_statement_bind_int64 (statement, ":years", entry->years);
  msk_statement_bind_int64 (statement, ":volumes", entry->volumes);
  msk_statement_bind_int64 (statement, ":pages", entry->pages);
  msk_statement_bind_text (statement, ":ordered", entry->ordered_by);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_filing_store_file (MskTransaction *transaction,
                       const MskMeetingExport *sealed,
                       const MskFilingEntry *entry,
                       GError **error)
{
  g_autofree char *subject = dup_dossier (sealed->meeting_id);
  g_autofree char *years = g_strdup_printf ("%u", entry->years);
  g_autofree char *volumes = g_strdup_printf ("%u", entry->volumes);
  g_autofree char *pages = g_strdup_printf ("%u", entry->pages);
  g_autofree char *sequence = g_strdup_printf ("%" G_GINT64_FORMAT, sealed->head_sequence);

  return insert_filing (transaction, sealed, entry, error) &&
         msk_ledger_append (transaction, MSK_ACT_ARCHIVE_FILE, subject, error, "number",
                            entry->number, "level",
                            msk_enum_get_name (MSK_TYPE_LEVEL, (int) entry->level), "years", years,
                            "volumes", volumes, "pages", pages, "ordered_by", entry->ordered_by,
                            "sequence", sequence, "hash", sealed->head_hash, NULL);
}

gboolean
msk_filing_store_hand_over (MskTransaction *transaction,
                            gint64 meeting_id,
                            const char *receiver,
                            const char *organ,
                            const char *reference,
                            const char *cosigner,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO archive_receipt (meeting_id, receiver, organ, "
                                       "reference, at, user, cosigner)"
                                       " VALUES (:meeting, :receiver, :organ, :reference, :now, "
                                       ":user, :cosigner)",
                                       error);
  g_autofree char *subject = dup_dossier (meeting_id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  msk_statement_bind_text (statement, ":receiver", receiver);
  msk_statement_bind_text (statement, ":organ", organ);
  msk_statement_bind_text (statement, ":reference", reference);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  msk_statement_bind_text (statement, ":cosigner", cosigner);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_ARCHIVE_HAND_OVER, subject, error, "receiver",
                            receiver, "organ", organ, "reference", reference, "cosigner", cosigner,
                            NULL);
}

GPtrArray *
msk_filing_store_list_loans (MskDatabase *database, gboolean only_open, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                SELECT_LOAN
                                " WHERE :only_open = 0 OR o.id IN (SELECT loan_id FROM archive_out)"
                                " OR (l.loan_id IS NULL AND d.loan_id IS NULL)"
                                " ORDER BY o.id",
                                error);

  if (statement != NULL)
    msk_statement_bind_int64 (statement, ":only_open", only_open);
  return msk_statement_collect (statement, read_loan, error);
}

MskArchiveLoan *
msk_filing_store_get_loan (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_LOAN " WHERE o.id = :id", error);
  gpointer found = NULL;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  if (!read_one (statement, read_loan, &found, error) || found != NULL)
    return found;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("There is no such loan of a dossier: look at the list of loans."));
  return NULL;
}

gboolean
msk_filing_store_is_out (MskDatabase *database, gint64 meeting_id, gboolean *is_out, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT 1 FROM archive_out WHERE meeting_id = :meeting",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  return msk_statement_step (statement, is_out, error);
}

gboolean
msk_filing_store_request (MskTransaction *transaction,
                          gint64 meeting_id,
                          const char *reader,
                          const char *unit,
                          const char *purpose,
                          gint64 *id,
                          GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO archive_loan (meeting_id, reader, unit, "
                                       "purpose, at, user)"
                                       " VALUES (:meeting, :reader, :unit, :purpose, :now, :user) "
                                       "RETURNING id",
                                       error);
  g_autofree char *subject = NULL;
  g_autofree char *dossier = g_strdup_printf ("%" G_GINT64_FORMAT, meeting_id);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":meeting", meeting_id);
  msk_statement_bind_text (statement, ":reader", reader);
  msk_statement_bind_text (statement, ":unit", unit);
  msk_statement_bind_text (statement, ":purpose", purpose);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  if (!msk_statement_read_int64 (statement, id, error))
    return FALSE;

  subject = dup_loan (*id);
  return msk_ledger_append (transaction, MSK_ACT_ARCHIVE_REQUEST, subject, error, "dossier",
                            dossier, "reader", reader, "unit", unit, "purpose", purpose, NULL);
}

/* text: the reference of an approval, or why it was refused. */
static gboolean
insert_decision (MskTransaction *transaction,
                 const char *sql,
                 gint64 id,
                 const char *text,
                 GError **error)
{
  g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database, sql, error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":loan", id);
  msk_statement_bind_text (statement, ":text", text);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error);
}

gboolean
msk_filing_store_approve (MskTransaction *transaction,
                          gint64 id,
                          const char *reference,
                          GError **error)
{
  g_autofree char *subject = dup_loan (id);

  return insert_decision (transaction,
                          "INSERT INTO archive_loan_approval (loan_id, reference, at, user)"
                          " VALUES (:loan, :text, :now, :user)",
                          id, reference, error) &&
         msk_ledger_append (transaction, MSK_ACT_ARCHIVE_APPROVE, subject, error, "reference",
                            reference, NULL);
}

gboolean
msk_filing_store_refuse (MskTransaction *transaction, gint64 id, const char *reason, GError **error)
{
  g_autofree char *subject = dup_loan (id);

  return insert_decision (transaction,
                          "INSERT INTO archive_loan_refusal (loan_id, reason, at, user)"
                          " VALUES (:loan, :text, :now, :user)",
                          id, reason, error) &&
         msk_ledger_append (transaction, MSK_ACT_ARCHIVE_REFUSE, subject, error, "reason", reason,
                            NULL);
}

gboolean
msk_filing_store_lend (MskTransaction *transaction,
                       gint64 id,
                       const char *acknowledged,
                       gint64 due_at,
                       GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO archive_lending (loan_id, acknowledged, "
                                       "due_at, at, user)"
                                       " VALUES (:loan, :acknowledged, :due, :now, :user)",
                                       error);
  g_autofree char *subject = dup_loan (id);
  g_autofree char *due = g_strdup_printf ("%" G_GINT64_FORMAT, due_at);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":loan", id);
  msk_statement_bind_text (statement, ":acknowledged", acknowledged);
  msk_statement_bind_int64 (statement, ":due", due_at);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_ARCHIVE_LEND, subject, error, "acknowledged",
                            acknowledged, "due", due, NULL);
}

gboolean
msk_filing_store_take_back (MskTransaction *transaction,
                            gint64 id,
                            guint pages,
                            const char *condition,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO archive_return (loan_id, pages, condition, at, "
                                       "user) VALUES (:loan, :pages, :condition, :now, :user)",
                                       error);
  g_autofree char *subject = dup_loan (id);
  g_autofree char *count = g_strdup_printf ("%u", pages);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":loan", id);
  msk_statement_bind_int64 (statement, ":pages", pages);
  msk_statement_bind_text (statement, ":condition", condition);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_ARCHIVE_RETURN, subject, error, "pages", count,
                            "condition", condition, NULL);
}

gboolean
msk_filing_store_settle (MskTransaction *transaction, gint64 id, const char *reason, GError **error)
{
  g_autofree char *subject = dup_loan (id);

  return insert_decision (transaction,
                          "INSERT INTO archive_settlement (loan_id, reason, at, user)"
                          " VALUES (:loan, :text, :now, :user)",
                          id, reason, error) &&
         msk_ledger_append (transaction, MSK_ACT_ARCHIVE_SETTLE, subject, error, "reason", reason,
                            NULL);
}

gboolean
msk_filing_store_find_pages (MskDatabase *meeting, const char *kind, guint *pages, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (meeting,
                                       "SELECT CAST (details ->> 'pages' AS INTEGER) FROM ledger"
                                       " WHERE act = 'report-make' AND details ->> 'kind' = :kind"
                                       " AND details ->> 'pages' IS NOT NULL"
                                       " ORDER BY sequence DESC LIMIT 1",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":kind", kind);
  return msk_statement_read_uint (statement, pages, error);
}
