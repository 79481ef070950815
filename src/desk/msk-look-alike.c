/* Names that people take for one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-look-alike.h"

#include <unicode/uspoof.h>

char *
msk_look_alike_dup (const char *name)
{
  g_autofree char *folded = NULL;
  g_autofree char *look = NULL;
  UErrorCode status = U_ZERO_ERROR;
  USpoofChecker *checker;
  int32_t size;

  g_return_val_if_fail (name != NULL, NULL);

  folded = g_utf8_casefold (name, -1);
  checker = uspoof_open (&status);
  size = uspoof_getSkeletonUTF8 (checker, 0, folded, -1, NULL, 0, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      status = U_ZERO_ERROR;
      look = g_malloc0 ((gsize) size + 1);
      uspoof_getSkeletonUTF8 (checker, 0, folded, -1, look, size + 1, &status);
    }
  uspoof_close (checker);
  return U_SUCCESS (status) && look != NULL ? g_steal_pointer (&look) : g_steal_pointer (&folded);
}
