/* A list of ids, of papers or of attendees: a GArray of gint64, sorted, each once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The ids in order, each once; NULL for NULL. The caller owns it. */
GArray *msk_ids_dup_sorted (const GArray *ids) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a sorted list has the id. */
gboolean msk_ids_contain (const GArray *ids, gint64 id);

/* Reads "3,7,12" of the register; "" is an empty list. The caller owns it. */
GArray *msk_ids_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The same back, or "none" for NULL. The caller owns it. */
char *msk_ids_dup_text (const GArray *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
