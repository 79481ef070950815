/* What the desks of the meeting share.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A text of a form: trimmed, one line, not too long. Fails with MSK_INPUT_ERROR_BAD_VALUE. The
 * caller owns it. */
char *msk_meeting_dup_text (const char *text,
                            gboolean needed,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for print and for the registers, without characters that nobody sees; the refusal names
 * the field. name is in the user's language. */
char *msk_meeting_dup_named (const char *text, const char *name, gboolean needed, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
