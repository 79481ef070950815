/* The characters of a list of attendees, whatever their encoding.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "msk-list-encoding.h"

G_BEGIN_DECLS

/* Loads what needs opening: call it before the sandbox is entered. FALSE when the system has no
 * converter for GB18030. */
gboolean msk_list_text_load (void);

/* The text in UTF-8, without a byte order mark. encoding is what the caller wants it read as, and
 * then what it was read as. Fails with MSK_INPUT_ERROR_CSV_ENCODING; row is then the line of the
 * file, or 0. The caller owns it. */
char *msk_list_text_decode (const char *text,
                            gsize length,
                            MskListEncoding *encoding,
                            guint *row,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
