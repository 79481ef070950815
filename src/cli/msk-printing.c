/* A run of the printer that the terminal waits for and may stop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-printing.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "msk-waiting.h"

typedef struct
{
  MskCli *cli;
  MskPrintGate *gate;
} Printing;

static void
say_now (Printing *printing, const char *text)
{
  if (!printing->cli->options.json)
    g_printerr ("%s\n", text);
}

static gboolean
pause_cb (gpointer user_data)
{
  Printing *printing = user_data;

  msk_print_gate_shut (printing->gate);
  say_now (printing, _ ("Paused after this copy."));
  return G_SOURCE_CONTINUE;
}

static gboolean
resume_cb (gpointer user_data)
{
  Printing *printing = user_data;

  msk_print_gate_open (printing->gate);
  say_now (printing, _ ("Going on."));
  return G_SOURCE_CONTINUE;
}

/* One line that counts up on a terminal, and nothing in a file. */
static void
progress_cb (guint number, guint done, guint total, gpointer user_data)
{
  Printing *printing = user_data;
  g_autofree char *shown = msk_copy_number_dup_text (number);

  if (printing->cli->options.json || !isatty (STDOUT_FILENO))
    return;

  putchar ('\r');
  printf (_ ("Number %s printed, %u of %u"), shown, done, total);
  if (done == total)
    putchar ('\n');
  fflush (stdout);
}

static void
waits_cb (const char *reason, gpointer user_data)
{
  g_autofree char *text =
      *reason != '\0'
          ? g_strdup_printf (_ ("The printer waits: %s. See to it; printing then goes on "
                                "by itself."),
                             reason)
          : g_strdup (_ ("Going on."));

  say_now (user_data, text);
}

gboolean
msk_printing_run (MskCli *cli,
                  MskSession *session,
                  gint64 paper_id,
                  const char *printer,
                  MskPrintResult *result,
                  GError **error)
{
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(MskPrintGate) gate = msk_print_gate_new ();
  Printing printing = { cli, gate };
  const MskPrintWatch watch = { progress_cb, waits_cb, &printing, gate };
  MskWaiting *waiting = msk_waiting_new ();
  guint pause = g_unix_signal_add (SIGUSR1, pause_cb, &printing);
  guint resume = g_unix_signal_add (SIGUSR2, resume_cb, &printing);

  msk_print_desk_print_async (session, paper_id, printer, &watch,
                              msk_waiting_get_cancellable (waiting), msk_waiting_cb, waiting);
  answer = msk_waiting_end (waiting);
  g_source_remove (pause);
  g_source_remove (resume);

  return msk_print_desk_print_finish (session, answer, result, error);
}
