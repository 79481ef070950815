/* Takes the worker's place and behaves as a worker must not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The tests run this program; it is not installed. The name of the job says how it behaves, or, in
 * the worker's own place, the file: "%PDF-1.4 stand-in: garbage". */

#define FILE_PREFIX "%PDF-1.4 stand-in: "

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
  { "wrong-layout",
    "{'layout': <(uint64 0, uint32 1, uint32 1, @a(udd(dddddd)) [])>, 'bytes': <b'%PDF'>,"
    " 'pages': <uint32 1>, 'warnings': <@as []>, 'removed': <@as []>}" },
  { "wrong-members", "{'pages': <uint32 1>}" },
  { "pdf", "{'layout': <uint32 1>, 'bytes': <@ay [1]>, 'pages': <uint32 1>,"
           " 'warnings': <@as []>, 'removed': <@as []>}" },
  { "list", "{'format': <'csv'>, 'encoding': <'utf-8'>, 'sheets': <@as []>, 'sheet': <uint32 0>,"
            " 'rows': <[['a'], ['b']]>, 'lines': <[uint32 1]>}" },
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

/* What the first line of the file asks for, or the job. */
static const char *
read_all (const char *job)
{
  static char first[64];
  char buffer[4096];
  gsize length = 0;
  gssize got;

  while ((got = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    for (gssize i = 0; i < got && length < sizeof first - 1; i++)
      first[length++] = buffer[i];

  if (!g_str_has_prefix (first, FILE_PREFIX))
    return job;

  first[strcspn (first, "\n")] = '\0';
  return first + strlen (FILE_PREFIX);
}

/* Ways in which the kernel, or GLib, ends a worker. */
static void
end_by_signal (const char *job)
{
  const struct
  {
    const char *job;
    int signal;
  } ends[] = { { "killed", SIGKILL },
               { "out-of-time", SIGXCPU },
               { "out-of-memory", SIGABRT },
               { "crashes", SIGSEGV } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (strcmp (job, ends[i].job) == 0)
      {
        signal (ends[i].signal, SIG_DFL); /* a sanitizer would make an orderly end of it */
        raise (ends[i].signal);
      }
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
  end_by_signal (job);
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
  job = read_all (job);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    if (strcmp (job, answers[i].job) == 0)
      write_variant (answers[i].answer);
  behave_after_reading (job);

  return strcmp (job, "fails") == 0 ? 7 : 0;
}
