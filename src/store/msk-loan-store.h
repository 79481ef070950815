/* The register of loan slips (L3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-transaction.h"
#include "msk-turn.h"

G_BEGIN_DECLS

/* Something is taken out in a turn, with the actor's consent. Gives the slip's number. */
gboolean msk_loan_store_give (MskTransaction *transaction,
                              gint64 turn_id,
                              const char *what,
                              guint sheets,
                              const char *purpose,
                              gint64 *id,
                              GError **error);

/* All of it is back. */
gboolean msk_loan_store_take_back (MskTransaction *transaction,
                                   const MskLoanSlip *slip,
                                   GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskLoanSlip *msk_loan_store_get (MskDatabase *database,
                                 gint64 id,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskLoanSlip, by number: all, or those that are open. */
GPtrArray *msk_loan_store_list (MskDatabase *database,
                                gboolean only_open,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
