/* The cage that the worker locks itself into before it looks at a foreign file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Processor time and address space that one file may cost. Beyond them the kernel ends the worker
 * or refuses it memory. */
#define MSK_SANDBOX_CPU_SECONDS 90
/* For one page that somebody waits to see. */
#define MSK_SANDBOX_DRAWING_CPU_SECONDS 15
#define MSK_SANDBOX_ADDRESS_SPACE (G_GUINT64_CONSTANT (2048) * 1024 * 1024)

/* AddressSanitizer reserves terabytes of address space, so that limit cannot hold in such a build.
 */
#if defined(__SANITIZE_ADDRESS__)
#  define MSK_SANDBOX_HAS_ADDRESS_LIMIT 0
#else
#  define MSK_SANDBOX_HAS_ADDRESS_LIMIT 1
#endif

/* Takes every right away that reading standard input, computing, and writing standard output do not
 * need. There is no way back. Whatever has to be opened or loaded must have been before. From here
 * on a forbidden call ends the process. Returns FALSE, and says on standard error which step
 * failed, when the kernel refuses any part: the caller must then give up. */
gboolean msk_sandbox_enter (void);

/* The same for libraries that look for files while they draw: calls that would open, find or read
 * about a file fail, as if there were none, and don't end the process. They do no more than that;
 * every other forbidden call still ends it. */
gboolean msk_sandbox_enter_for_drawing (void);

G_END_DECLS
