/* What the printing system of this machine is set to, as far as it concerns secrecy.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cups-settings.h"

#define SERVER_ROOT "/etc/cups"

static void
take_line (MskCupsSettings *self, const char *line)
{
  g_auto(GStrv) words = g_strsplit_set (line, " \t", 2);
  const char *value = words[0] != NULL && words[1] != NULL ? g_strstrip (words[1]) : "";
  const gboolean is_no = g_ascii_strcasecmp (value, "No") == 0 ||
                         g_ascii_strcasecmp (value, "Off") == 0 ||
                         g_ascii_strcasecmp (value, "False") == 0 || g_str_equal (value, "0");

  if (words[0] == NULL)
    return;
  if (g_ascii_strcasecmp (words[0], "PreserveJobFiles") == 0)
    self->keeps_files = !is_no;
  else if (g_ascii_strcasecmp (words[0], "PreserveJobHistory") == 0)
    self->forgets_jobs = is_no;
}

MskCupsSettings
msk_cups_settings_read (void)
{
  const char *root = g_getenv ("CUPS_SERVERROOT");
  g_autofree char *path = g_build_filename (root != NULL ? root : SERVER_ROOT, "cupsd.conf", NULL);
  /* cupsd's own defaults: documents for a day, history for good. */
  MskCupsSettings settings = { .known = TRUE, .keeps_files = TRUE, .forgets_jobs = FALSE };
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return (MskCupsSettings){ .known = FALSE };

  lines = g_strsplit_set (text, "\r\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    take_line (&settings, g_strchug (lines[i]));

  return settings;
}
