/* Times as staff read and write them: local, 2026-03-01 09:00.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "" for 0. The caller owns it. */
char *msk_time_text_format (gint64 at) G_GNUC_WARN_UNUSED_RESULT;

/* With seconds, for lists of what just happened. */
char *msk_time_text_format_clock (gint64 at) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_BAD_TIME, leaving at alone. */
gboolean msk_time_text_parse (const char *text, gint64 *at, GError **error);

G_END_DECLS
