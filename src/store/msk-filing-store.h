/* The appliance's registers of dossiers and of their borrowing (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-filing.h"
#include "msk-meeting-export.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* What is said of a dossier when it is filed. Texts are lent. */
typedef struct
{
  const char *number; /* the archive number, unique on the appliance */
  MskLevel level;     /* of the meeting */
  guint years;        /* 0: for good */
  guint volumes;
  guint pages;
  const char *ordered_by;
} MskFilingEntry;

/* The dossier of a meeting, or NULL when it was not filed; of an erased meeting too. The caller
 * owns it. */
gboolean msk_filing_store_find (MskDatabase *database,
                                gint64 meeting_id,
                                MskFiling **found,
                                GError **error);

/* Of MskFiling, in the order in which they were filed. */
GPtrArray *msk_filing_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a dossier has this archive number. */
gboolean msk_filing_store_has_number (MskDatabase *database,
                                      const char *number,
                                      gboolean *has,
                                      GError **error);

/* Files the meeting of this export. */
gboolean msk_filing_store_file (MskTransaction *transaction,
                                const MskMeetingExport *sealed,
                                const MskFilingEntry *entry,
                                GError **error);

/* The archive took it over; the cosigner's own entry in the ledger is the caller's. */
gboolean msk_filing_store_hand_over (MskTransaction *transaction,
                                     gint64 meeting_id,
                                     const char *receiver,
                                     const char *organ,
                                     const char *reference,
                                     const char *cosigner,
                                     GError **error);

/* Of MskArchiveLoan, in the order in which they were asked for: all, or those that are not over. */
GPtrArray *msk_filing_store_list_loans (MskDatabase *database,
                                        gboolean only_open,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskArchiveLoan *msk_filing_store_get_loan (MskDatabase *database,
                                           gint64 id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the dossier is with a reader. */
gboolean msk_filing_store_is_out (MskDatabase *database,
                                  gint64 meeting_id,
                                  gboolean *is_out,
                                  GError **error);

gboolean msk_filing_store_request (MskTransaction *transaction,
                                   gint64 meeting_id,
                                   const char *reader,
                                   const char *unit,
                                   const char *purpose,
                                   gint64 *id,
                                   GError **error);
gboolean msk_filing_store_approve (MskTransaction *transaction,
                                   gint64 id,
                                   const char *reference,
                                   GError **error);
gboolean msk_filing_store_refuse (MskTransaction *transaction,
                                  gint64 id,
                                  const char *reason,
                                  GError **error);
gboolean msk_filing_store_lend (MskTransaction *transaction,
                                gint64 id,
                                const char *acknowledged,
                                gint64 due_at,
                                GError **error);
gboolean msk_filing_store_take_back (MskTransaction *transaction,
                                     gint64 id,
                                     guint pages,
                                     const char *condition,
                                     GError **error);

/* Why the difference in the pages that came back is looked for no more. */
gboolean msk_filing_store_settle (MskTransaction *transaction,
                                  gint64 id,
                                  const char *reason,
                                  GError **error);

/* How many pages the newest report of this kind has by the meeting's ledger, or 0. */
gboolean msk_filing_store_find_pages (MskDatabase *meeting,
                                      const char *kind,
                                      guint *pages,
                                      GError **error);

G_END_DECLS
