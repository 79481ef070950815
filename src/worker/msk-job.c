/* What the worker can be asked to do with a file, and the answer to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-job.h"

#include "msk-answer.h"
#include "msk-error.h"
#include "msk-list-reader.h"
#include "msk-pdf-prepare.h"

#include <string.h>

static GVariant *
run_pdf (GBytes *input, MskFilePlace *place, GError **error)
{
  return msk_pdf_prepare (input, error);
}

static const MskJob jobs[] = {
  { "pdf", MSK_PDF_SIZE_MAX, msk_pdf_load_library, run_pdf },
  { "list", MSK_LIST_SIZE_MAX + MSK_LIST_WISHES_SIZE, msk_list_reader_load, msk_list_reader_read },
};

const MskJob *
msk_job_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    if (strcmp (name, jobs[i].name) == 0)
      return &jobs[i];

  return NULL;
}

GVariant *
msk_job_run (const MskJob *job, GBytes *input)
{
  g_autoptr(GError) error = NULL;
  MskFilePlace place = { 0 };
  GVariant *answer = NULL;

  if (g_bytes_get_size (input) > job->size_max)
    g_set_error (&error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_TOO_LARGE,
                 "more than %" G_GSIZE_FORMAT " bytes", job->size_max);
  else
    answer = job->run (input, &place, &error);

  return answer != NULL ? answer : msk_answer_new_refusal (error, &place);
}
