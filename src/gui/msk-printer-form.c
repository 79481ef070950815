/* The form that puts a printer on the list of designated printers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-printer-form.h"

#include <glib/gi18n-lib.h>

#include "msk-print-desk.h"

/* The kinds in the order of the list. */
static const struct
{
  MskPrinterKind kind;
  const char *label;
  const char *target;
} kinds[] = {
  { MSK_PRINTER_CUPS, N_ ("Printer (a queue of this machine)"), N_ ("_Queue") },
  { MSK_PRINTER_FOLDER, N_ ("Folder of PDFs, for a demonstration"),
    N_ ("_Folder (empty: beside the vault)") },
};

struct _MskPrinterForm
{
  MskForm parent_instance;

  GtkWidget *name_row;
  AdwComboRow *kind_row;
  GtkWidget *target_row;
  GtkWidget *place_row;
};

G_DEFINE_FINAL_TYPE (MskPrinterForm, msk_printer_form, MSK_TYPE_FORM)

static void
kind_selected_cb (AdwComboRow *row, GParamSpec *pspec, MskPrinterForm *self)
{
  const guint selected = adw_combo_row_get_selected (self->kind_row);

  if (selected < G_N_ELEMENTS (kinds))
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->target_row),
                                   g_dgettext (GETTEXT_PACKAGE, kinds[selected].target));
}

static gboolean
msk_printer_form_apply (MskForm *form, GError **error)
{
  MskPrinterForm *self = MSK_PRINTER_FORM (form);
  const char *target = gtk_editable_get_text (GTK_EDITABLE (self->target_row));

  return msk_print_desk_designate (msk_form_get_session (form),
                                   gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                                   kinds[adw_combo_row_get_selected (self->kind_row)].kind,
                                   target[0] != '\0' ? target : NULL,
                                   gtk_editable_get_text (GTK_EDITABLE (self->place_row)), error);
}

static void
msk_printer_form_class_init (MskPrinterFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_printer_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/accounts/"
                                                             "msk-printer-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPrinterForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, MskPrinterForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MskPrinterForm, target_row);
  gtk_widget_class_bind_template_child (widget_class, MskPrinterForm, place_row);
}

static void
msk_printer_form_init (MskPrinterForm *self)
{
  GtkStringList *labels = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, g_dgettext (GETTEXT_PACKAGE, kinds[i].label));
  g_signal_connect_object (self->kind_row, "notify::selected", G_CALLBACK (kind_selected_cb), self,
                           0);
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (labels));
  g_object_unref (labels);
  kind_selected_cb (self->kind_row, NULL, self);
}
