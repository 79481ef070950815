/* The window: locked until somebody signs in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-window.h"

#include <glib/gi18n-lib.h>

#include "msk-accessible.h"
#include "msk-ask.h"
#include "msk-form.h"
#include "msk-idle-lock.h"
#include "msk-look.h"
#include "msk-notice-window.h"
#include "msk-page.h"
#include "msk-scan-port.h"
#include "msk-sound.h"
#include "msk-unlock-page.h"
#include "msk-work-view.h"

struct _MskWindow
{
  AdwApplicationWindow parent_instance;

  GtkStack *stack;
  MskUnlockPage *unlock_page;
  AdwBin *work_bin;

  MskScanPort *scan_port;
  MskIdleLock *idle_lock;
  MskSession *session;     /* NULL while locked */
  MskSession *finishing;   /* locked by the user while a copy is still in the printer */
  MskPlace place;          /* where the last one who was signed in worked */
  MskNoticeWindow *notice; /* NULL while it is not shown; stays when the kit is locked */
};

G_DEFINE_FINAL_TYPE (MskWindow, msk_window, ADW_TYPE_APPLICATION_WINDOW)

static MskWorkView *
get_work_view (MskWindow *self)
{
  return (MskWorkView *) adw_bin_get_child (self->work_bin);
}

static void
enable_actions (MskWindow *self)
{
  const gboolean unlocked = self->session != NULL;

  msk_scan_port_set_takes_letters (self->scan_port, unlocked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.lock", unlocked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", unlocked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forget", unlocked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.place", unlocked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.change-passphrase", unlocked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.notice", unlocked);
}

static guint
get_height (GtkWindow *window)
{
  guint height = 0;

  while ((window = gtk_window_get_transient_for (window)) != NULL)
    height++;

  return height;
}

static int
compare_height (gconstpointer a, gconstpointer b)
{
  const guint height = get_height (GTK_WINDOW (a)), other = get_height (GTK_WINDOW (b));

  return (height < other) - (height > other);
}

/* Dialogs show names and titles as the pages do. Closing them lets each clear up after itself. The
 * topmost goes first: a window manager that sees one go from under another may leave the keyboard
 * to nobody. For the same reason it is asked for the keyboard when one of them had it. */
static void
close_other_windows (MskWindow *self)
{
  GList *windows = g_list_sort (gtk_window_list_toplevels (), compare_height);
  gboolean one_had_keyboard = FALSE;

  for (GList *link = windows; link != NULL; link = link->next)
    g_object_ref (link->data);
  for (GList *link = windows; link != NULL; link = link->next)
    {
      if (link->data == (gpointer) self)
        continue;
      one_had_keyboard = one_had_keyboard || gtk_window_is_active (link->data);
      if (MSK_IS_FORM (link->data))
        msk_form_abandon (MSK_FORM (link->data));
      else
        gtk_window_close (link->data);
    }

  /* One that is gone still knows which it stood over, and must not outlive that. */
  for (GList *link = windows; link != NULL; link = link->next)
    if (!gtk_widget_get_visible (link->data))
      gtk_window_set_transient_for (link->data, NULL);

  g_list_free_full (windows, g_object_unref);

  if (one_had_keyboard)
    gtk_window_present (GTK_WINDOW (self));
}

static void
work_ended_cb (MskPage *page, GParamSpec *pspec, MskWindow *self)
{
  if (self->finishing == NULL || msk_page_is_busy (page))
    return;

  msk_session_lock (self->finishing);
  g_clear_object (&self->finishing);
}

/* What is shown goes at once. The keys go at once too, unless a copy is in the printer: then with
 * its outcome on record, since otherwise nobody would know of that sheet. */
static void
lock (MskWindow *self, const char *reason)
{
  MskSession *session = g_steal_pointer (&self->session);
  MskPage *busy_page = session != NULL ? msk_work_view_get_busy_page (get_work_view (self)) : NULL;

  if (session == NULL)
    return;

  self->place = msk_work_view_get_place (get_work_view (self));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  msk_idle_lock_stop (self->idle_lock);
  close_other_windows (self);
  if (busy_page != NULL)
    {
      self->finishing = session;
      g_signal_connect_object (busy_page, "notify::busy", G_CALLBACK (work_ended_cb), self, 0);
      msk_page_cancel_work (busy_page);
    }
  else
    {
      msk_session_lock (session);
      g_object_unref (session);
    }

  adw_bin_set_child (self->work_bin, NULL);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->unlock_page));
  msk_unlock_page_reset (self->unlock_page, reason);
  enable_actions (self);
  msk_accessible_mend (GTK_WIDGET (self->unlock_page));
  gtk_widget_grab_focus (GTK_WIDGET (self->unlock_page));
}

static void
idle_cb (MskIdleLock *idle_lock, MskWindow *self)
{
  if (self->session != NULL && msk_work_view_get_busy_page (get_work_view (self)) != NULL)
    msk_idle_lock_start (idle_lock);
  else
    lock (self, _ ("Locked because nobody touched the machine. Sign in to go on."));
}

/* The session can also be locked by somebody else than the window. */
static void
locked_cb (MskSession *session, MskWindow *self)
{
  if (session == self->session)
    lock (self, NULL);
}

static void
unlocked_cb (MskUnlockPage *page, MskSession *session, MskWindow *self)
{
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  g_set_object (&self->session, session);
  g_signal_connect_object (session, "locked", G_CALLBACK (locked_cb), self, 0);
  adw_bin_set_child (self->work_bin, msk_work_view_new (session));
  msk_accessible_mend (GTK_WIDGET (self->work_bin));
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->work_bin));
  msk_work_view_show_place (get_work_view (self), self->place);
  msk_unlock_page_reset (self->unlock_page, NULL);
  msk_idle_lock_start (self->idle_lock);
  enable_actions (self);
  if (self->notice != NULL)
    msk_notice_window_follow (self->notice, session);
  gtk_widget_child_focus (GTK_WIDGET (self->work_bin), GTK_DIR_TAB_FORWARD);
}

static void
scanned_cb (MskScanPort *port, const char *code, MskWindow *self)
{
  msk_idle_lock_touch (self->idle_lock);
  if (self->session != NULL)
    {
      msk_work_view_take_scan (get_work_view (self), code);
      return;
    }
  if (msk_unlock_page_take_badge (self->unlock_page, code))
    return;

  msk_unlock_page_show_problem (self->unlock_page, _ ("A code was scanned while the kit is locked, "
                                                      "and nothing was recorded. Sign in, and "
                                                      "scan it again."));
  msk_sound_play (msk_sound_get_default (), msk_look_of_tone (MSK_TONE_REFUSED).sound);
}

static void
lock_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  lock (MSK_WINDOW (widget), NULL);
}

static void
undo_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_work_view_undo (get_work_view (MSK_WINDOW (widget)));
}

static void
forget_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_work_view_forget (get_work_view (MSK_WINDOW (widget)));
}

static void
place_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_work_view_show_nth (get_work_view (MSK_WINDOW (widget)),
                          (guint) g_variant_get_int32 (parameter) - 1);
}

static void
change_passphrase_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_work_view_change_passphrase (get_work_view (MSK_WINDOW (widget)));
}

static gboolean
lock_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  lock (MSK_WINDOW (user_data), NULL);
  return GDK_EVENT_STOP;
}

static void
add_lock_key (MskWindow *self, GtkWidget *widget)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_l,
                                                                                  GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (lock_key_cb,
                                                                                   self, NULL)));
  gtk_widget_add_controller (widget, shortcuts);
}

static void
show_notice (MskWindow *self, gboolean windowed)
{
  g_autoptr(GError) error = NULL;

  self->notice = msk_notice_window_show (GTK_WINDOW (self), self->session, windowed, &error);
  if (self->notice == NULL)
    msk_ask_tell_error (GTK_WIDGET (self), _ ("Notice Not Shown"), error);
}

static void
show_in_window (GtkWidget *widget)
{
  MskWindow *self = MSK_WINDOW (widget);

  if (self->session != NULL && self->notice == NULL)
    show_notice (self, TRUE);
}

/* Shows the notice, or ends it: nothing else does. One that waits for its display is ended too, but
 * who asks then wants to see it: they are told why they do not. */
static void
notice_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskWindow *self = MSK_WINDOW (widget);
  const gboolean seen = self->notice != NULL && gtk_widget_get_visible (GTK_WIDGET (self->notice));

  g_clear_pointer (&self->notice, msk_notice_window_end);
  if (seen)
    return;
  if (msk_notice_window_has_display (GTK_WINDOW (self)))
    show_notice (self, FALSE);
  else
    msk_ask_confirm (widget, _ ("No Second Display"),
                     _ ("This machine has one display only. The notice can stand in a window, and "
                        "goes to the second display as soon as there is one."),
                     _ ("Show in a _Window"), show_in_window);
}

/* Of the controllers of one widget the newest is asked first: the lock's key must not be heard in a
 * scanner's burst. */
static gboolean
watch (MskWindow *self, GtkWidget *widget)
{
  static const char watched[] = "msk-watched";

  if (g_object_get_data (G_OBJECT (widget), watched) != NULL)
    return FALSE;

  g_object_set_data (G_OBJECT (widget), watched, GINT_TO_POINTER (TRUE));
  add_lock_key (self, widget);
  msk_scan_port_attach (self->scan_port, widget);
  msk_idle_lock_attach (self->idle_lock, widget);
  return TRUE;
}

/* A menu that is open keeps the keys from its window. */
static void
focus_moved_cb (GtkWindow *window, GParamSpec *pspec, MskWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover != NULL)
    watch (self, popover);
}

/* Every window of the program, dialogs and file choosers too, reads the scanner, keeps the lock
 * awake, and locks with one key. */
static void
watch_window (MskWindow *self, GtkWindow *window)
{
  if (!watch (self, GTK_WIDGET (window)))
    return;

  g_signal_connect (window, "map", G_CALLBACK (msk_accessible_mend), NULL);
  g_signal_connect_object (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb), self, 0);
}

static void
windows_changed_cb (GListModel *windows,
                    guint position,
                    guint removed,
                    guint added,
                    MskWindow *self)
{
  for (guint i = 0; i < added; i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, position + i);

      watch_window (self, window);
    }
}

static gboolean
msk_window_close_request (GtkWindow *window)
{
  lock (MSK_WINDOW (window), NULL);

  return GTK_WINDOW_CLASS (msk_window_parent_class)->close_request (window);
}

static void
msk_window_realize (GtkWidget *widget)
{
  MskWindow *self = MSK_WINDOW (widget);

  GTK_WIDGET_CLASS (msk_window_parent_class)->realize (widget);
  watch_window (self, GTK_WINDOW (self));
}

static void
msk_window_dispose (GObject *object)
{
  MskWindow *self = MSK_WINDOW (object);

  g_clear_pointer (&self->notice, msk_notice_window_end);
  if (self->session != NULL)
    msk_session_lock (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->scan_port);
  g_clear_object (&self->idle_lock);

  G_OBJECT_CLASS (msk_window_parent_class)->dispose (object);
}

static void
msk_window_class_init (MskWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_window_dispose;
  widget_class->realize = msk_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = msk_window_close_request;

  g_type_ensure (MSK_TYPE_UNLOCK_PAGE);

  gtk_widget_class_install_action (widget_class, "win.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.forget", NULL, forget_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.forget", NULL);
  gtk_widget_class_install_action (widget_class, "win.place", "i", place_action);
  gtk_widget_class_install_action (widget_class, "win.notice", NULL, notice_action);
  gtk_widget_class_install_action (widget_class, "win.change-passphrase", NULL,
                                   change_passphrase_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/window/msk-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MskWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MskWindow, unlock_page);
  gtk_widget_class_bind_template_child (widget_class, MskWindow, work_bin);
  gtk_widget_class_bind_template_callback (widget_class, unlocked_cb);
}

static void
msk_window_init (MskWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->scan_port = msk_scan_port_new ();
  g_signal_connect_object (self->scan_port, "scanned", G_CALLBACK (scanned_cb), self, 0);
  enable_actions (self);
}

GtkWidget *
msk_window_new (GtkApplication *application,
                const char *directory,
                const char *station,
                guint idle_seconds)
{
  MskWindow *self = g_object_new (MSK_TYPE_WINDOW, "application", application, NULL);

  self->idle_lock = msk_idle_lock_new (idle_seconds);
  g_signal_connect_object (self->idle_lock, "idle", G_CALLBACK (idle_cb), self, 0);
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (windows_changed_cb), self, 0);
  msk_unlock_page_set_vault (self->unlock_page, directory, station);
  return GTK_WIDGET (self);
}
