/* The dossier of a meeting, which the terminal waits for and may stop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-dossier-output.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "msk-dossier-desk.h"
#include "msk-waiting.h"

/* One line that counts up on a terminal, and nothing in a file. */
static void
progress_cb (guint done, guint steps, gpointer user_data)
{
  if (!isatty (STDERR_FILENO))
    return;

  fputc ('\r', stderr);
  fprintf (stderr, _ ("Putting the dossier together: %u %%"), 100 * done / steps);
  if (done == steps)
    fputc ('\n', stderr);
  fflush (stderr);
}

gboolean
msk_dossier_output (MskCli *cli,
                    MskSession *session,
                    const char *path,
                    JsonObject *answer,
                    GError **error)
{
  const MskDossierCover cover = { cli->options.archive_number, cli->options.retention };
  MskWaiting *waiting = msk_waiting_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *written = NULL;
  guint pages;

  msk_dossier_desk_write_async (session, &cover, path, progress_cb, NULL,
                                msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  result = msk_waiting_end (waiting);
  written = msk_dossier_desk_write_finish (session, result, &pages, error);
  if (written == NULL)
    return FALSE;

  json_object_set_string_member (answer, "path", written);
  json_object_set_int_member (answer, "pages", pages);
  msk_cli_say (cli, _ ("The dossier of %u pages lies in %s."), pages, written);
  return TRUE;
}

GBytes *
msk_dossier_output_make (MskCli *cli, GError **error)
{
  const MskDossierCover cover = { cli->options.archive_number, cli->options.retention };
  MskWaiting *waiting = msk_waiting_new ();
  g_autoptr(GAsyncResult) result = NULL;
  GBytes *document;
  guint pages;

  msk_dossier_desk_make_async (cli->session, &cover, progress_cb, NULL,
                               msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  result = msk_waiting_end (waiting);
  document = msk_dossier_desk_make_finish (cli->session, result, &pages, error);
  if (document != NULL)
    json_object_set_int_member (cli->answer, "pages", pages);
  return document;
}
