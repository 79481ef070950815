/* A paper on its way into the register, which the terminal waits for and may stop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-taking-in.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  GMainLoop *loop;
  GAsyncResult *answer;
} TakingIn;

static gboolean
stop_cb (gpointer user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));

  return G_SOURCE_CONTINUE;
}

/* One line that counts up on a terminal, and nothing in a file. */
static void
progress_cb (double share, gpointer user_data)
{
  if (!isatty (STDERR_FILENO))
    return;

  fputc ('\r', stderr);
  fprintf (stderr, _ ("Keeping the paper: %u %%"), (guint) (100 * share));
  if (share >= 1)
    fputc ('\n', stderr);
  fflush (stderr);
}

static void
finished_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  TakingIn *taking_in = user_data;

  taking_in->answer = g_object_ref (answer);
  g_main_loop_quit (taking_in->loop);
}

gint64
msk_taking_in_run (MskCli *cli,
                   const MskPaperDraft *draft,
                   GBytes *file,
                   GPtrArray **warnings,
                   GError **error)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) answer = NULL;
  TakingIn taking_in = { loop, NULL };
  guint interrupt = g_unix_signal_add (SIGINT, stop_cb, cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, stop_cb, cancellable);

  if (isatty (STDERR_FILENO))
    fputs (_ ("Reading the file…"), stderr);
  msk_paper_desk_add_async (cli->session, draft, file, progress_cb, NULL, cancellable, finished_cb,
                            &taking_in);
  g_main_loop_run (loop);
  answer = taking_in.answer;

  g_source_remove (interrupt);
  g_source_remove (terminate);

  return msk_paper_desk_add_finish (cli->session, answer, warnings, error);
}
