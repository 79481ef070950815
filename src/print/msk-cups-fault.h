/* Which words of a printer mean that it waits for somebody.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* reasons: IPP's printer-state-reasons, separated by spaces. */
gboolean msk_cups_fault_is_in (const char *reasons);

/* What they say in the user's language, or NULL when nobody has to come. The caller owns it. */
char *msk_cups_fault_dup_text (const char *reasons) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
