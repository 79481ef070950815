/* A run of the printer that the terminal waits for and may stop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-printing.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

typedef struct
{
  MskCli *cli;
  GMainLoop *loop;
  GAsyncResult *answer;
  MskPrintGate *gate;
} Printing;

static gboolean
stop_cb (gpointer user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));

  return G_SOURCE_CONTINUE;
}

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

static void
finished_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  Printing *printing = user_data;

  printing->answer = g_object_ref (answer);
  g_main_loop_quit (printing->loop);
}

gboolean
msk_printing_run (MskCli *cli,
                  MskSession *session,
                  gint64 paper_id,
                  const char *printer,
                  MskPrintResult *result,
                  GError **error)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) answer = NULL;
  g_autoptr(MskPrintGate) gate = msk_print_gate_new ();
  Printing printing = { cli, loop, NULL, gate };
  const MskPrintWatch watch = { progress_cb, waits_cb, &printing, gate };
  guint interrupt = g_unix_signal_add (SIGINT, stop_cb, cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, stop_cb, cancellable);
  guint pause = g_unix_signal_add (SIGUSR1, pause_cb, &printing);
  guint resume = g_unix_signal_add (SIGUSR2, resume_cb, &printing);

  msk_print_desk_print_async (session, paper_id, printer, &watch, cancellable, finished_cb,
                              &printing);
  g_main_loop_run (loop);
  answer = printing.answer;

  g_source_remove (interrupt);
  g_source_remove (terminate);
  g_source_remove (pause);
  g_source_remove (resume);

  return msk_print_desk_print_finish (session, answer, result, error);
}
