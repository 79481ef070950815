/* The form in which a second person signs in beside the one at the desk, for one act.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cosign-form.h"

#include <glib/gi18n-lib.h>

struct _MskCosignForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *text_row;
  GtkWidget *user_row;
  GtkWidget *passphrase_row;

  MskAct act;
  MskCosignApply apply;
  MskCosignBegin begin;
  gint64 id;
  GCancellable *cancellable; /* of the work that began */
  gboolean gone;
};

G_DEFINE_FINAL_TYPE (MskCosignForm, msk_cosign_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

/* Of a form that was cancelled meanwhile nothing is wanted any more. */
static void
signed_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  g_autoptr(MskCosignForm) self = MSK_COSIGN_FORM (user_data);
  MskForm *form = MSK_FORM (self);
  MskPage *page = msk_form_get_page (form);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskCosigner) cosigner =
                 msk_cosigner_sign_in_finish (MSK_SESSION (source), answer, &error);

  if (cosigner != NULL && (self->gone || !msk_page_is_alive (page)))
    g_clear_pointer (&cosigner, msk_cosigner_free);
  if (cosigner != NULL && self->begin != NULL)
    {
      self->begin (form, cosigner, TEXT (self->text_row), self->cancellable);
      return;
    }

  if (cosigner != NULL)
    self->apply (page, self->id, cosigner, &error);
  msk_form_finish (form, error);
  msk_page_end_work (page);
}

static gboolean
msk_cosign_form_apply (MskForm *form, GError **error)
{
  MskCosignForm *self = MSK_COSIGN_FORM (form);

  if (msk_page_is_busy (msk_form_get_page (form)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("Other work is still going on: wait for it to end."));
      return FALSE;
    }

  msk_form_begin_work (form);
  g_set_object (&self->cancellable, msk_page_begin_work (msk_form_get_page (form)));
  msk_cosigner_sign_in_async (msk_form_get_session (form), TEXT (self->user_row),
                              TEXT (self->passphrase_row), self->act, signed_cb,
                              g_object_ref (self));
  gtk_editable_set_text (GTK_EDITABLE (self->passphrase_row), "");
  return FALSE;
}

static gboolean
msk_cosign_form_close_request (GtkWindow *window)
{
  if (GTK_WINDOW_CLASS (msk_cosign_form_parent_class)->close_request (window))
    return TRUE;

  MSK_COSIGN_FORM (window)->gone = TRUE;
  if (MSK_COSIGN_FORM (window)->cancellable != NULL)
    g_cancellable_cancel (MSK_COSIGN_FORM (window)->cancellable);
  return FALSE;
}

static void
msk_cosign_form_finalize (GObject *object)
{
  g_clear_object (&MSK_COSIGN_FORM (object)->cancellable);

  G_OBJECT_CLASS (msk_cosign_form_parent_class)->finalize (object);
}

static void
msk_cosign_form_class_init (MskCosignFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_cosign_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = msk_cosign_form_close_request;
  MSK_FORM_CLASS (klass)->apply = msk_cosign_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/form/msk-cosign-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskCosignForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskCosignForm, text_row);
  gtk_widget_class_bind_template_child (widget_class, MskCosignForm, user_row);
  gtk_widget_class_bind_template_child (widget_class, MskCosignForm, passphrase_row);
}

static void
msk_cosign_form_init (MskCosignForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_cosign_form_open (MskPage *page, const MskCosignWords *words, gint64 id)
{
  MskCosignForm *self;

  g_return_if_fail (MSK_IS_PAGE (page) && words != NULL);
  g_return_if_fail (words->apply != NULL || words->begin != NULL);

  self = MSK_COSIGN_FORM (msk_form_new (MSK_TYPE_COSIGN_FORM, page));
  self->act = words->act;
  self->apply = words->apply;
  self->begin = words->begin;
  self->id = id;
  g_object_set (self, "title", words->title, "verb", words->verb, NULL);
  adw_preferences_group_set_description (self->group, words->explanation);
  if (words->field != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row), words->field);
      gtk_editable_set_text (GTK_EDITABLE (self->text_row), words->text != NULL ? words->text : "");
      gtk_widget_set_visible (self->text_row, TRUE);
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (words->field != NULL && words->text == NULL ? self->text_row
                                                                     : self->user_row);
}
