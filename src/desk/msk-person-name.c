/* People who are named in writing, as those who carry a copy, sign for it, or stand for a word.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-person-name-private.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-name.h"

char *
msk_person_name_dup (const char *text, GError **error)
{
  g_autofree char *clean = text == NULL ? NULL : msk_name_dup_field (text);

  if (clean != NULL && msk_name_has_letter (clean))
    return g_steal_pointer (&clean);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("Somebody is named here who has no name: write down the full name, in "
                          "one line and with its letters."));
  return NULL;
}
