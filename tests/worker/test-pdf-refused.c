/* PDFs that the worker must not take, each with its own code.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker-test.h"

#include "msk-error.h"
#include "msk-worker.h"

typedef struct
{
  const char *name;
  MskInputError code;
} Refused;

static const Refused refused[] = {
  { "empty", MSK_INPUT_ERROR_PDF_EMPTY },
  { "foreign", MSK_INPUT_ERROR_PDF_FOREIGN },
  { "header-only", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "user-password-40", MSK_INPUT_ERROR_PDF_ENCRYPTED },
  { "user-password-128", MSK_INPUT_ERROR_PDF_ENCRYPTED },
  { "user-password-256", MSK_INPUT_ERROR_PDF_ENCRYPTED },
  { "lost-font", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "lost-content", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "lost-field", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "lost-font-bad-table", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "lost-field-bad-table", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "lost-content-bad-table", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "lost-page", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "loop", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "broken-deflate", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "cut-deflate", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "wrong-checksum", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "broken-object", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "null-content", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "absent-content", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "nested-object", MSK_INPUT_ERROR_PDF_DAMAGED },
  { "no-pages", MSK_INPUT_ERROR_PDF_NO_PAGES },
  { "signed", MSK_INPUT_ERROR_PDF_SIGNED },
  { "signed-below", MSK_INPUT_ERROR_PDF_SIGNED },
  { "certified", MSK_INPUT_ERROR_PDF_SIGNED },
  { "form-bare", MSK_INPUT_ERROR_PDF_FORM },
  { "form-stale", MSK_INPUT_ERROR_PDF_FORM },
  { "form-xfa", MSK_INPUT_ERROR_PDF_FORM },
  { "unknown-filter", MSK_INPUT_ERROR_PDF_UNSTAMPABLE },
  { "outside-stream", MSK_INPUT_ERROR_PDF_UNSTAMPABLE },
  { "number-content", MSK_INPUT_ERROR_PDF_UNSTAMPABLE },
  { "no-area", MSK_INPUT_ERROR_PDF_UNSTAMPABLE },
  { "bare-annotation", MSK_INPUT_ERROR_PDF_UNSTAMPABLE },
  { "drawing-bomb", MSK_INPUT_ERROR_PDF_TOO_HEAVY },
  { "drawing-bomb-unbalanced", MSK_INPUT_ERROR_PDF_TOO_HEAVY },
  { "deep-forms", MSK_INPUT_ERROR_PDF_TOO_HEAVY },
  { "too-many-pages", MSK_INPUT_ERROR_FILE_TOO_LARGE },
};

static void
assert_refused (GBytes *input, GQuark domain, int code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = msk_worker_run (MSK_WORKER_JOB_PDF, input, NULL, &error);

  g_assert_null (answer);
  g_assert_error (error, domain, code);
  /* A sentence with its next step behind the colon. */
  g_assert_nonnull (strchr (error->message, ':'));
}

static void
test_refused (gconstpointer data)
{
  const Refused *expected = data;
  g_autoptr(GBytes) input = worker_test_load (expected->name);

  assert_refused (input, MSK_INPUT_ERROR, (int) expected->code);
}

/* A file cut at any fortieth of its length has lost something, however well a reader could still
 * show the rest. */
static void
test_cut_off (gconstpointer data)
{
  for (guint i = 1; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("cut-%s-%u", (const char *) data, i);
      g_autoptr(GBytes) input = worker_test_load (name);

      assert_refused (input, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_DAMAGED);
    }
}

static void
test_too_large (void)
{
  const gsize size = (gsize) 256 * 1024 * 1024 + 1;
  g_autoptr(GBytes) input = g_bytes_new_take (g_malloc0 (size), size);

  assert_refused (input, MSK_INPUT_ERROR, MSK_INPUT_ERROR_FILE_TOO_LARGE);
}

static void
test_memory_bomb (void)
{
  g_autoptr(GBytes) bomb = worker_test_load ("memory-bomb");
  g_autoptr(GBytes) sound = worker_test_load ("plain");
  g_autoptr(MskPreparedPdf) prepared = NULL;

  assert_refused (bomb, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER);
  prepared = worker_test_prepare (sound, NULL, NULL);
  g_assert_cmpuint (msk_prepared_pdf_get_page_count (prepared), ==, 3);
}

int
main (int argc, char **argv)
{
  const char *const cut[] = { "plain", "object-streams", "linearized", "revised" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/worker/pdf-refused/%s", refused[i].name);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cut); i++)
    {
      g_autofree char *path = g_strdup_printf ("/worker/pdf-refused/cut-off/%s", cut[i]);

      g_test_add_data_func (path, cut[i], test_cut_off);
    }
  g_test_add_func ("/worker/pdf-refused/too-large", test_too_large);
  g_test_add_func ("/worker/pdf-refused/memory-bomb-leaves-the-kit-usable", test_memory_bomb);

  return g_test_run ();
}
