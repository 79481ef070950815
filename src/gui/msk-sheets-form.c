/* The form that registers by hand what became of a copy's sheets (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sheets-form.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"
#include "msk-verdict-words.h"

struct _MskSheetsForm
{
  MskForm parent_instance;

  AdwComboRow *kind_row;
  GtkWidget *number_row;
  GtkWidget *sheets_row;
  GtkSpinButton *sheets;
  GtkWidget *reason_row;

  MskSheetsFormApply apply;
};

G_DEFINE_FINAL_TYPE (MskSheetsForm, msk_sheets_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_sheets_form_apply (MskForm *form, GError **error)
{
  MskSheetsForm *self = MSK_SHEETS_FORM (form);
  MskSheetsDraft draft = {
    .kind = (MskSheetsKind) adw_combo_row_get_selected (self->kind_row),
    .sheets = (guint) gtk_spin_button_get_value_as_int (self->sheets),
    .reason = TEXT (self->reason_row),
  };

  if (msk_verdict_words_read_typed (TEXT (self->number_row), &draft.number) == MSK_TYPED_NUMBER)
    return self->apply (msk_form_get_page (form), &draft, error);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("This is no copy number: enter it as it stands on the sheets, such as "
                          "000014 or 000014/1."));
  return FALSE;
}

/* What never came has no sheets to be counted. */
static void
kind_changed_cb (AdwComboRow *row, GParamSpec *pspec, MskSheetsForm *self)
{
  if (self->sheets_row != NULL)
    gtk_widget_set_visible (self->sheets_row, adw_combo_row_get_selected (row) != MSK_SHEETS_NEVER);
}

static void
msk_sheets_form_class_init (MskSheetsFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_sheets_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/room/msk-sheets-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskSheetsForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MskSheetsForm, number_row);
  gtk_widget_class_bind_template_child (widget_class, MskSheetsForm, sheets_row);
  gtk_widget_class_bind_template_child (widget_class, MskSheetsForm, sheets);
  gtk_widget_class_bind_template_child (widget_class, MskSheetsForm, reason_row);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
}

static void
msk_sheets_form_init (MskSheetsForm *self)
{
  static const char *const kinds[] = { N_ ("spoiled: the sheets came out wrong"),
                                       N_ ("came twice: there is a set too many"),
                                       N_ ("never came: nothing came out of the printer") };
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (list, g_dgettext (GETTEXT_PACKAGE, kinds[i]));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (list));
}

void
msk_sheets_form_open (MskPage *page, MskSheetsFormApply apply)
{
  MskSheetsForm *self;

  g_return_if_fail (apply != NULL);

  self = MSK_SHEETS_FORM (msk_form_new (MSK_TYPE_SHEETS_FORM, page));
  self->apply = apply;
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->number_row);
}
