/* The program.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-application.h"

#include <glib/gi18n-lib.h>

#include "msk-idle-lock.h"
#include "msk-session.h"
#include "msk-ui-resources.h"
#include "msk-window.h"

#define MAX_IDLE_SECONDS 3600

struct _MskApplication
{
  AdwApplication parent_instance;

  char *directory;
  char *station;
  int idle_seconds;
};

G_DEFINE_FINAL_TYPE (MskApplication, msk_application, ADW_TYPE_APPLICATION)

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);

  adw_show_about_window (gtk_application_get_active_window (application), "application-name",
                         _ ("Meeting Secrecy Kit"), "application-icon", "channel-secure-symbolic",
                         "version", MSK_VERSION, "license-type", GTK_LICENSE_GPL_3_0, "comments",
                         _ ("Helps the staff of a secret meeting to know where every paper is."),
                         NULL);
}

/* Made when it is asked for. As a window that waits unseen, which is how GTK would keep it, GTK 4.8
 * would fall over it when a screen reader counts the windows. */
static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr(GtkBuilder) builder =
                 gtk_builder_new_from_resource ("/org/meetingsecrecy/Kit/window/msk-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts_window"));

  gtk_window_set_transient_for (window,
                                gtk_application_get_active_window (GTK_APPLICATION (user_data)));
  gtk_window_present (window);
}

static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_window_by_id (GTK_APPLICATION (user_data), 1);

  if (window != NULL)
    gtk_window_close (window);
}

static void
add_accels (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accel;
  } accels[] = {
    { "win.lock", "<Ctrl>l" },           { "win.undo", "<Ctrl>z" },
    { "win.place(1)", "<Ctrl>1" },       { "win.place(2)", "<Ctrl>2" },
    { "win.place(3)", "<Ctrl>3" },       { "win.place(4)", "<Ctrl>4" },
    { "win.place(5)", "<Ctrl>5" },       { "win.place(6)", "<Ctrl>6" },
    { "win.place(7)", "<Ctrl>7" },       { "win.place(8)", "<Ctrl>8" },
    { "win.place(9)", "<Ctrl>9" },       { "win.place(10)", "<Ctrl><Alt>1" },
    { "win.place(11)", "<Ctrl><Alt>2" }, { "win.place(12)", "<Ctrl><Alt>3" },
    { "win.place(13)", "<Ctrl><Alt>4" }, { "win.place(14)", "<Ctrl><Alt>5" },
    { "win.place(15)", "<Ctrl><Alt>6" }, { "win.place(16)", "<Ctrl><Alt>7" },
    { "win.place(17)", "<Ctrl><Alt>8" }, { "win.place(18)", "<Ctrl><Alt>9" },
    { "app.quit", "<Ctrl>q" },           { "app.shortcuts", "<Ctrl>question" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      const char *keys[] = { accels[i].accel, NULL };

      gtk_application_set_accels_for_action (application, accels[i].action, keys);
    }
}

static void
msk_application_startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_action },
    { .name = "shortcuts", .activate = shortcuts_action },
    { .name = "quit", .activate = quit_action },
  };

  /* From a static library the linker drops the constructor that would do this. */
  g_resources_register (msk_ui_get_resource ());

  G_APPLICATION_CLASS (msk_application_parent_class)->startup (application);

  /* A list of recent files is a carrier (A2). */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE,
                "gtk-recent-files-max-age", 0, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  add_accels (GTK_APPLICATION (application));
}

static void
msk_application_activate (GApplication *application)
{
  MskApplication *self = MSK_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (msk_window_new (GTK_APPLICATION (application), self->directory,
                                         self->station, (guint) self->idle_seconds));
  gtk_window_present (window);
}

static int
msk_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  MskApplication *self = MSK_APPLICATION (application);
  g_autofree char *directory = NULL;

  g_variant_dict_lookup (options, "vault", "^ay", &directory);
  g_variant_dict_lookup (options, "station", "s", &self->station);
  g_variant_dict_lookup (options, "lock-after", "i", &self->idle_seconds);
  if (self->idle_seconds < 1 || self->idle_seconds > MAX_IDLE_SECONDS)
    {
      g_printerr (_ ("--lock-after takes 1 to %d seconds.\n"), MAX_IDLE_SECONDS);
      return 2;
    }

  if (directory == NULL)
    self->directory = msk_session_dup_default_directory ();
  else
    self->directory = g_canonicalize_filename (directory, NULL);

  return G_APPLICATION_CLASS (msk_application_parent_class)
      ->handle_local_options (application, options);
}

static void
msk_application_finalize (GObject *object)
{
  MskApplication *self = MSK_APPLICATION (object);

  g_free (self->directory);
  g_free (self->station);

  G_OBJECT_CLASS (msk_application_parent_class)->finalize (object);
}

static void
msk_application_class_init (MskApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_application_finalize;
  application_class->startup = msk_application_startup;
  application_class->activate = msk_application_activate;
  application_class->handle_local_options = msk_application_handle_local_options;
}

static void
msk_application_init (MskApplication *self)
{
  const GOptionEntry options[] = {
    { "vault", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Where the vault lies"), N_ ("DIR") },
    { "station", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("What this place of work is called in the ledger"), N_ ("NAME") },
    { "lock-after", 0, 0, G_OPTION_ARG_INT, NULL,
      N_ ("Lock when nobody touches the machine for so long"), N_ ("SECONDS") },
    { NULL },
  };

  self->idle_seconds = MSK_IDLE_LOCK_DEFAULT_SECONDS;
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

MskApplication *
msk_application_new (void)
{
  return g_object_new (MSK_TYPE_APPLICATION, "application-id", "org.meetingsecrecy.Kit", "flags",
                       G_APPLICATION_NON_UNIQUE, "resource-base-path", "/org/meetingsecrecy/Kit",
                       NULL);
}
