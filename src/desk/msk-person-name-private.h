/* People who are named in writing, as those who carry a copy, sign for it, or stand for a word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A full name as it is kept. NULL with MSK_INPUT_ERROR_BAD_VALUE for nothing, several lines, and
 * for what has no letter, as “.”. The caller owns it. */
char *msk_person_name_dup (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
