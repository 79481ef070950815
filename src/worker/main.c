/* msk-worker JOB: reads one foreign file from standard input, in a sandbox, and answers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-answer.h"
#include "msk-error.h"
#include "msk-job.h"
#include "msk-pdf-prepare.h"
#include "msk-preview.h"
#include "msk-sandbox.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define READ_SIZE (1024 * 1024)

/* How the program ends when it can give no answer. */
#define STATUS_USAGE 2
#define STATUS_PIPE 3

/* Reads to the end, or to one byte past the limit: that byte is how the job knows. Returns NULL
 * when reading fails. */
static GBytes *
read_input (gsize size_max)
{
  g_autoptr(GByteArray) input = g_byte_array_new ();

  while (input->len <= size_max)
    {
      guint length = input->len;
      guint wanted = (guint) MIN (READ_SIZE, size_max + 1 - length);
      gssize got;

      g_byte_array_set_size (input, length + wanted);
      do
        got = read (STDIN_FILENO, input->data + length, wanted);
      while (got < 0 && errno == EINTR);
      g_byte_array_set_size (input, length + (guint) MAX (got, 0));

      if (got < 0)
        return NULL;
      if (got == 0)
        break;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&input));
}

static GVariant *
answer_no_sandbox (void)
{
  g_autoptr(GError) error = g_error_new_literal (MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER,
                                                  "the system refuses the sandbox");

  return msk_answer_new_refusal (error, NULL);
}

static GVariant *
run_preview (GBytes *input, MskFilePlace *place, GError **error)
{
  return msk_preview_draw (input, error);
}

static const MskJob preview = { "preview", MSK_PDF_SIZE_MAX * 2, msk_preview_load_library,
                                run_preview };

static const MskJob *
find_job (int argc, char **argv)
{
  if (argc != 2)
    return NULL;

  return strcmp (argv[1], preview.name) == 0 ? &preview : msk_job_find (argv[1]);
}

/* Drawing has a sandbox of its own; see msk-sandbox.h. */
static gboolean
enter_sandbox (const MskJob *job)
{
  return job == &preview ? msk_sandbox_enter_for_drawing () : msk_sandbox_enter ();
}

int
main (int argc, char **argv)
{
  const MskJob *job = find_job (argc, argv);
  g_autoptr(GBytes) input = NULL;

  if (job == NULL)
    {
      g_printerr ("Usage: msk-worker pdf|list|preview < FILE\n");
      return STATUS_USAGE;
    }
  if (!job->load () || !enter_sandbox (job))
    return msk_answer_write (answer_no_sandbox (), STDOUT_FILENO) ? 0 : STATUS_PIPE;

  input = read_input (job->size_max);
  if (input == NULL)
    return STATUS_PIPE;

  return msk_answer_write (msk_job_run (job, input), STDOUT_FILENO) ? 0 : STATUS_PIPE;
}
