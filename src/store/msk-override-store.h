/* The register of what was issued all the same.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-error.h"
#include "msk-override.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* One refusal that somebody decided otherwise about. One of the two movements is 0. */
typedef struct
{
  gint64 movement_id;
  gint64 carrier_movement_id;
  MskRuleError code;
  const char *reason;
} MskOverrideDraft;

/* The actor of the transaction is who decided. Writes the ledger entry. */
gboolean msk_override_store_add (MskTransaction *transaction,
                                 const MskOverrideDraft *draft,
                                 GError **error);

/* Of MskOverride, in their order. */
GPtrArray *msk_override_store_list (MskDatabase *database,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
