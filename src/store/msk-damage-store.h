/* The register of what the sweep saw damaged (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-damage.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* incident: about what is missing of it, or 0. */
gboolean msk_damage_store_add (MskTransaction *transaction,
                               const MskDamageDraft *draft,
                               gint64 incident,
                               GError **error);

/* Of MskDamage, in the order in which they were registered. */
GPtrArray *msk_damage_store_list (MskDatabase *database, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
