/* Preloaded into the tests of ./run test's second round, so that they work in a locale with decimal
 * commas as the programs do. SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* The programs that a test starts are foreign, or choose their locale themselves. */
static __attribute__ ((constructor)) void
take_locale (void)
{
  if (strncmp (program_invocation_short_name, "test-", 5) != 0)
    return;

  /* A locale that is not there would make the round prove nothing. */
  if (setlocale (LC_ALL, "") == NULL || strcmp (localeconv ()->decimal_point, ",") != 0)
    abort ();
}
