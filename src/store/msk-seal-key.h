/* The MAC of a seal, under the appliance's key for tags.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-key.h"
#include "msk-seal.h"

G_BEGIN_DECLS

/* Fills in the MAC of a seal whose other members are set. */
void msk_seal_key_sign (const MskKey *key, MskSeal *seal);

/* Compares in constant time. Fails with MSK_RULE_ERROR_FORGED_TAG. */
gboolean msk_seal_key_check (const MskKey *key, const MskSeal *seal, GError **error);

G_END_DECLS
