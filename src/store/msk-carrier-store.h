/* The register of carriers that are no copy of a paper: what they are, their labels, custody.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-balance.h"
#include "msk-carrier.h"
#include "msk-copy-store.h"

G_BEGIN_DECLS

/* Registers one carrier under the next number of the series. Fails with MSK_INPUT_ERROR_BAD_VALUE
 * when the series is used up. */
gboolean msk_carrier_store_add (MskTransaction *transaction,
                                const MskCarrierDraft *draft,
                                guint *number,
                                GError **error);

/* Of MskCarrier, by number. */
GPtrArray *msk_carrier_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskCarrier *msk_carrier_store_get (MskDatabase *database,
                                   guint number,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A new label for the carrier, as sent to a printer; the one before is void from now on. */
gboolean msk_carrier_store_put_label (MskTransaction *transaction,
                                      guint number,
                                      gint64 serial,
                                      const char *printer,
                                      const char *place,
                                      GError **error);

/* Moves a label on. Writes no ledger entry. */
gboolean msk_carrier_store_set_label (MskTransaction *transaction,
                                      gint64 serial,
                                      MskAttempt label,
                                      GError **error);

/* The carrier that a label was made for: 0 for a serial of no label. */
gboolean msk_carrier_store_find_label (MskDatabase *database,
                                       gint64 serial,
                                       guint *number,
                                       GError **error);

/* Whether a label of the carrier was ever confirmed. */
gboolean msk_carrier_store_was_labelled (MskDatabase *database,
                                         guint number,
                                         gboolean *labelled,
                                         GError **error);

/* Labels that were sent and whose end nobody saw become uncertain, each with a ledger entry. */
gboolean msk_carrier_store_recover_sent (MskTransaction *transaction, GError **error);
gboolean msk_carrier_store_count_sent (MskDatabase *database, guint *count, GError **error);

/* Carriers that exist and whose newest label nobody has confirmed. */
gboolean msk_carrier_store_count_unlabelled (MskDatabase *database, guint *count, GError **error);

/* As msk_copy_store_move(), with number as the carrier's. */
gboolean msk_carrier_store_move (MskTransaction *transaction,
                                 MskMovement *movement,
                                 GError **error);

/* Takes back the movement, which is the carrier's newest, as another movement of the given act: the
 * state, the holder and the time of the issue are those before it. */
gboolean msk_carrier_store_revert (MskTransaction *transaction,
                                   const MskMovement *last,
                                   MskAct act,
                                   GError **error);

/* The newest movement of a carrier; its remark is not filled in. *found is FALSE when there is
 * none. */
gboolean msk_carrier_store_get_last_movement (MskDatabase *database,
                                              guint number,
                                              MskMovement *movement,
                                              gboolean *found,
                                              GError **error);

/* The balance of the series. There is nothing to approve, so as many as there are count as
 * approved. */
gboolean msk_carrier_store_get_balance (MskDatabase *database, MskBalance *balance, GError **error);

G_END_DECLS
