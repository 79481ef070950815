/* Has a foreign file read by the worker, a separate program in a sandbox.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-worker.h"

#include "msk-error.h"
#include "msk-worker-private.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#define READ_SIZE (256 * 1024)

/* From the folder of the running program: the app and msk in the build tree, a test in the build
 * tree, installed. */
static const char *const places[] = {
  "../worker/msk-worker",
  "../../src/worker/msk-worker",
  "../libexec/" GETTEXT_PACKAGE "/msk-worker",
};

/* One file on its way through the worker. */
typedef struct
{
  GSubprocess *process;
  int input_fd; /* our end of the socket that is its standard input; -1 when all is sent */
  int output_fd;
  const guint8 *data;
  gsize left;
  GByteArray *output;
  gsize output_max;
  gint64 deadline;
  GCancellable *cancellable;
} Exchange;

typedef struct
{
  char *job;
  GBytes *input;
} RunTask;

static void
run_task_free (RunTask *task)
{
  g_free (task->job);
  g_bytes_unref (task->input);
  g_free (task);
}

static gboolean
set_missing_error (GError **error)
{
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER,
                       _ ("The reader of foreign files cannot be started: install the kit anew."));

  return FALSE;
}

gboolean
msk_worker_check_cancelled (GCancellable *cancellable, GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;

  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_CANCELLED,
                       _ ("Reading was cancelled and nothing was taken from the file: "
                          "choose the file again when you want it."));

  return TRUE;
}

/* A socket, since a pipe whose reader has died would kill the app with SIGPIPE. */
static gboolean
start_worker (Exchange *exchange, const char *program, const char *job, GError **error)
{
  g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  char *environment[] = { (char *) "LC_ALL=C.UTF-8", NULL };
  int ends[2];

  if (socketpair (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return set_missing_error (error);
  exchange->input_fd = ends[0];
  g_subprocess_launcher_take_stdin_fd (launcher, ends[1]);
  g_subprocess_launcher_set_environ (launcher, environment);
  g_subprocess_launcher_set_cwd (launcher, "/");

  exchange->process = g_subprocess_launcher_spawn (launcher, NULL, program, job, NULL);
  if (exchange->process == NULL)
    return set_missing_error (error);
  exchange->output_fd = g_unix_input_stream_get_fd (
      G_UNIX_INPUT_STREAM (g_subprocess_get_stdout_pipe (exchange->process)));

  return TRUE;
}

static void
close_input (Exchange *exchange)
{
  if (exchange->input_fd >= 0)
    close (exchange->input_fd);
  exchange->input_fd = -1;
}

static void
send_some (Exchange *exchange)
{
  gssize sent =
      send (exchange->input_fd, exchange->data, exchange->left, MSG_NOSIGNAL | MSG_DONTWAIT);

  if (sent > 0)
    {
      exchange->data += sent;
      exchange->left -= (gsize) sent;
    }
  /* A worker that no longer reads has said, or will say by its end, what was wrong. */
  if (exchange->left == 0 || (sent < 0 && errno != EAGAIN && errno != EINTR))
    close_input (exchange);
}

/* FALSE at the end of the output. */
static gboolean
receive_some (Exchange *exchange)
{
  const guint length = exchange->output->len;
  gssize got;

  g_byte_array_set_size (exchange->output, length + READ_SIZE);
  got = read (exchange->output_fd, exchange->output->data + length, READ_SIZE);
  g_byte_array_set_size (exchange->output, length + (guint) MAX (got, 0));

  return got > 0 || (got < 0 && errno == EINTR);
}

static int
get_milliseconds_left (const Exchange *exchange)
{
  gint64 left = exchange->deadline - g_get_monotonic_time ();

  return (int) CLAMP (left / 1000 + 1, 0, G_MAXINT);
}

/* FALSE, with an error, when the worker has to be stopped. cancel_fd becomes readable when it is
 * cancelled; -1: never. */
static gboolean
transfer (Exchange *exchange, int cancel_fd, GError **error)
{
  gboolean is_open = TRUE;

  if (exchange->left == 0)
    close_input (exchange);
  while (is_open)
    {
      /* poll() leaves out what is negative. */
      struct pollfd fds[] = {
        { .fd = exchange->output_fd, .events = POLLIN },
        { .fd = exchange->input_fd, .events = POLLOUT },
        { .fd = cancel_fd, .events = POLLIN },
      };

      if (poll (fds, G_N_ELEMENTS (fds), get_milliseconds_left (exchange)) < 0 && errno != EINTR)
        return set_missing_error (error);
      if (msk_worker_check_cancelled (exchange->cancellable, error))
        return FALSE;
      if (g_get_monotonic_time () >= exchange->deadline)
        {
          msk_worker_set_end_error (error, SIGKILL);
          return FALSE;
        }
      if (fds[1].revents != 0)
        send_some (exchange);
      if (fds[0].revents != 0)
        is_open = receive_some (exchange);
      if (exchange->output->len > exchange->output_max)
        {
          msk_worker_set_answer_error (error);
          return FALSE;
        }
    }

  return TRUE;
}

static void
worker_ended_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *has_ended = user_data;

  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  *has_ended = TRUE;
}

static gboolean
deadline_cb (gpointer user_data)
{
  g_subprocess_force_exit (user_data);

  return G_SOURCE_REMOVE;
}

/* A worker that has said all it will say must also end in time. */
static void
await_end (Exchange *exchange)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  g_autoptr(GSource) deadline = g_timeout_source_new ((guint) get_milliseconds_left (exchange));
  gboolean has_ended = FALSE;

  g_main_context_push_thread_default (context);
  g_source_set_callback (deadline, deadline_cb, exchange->process, NULL);
  g_source_attach (deadline, context);
  g_subprocess_wait_async (exchange->process, NULL, worker_ended_cb, &has_ended);
  while (!has_ended)
    g_main_context_iteration (context, TRUE);
  g_source_destroy (deadline);
  g_main_context_pop_thread_default (context);
}

static gboolean
judge_end (GSubprocess *process, GError **error)
{
  if (g_subprocess_get_if_exited (process) && g_subprocess_get_exit_status (process) == 0)
    return TRUE;

  msk_worker_set_end_error (error, g_subprocess_get_if_signaled (process)
                                       ? g_subprocess_get_term_sig (process)
                                       : 0);

  return FALSE;
}

GVariant *
msk_worker_run_program (const char *program,
                        const char *job,
                        GBytes *input,
                        guint seconds_max,
                        gsize output_max,
                        GCancellable *cancellable,
                        GError **error)
{
  Exchange exchange = { .input_fd = -1, .output_max = output_max, .cancellable = cancellable };
  g_autoptr(GByteArray) output = g_byte_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  GPollFD cancel_fd;
  gboolean has_cancel_fd;
  gboolean has_answer;

  if (msk_worker_check_cancelled (cancellable, error))
    return NULL;
  exchange.data = g_bytes_get_data (input, &exchange.left);
  exchange.output = output;
  exchange.deadline = g_get_monotonic_time () + (gint64) seconds_max * G_USEC_PER_SEC;
  has_cancel_fd = g_cancellable_make_pollfd (cancellable, &cancel_fd);
  has_answer = start_worker (&exchange, program, job, error) &&
               transfer (&exchange, has_cancel_fd ? cancel_fd.fd : -1, error);

  close_input (&exchange);
  if (has_cancel_fd)
    g_cancellable_release_fd (cancellable);
  if (exchange.process != NULL)
    {
      if (!has_answer)
        g_subprocess_force_exit (exchange.process);
      await_end (&exchange);
      g_input_stream_close (g_subprocess_get_stdout_pipe (exchange.process), NULL, NULL);
      has_answer = has_answer && judge_end (exchange.process, error);
      g_object_unref (exchange.process);
    }
  if (!has_answer)
    return NULL;
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&output));

  return msk_worker_read_answer (job, bytes, error);
}

char *
msk_worker_dup_program (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *program = g_canonicalize_filename (places[i], folder);

      if (g_file_test (program, G_FILE_TEST_IS_REGULAR) &&
          g_file_test (program, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&program);
    }

  return NULL;
}

GVariant *
msk_worker_run (const char *job, GBytes *input, GCancellable *cancellable, GError **error)
{
  g_autofree char *program = NULL;

  g_return_val_if_fail (job != NULL && input != NULL, NULL);

  program = msk_worker_dup_program ();
  if (program == NULL)
    {
      set_missing_error (error);
      return NULL;
    }

  return msk_worker_run_program (program, job, input, MSK_WORKER_SECONDS_MAX, MSK_WORKER_OUTPUT_MAX,
                                 cancellable, error);
}

static void
run_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  RunTask *run = task_data;
  GError *error = NULL;
  GVariant *answer = msk_worker_run (run->job, run->input, cancellable, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, (GDestroyNotify) g_variant_unref);
  else
    g_task_return_error (task, error);
}

void
msk_worker_run_async (const char *job,
                      GBytes *input,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  RunTask *run = g_new0 (RunTask, 1);

  run->job = g_strdup (job);
  run->input = g_bytes_ref (input);
  g_task_set_source_tag (task, msk_worker_run_async);
  g_task_set_task_data (task, run, (GDestroyNotify) run_task_free);
  /* The thread's own error for a cancelled run has the sentence for the user. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}

GVariant *
msk_worker_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
