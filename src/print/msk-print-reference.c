/* The reference of a print job: the one thing about it that shows in queues, logs and file names.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-reference.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

#define REFERENCE_MAX 64

gboolean
msk_print_reference_check (const char *reference, GError **error)
{
  gsize length = strlen (reference);
  gboolean good = length >= 1 && length <= REFERENCE_MAX && g_ascii_isalnum (reference[0]);

  for (const char *c = reference; good && *c != '\0'; c++)
    good = g_ascii_isalnum (*c) || *c == '-';

  if (!good)
    g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                 _ ("The reference of a print job holds letters, digits and hyphens only, at most "
                    "%d; print again with a new one."),
                 REFERENCE_MAX);
  return good;
}
