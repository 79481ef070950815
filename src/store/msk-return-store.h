/* Pages counted when a copy is brought back, what came back in part, and what should have come
 * along. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-balance.h"
#include "msk-copy.h"
#include "msk-page-count.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* What was counted last since the copy moved last, 0 for nothing; how often it was to be counted
 * again since; and that movement. */
gboolean msk_return_store_get_last (MskDatabase *database,
                                    guint number,
                                    guint *pages,
                                    guint *again,
                                    gint64 *movement_id,
                                    GError **error);

/* The incident that the missing pages of a copy in part are, or 0. */
gboolean msk_return_store_get_incident (MskDatabase *database,
                                        guint number,
                                        gint64 *incident_id,
                                        GError **error);

/* Writes a count and its ledger entry. after_id is as above; movement_id is 0 for a count that ends
 * nothing. */
gboolean msk_return_store_add (MskTransaction *transaction,
                               guint number,
                               gint64 after_id,
                               gint64 movement_id,
                               MskReturnCount *count,
                               GError **error);

/* How many pages of a copy are here while its holder answers for the rest. Writes no ledger entry:
 * the count says it. */
gboolean msk_return_store_set_back (MskTransaction *transaction,
                                    guint number,
                                    guint pages,
                                    GError **error);

/* The count by which a movement took something back; *count is NULL when nothing was counted. */
gboolean msk_return_store_find (MskDatabase *database,
                                gint64 movement_id,
                                MskReturnCount **count,
                                GError **error);

/* Fills in the parts of a paper's balance that are about pages. */
gboolean msk_return_store_count_parts (MskDatabase *database,
                                       gint64 paper_id,
                                       MskBalance *balance,
                                       GError **error);

/* Of MskCopy, by number: what this person still holds, under whichever entry of theirs, of the
 * paper, its attachments and the paper that it is one of, in every revision, but for the copy
 * itself. */
GPtrArray *msk_return_store_list_family (MskDatabase *database,
                                         gint64 attendee_id,
                                         const MskCopy *copy,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskCopy, by number: those that came back in part. */
GPtrArray *msk_return_store_list_parts (MskDatabase *database,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Lays down whether the pages of a paper's copies are counted, with the ledger entry. */
gboolean msk_return_store_set_rule (MskTransaction *transaction,
                                    gint64 paper_id,
                                    MskCountRule rule,
                                    GError **error);

G_END_DECLS
