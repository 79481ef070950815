/* Pixels of a page as a PNG.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* pixels are rows without padding of B, G, R and a byte that means nothing. The caller owns the
 * result. Fails with MSK_SYSTEM_ERROR_MEMORY. */
GBytes *msk_picture_make_png (GBytes *pixels, guint width, guint height, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
