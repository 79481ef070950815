/* Papers, their files, and their balance.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-balance.h"
#include "msk-paper.h"
#include "msk-prepared-pdf.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* What msk_file_store_write() gave for the file as handed in, and for the one ready for stamping.
 */
typedef struct
{
  gint64 original;
  gsize original_size; /* bytes */
  gint64 prepared;
} MskPaperFiles;

/* Inserts the paper with its files, its readers and its parts, and sets its id. */
gboolean msk_paper_store_insert (MskTransaction *transaction,
                                 MskPaper *paper,
                                 const MskPaperFiles *files,
                                 MskPreparedPdf *prepared,
                                 GError **error);

/* Names the people that a paper is for, of which it has none yet. */
gboolean msk_paper_store_set_readers (MskTransaction *transaction,
                                      gint64 paper_id,
                                      const GArray *readers,
                                      GError **error);

/* Whether the document, over all its revisions, has an attachment of this number, and the next that
 * is free. */
gboolean msk_paper_store_get_attachment (MskDatabase *database,
                                         const char *document_number,
                                         guint attachment,
                                         gboolean *taken,
                                         guint *next,
                                         GError **error);

gboolean msk_paper_store_has_number (MskDatabase *database,
                                     const char *document_number,
                                     gboolean *has,
                                     GError **error);

/* Of MskPaper, in the order of msk_paper_order_sort(): attachments stand beneath their paper. */
GPtrArray *msk_paper_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskPaper *msk_paper_store_get (MskDatabase *database,
                               gint64 id,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The file as it was handed in. */
GBytes *msk_paper_store_load_original (MskDatabase *database,
                                       gint64 id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of char *: what was mended in the file or removed from it. */
GPtrArray *msk_paper_store_list_warnings (MskDatabase *database,
                                          gint64 id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_paper_store_add_warning (MskTransaction *transaction,
                                      gint64 id,
                                      const char *text,
                                      GError **error);
MskPreparedPdf *msk_paper_store_load_prepared (MskDatabase *database,
                                               gint64 id,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Which of the paper's numbers this one is, counted from 1: the 14 of "Copy 14 of 30". */
gboolean msk_paper_store_get_ordinal (MskDatabase *database,
                                      gint64 id,
                                      guint number,
                                      guint *ordinal,
                                      GError **error);

/* One paper's balance. Its cost does not grow with the number of copies. */
gboolean msk_paper_store_get_balance (MskDatabase *database,
                                      gint64 id,
                                      MskBalance *balance,
                                      GError **error);

/* The same with every copy counted anew, for the sweep and for whoever doubts the counts. */
gboolean msk_paper_store_recount (MskDatabase *database,
                                  gint64 id,
                                  MskBalance *balance,
                                  GError **error);

G_END_DECLS
