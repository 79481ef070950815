/* Takes the worker's place and behaves as a worker must not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The tests run this program; it is not installed. The name of the job says how it behaves. */

typedef struct
{
  const char *job;
  const char *answer;
} Answer;

extern char **environ;

/* For the two real jobs, members of wrong types and of different lengths. */
static const Answer answers[] = {
  { "unknown-code", "{'error': <'no-such-code'>}" },
  { "foreign-code", "{'error': <'weak-passphrase'>}" },
  { "refuses", "{'error': <'csv-syntax'>, 'row': <uint32 7>}" },
  { "no-memory", "{'error': <'memory'>}" },
  { "no-sandbox", "{'error': <'worker'>}" },
  { "fails", "{'error': <'csv-empty'>}" },
  { "pdf", "{'layout': <uint32 1>, 'bytes': <@ay [1]>, 'pages': <uint32 1>,"
           " 'warnings': <@as []>, 'removed': <@as []>}" },
  { "csv", "{'encoding': <'UTF-8'>, 'rows': <[['a'], ['b']]>, 'lines': <[uint32 1]>}" },
};

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

/* Ways not to take the file. */
static void
behave_before_reading (const char *job)
{
  if (strcmp (job, "early-end") == 0)
    exit (0);
  if (strcmp (job, "never-reads") == 0)
    pause ();
  if (strcmp (job, "closes-input") == 0)
    {
      close (STDIN_FILENO);
      write_variant ("{'error': <'csv-empty'>}");
      exit (0);
    }
}

/* Ways not to answer, or to end badly. */
static void
behave_after_reading (const char *job)
{
  if (strcmp (job, "garbage") == 0)
    write_text ("\377\001garbage garbage garbage\0\7", 27);
  while (strcmp (job, "floods") == 0)
    write_text ("0123456789abcdef", 16);
  if (strcmp (job, "surroundings") == 0)
    write_variant (is_clean () ? "{'error': <'csv-empty'>}" : "{'error': <'pdf-empty'>}");
  if (strcmp (job, "crashes") == 0)
    {
      signal (SIGSEGV, SIG_DFL); /* a sanitizer would make an orderly end of it */
      raise (SIGSEGV);
    }
  if (strcmp (job, "hangs-at-end") == 0)
    close (STDOUT_FILENO);
  if (g_str_has_prefix (job, "hangs"))
    pause ();
}

int
main (int argc, char **argv)
{
  const char *job = argc == 2 ? argv[1] : "";

  behave_before_reading (job);
  read_all ();
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (strcmp (job, answers[i].job) == 0)
      write_variant (answers[i].answer);
  behave_after_reading (job);

  return strcmp (job, "fails") == 0 ? 7 : 0;
}
