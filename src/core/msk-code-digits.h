/* The digits of the kit's codes, tags and seals, as a scanner or a person gives them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MSK_CODE_NUMBER_MAX_LENGTH 20

/* Copies the digits of code without its blanks, at most max of them and no NUL, and counts them
 * all: a code that is too long is wrong whatever follows. FALSE for anything else in it. */
gboolean msk_code_collect_digits (const char *code, char *digits, gsize max, gsize *length);

/* Reads length digits, at most MSK_CODE_NUMBER_MAX_LENGTH. FALSE for a number above 64 bits. */
gboolean msk_code_read_number (const char *digits, gsize length, guint64 *number);

G_END_DECLS
