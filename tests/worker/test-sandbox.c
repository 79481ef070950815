/* The sandbox holds: each attempt to get out of it ends the process.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <signal.h>

#include "msk-sandbox.h"

typedef struct
{
  const char *attempt;
  int signal_number; /* that ends it; 0: it ends with status 42 */
} Case;

static const Case cases[] = {
  { "open", SIGSYS },
  { "old-open", SIGSYS },
  { "socket", SIGSYS },
  { "exec", SIGSYS },
  { "fork", SIGSYS },
  { "ptrace", SIGSYS },
  { "kill", SIGSYS },
  { "signal-of-other", SIGSYS },
  { "more-memory-right", SIGSYS },
  { "dumpable", SIGSYS },
  { "executable-memory", SIGSYS },
  { "make-executable", SIGSYS },
  { "other-descriptor", SIGSYS },
  { "endless-loop", SIGXCPU },
#if MSK_SANDBOX_HAS_ADDRESS_LIMIT
  { "too-much-memory", 0 },
#endif
  { "work", 0 },
};

static void
test_attempt (gconstpointer data)
{
  const Case *expected = data;
  g_autofree char *probe = g_test_build_filename (G_TEST_BUILT, "worker", "sandbox-probe", NULL);
  g_autoptr(GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process =
                 g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                   &error, probe, expected->attempt, NULL);

  g_assert_no_error (error);
  g_subprocess_communicate (process, nothing, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  if (expected->signal_number != 0)
    {
      g_assert_true (g_subprocess_get_if_signaled (process));
      g_assert_cmpint (g_subprocess_get_term_sig (process), ==, expected->signal_number);
    }
  else
    {
      g_assert_true (g_subprocess_get_if_exited (process));
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 42);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/worker/sandbox/%s", cases[i].attempt);

      g_test_add_data_func (path, &cases[i], test_attempt);
    }

  return g_test_run ();
}
