/* How each test program of this layer starts: in the locale of whoever runs it, with English words.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <locale.h>

/* The suite is run a second time with decimal commas (LC_ALL=de_DE.UTF-8). That run must really get
 * them, or it would prove nothing. */
static inline void
test_start (int *argc, char ***argv)
{
  const char *locale = g_getenv ("LC_ALL");

  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "");
  if (locale != NULL && g_str_has_prefix (locale, "de_"))
    g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");

  g_test_init (argc, argv, NULL);
}

/* A programmer's mistake ends in a critical message that this expects. */
static inline void
expect_critical (void)
{
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
}
