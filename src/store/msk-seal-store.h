/* The register of seals: what of the ledger stands on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-seal-sheet.h"
#include "msk-seal.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Enters the next seal, with its entry in the ledger, which is the one that it seals. */
gboolean msk_seal_store_add (MskTransaction *transaction,
                             MskSealOccasion occasion,
                             guint *number,
                             GError **error);

/* Fills in sequence and hash of a ledger's last entry. Fails with MSK_SYSTEM_ERROR_LEDGER_BROKEN
 * for a ledger without one. */
gboolean msk_seal_store_read_head (MskDatabase *database, MskSeal *seal, GError **error);

/* Whether the ledger is whole and has the entry that was sealed, as it was. Fails with
 * MSK_RULE_ERROR_SEAL_NOT_CONTAINED or MSK_SYSTEM_ERROR_LEDGER_BROKEN. */
gboolean msk_seal_store_check (MskDatabase *database, const MskSeal *seal, GError **error);

/* Of MskSealSheet, by number. */
GPtrArray *msk_seal_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
