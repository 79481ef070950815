/* Runs of the printer, and the counts of their sheets.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-run.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* What is known of a run before its first sheet. */
typedef struct
{
  gint64 paper_id;
  const char *printer;
  const char *place;
  gboolean on_paper;
  gboolean two_sided;
} MskPrintRunEntry;

gboolean msk_print_run_store_start (MskTransaction *transaction,
                                    const MskPrintRunEntry *entry,
                                    gint64 *id,
                                    GError **error);

/* The attempt goes to the printer in this run. Writes no ledger entry. */
gboolean msk_print_run_store_add_attempt (MskTransaction *transaction,
                                          gint64 id,
                                          gint64 serial,
                                          GError **error);

/* traces: what removes what was left, or "". */
gboolean msk_print_run_store_end (MskTransaction *transaction,
                                  gint64 id,
                                  MskSpool spool,
                                  const char *traces,
                                  GError **error);

/* What was found when the printing system was asked again about a run whose end nobody saw, or that
 * left something. */
gboolean msk_print_run_store_clear (MskTransaction *transaction,
                                    gint64 id,
                                    MskSpool spool,
                                    const char *traces,
                                    GError **error);

/* The serials of the attempts that were sent in the run, as gint64, oldest first. */
GArray *msk_print_run_store_list_serials (MskDatabase *database,
                                          gint64 id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The run in which an attempt was sent; 0 for none. */
gboolean msk_print_run_store_find_of (MskDatabase *database,
                                      gint64 serial,
                                      gint64 *id,
                                      GError **error);

/* Of MskPrintRun, oldest first. */
GPtrArray *msk_print_run_store_list (MskDatabase *database,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One run, or NULL with MSK_INPUT_ERROR_NOT_FOUND. */
MskPrintRun *msk_print_run_store_get (MskDatabase *database,
                                      gint64 id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* How many sheets of the run the register knows of: whole copies, spoiled sets and surplus ones.
 * What never came counts as nothing. */
gboolean msk_print_run_store_count_expected (MskDatabase *database,
                                             MskPrintRun *run,
                                             guint *sheets,
                                             GError **error);

gboolean msk_print_run_store_add_count (MskTransaction *transaction,
                                        gint64 id,
                                        guint sheets,
                                        guint expected,
                                        GError **error);
gboolean msk_print_run_store_explain (MskTransaction *transaction,
                                      gint64 id,
                                      const char *explanation,
                                      GError **error);

G_END_DECLS
