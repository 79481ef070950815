/* What each program of the kit does before its first line of work: it keeps its memory to itself
 * and finds its words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Makes sure that nothing of the process reaches a core dump or another process of the user, and
 * that every file it makes is its owner's alone (A2); a closed pipe becomes an error of the write.
 * Call it before anything secret is read. Fails with MSK_SYSTEM_ERROR_MEMORY when the system
 * does not grant it: end the program then. */
gboolean msk_process_harden (GError **error);

/* Takes the user's language, and finds the translations beside the program, installed or not. */
void msk_process_init_language (void);

G_END_DECLS
