/* The appliance's key for tags: it makes the MAC of a tag and tells a genuine one from a forged
 * one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-key.h"
#include "msk-tag.h"

G_BEGIN_DECLS

/* Fills in the MAC of a tag whose other members are set. */
void msk_tag_key_sign (const MskKey *key, MskTag *tag);

/* Compares in constant time. Fails with MSK_RULE_ERROR_FORGED_TAG. */
gboolean msk_tag_key_check (const MskKey *key, const MskTag *tag, GError **error);

G_END_DECLS
