/* A form that chooses a designated printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-print-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-print-desk.h"

struct _MskPrintForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *printer_row;
  GtkWidget *count_row;
  GtkSpinButton *count;

  GPtrArray *subjects;
  MskPrintFormApply apply;
};

G_DEFINE_FINAL_TYPE (MskPrintForm, msk_print_form, MSK_TYPE_FORM)

static gboolean
msk_print_form_apply (MskForm *form, GError **error)
{
  MskPrintForm *self = MSK_PRINT_FORM (form);
  g_autofree char *printer = g_strdup (msk_choice_get_text (self->printer_row));

  return self->apply (msk_form_get_page (form), self->subjects, printer,
                      (guint) gtk_spin_button_get_value_as_int (self->count), error);
}

static void
msk_print_form_finalize (GObject *object)
{
  g_clear_pointer (&MSK_PRINT_FORM (object)->subjects, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_print_form_parent_class)->finalize (object);
}

static void
msk_print_form_class_init (MskPrintFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_print_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_print_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/form/msk-print-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPrintForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskPrintForm, printer_row);
  gtk_widget_class_bind_template_child (widget_class, MskPrintForm, count_row);
  gtk_widget_class_bind_template_child (widget_class, MskPrintForm, count);
}

static void
msk_print_form_init (MskPrintForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GPtrArray *
msk_print_form_list_printers (MskPage *page)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) printers = NULL;

  g_return_val_if_fail (MSK_IS_PAGE (page), NULL);

  printers = msk_print_desk_list_printers (msk_page_get_session (page), &error);
  if (printers == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Not Printed"), error);
      return NULL;
    }
  if (printers->len == 0)
    {
      msk_ask_tell (GTK_WIDGET (page), _ ("No Designated Printer"),
                    _ ("Secret papers are printed on designated printers only. Ask a security "
                       "officer to designate one "
                       "under “Users & Printers”."));
      return NULL;
    }

  return g_steal_pointer (&printers);
}

void
msk_print_form_open (MskPage *page,
                     const char *explanation,
                     guint room,
                     MskPrintFormApply apply,
                     GPtrArray *subjects)
{
  g_autoptr(GPtrArray) printers = NULL;
  MskPrintForm *self;

  g_return_if_fail (MSK_IS_PAGE (page) && apply != NULL);

  printers = msk_print_form_list_printers (page);
  if (printers == NULL)
    return;

  self = MSK_PRINT_FORM (msk_form_new (MSK_TYPE_PRINT_FORM, page));
  self->apply = apply;
  self->subjects = subjects != NULL ? g_ptr_array_ref (subjects) : NULL;
  adw_preferences_group_set_description (self->group, explanation);
  msk_choice_fill_printers (self->printer_row, printers);
  gtk_widget_set_visible (self->count_row, room > 0);
  gtk_spin_button_set_range (self->count, 0, room);
  gtk_spin_button_set_value (self->count, room);
  gtk_window_present (GTK_WINDOW (self));
}
