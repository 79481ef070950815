/* The form that makes the dossier of a closed meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-dossier-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-dossier-desk.h"

struct _MskDossierForm
{
  MskForm parent_instance;

  GtkWidget *archive_number_row;
  GtkWidget *retention_row;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (MskDossierForm, msk_dossier_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(MskDossierForm) self = MSK_DOSSIER_FORM (user_data);
  g_autoptr(GError) error = NULL;
  MskPage *page = msk_form_get_page (MSK_FORM (self));
  g_autofree char *path =
      msk_dossier_desk_write_finish (MSK_SESSION (source), result, NULL, &error);

  msk_form_finish (MSK_FORM (self), error);
  if (path != NULL && msk_page_is_alive (page))
    msk_ask_tell_path (GTK_WIDGET (page), _ ("Dossier Made"), path);
  msk_page_end_work (page);
}

static void
progress_cb (guint done, guint steps, gpointer user_data)
{
  g_autofree char *text =
      g_strdup_printf (_ ("Putting the dossier together: %u %%"), 100 * done / steps);

  msk_form_set_progress (MSK_FORM (user_data), (double) done / steps, text);
}

static gboolean
msk_dossier_form_apply (MskForm *form, GError **error)
{
  MskDossierForm *self = MSK_DOSSIER_FORM (form);
  const MskDossierCover cover = { TEXT (self->archive_number_row), TEXT (self->retention_row) };

  if (msk_page_is_busy (msk_form_get_page (form)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("Other work is still going on: wait for it to end."));
      return FALSE;
    }

  msk_form_begin_work (form);
  g_set_object (&self->cancellable, msk_page_begin_work (msk_form_get_page (form)));
  msk_dossier_desk_write_async (msk_form_get_session (form), &cover, NULL, progress_cb, self,
                                self->cancellable, written_cb, g_object_ref (self));
  return FALSE;
}

/* Cancelling the form stops it. */
static void
msk_dossier_form_dispose (GObject *object)
{
  MskDossierForm *self = MSK_DOSSIER_FORM (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (msk_dossier_form_parent_class)->dispose (object);
}

static void
msk_dossier_form_class_init (MskDossierFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_dossier_form_dispose;
  MSK_FORM_CLASS (klass)->apply = msk_dossier_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/form/msk-dossier-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskDossierForm, archive_number_row);
  gtk_widget_class_bind_template_child (widget_class, MskDossierForm, retention_row);
}

static void
msk_dossier_form_init (MskDossierForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_dossier_form_open (MskPage *page)
{
  gtk_window_present (GTK_WINDOW (msk_form_new (MSK_TYPE_DOSSIER_FORM, page)));
}
