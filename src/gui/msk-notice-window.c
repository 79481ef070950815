/* The no-recording notice on the second display (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-notice-window.h"

#include <glib/gi18n-lib.h>

#include "msk-notice-desk.h"
#include "msk-notice-view.h"

#define WINDOW_WIDTH 640
#define WINDOW_HEIGHT 360

struct _MskNoticeWindow
{
  GtkWindow parent_instance;

  MskNoticeView *view;
  GtkWindow *staff;    /* lent; it outlives the notice */
  MskSession *session; /* or NULL once it is gone */
  GdkMonitor *monitor; /* that it fills, or NULL */
  gboolean windowed;   /* wanted while there is no second display */
  guint placing;       /* the source that places it, or 0 */
};

G_DEFINE_FINAL_TYPE (MskNoticeWindow, msk_notice_window, GTK_TYPE_WINDOW)

/* A display that is not the staff's; the one in use before, if it is still there. The caller owns
 * it. */
static GdkMonitor *
find_monitor (GtkWindow *staff, GdkMonitor *before)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (staff));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (staff));
  GdkMonitor *own = surface == NULL ? NULL : gdk_display_get_monitor_at_surface (display, surface);
  GListModel *monitors = gdk_display_get_monitors (display);
  g_autoptr(GdkMonitor) found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own && gdk_monitor_is_valid (monitor) && (found == NULL || monitor == before))
        g_set_object (&found, monitor);
    }

  return g_steal_pointer (&found);
}

gboolean
msk_notice_window_has_display (GtkWindow *staff)
{
  g_autoptr(GdkMonitor) monitor = find_monitor (staff, NULL);

  return monitor != NULL;
}

/* On the second display, or in a window, or nowhere until a display is there: never over what the
 * staff look at. */
static void
place (MskNoticeWindow *self)
{
  g_autoptr(GdkMonitor) monitor = find_monitor (self->staff, self->monitor);
  const gboolean shown = monitor != NULL || self->windowed;

  g_set_object (&self->monitor, monitor);
  if (!shown)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      /* The window manager need not give the keyboard back by itself. */
      gtk_window_present (self->staff);
      return;
    }
  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_unfullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_window_present (self->staff);
}

static gboolean
place_cb (gpointer user_data)
{
  MskNoticeWindow *self = MSK_NOTICE_WINDOW (user_data);

  self->placing = 0;
  place (self);
  return G_SOURCE_REMOVE;
}

/* A display that went is left at once. One that came has no place and size yet: on X11, GTK tells
 * of it first and measures it then. */
static void
monitors_changed_cb (GListModel *monitors,
                     guint position,
                     guint removed,
                     guint added,
                     MskNoticeWindow *self)
{
  if (added == 0)
    place (self);
  else if (self->placing == 0)
    self->placing = g_idle_add (place_cb, self);
}

/* Keeps what it shows when there is nothing to read: the kit is locked, or no meeting is open. */
static gboolean
read_notice (MskNoticeWindow *self, GError **error)
{
  MskNotice *notice = msk_notice_desk_get (self->session, error);

  if (notice == NULL)
    return FALSE;

  msk_notice_view_take (self->view, notice);
  return TRUE;
}

static void
changed_cb (MskSession *session, MskNoticeWindow *self)
{
  if (!msk_session_is_locked (session) && msk_session_get_meeting (session) != NULL)
    read_notice (self, NULL);
}

static gboolean
msk_notice_window_close_request (GtkWindow *window)
{
  return TRUE;
}

static void
msk_notice_window_dispose (GObject *object)
{
  MskNoticeWindow *self = MSK_NOTICE_WINDOW (object);

  g_clear_handle_id (&self->placing, g_source_remove);
  g_clear_object (&self->session);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (msk_notice_window_parent_class)->dispose (object);
}

static void
msk_notice_window_class_init (MskNoticeWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msk_notice_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = msk_notice_window_close_request;
}

static void
msk_notice_window_init (MskNoticeWindow *self)
{
  GtkWindow *window = GTK_WINDOW (self);

  self->view = g_object_new (MSK_TYPE_NOTICE_VIEW, NULL);
  gtk_window_set_child (window, GTK_WIDGET (self->view));
  /* Neither the meeting's name nor the program's. */
  gtk_window_set_title (window, _ ("Notice"));
  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_deletable (window, FALSE);
  gtk_window_set_default_size (window, WINDOW_WIDTH, WINDOW_HEIGHT);
}

void
msk_notice_window_follow (MskNoticeWindow *self, MskSession *session)
{
  g_return_if_fail (MSK_IS_NOTICE_WINDOW (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, 0);
  changed_cb (session, self);
}

MskNoticeWindow *
msk_notice_window_show (GtkWindow *staff, MskSession *session, gboolean windowed, GError **error)
{
  MskNoticeWindow *self = g_object_new (MSK_TYPE_NOTICE_WINDOW, NULL);

  self->staff = staff;
  self->windowed = windowed;
  msk_notice_window_follow (self, session);
  if (!read_notice (self, error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }

  g_signal_connect_object (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self))),
                           "items-changed", G_CALLBACK (monitors_changed_cb), self, 0);
  place (self);
  return self;
}

void
msk_notice_window_end (MskNoticeWindow *self)
{
  g_return_if_fail (MSK_IS_NOTICE_WINDOW (self));

  gtk_window_destroy (GTK_WINDOW (self));
}
