/* Signing in, and making a vault where there is none.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-unlock-page.h"

#include <glib/gi18n-lib.h>

#include "msk-accessible.h"
#include "msk-tag.h"
#include "msk-user-desk.h"

struct _MskUnlockPage
{
  AdwBin parent_instance;

  GtkLabel *title_label;
  GtkLabel *explanation_label;
  GtkWidget *fields;
  GtkWidget *user_row;
  GtkWidget *badge_row;
  GtkWidget *passphrase_row;
  GtkWidget *repeat_row;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  GtkWidget *button;
  GtkWidget *spinner;

  char *directory;
  char *station;
  gboolean creating; /* there is no vault: make one */
  gboolean working;
  char badge[MSK_TAG_LENGTH + 1]; /* that was scanned and stands for the name, or "" */
};

enum
{
  UNLOCKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MskUnlockPage, msk_unlock_page, ADW_TYPE_BIN)

/* What the thread that makes a vault needs. */
typedef struct
{
  char *directory;
  char *user;
  char *passphrase;
} NewVault;

static void
new_vault_free (NewVault *vault)
{
  explicit_bzero (vault->passphrase, strlen (vault->passphrase));
  g_free (vault->passphrase);
  g_free (vault->directory);
  g_free (vault->user);
  g_free (vault);
}

static void
set_working (MskUnlockPage *self, gboolean working)
{
  self->working = working;
  gtk_widget_set_visible (self->spinner, working);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "unlock.go", !working);
}

static void
show_badge (MskUnlockPage *self)
{
  const gboolean scanned = self->badge[0] != '\0';

  gtk_widget_set_visible (self->badge_row, scanned);
  gtk_widget_set_visible (self->user_row, !scanned);
}

static void
forget_badge (MskUnlockPage *self)
{
  explicit_bzero (self->badge, sizeof self->badge);
  show_badge (self);
}

/* Who wants to sign in: lent. */
static const char *
get_who (MskUnlockPage *self)
{
  return self->badge[0] != '\0' ? self->badge
                                : gtk_editable_get_text (GTK_EDITABLE (self->user_row));
}

static void
wipe_fields (MskUnlockPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  gtk_editable_set_text (GTK_EDITABLE (self->repeat_row), "");
}

static void
show_mode (MskUnlockPage *self)
{
  self->creating = !msk_session_has_vault (self->directory);
  gtk_label_set_text (self->title_label,
                      self->creating ? _ ("Create a Vault") : _ ("Meeting Secrecy Kit"));
  gtk_label_set_text (self->explanation_label,
                      self->creating ? _ ("There is no vault on this machine yet. The first "
                                          "account is the security officer’s. "
                                          "Nobody can restore a forgotten passphrase.")
                                     : _ ("Sign in to go on."));
  gtk_widget_set_visible (self->repeat_row, self->creating);
  gtk_button_set_label (GTK_BUTTON (self->button),
                        self->creating ? _ ("_Create the Vault") : _ ("_Sign In"));
  msk_accessible_mend (self->button);
}

static void
finish_with_error (MskUnlockPage *self, const GError *error)
{
  set_working (self, FALSE);
  msk_unlock_page_show_problem (self, error->message);
  show_mode (self);
  gtk_widget_grab_focus (self->passphrase_row);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(MskUnlockPage) self = MSK_UNLOCK_PAGE (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskSession) session = msk_session_unlock_finish (result, &error);

  if (self->fields == NULL)
    {
      if (session != NULL)
        msk_session_lock (session);
      return;
    }

  wipe_fields (self);
  if (session == NULL)
    {
      finish_with_error (self, error);
      return;
    }

  set_working (self, FALSE);
  g_signal_emit (self, signals[UNLOCKED], 0, session);
}

static void
unlock (MskUnlockPage *self)
{
  msk_session_unlock_async (self->directory, get_who (self),
                            gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)),
                            self->station, NULL, unlocked_cb, g_object_ref (self));
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MskUnlockPage *self = MSK_UNLOCK_PAGE (source);
  g_autoptr(GError) error = NULL;

  if (self->fields == NULL)
    return;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    unlock (self);
  else
    finish_with_error (self, error);
}

static void
create_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const NewVault *vault = task_data;
  GError *error = NULL;

  if (msk_session_create_vault (vault->directory, vault->user, vault->passphrase,
                                MSK_KEY_COST_MODERATE, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
check_repeated (MskUnlockPage *self, GError **error)
{
  return msk_user_desk_check_repeated (gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)),
                                       gtk_editable_get_text (GTK_EDITABLE (self->repeat_row)),
                                       error);
}

static void
create (MskUnlockPage *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, created_cb, NULL);
  NewVault *vault = g_new0 (NewVault, 1);

  vault->directory = g_strdup (self->directory);
  vault->user = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->user_row)));
  vault->passphrase = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->passphrase_row)));
  g_task_set_source_tag (task, create);
  g_task_set_task_data (task, vault, (GDestroyNotify) new_vault_free);
  g_task_run_in_thread (task, create_in_thread);
}

static void
go_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskUnlockPage *self = MSK_UNLOCK_PAGE (widget);
  g_autoptr(GError) error = NULL;

  if (self->working)
    return;

  gtk_widget_set_visible (self->problem_box, FALSE);
  if (self->creating && !check_repeated (self, &error))
    {
      finish_with_error (self, error);
      return;
    }

  set_working (self, TRUE);
  if (self->creating)
    create (self);
  else
    unlock (self);
}

static void
name_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskUnlockPage *self = MSK_UNLOCK_PAGE (widget);

  forget_badge (self);
  gtk_widget_grab_focus (self->user_row);
}

static void
entered_cb (AdwEntryRow *row, MskUnlockPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "unlock.go", NULL);
}

static gboolean
msk_unlock_page_grab_focus (GtkWidget *widget)
{
  MskUnlockPage *self = MSK_UNLOCK_PAGE (widget);

  return gtk_widget_grab_focus (*get_who (self) == '\0' ? self->user_row : self->passphrase_row);
}

static void
msk_unlock_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_UNLOCK_PAGE);

  G_OBJECT_CLASS (msk_unlock_page_parent_class)->dispose (object);
}

static void
msk_unlock_page_finalize (GObject *object)
{
  MskUnlockPage *self = MSK_UNLOCK_PAGE (object);

  g_free (self->directory);
  g_free (self->station);
  explicit_bzero (self->badge, sizeof self->badge);

  G_OBJECT_CLASS (msk_unlock_page_parent_class)->finalize (object);
}

static void
msk_unlock_page_class_init (MskUnlockPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_unlock_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = msk_unlock_page_finalize;
  widget_class->grab_focus = msk_unlock_page_grab_focus;

  signals[UNLOCKED] = g_signal_new ("unlocked", MSK_TYPE_UNLOCK_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, MSK_TYPE_SESSION);

  gtk_widget_class_install_action (widget_class, "unlock.go", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "unlock.name", NULL, name_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/unlock/msk-unlock-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, fields);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, user_row);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, badge_row);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, passphrase_row);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, repeat_row);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, problem_box);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, button);
  gtk_widget_class_bind_template_child (widget_class, MskUnlockPage, spinner);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
}

static void
msk_unlock_page_init (MskUnlockPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  /* Who was here before is not brought back by Ctrl+Z. */
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->user_row), FALSE);
}

void
msk_unlock_page_set_vault (MskUnlockPage *self, const char *directory, const char *station)
{
  g_return_if_fail (MSK_IS_UNLOCK_PAGE (self));
  g_return_if_fail (directory != NULL);

  g_free (self->directory);
  self->directory = g_strdup (directory);
  g_free (self->station);
  self->station = g_strdup (station);
  show_mode (self);
}

void
msk_unlock_page_reset (MskUnlockPage *self, const char *reason)
{
  g_return_if_fail (MSK_IS_UNLOCK_PAGE (self));

  wipe_fields (self);
  gtk_editable_set_text (GTK_EDITABLE (self->user_row), "");
  forget_badge (self);
  show_mode (self);
  if (reason != NULL)
    gtk_label_set_text (self->explanation_label, reason);
  gtk_widget_set_visible (self->problem_box, FALSE);
}

void
msk_unlock_page_show_problem (MskUnlockPage *self, const char *text)
{
  g_return_if_fail (MSK_IS_UNLOCK_PAGE (self));

  gtk_label_set_text (self->problem_label, text);
  gtk_widget_set_visible (self->problem_box, TRUE);
}

gboolean
msk_unlock_page_take_badge (MskUnlockPage *self, const char *code)
{
  MskTag tag;

  g_return_val_if_fail (MSK_IS_UNLOCK_PAGE (self), FALSE);

  /* That it is genuine is not known before the vault is open, and need not be: it is no more than a
   * name. */
  if (self->creating || self->working || !msk_tag_parse (code, &tag, NULL) ||
      tag.kind != MSK_TAG_KIND_BADGE)
    return FALSE;

  wipe_fields (self);
  msk_tag_write (&tag, self->badge);
  show_badge (self);
  gtk_widget_set_visible (self->problem_box, FALSE);
  gtk_widget_grab_focus (self->passphrase_row);
  return TRUE;
}
