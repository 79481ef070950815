/* The client believes nothing of the worker, and survives whatever it does.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>
#include <unistd.h>

#include "msk-error.h"
#include "msk-worker-private.h"
#include "msk-worker.h"

#define INPUT_SIZE                                                                                 \
  (4 * 1024 * 1024) /* more than a socket holds, so that the worker must read or be noticed */

typedef struct
{
  const char *job;
  gboolean is_refusal; /* a real one, that is MSK_INPUT_ERROR; else MSK_SYSTEM_ERROR_WORKER */
  int code;
  const char *words; /* of the sentence */
  gboolean is_slow;  /* ends by the clock alone; the others are given time */
} Case;

static const Case cases[] = {
  { "silent", FALSE, 0, "no proper answer" },
  { "early-end", FALSE, 0, "no proper answer" },
  { "garbage", FALSE, 0, "no proper answer" },
  { "floods", FALSE, 0, "no proper answer" },
  { "unknown-code", FALSE, 0, "no proper answer" },
  { "foreign-code", FALSE, 0, "no proper answer" },
  { "pdf", FALSE, 0, "no proper answer" },
  { "list", FALSE, 0, "no proper answer" },
  { "fails", FALSE, 0, "no proper answer" },
  { "no-memory", FALSE, 0, "more memory" },
  { "no-sandbox", FALSE, 0, "seccomp" },
  { "crashes", FALSE, 0, "stopped" },
  { "hangs", FALSE, 0, "longer", TRUE },
  { "hangs-at-end", FALSE, 0, "longer", TRUE },
  { "never-reads", FALSE, 0, "longer", TRUE },
  { "refuses", TRUE, MSK_INPUT_ERROR_CSV_SYNTAX, "Line 7" },
  { "closes-input", TRUE, MSK_INPUT_ERROR_CSV_EMPTY, "no rows" },
  { "surroundings", TRUE, MSK_INPUT_ERROR_CSV_EMPTY, "no rows" },
};

static char *
dup_stand_in (void)
{
  return g_test_build_filename (G_TEST_BUILT, "worker", "stand-in", NULL);
}

static GBytes *
make_input (void)
{
  return g_bytes_new_take (g_malloc0 (INPUT_SIZE), INPUT_SIZE);
}

static void
test_bad_worker (gconstpointer data)
{
  const Case *expected = data;
  g_autofree char *program = dup_stand_in ();
  g_autoptr(GBytes) input = make_input ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer =
                 msk_worker_run_program (program, expected->job, input, expected->is_slow ? 1 : 60,
                                         1024 * 1024, NULL, &error);

  g_assert_null (answer);
  if (expected->is_refusal)
    g_assert_error (error, MSK_INPUT_ERROR, expected->code);
  else
    g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER);
  g_assert_nonnull (strstr (error->message, expected->words));
  g_assert_nonnull (strchr (error->message, ':'));
}

static void
test_missing (void)
{
  g_autoptr(GBytes) input = make_input ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = msk_worker_run_program ("/nowhere/msk-worker", "pdf", input, 1,
                                                        1024, NULL, &error);

  g_assert_null (answer);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER);
}

/* No variable and no search path leads to another program. */
static void
test_place (void)
{
  g_autofree char *program = NULL;

  g_setenv ("PATH", "/nowhere", TRUE);
  program = msk_worker_dup_program ();
  g_assert_nonnull (program);
  g_assert_true (g_str_has_suffix (program, "/src/worker/msk-worker"));
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await_result (const char *job, GBytes *input, GCancellable *cancellable)
{
  GAsyncResult *result = NULL;

  msk_worker_run_async (job, input, cancellable, finished_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_async (void)
{
  g_autoptr(GBytes) input = g_bytes_new_static ("\0\0\0\0\0\0\0\0name\nA\n", 15);
  g_autoptr(GAsyncResult) result = await_result (MSK_WORKER_JOB_LIST, input, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = msk_worker_run_finish (result, &error);

  g_assert_no_error (error);
  g_assert_true (g_variant_is_of_type (answer, G_VARIANT_TYPE_VARDICT));
  g_assert_true (g_variant_is_normal_form (answer));
}

static void
test_async_refusal (void)
{
  g_autoptr(GBytes) input = g_bytes_new_static ("", 0);
  g_autoptr(GAsyncResult) result = await_result (MSK_WORKER_JOB_PDF, input, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = msk_worker_run_finish (result, &error);

  g_assert_null (answer);
  g_assert_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_EMPTY);
}

/* A run cancelled before it began, and one whose worker would never end. */
static void
test_cancelled_before (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) input = g_bytes_new_static ("name\n", 5);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GVariant) answer = NULL;

  g_cancellable_cancel (cancellable);
  result = await_result (MSK_WORKER_JOB_LIST, input, cancellable);
  answer = msk_worker_run_finish (result, &error);
  g_assert_null (answer);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
}

static gpointer
run_hanging (gpointer user_data)
{
  g_autofree char *program = dup_stand_in ();
  g_autoptr(GBytes) input = make_input ();
  GError *error = NULL;
  g_autoptr(GVariant) answer = msk_worker_run_program (program, "hangs", input, G_MAXINT / 1000,
                                                        1024, user_data, &error);

  g_assert_null (answer);

  return error;
}

static void
test_cancelled_within (void)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  GThread *thread = g_thread_new ("run", run_hanging, cancellable);

  g_usleep (G_USEC_PER_SEC / 10);
  g_cancellable_cancel (cancellable);
  error = g_thread_join (thread);
  g_assert_error (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED);
}

static guint
count_descriptors (void)
{
  g_autoptr(GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint count = 0;

  while (g_dir_read_name (dir) != NULL)
    count++;

  return count;
}

/* GLib closes the last few descriptors of a run in a thread of its own, a little later; a leak
 * would leave one a run. */
static void
test_leaves_nothing_open (void)
{
  const guint rounds = 20;
  guint before = count_descriptors ();

  for (guint i = 0; i < rounds; i++)
    {
      test_bad_worker (&cases[i % 3]);
      test_missing ();
      test_async_refusal ();
    }
  g_assert_cmpuint (count_descriptors (), <, before + rounds);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/worker/client/%s", cases[i].job);

      g_test_add_data_func (path, &cases[i], test_bad_worker);
    }
  g_test_add_func ("/worker/client/missing", test_missing);
  g_test_add_func ("/worker/client/place-is-beside-the-program", test_place);
  g_test_add_func ("/worker/client/async-answer", test_async);
  g_test_add_func ("/worker/client/async-refusal", test_async_refusal);
  g_test_add_func ("/worker/client/cancelled-before", test_cancelled_before);
  g_test_add_func ("/worker/client/cancelled-within", test_cancelled_within);
  g_test_add_func ("/worker/client/leaves-nothing-open", test_leaves_nothing_open);

  return g_test_run ();
}
