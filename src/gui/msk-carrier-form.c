/* The form that registers carriers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-carrier-form.h"

#include "msk-carrier-desk.h"
#include "msk-choice.h"

struct _MskCarrierForm
{
  MskForm parent_instance;

  AdwComboRow *kind_row;
  AdwComboRow *level_row;
  GtkWidget *description_row;
  GtkWidget *source_row;
  GtkSpinButton *sheets;
  GtkSpinButton *count;
};

G_DEFINE_FINAL_TYPE (MskCarrierForm, msk_carrier_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_carrier_form_apply (MskForm *form, GError **error)
{
  MskCarrierForm *self = MSK_CARRIER_FORM (form);
  const MskCarrierDraft draft = {
    .kind = msk_choice_get_carrier_kind (self->kind_row),
    .level = msk_choice_get_level (self->level_row),
    .description = TEXT (self->description_row),
    .sheets = (guint) gtk_spin_button_get_value_as_int (self->sheets),
    .source = TEXT (self->source_row),
  };

  return msk_carrier_desk_add (msk_form_get_session (form), &draft,
                               (guint) gtk_spin_button_get_value_as_int (self->count), error) != 0;
}

static void
msk_carrier_form_class_init (MskCarrierFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_carrier_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/carriers/"
                                                             "msk-carrier-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskCarrierForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MskCarrierForm, level_row);
  gtk_widget_class_bind_template_child (widget_class, MskCarrierForm, description_row);
  gtk_widget_class_bind_template_child (widget_class, MskCarrierForm, source_row);
  gtk_widget_class_bind_template_child (widget_class, MskCarrierForm, sheets);
  gtk_widget_class_bind_template_child (widget_class, MskCarrierForm, count);
}

static void
msk_carrier_form_init (MskCarrierForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_carrier_kinds (self->kind_row);
  msk_choice_fill_levels (self->level_row);
}

void
msk_carrier_form_open (MskPage *page)
{
  MskCarrierForm *self = MSK_CARRIER_FORM (msk_form_new (MSK_TYPE_CARRIER_FORM, page));
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (page));

  if (meeting != NULL)
    msk_choice_set_level (self->level_row, meeting->level);
  gtk_window_present (GTK_WINDOW (self));
}
