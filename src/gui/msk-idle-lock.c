/* Notices that nobody touches the machine any more.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-idle-lock.h"

#include <time.h>

struct _MskIdleLock
{
  GObject parent_instance;

  guint seconds;
  gint64 touched_at;
  guint check_id;
};

enum
{
  IDLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MskIdleLock, msk_idle_lock, G_TYPE_OBJECT)

/* This clock also goes on while a laptop sleeps with its lid closed. */
static gint64
read_clock (void)
{
  struct timespec now;

  if (clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return g_get_monotonic_time () / G_USEC_PER_SEC;

  return now.tv_sec;
}

static gboolean
check_cb (gpointer user_data)
{
  MskIdleLock *self = MSK_IDLE_LOCK (user_data);

  if (read_clock () - self->touched_at < self->seconds)
    return G_SOURCE_CONTINUE;

  self->check_id = 0;
  g_signal_emit (self, signals[IDLE], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, MskIdleLock *self)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_MOTION_NOTIFY:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
    case GDK_TOUCH_UPDATE:
      self->touched_at = read_clock ();
      break;
    case GDK_DELETE:
    case GDK_BUTTON_RELEASE:
    case GDK_KEY_RELEASE:
    case GDK_ENTER_NOTIFY:
    case GDK_LEAVE_NOTIFY:
    case GDK_FOCUS_CHANGE:
    case GDK_PROXIMITY_IN:
    case GDK_PROXIMITY_OUT:
    case GDK_DRAG_ENTER:
    case GDK_DRAG_LEAVE:
    case GDK_DRAG_MOTION:
    case GDK_DROP_START:
    case GDK_GRAB_BROKEN:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_TOUCHPAD_SWIPE:
    case GDK_TOUCHPAD_PINCH:
    case GDK_PAD_BUTTON_PRESS:
    case GDK_PAD_BUTTON_RELEASE:
    case GDK_PAD_RING:
    case GDK_PAD_STRIP:
    case GDK_PAD_GROUP_MODE:
    case GDK_TOUCHPAD_HOLD:
    case GDK_EVENT_LAST:
    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
msk_idle_lock_dispose (GObject *object)
{
  g_clear_handle_id (&MSK_IDLE_LOCK (object)->check_id, g_source_remove);

  G_OBJECT_CLASS (msk_idle_lock_parent_class)->dispose (object);
}

static void
msk_idle_lock_class_init (MskIdleLockClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = msk_idle_lock_dispose;

  signals[IDLE] = g_signal_new ("idle", MSK_TYPE_IDLE_LOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
msk_idle_lock_init (MskIdleLock *self)
{
}

MskIdleLock *
msk_idle_lock_new (guint seconds)
{
  MskIdleLock *self = g_object_new (MSK_TYPE_IDLE_LOCK, NULL);

  self->seconds = seconds;
  return self;
}

void
msk_idle_lock_attach (MskIdleLock *self, GtkWidget *widget)
{
  GtkEventController *events;

  g_return_if_fail (MSK_IS_IDLE_LOCK (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_name (events, "msk-idle-lock");
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (widget, events);
}

void
msk_idle_lock_start (MskIdleLock *self)
{
  g_return_if_fail (MSK_IS_IDLE_LOCK (self));

  msk_idle_lock_touch (self);
  if (self->check_id == 0)
    self->check_id = g_timeout_add_seconds (1, check_cb, self);
}

void
msk_idle_lock_stop (MskIdleLock *self)
{
  g_return_if_fail (MSK_IS_IDLE_LOCK (self));

  g_clear_handle_id (&self->check_id, g_source_remove);
}

void
msk_idle_lock_touch (MskIdleLock *self)
{
  g_return_if_fail (MSK_IS_IDLE_LOCK (self));

  self->touched_at = read_clock ();
}
