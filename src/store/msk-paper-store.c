/* Papers, their files, the approvals to copy them, and their balance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-ledger.h"

#define SELECT_PAPER                                                                               \
  "SELECT p.id, p.document_number, p.title, p.level, p.period, p.originator, p.scope, p.pages, "   \
  "p.sha256, p.added_at,"                                                                          \
  " (SELECT COALESCE (SUM (a.copies), 0) FROM approval AS a WHERE a.paper_id = p.id),"             \
  " (SELECT COALESCE (SUM (b.last + 1 - b.first), 0) FROM number_block AS b WHERE b.paper_id = "   \
  "p.id)"                                                                                          \
  " FROM paper AS p"

static gboolean
insert_paper (MskTransaction *transaction, MskPaper *paper, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO paper (document_number, title, level, period, "
                                       "originator, scope, pages, sha256, added_at)"
                                       " VALUES (:number, :title, :level, :period, :originator, "
                                       ":scope, :pages, :sha256, :now) RETURNING id",
                                       error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":number", paper->document_number);
  msk_statement_bind_text (statement, ":title", paper->title);
  msk_statement_bind_text (statement, ":level",
                           msk_enum_get_name (MSK_TYPE_LEVEL, (int) paper->level));
  msk_statement_bind_text (statement, ":period", paper->period);
  msk_statement_bind_text (statement, ":originator", paper->originator);
  msk_statement_bind_int64 (statement, ":scope", paper->scope);
  msk_statement_bind_int64 (statement, ":pages", paper->pages);
  msk_statement_bind_text (statement, ":sha256", paper->sha256);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  paper->id = msk_statement_get_int64 (statement, 0);
  return TRUE;
}

/* The layout as bytes, little endian, so that the file can go to another machine. */
static GBytes *
dup_layout_bytes (MskPreparedPdf *prepared)
{
  g_autoptr(GVariant) layout = msk_prepared_pdf_dup_layout (prepared);
  g_autoptr(GVariant) portable = G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (layout)
                                                               : g_variant_get_normal_form (layout);

  return g_variant_get_data_as_bytes (portable);
}

static gboolean
insert_file (MskTransaction *transaction,
             gint64 paper_id,
             GBytes *original,
             MskPreparedPdf *prepared,
             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO paper_file (paper_id, original, prepared, "
                                       "layout) VALUES (:paper, :original, :prepared, :layout)",
                                       error);
  g_autoptr(GBytes) layout = dup_layout_bytes (prepared);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  msk_statement_bind_bytes (statement, ":original", original);
  msk_statement_bind_bytes (statement, ":prepared", prepared->bytes);
  msk_statement_bind_bytes (statement, ":layout", layout);
  return msk_statement_run (statement, error);
}

gboolean
msk_paper_store_insert (MskTransaction *transaction,
                        MskPaper *paper,
                        GBytes *original,
                        MskPreparedPdf *prepared,
                        GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *scope = msk_capacity_set_dup_names (paper->scope);
  g_autofree char *pages = g_strdup_printf ("%u", paper->pages);

  if (!insert_paper (transaction, paper, error) ||
      !insert_file (transaction, paper->id, original, prepared, error))
    return FALSE;

  subject = g_strdup_printf ("paper %" G_GINT64_FORMAT, paper->id);
  return msk_ledger_append (transaction, MSK_ACT_PAPER_ADD, subject, error, "document_number",
                            paper->document_number, "title", paper->title, "level",
                            msk_enum_get_name (MSK_TYPE_LEVEL, (int) paper->level), "period",
                            paper->period, "originator", paper->originator, "scope", scope, "pages",
                            pages, "sha256", paper->sha256, NULL);
}

gboolean
msk_paper_store_has_number (MskDatabase *database,
                            const char *document_number,
                            gboolean *has,
                            GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT 1 FROM paper WHERE document_number = :number",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":number", document_number);
  return msk_statement_step (statement, has, error);
}

gboolean
msk_paper_store_approve (MskTransaction *transaction,
                         gint64 paper_id,
                         const MskApproval *approval,
                         GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO approval (paper_id, copies, authority, post, "
                                       "organ, reference, decided_at, recorded_at, recorded_by)"
                                       " VALUES (:paper, :copies, :authority, :post, :organ, "
                                       ":reference, :decided_at, :now, :user)",
                                       error);
  g_autofree char *subject = g_strdup_printf ("paper %" G_GINT64_FORMAT, paper_id);
  g_autofree char *copies = g_strdup_printf ("%u", approval->copies);
  g_autofree char *decided_at = g_strdup_printf ("%" G_GINT64_FORMAT, approval->decided_at);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", paper_id);
  msk_statement_bind_int64 (statement, ":copies", approval->copies);
  msk_statement_bind_text (statement, ":authority", approval->authority);
  msk_statement_bind_text (statement, ":post", approval->post);
  msk_statement_bind_text (statement, ":organ", approval->organ);
  msk_statement_bind_text (statement, ":reference", approval->reference);
  msk_statement_bind_int64 (statement, ":decided_at", approval->decided_at);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  msk_statement_bind_text (statement, ":user", transaction->actor.user);
  return msk_statement_run (statement, error) &&
         msk_ledger_append (transaction, MSK_ACT_PAPER_APPROVE, subject, error, "copies", copies,
                            "authority", approval->authority, "post", approval->post, "organ",
                            approval->organ, "reference", approval->reference, "decided_at",
                            decided_at, NULL);
}

static MskPaper *
read_paper (MskStatement *statement, GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_new ();
  int level;

  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_LEVEL, &level, error))
    return NULL;

  paper->id = msk_statement_get_int64 (statement, 0);
  paper->document_number = msk_statement_dup_text (statement, 1);
  paper->title = msk_statement_dup_text (statement, 2);
  paper->level = (MskLevel) level;
  paper->period = msk_statement_dup_text (statement, 4);
  paper->originator = msk_statement_dup_text (statement, 5);
  paper->scope = (guint) msk_statement_get_int64 (statement, 6);
  paper->pages = (guint) msk_statement_get_int64 (statement, 7);
  paper->sha256 = msk_statement_dup_text (statement, 8);
  paper->added_at = msk_statement_get_int64 (statement, 9);
  paper->approved = (guint) msk_statement_get_int64 (statement, 10);
  paper->allocated = (guint) msk_statement_get_int64 (statement, 11);
  return g_steal_pointer (&paper);
}

GPtrArray *
msk_paper_store_list (MskDatabase *database, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_PAPER " ORDER BY p.id", error);
  g_autoptr(GPtrArray) papers = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  if (statement == NULL)
    return NULL;

  while (msk_statement_step (statement, &row, error))
    {
      MskPaper *paper;

      if (!row)
        return g_steal_pointer (&papers);
      paper = read_paper (statement, error);
      if (paper == NULL)
        return NULL;
      g_ptr_array_add (papers, paper);
    }

  return NULL;
}

static gboolean
fail_no_paper (GError **error)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                       _ ("There is no such paper in this meeting: look at the list of papers."));
  return FALSE;
}

MskPaper *
msk_paper_store_get (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database, SELECT_PAPER " WHERE p.id = :id", error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  if (!msk_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      fail_no_paper (error);
      return NULL;
    }

  return read_paper (statement, error);
}

MskPreparedPdf *
msk_paper_store_load_prepared (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT prepared, layout FROM paper_file WHERE paper_id = :id",
                                error);
  g_autoptr(GBytes) prepared = NULL;
  g_autoptr(GBytes) layout_bytes = NULL;
  g_autoptr(GVariant) stored = NULL;
  g_autoptr(GVariant) layout = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":id", id);
  if (!msk_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      fail_no_paper (error);
      return NULL;
    }

  prepared = msk_statement_dup_bytes (statement, 0);
  layout_bytes = msk_statement_dup_bytes (statement, 1);
  stored =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (MSK_PREPARED_PDF_LAYOUT_TYPE),
                                                    layout_bytes, FALSE));
  layout = G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (stored)
                                        : g_variant_get_normal_form (stored);
  return msk_prepared_pdf_new (prepared, layout, error);
}

static gboolean
read_counts (MskStatement *statement, MskBalance *balance, GError **error)
{
  gboolean row;
  int state;

  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_COPY_STATE, &state, error))
        return FALSE;
      balance->counts[state] = (guint) msk_statement_get_int64 (statement, 1);
    }

  return FALSE;
}

static gboolean
fill_balance (MskDatabase *database,
              MskStatement *counts,
              gint64 id,
              MskBalance *balance,
              GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_store_get (database, id, error);
  static const MskCopyState good_states[] = { MSK_COPY_IN_STORE,  MSK_COPY_HELD,
                                              MSK_COPY_AWAY,      MSK_COPY_RETURNED,
                                              MSK_COPY_DESTROYED, MSK_COPY_MISSING };

  *balance = (MskBalance){ 0 };
  if (paper == NULL || counts == NULL)
    return FALSE;

  msk_statement_bind_int64 (counts, ":paper", id);
  if (!read_counts (counts, balance, error))
    return FALSE;

  balance->approved = paper->approved;
  balance->allocated = paper->allocated;
  for (guint i = 0; i < G_N_ELEMENTS (good_states); i++)
    balance->good += balance->counts[good_states[i]];
  return TRUE;
}

gboolean
msk_paper_store_get_balance (MskDatabase *database, gint64 id, MskBalance *balance, GError **error)
{
  g_autoptr(MskStatement) counts =
          msk_database_prepare (database,
                                "SELECT state, copies FROM copy_count WHERE paper_id = :paper",
                                error);

  return fill_balance (database, counts, id, balance, error);
}

gboolean
msk_paper_store_recount (MskDatabase *database, gint64 id, MskBalance *balance, GError **error)
{
  g_autoptr(MskStatement) counts = msk_database_prepare (
      database, "SELECT state, COUNT (*) FROM copy WHERE paper_id = :paper GROUP BY state", error);

  return fill_balance (database, counts, id, balance, error);
}
