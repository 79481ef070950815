/* The MAC of the digits on paper, which tags and seals share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-key.h"

G_BEGIN_DECLS

/* Over so many bytes; as README.md of core describes it. */
guint64 msk_mac_compute (const MskKey *key, const char *body, gsize length);

/* In constant time. */
gboolean msk_mac_equal (guint64 one, guint64 other);

G_END_DECLS
