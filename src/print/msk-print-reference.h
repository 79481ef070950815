/* The reference of a print job: the one thing about it that shows in queues, logs and file names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a reference can stand in a file name, a job list and a log without saying or breaking
 * anything: 1 to 64 letters, digits and hyphens, a letter or digit first. Fails with
 * MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_print_reference_check (const char *reference, GError **error);

G_END_DECLS
