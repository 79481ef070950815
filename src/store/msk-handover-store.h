/* The register of handovers (K1, F3): expected sets, blind counts, what they left open.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-handover.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Bits of the places (MskHandoverPlace) that are being handed over; a custody is none. */
gboolean msk_handover_store_get_open (MskDatabase *database, guint *places, GError **error);

/* Begins one and freezes what is expected there. attendee_id and successor_id are 0 but for a
 * custody. */
gboolean msk_handover_store_start (MskTransaction *transaction,
                                   MskHandoverPlace place,
                                   gint64 attendee_id,
                                   gint64 successor_id,
                                   gint64 *id,
                                   GError **error);

/* Of a custody: what the person holds now and was not expected when it began. */
gboolean msk_handover_store_count_new (MskDatabase *database,
                                       MskHandover *handover,
                                       guint *count,
                                       GError **error);

/* Of MskHandover, by id. */
GPtrArray *msk_handover_store_list (MskDatabase *database,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskHandover *msk_handover_store_get (MskDatabase *database,
                                     gint64 id,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Notes that a thing was seen, or a strange code (code: the name of its refusal, otherwise ""). A
 * thing that was seen before is written once: *again. */
gboolean msk_handover_store_see (MskTransaction *transaction,
                                 gint64 id,
                                 const MskStockItem *item,
                                 const char *code,
                                 gboolean by_hand,
                                 gboolean *again,
                                 GError **error);

gboolean msk_handover_store_add_figure (MskTransaction *transaction,
                                        gint64 id,
                                        const MskStockFigure *figure,
                                        GError **error);

/* What the comparison needs. Each gives a GArray; the caller owns it. */
GArray *msk_handover_store_list_expected (MskDatabase *database,
                                          gint64 id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *msk_handover_store_list_seen (MskDatabase *database,
                                      gint64 id,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *msk_handover_store_list_figures (MskDatabase *database,
                                         gint64 id,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Closes the count and writes what was found (of MskStockDifference). */
gboolean msk_handover_store_compare (MskTransaction *transaction,
                                     gint64 id,
                                     const GArray *found,
                                     GError **error);

/* Of MskDiscrepancy, in the order in which they were found. */
GPtrArray *msk_handover_store_list_discrepancies (MskDatabase *database,
                                                  gint64 id,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* incident_id is 0 for none. */
gboolean msk_handover_store_explain (MskTransaction *transaction,
                                     gint64 discrepancy_id,
                                     const char *text,
                                     gint64 incident_id,
                                     GError **error);

/* Hands over (reason NULL), or cancels, as act says. incoming is "" of a custody and when it is
 * cancelled. */
gboolean msk_handover_store_end (MskTransaction *transaction,
                                 gint64 id,
                                 MskAct act,
                                 const char *incoming,
                                 const char *reason,
                                 GError **error);

G_END_DECLS
