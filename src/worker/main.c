/* msk-worker JOB: reads one foreign file from standard input, in a sandbox, and answers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-answer.h"
#include "msk-csv-reader.h"
#include "msk-error.h"
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

typedef struct
{
  const char *name;
  gsize size_max;
  gboolean (*load) (void); /* outside the sandbox: what the job will need */
  GVariant *(*run) (GBytes *input, guint *row, GError **error);
  gboolean (*enter) (void); /* the sandbox for it */
} Job;

static MskCsvReader *csv_reader;

static gboolean
load_csv (void)
{
  csv_reader = msk_csv_reader_new ();

  return csv_reader != NULL;
}

static GVariant *
run_csv (GBytes *input, guint *row, GError **error)
{
  return msk_csv_reader_read (csv_reader, input, row, error);
}

static GVariant *
run_pdf (GBytes *input, guint *row, GError **error)
{
  return msk_pdf_prepare (input, error);
}

static GVariant *
run_preview (GBytes *input, guint *row, GError **error)
{
  return msk_preview_draw (input, error);
}

static const Job jobs[] = {
  { "pdf", MSK_PDF_SIZE_MAX, msk_pdf_load_library, run_pdf, msk_sandbox_enter },
  { "csv", MSK_CSV_SIZE_MAX, load_csv, run_csv, msk_sandbox_enter },
  { "preview", MSK_PDF_SIZE_MAX * 2, msk_preview_load_library, run_preview,
    msk_sandbox_enter_for_drawing },
};

static const Job *
find_job (int argc, char **argv)
{
  for (guint i = 0; argc == 2 && i < G_N_ELEMENTS (jobs); i++)
    if (strcmp (argv[1], jobs[i].name) == 0)
      return &jobs[i];

  return NULL;
}

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

/* Every failure is an answer too: a refusal of the file, or what hinders the worker. */
static GVariant *
answer_input (const Job *job, GBytes *input)
{
  g_autoptr(GError) error = NULL;
  guint row = 0;
  GVariant *answer = NULL;

  if (g_bytes_get_size (input) > job->size_max)
    g_set_error (&error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_TOO_LARGE,
                 "more than %" G_GSIZE_FORMAT " bytes", job->size_max);
  else
    answer = job->run (input, &row, &error);

  return answer != NULL ? answer : msk_answer_new_refusal (error, row);
}

static GVariant *
answer_no_sandbox (void)
{
  g_autoptr(GError) error = g_error_new_literal (MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER,
                                                  "the system refuses the sandbox");

  return msk_answer_new_refusal (error, 0);
}

int
main (int argc, char **argv)
{
  const Job *job = find_job (argc, argv);
  g_autoptr(GBytes) input = NULL;

  if (job == NULL)
    {
      g_printerr ("Usage: msk-worker pdf|csv|preview < FILE\n");
      return STATUS_USAGE;
    }
  if (!job->load () || !job->enter ())
    return msk_answer_write (answer_no_sandbox (), STDOUT_FILENO) ? 0 : STATUS_PIPE;

  input = read_input (job->size_max);
  if (input == NULL)
    return STATUS_PIPE;

  return msk_answer_write (answer_input (job, input), STDOUT_FILENO) ? 0 : STATUS_PIPE;
}
