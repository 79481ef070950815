/* Where a document goes as it is drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the next bytes of a document. */
typedef gboolean (*MskPrintSink) (gconstpointer data,
                                  gsize size,
                                  gpointer user_data,
                                  GError **error);

G_END_DECLS
