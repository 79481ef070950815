/* Waiting for the end of what a verb began, and stopping it when asked to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-waiting.h"

#include <glib-unix.h>

struct _MskWaiting
{
  GMainLoop *loop;
  GCancellable *cancellable;
  GAsyncResult *answer;
  guint interrupt; /* sources */
  guint terminate;
};

static gboolean
stop_cb (gpointer user_data)
{
  g_cancellable_cancel (G_CANCELLABLE (user_data));

  return G_SOURCE_CONTINUE;
}

MskWaiting *
msk_waiting_new (void)
{
  MskWaiting *self = g_new0 (MskWaiting, 1);

  self->loop = g_main_loop_new (NULL, FALSE);
  self->cancellable = g_cancellable_new ();
  self->interrupt = g_unix_signal_add (SIGINT, stop_cb, self->cancellable);
  self->terminate = g_unix_signal_add (SIGTERM, stop_cb, self->cancellable);
  return self;
}

GCancellable *
msk_waiting_get_cancellable (MskWaiting *self)
{
  return self->cancellable;
}

void
msk_waiting_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  MskWaiting *self = user_data;

  self->answer = g_object_ref (answer);
  g_main_loop_quit (self->loop);
}

GAsyncResult *
msk_waiting_end (MskWaiting *self)
{
  GAsyncResult *answer;

  if (self->answer == NULL)
    g_main_loop_run (self->loop);

  answer = g_steal_pointer (&self->answer);
  g_source_remove (self->interrupt);
  g_source_remove (self->terminate);
  g_main_loop_unref (self->loop);
  g_object_unref (self->cancellable);
  g_free (self);
  return answer;
}
