/* The form that makes the dossier of a closed meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-dossier-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-dossier-desk.h"
#include "msk-print-desk.h"
#include "msk-report-ask.h"

#define TO_FILE 0 /* the first choice */

struct _MskDossierForm
{
  MskForm parent_instance;

  GtkWidget *archive_number_row;
  GtkWidget *retention_row;
  AdwComboRow *printer_row;

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

/* What is printed lies in no file. The form is gone before the printer begins, which may want to be
 * stopped by itself. */
static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(MskDossierForm) self = MSK_DOSSIER_FORM (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskPage) page = g_object_ref (msk_form_get_page (MSK_FORM (self)));
  g_autofree char *printer = g_strdup (msk_choice_get_text (self->printer_row));
  g_autoptr(GBytes) document =
                 msk_dossier_desk_make_finish (MSK_SESSION (source), result, NULL, &error);

  msk_form_finish (MSK_FORM (self), error);
  msk_page_end_work (page);
  if (document != NULL && msk_page_is_alive (page))
    msk_report_ask_print_dossier (page, document, printer);
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
  if (adw_combo_row_get_selected (self->printer_row) == TO_FILE)
    msk_dossier_desk_write_async (msk_form_get_session (form), &cover, NULL, progress_cb, self,
                                  self->cancellable, written_cb, g_object_ref (self));
  else
    msk_dossier_desk_make_async (msk_form_get_session (form), &cover, progress_cb, self,
                                 self->cancellable, made_cb, g_object_ref (self));
  return FALSE;
}

/* Cancelling the form stops it. Its disposal would come too late: the work holds the form. */
static gboolean
msk_dossier_form_close_request (GtkWindow *window)
{
  MskDossierForm *self = MSK_DOSSIER_FORM (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (msk_dossier_form_parent_class)->close_request (window);
}

static void
msk_dossier_form_dispose (GObject *object)
{
  g_clear_object (&MSK_DOSSIER_FORM (object)->cancellable);

  G_OBJECT_CLASS (msk_dossier_form_parent_class)->dispose (object);
}

static void
msk_dossier_form_class_init (MskDossierFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_dossier_form_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = msk_dossier_form_close_request;
  MSK_FORM_CLASS (klass)->apply = msk_dossier_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/form/msk-dossier-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskDossierForm, archive_number_row);
  gtk_widget_class_bind_template_child (widget_class, MskDossierForm, retention_row);
  gtk_widget_class_bind_template_child (widget_class, MskDossierForm, printer_row);
}

static void
msk_dossier_form_init (MskDossierForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where there is no printer for paper there is nothing to choose. */
static void
fill_printers (MskDossierForm *self, MskPage *page)
{
  g_autoptr(GPtrArray) printers = msk_report_ask_list_printers (msk_page_get_session (page));
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < printers->len; i++)
    g_ptr_array_add (names, ((MskDesignatedPrinter *) g_ptr_array_index (printers, i))->name);
  msk_choice_fill_places (self->printer_row, _ ("none: a file in the folder of papers"), names);
  gtk_widget_set_visible (GTK_WIDGET (self->printer_row), printers->len > 0);
}

void
msk_dossier_form_open (MskPage *page)
{
  MskDossierForm *self = MSK_DOSSIER_FORM (msk_form_new (MSK_TYPE_DOSSIER_FORM, page));

  fill_printers (self, page);
  gtk_window_present (GTK_WINDOW (self));
}
