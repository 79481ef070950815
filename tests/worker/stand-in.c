/* Takes the worker's place and behaves as a worker must not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The tests run this program; it is not installed. The name of the job says how it behaves. */

extern char **environ;

static void
write_text (const char *text, gsize length)
{
  if (write (STDOUT_FILENO, text, length) != (gssize) length)
    _exit (9);
}

static void
write_variant (const char *text)
{
  g_autoptr(GVariant) variant = g_variant_ref_sink (
      g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL));

  write_text (g_variant_get_data (variant), g_variant_get_size (variant));
}

static void
read_all (void)
{
  char buffer[4096];

  while (read (STDIN_FILENO, buffer, sizeof buffer) > 0)
    ;
}

/* What the worker was started with, as a refusal that is none: the client then says that the answer
 * is improper. */
static gboolean
is_clean (void)
{
  gboolean clean =
      environ[0] != NULL && g_str_equal (environ[0], "LC_ALL=C.UTF-8") && environ[1] == NULL;

  for (int fd = 3; fd < 256; fd++)
    clean = clean && close (fd) != 0;

  return clean;
}

int
main (int argc, char **argv)
{
  const char *job = argc == 2 ? argv[1] : "";

  if (strcmp (job, "early-end") == 0)
    return 0;
  if (strcmp (job, "closes-input") == 0)
    {
      close (STDIN_FILENO);
      write_variant ("{'error': <'csv-empty'>}");
      return 0;
    }
  if (strcmp (job, "never-reads") == 0)
    pause ();

  read_all ();
  if (strcmp (job, "silent") == 0)
    return 0;
  if (strcmp (job, "garbage") == 0)
    write_text ("\377\001garbage garbage garbage\0\7", 27);
  if (strcmp (job, "floods") == 0)
    for (;;)
      write_text ("0123456789abcdef", 16);
  if (strcmp (job, "unknown-code") == 0)
    write_variant ("{'error': <'no-such-code'>}");
  if (strcmp (job, "foreign-code") == 0)
    write_variant ("{'error': <'weak-passphrase'>}");
  if (strcmp (job, "refuses") == 0)
    write_variant ("{'error': <'csv-syntax'>, 'row': <uint32 7>}");
  if (strcmp (job, "no-memory") == 0)
    write_variant ("{'error': <'memory'>}");
  if (strcmp (job, "no-sandbox") == 0)
    write_variant ("{'error': <'worker'>}");
  if (strcmp (job, "fails") == 0)
    {
      write_variant ("{'error': <'csv-empty'>}");
      return 7;
    }
  if (strcmp (job, "crashes") == 0)
    raise (SIGSEGV);
  if (strcmp (job, "hangs") == 0)
    pause ();
  if (strcmp (job, "hangs-at-end") == 0)
    {
      close (STDOUT_FILENO);
      pause ();
    }
  if (strcmp (job, "surroundings") == 0)
    write_variant (is_clean () ? "{'error': <'csv-empty'>}" : "{'error': <'pdf-empty'>}");
  /* Wrong members for the two real jobs. */
  if (strcmp (job, "pdf") == 0)
    write_variant ("{'layout': <uint32 1>, 'bytes': <@ay [1]>, 'pages': <uint32 1>,"
                   " 'warnings': <@as []>, 'removed': <@as []>}");
  if (strcmp (job, "csv") == 0)
    write_variant ("{'encoding': <'UTF-8'>, 'rows': <[['a'], ['b']]>, 'lines': <[uint32 1]>}");

  return 0;
}
