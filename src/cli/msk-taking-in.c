/* A paper on its way into the register, which the terminal waits for and may stop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-taking-in.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "msk-waiting.h"

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

gint64
msk_taking_in_run (MskCli *cli,
                   const MskPaperDraft *draft,
                   GBytes *file,
                   GPtrArray **warnings,
                   GError **error)
{
  MskWaiting *waiting = msk_waiting_new ();
  g_autoptr(GAsyncResult) answer = NULL;

  if (isatty (STDERR_FILENO))
    fputs (_ ("Reading the file…"), stderr);
  msk_paper_desk_add_async (cli->session, draft, file, progress_cb, NULL,
                            msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  answer = msk_waiting_end (waiting);
  return msk_paper_desk_add_finish (cli->session, answer, warnings, error);
}
