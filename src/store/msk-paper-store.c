/* Papers, their files, and their balance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-store.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-file-store.h"
#include "msk-ids.h"
#include "msk-ledger.h"
#include "msk-paper-order.h"

#define SELECT_PAPER                                                                               \
  "SELECT p.id, p.document_number, p.title, p.level, p.period, p.originator, p.scope, p.pages, "   \
  "p.sha256, p.added_at,"                                                                          \
  " (SELECT COALESCE (SUM (d.copies), 0) FROM copy_request AS r JOIN copy_decision AS d"           \
  " ON d.request_id = r.id WHERE r.paper_id = p.id AND r.parent_number IS NULL),"                  \
  " (SELECT COALESCE (SUM (b.last + 1 - b.first), 0) FROM number_block AS b WHERE b.paper_id = "   \
  "p.id AND b.parent_number IS NULL),"                                                             \
  " p.clearance, p.by_name, p.urgency, p.revision, COALESCE (p.parent_id, 0), p.attachment,"       \
  " COALESCE (p.replaces, 0),"                                                                     \
  " COALESCE ((SELECT n.id FROM paper AS n WHERE n.replaces = p.id), 0),"                          \
  " COALESCE ((SELECT STRING_AGG (CAST (r.attendee_id AS TEXT), ',') FROM paper_reader AS r"       \
  " WHERE r.paper_id = p.id AND r.withdrawn_at = 0), ''),"                                         \
  " COALESCE ((SELECT STRING_AGG (CAST (t.part_id AS TEXT), ',') FROM paper_part AS t"             \
  " WHERE t.paper_id = p.id), ''),"                                                                \
  " (SELECT COALESCE (SUM (d.copies), 0) FROM copy_request AS r JOIN copy_decision AS d"           \
  " ON d.request_id = r.id WHERE r.paper_id = p.id AND r.parent_number IS NOT NULL),"              \
  " (SELECT COUNT (*) FROM number_block AS b WHERE b.paper_id = p.id AND b.parent_number IS NOT "  \
  "NULL),"                                                                                         \
  " COALESCE ((SELECT u.rule FROM count_rule AS u WHERE u.paper_id = p.id ORDER BY u.id DESC"      \
  " LIMIT 1), 'by-scheme')"                                                                        \
  " FROM paper AS p"

static gboolean
insert_paper (MskTransaction *transaction, MskPaper *paper, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO paper (document_number, title, level, period, "
                                       "originator, scope, clearance, by_name, urgency, "
                                       "revision, replaces, parent_id, attachment, pages, sha256, "
                                       "added_at)"
                                       " VALUES (:number, :title, :level, :period, :originator, "
                                       ":scope, :clearance, 0, :urgency, :revision, "
                                       "NULLIF (:replaces, 0), NULLIF (:parent, 0), :attachment, "
                                       ":pages, :sha256, :now) RETURNING id",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":number", paper->document_number);
  msk_statement_bind_text (statement, ":title", paper->title);
  msk_statement_bind_text (statement, ":level",
                           msk_enum_get_name (MSK_TYPE_LEVEL, (int) paper->level));
  msk_statement_bind_text (statement, ":period", paper->period);
  msk_statement_bind_text (statement, ":originator", paper->originator);
  msk_statement_bind_int64 (statement, ":scope", paper->scope);
  msk_statement_bind_text (statement, ":clearance",
                           msk_enum_get_name (MSK_TYPE_LEVEL,
                                              (int) MAX (paper->clearance, paper->level)));
  msk_statement_bind_text (statement, ":urgency",
                           msk_enum_get_name (MSK_TYPE_URGENCY, (int) paper->urgency));
  msk_statement_bind_int64 (statement, ":revision", paper->revision);
  msk_statement_bind_int64 (statement, ":replaces", paper->replaces);
  msk_statement_bind_int64 (statement, ":parent", paper->parent_id);
  msk_statement_bind_int64 (statement, ":attachment", paper->attachment);
  msk_statement_bind_int64 (statement, ":pages", paper->pages);
  msk_statement_bind_text (statement, ":sha256", paper->sha256);
  msk_statement_bind_int64 (statement, ":now", transaction->actor.now);
  return msk_statement_read_int64 (statement, &paper->id, error);
}

/* Joins the paper to other papers or to people, one at a time. */
static gboolean
insert_pairs (MskTransaction *transaction,
              const char *sql,
              gint64 paper_id,
              const GArray *others,
              GError **error)
{
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      g_autoptr(MskStatement) statement = msk_database_prepare (transaction->database, sql, error);

      if (statement == NULL)
        return FALSE;
      msk_statement_bind_int64 (statement, ":paper", paper_id);
      msk_statement_bind_int64 (statement, ":other", g_array_index (others, gint64, i));
      if (!msk_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* The order matters: a paper that is by name takes no further names. */
gboolean
msk_paper_store_set_readers (MskTransaction *transaction,
                             gint64 paper_id,
                             const GArray *readers,
                             GError **error)
{
  g_autoptr(MskStatement) by_name =
                 msk_database_prepare (transaction->database,
                                       "UPDATE paper SET by_name = 1 WHERE id = :paper", error);

  if (by_name == NULL ||
      !insert_pairs (transaction,
                     "INSERT INTO paper_reader (paper_id, attendee_id, withdrawn_at)"
                     " VALUES (:paper, :other, 0)",
                     paper_id, readers, error))
    return FALSE;

  msk_statement_bind_int64 (by_name, ":paper", paper_id);
  return msk_statement_run (by_name, error);
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
             const MskPaperFiles *files,
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
  msk_statement_bind_int64 (statement, ":original", files->original);
  msk_statement_bind_int64 (statement, ":prepared", files->prepared);
  msk_statement_bind_bytes (statement, ":layout", layout);
  return msk_statement_run (statement, error) &&
         msk_file_store_is_whole (transaction->database, files->original, files->original_size,
                                  error) &&
         msk_file_store_is_whole (transaction->database, files->prepared,
                                  g_bytes_get_size (prepared->bytes), error);
}

/* What the ledger says of a revision and of an attachment. */
static char *
dup_links (const MskPaper *paper)
{
  if (paper->parent_id != 0)
    return g_strdup_printf ("attachment %u of paper %" G_GINT64_FORMAT, paper->attachment,
                            paper->parent_id);
  if (paper->replaces != 0)
    return g_strdup_printf ("revision %u after paper %" G_GINT64_FORMAT, paper->revision,
                            paper->replaces);

  return g_strdup ("");
}

static gboolean
insert_removals (MskTransaction *transaction, MskPaper *paper, GError **error)
{
  for (guint removal = 0; removal <= MSK_REMOVAL_ANNOTATIONS; removal++)
    {
      g_autoptr(MskStatement) statement = NULL;

      if ((paper->removed & (1u << removal)) == 0)
        continue;
      statement =
          msk_database_prepare (transaction->database,
                                "INSERT INTO paper_removal (paper_id, kind) VALUES (:paper, :kind)",
                                error);
      if (statement == NULL)
        return FALSE;

      msk_statement_bind_int64 (statement, ":paper", paper->id);
      msk_statement_bind_text (statement, ":kind",
                               msk_enum_get_name (MSK_TYPE_REMOVAL, (int) removal));
      if (!msk_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
msk_paper_store_insert (MskTransaction *transaction,
                        MskPaper *paper,
                        const MskPaperFiles *files,
                        MskPreparedPdf *prepared,
                        GError **error)
{
  g_autofree char *subject = NULL;
  g_autofree char *scope = msk_capacity_set_dup_names (paper->scope);
  g_autofree char *pages = g_strdup_printf ("%u", paper->pages);
  g_autofree char *removed = msk_removal_set_dup_names (paper->removed);
  g_autofree char *readers = msk_ids_dup_text (paper->readers);
  g_autofree char *parts = msk_ids_dup_text (paper->parts);
  g_autofree char *links = dup_links (paper);

  if (!insert_paper (transaction, paper, error) ||
      !insert_file (transaction, paper->id, files, prepared, error) ||
      !insert_removals (transaction, paper, error) ||
      (paper->readers != NULL &&
       !msk_paper_store_set_readers (transaction, paper->id, paper->readers, error)) ||
      !insert_pairs (transaction,
                     "INSERT INTO paper_part (paper_id, part_id) VALUES (:paper, :other)",
                     paper->id, paper->parts, error))
    return FALSE;

  subject = g_strdup_printf ("paper %" G_GINT64_FORMAT, paper->id);
  return msk_ledger_append (transaction,
                            paper->replaces != 0 ? MSK_ACT_PAPER_REVISE : MSK_ACT_PAPER_ADD,
                            subject, error, "document_number", paper->document_number, "title",
                            paper->title, "level",
                            msk_enum_get_name (MSK_TYPE_LEVEL, (int) paper->level), "period",
                            paper->period, "originator", paper->originator, "scope", scope,
                            "clearance",
                            msk_enum_get_name (MSK_TYPE_LEVEL,
                                               (int) MAX (paper->clearance, paper->level)),
                            "readers", readers, "urgency",
                            msk_enum_get_name (MSK_TYPE_URGENCY, (int) paper->urgency), "links",
                            links, "parts", parts, "pages", pages, "sha256", paper->sha256,
                            "removed", removed, NULL);
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
msk_paper_store_get_attachment (MskDatabase *database,
                                const char *document_number,
                                guint attachment,
                                gboolean *taken,
                                guint *next,
                                GError **error)
{
  g_autoptr(MskStatement) statement =
          msk_database_prepare (database,
                                "SELECT COALESCE (MAX (a.attachment), 0) + 1,"
                                " COALESCE (SUM (CASE WHEN a.attachment = :attachment THEN 1 "
                                "ELSE 0 END), 0)"
                                " FROM paper AS a JOIN paper AS p ON p.id = a.parent_id"
                                " WHERE p.document_number = :number",
                                error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_text (statement, ":number", document_number);
  msk_statement_bind_int64 (statement, ":attachment", attachment);
  if (!msk_statement_step (statement, &row, error))
    return FALSE;

  *next = (guint) msk_statement_get_int64 (statement, 0);
  *taken = msk_statement_get_int64 (statement, 1) > 0;
  return TRUE;
}

static gboolean
read_removals (MskDatabase *database, MskPaper *paper, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT kind FROM paper_removal WHERE paper_id = :paper",
                                       error);
  gboolean row;
  int removal;

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", paper->id);
  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!msk_statement_get_enum (statement, 0, MSK_TYPE_REMOVAL, &removal, error))
        return FALSE;
      paper->removed |= 1u << removal;
    }

  return FALSE;
}

static gboolean
read_links (MskStatement *statement, MskPaper *paper, GError **error)
{
  int clearance, urgency;

  if (!msk_statement_get_enum (statement, 12, MSK_TYPE_LEVEL, &clearance, error) ||
      !msk_statement_get_enum (statement, 14, MSK_TYPE_URGENCY, &urgency, error))
    return FALSE;

  paper->clearance = (MskLevel) clearance;
  paper->urgency = (MskUrgency) urgency;
  paper->revision = (guint) msk_statement_get_int64 (statement, 15);
  paper->parent_id = msk_statement_get_int64 (statement, 16);
  paper->attachment = (guint) msk_statement_get_int64 (statement, 17);
  paper->replaces = msk_statement_get_int64 (statement, 18);
  paper->replaced_by = msk_statement_get_int64 (statement, 19);
  if (msk_statement_get_int64 (statement, 13) != 0)
    paper->readers = msk_ids_parse (msk_statement_get_text (statement, 20));
  if (*msk_statement_get_text (statement, 21) != '\0')
    paper->parts = msk_ids_parse (msk_statement_get_text (statement, 21));
  return TRUE;
}

static MskPaper *
read_paper (MskDatabase *database, MskStatement *statement, GError **error)
{
  g_autoptr(MskPaper) paper = msk_paper_new ();
  int level, rule;

  if (!msk_statement_get_enum (statement, 3, MSK_TYPE_LEVEL, &level, error) ||
      !msk_statement_get_enum (statement, 24, MSK_TYPE_COUNT_RULE, &rule, error))
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
  paper->reproductions_approved = (guint) msk_statement_get_int64 (statement, 22);
  paper->reproductions_allocated = (guint) msk_statement_get_int64 (statement, 23);
  paper->count_rule = (MskCountRule) rule;
  if (!read_links (statement, paper, error) || !read_removals (database, paper, error))
    return NULL;

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
        {
          msk_paper_order_sort (papers);
          return g_steal_pointer (&papers);
        }
      paper = read_paper (database, statement, error);
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

  return read_paper (database, statement, error);
}

GBytes *
msk_paper_store_load_original (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT original FROM paper_file WHERE paper_id = :id",
                                       error);
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

  return msk_file_store_load (database, msk_statement_get_int64 (statement, 0), error);
}

gboolean
msk_paper_store_add_warning (MskTransaction *transaction,
                             gint64 id,
                             const char *text,
                             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (transaction->database,
                                       "INSERT INTO paper_warning (paper_id, text)"
                                       " VALUES (:paper, :text)",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", id);
  msk_statement_bind_text (statement, ":text", text);
  return msk_statement_run (statement, error);
}

GPtrArray *
msk_paper_store_list_warnings (MskDatabase *database, gint64 id, GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT text FROM paper_warning WHERE paper_id = :paper"
                                       " ORDER BY id",
                                       error);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (statement == NULL)
    return NULL;

  msk_statement_bind_int64 (statement, ":paper", id);
  while (msk_statement_step (statement, &row, error))
    {
      if (!row)
        return g_steal_pointer (&texts);
      g_ptr_array_add (texts, msk_statement_dup_text (statement, 0));
    }

  return NULL;
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

  prepared = msk_file_store_load (database, msk_statement_get_int64 (statement, 0), error);
  if (prepared == NULL)
    return NULL;
  layout_bytes = msk_statement_dup_bytes (statement, 1);
  stored =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (MSK_PREPARED_PDF_LAYOUT_TYPE),
                                                    layout_bytes, FALSE));
  layout = G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (stored)
                                        : g_variant_get_normal_form (stored);
  return msk_prepared_pdf_new (prepared, layout, error);
}

gboolean
msk_paper_store_get_ordinal (MskDatabase *database,
                             gint64 id,
                             guint number,
                             guint *ordinal,
                             GError **error)
{
  g_autoptr(MskStatement) statement =
                 msk_database_prepare (database,
                                       "SELECT COALESCE (SUM (CASE WHEN last < :number THEN last "
                                       "ELSE :number END + 1 - first), 0) FROM number_block"
                                       " WHERE paper_id = :paper AND first <= :number AND "
                                       "parent_number IS NULL",
                                       error);

  if (statement == NULL)
    return FALSE;

  msk_statement_bind_int64 (statement, ":paper", id);
  msk_statement_bind_int64 (statement, ":number", number);
  return msk_statement_read_uint (statement, ordinal, error);
}
