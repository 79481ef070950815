/* Gives the worker whatever comes, and believes its answers no more than the kit does.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "fuzz-target.h"
#include "msk-error.h"
#include "msk-job.h"
#include "msk-list-encoding.h"
#include "msk-prepared-pdf.h"
#include "msk-worker-private.h"
#include "msk-worker.h"

/* MSK_FUZZ_JOB is "pdf" or "list". */
static const MskJob *job;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  job = msk_job_find (MSK_FUZZ_JOB);
  g_assert_nonnull (job);
  g_assert_true (job->load ());

  return 0;
}

/* A paper that the worker took must be one that the stamper can take. */
static void
check_paper (GVariant *answer)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) layout =
                 g_variant_lookup_value (answer, "layout",
                                         G_VARIANT_TYPE (MSK_PREPARED_PDF_LAYOUT_TYPE));
  g_autoptr(GVariant) data = g_variant_lookup_value (answer, "bytes", G_VARIANT_TYPE_BYTESTRING);
  g_autoptr(GBytes) bytes = g_variant_get_data_as_bytes (data);
  g_autoptr(MskPreparedPdf) prepared = msk_prepared_pdf_new (bytes, layout, &error);

  g_assert_no_error (error);
  g_assert_nonnull (prepared);
}

/* Before a list stand its wishes; they turn with its length. */
static GBytes *
make_input (const uint8_t *data, size_t size)
{
  const guint32 wishes[] = { GUINT32_TO_LE ((guint32) (size / 3 % MSK_LIST_N_ENCODINGS)),
                             GUINT32_TO_LE ((guint32) (size % 3)) };
  GByteArray *input = g_byte_array_new ();

  if (strcmp (MSK_FUZZ_JOB, MSK_WORKER_JOB_LIST) == 0)
    g_byte_array_append (input, (const guint8 *) wishes, sizeof wishes);
  if (size > 0)
    g_byte_array_append (input, data, (guint) size);

  return g_byte_array_free_to_bytes (input);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr(GBytes) input = make_input (data, size);
  g_autoptr(GVariant) answer = g_variant_ref_sink (msk_job_run (job, input));
  g_autoptr(GBytes) output = g_variant_get_data_as_bytes (answer);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) read = msk_worker_read_answer (MSK_FUZZ_JOB, output, &error);

  /* A refusal has one of the names that a file can be refused under. */
  if (read == NULL)
    g_assert_true (error->domain == MSK_INPUT_ERROR);
  else if (strcmp (MSK_FUZZ_JOB, MSK_WORKER_JOB_PDF) == 0)
    check_paper (read);

  return 0;
}
