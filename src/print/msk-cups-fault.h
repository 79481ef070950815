/* Which words of a printer mean that it waits for somebody.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* reasons: IPP's printer-state-reasons, separated by spaces. */
gboolean msk_cups_fault_is_in (const char *reasons);

G_END_DECLS
