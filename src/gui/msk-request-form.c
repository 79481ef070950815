/* The form that asks for leave to copy a paper (M6).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-request-form.h"

#include <glib/gi18n-lib.h>

#include "msk-approval-desk.h"
#include "msk-ask.h"
#include "msk-choice.h"

struct _MskRequestForm
{
  MskForm parent_instance;

  GtkSpinButton *copies;
  GtkWidget *purpose_row;
  GtkWidget *applicant_row;
  AdwComboRow *place_row;

  gint64 paper_id;
};

G_DEFINE_FINAL_TYPE (MskRequestForm, msk_request_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_request_form_apply (MskForm *form, GError **error)
{
  MskRequestForm *self = MSK_REQUEST_FORM (form);
  const MskCopyRequestDraft draft = {
    .copies = (guint) gtk_spin_button_get_value_as_int (self->copies),
    .purpose = TEXT (self->purpose_row),
    .applicant = TEXT (self->applicant_row),
    .place = msk_choice_get_place (self->place_row),
  };

  return msk_approval_desk_request (msk_form_get_session (form), self->paper_id, &draft, error) !=
         0;
}

static void
msk_request_form_class_init (MskRequestFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_request_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/papers/"
                                                             "msk-request-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, copies);
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, applicant_row);
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, place_row);
}

static void
msk_request_form_init (MskRequestForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_request_form_open (MskPage *page, gint64 paper_id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) places =
                 msk_approval_desk_list_places (msk_page_get_session (page), &error);
  MskRequestForm *self;

  if (places == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Places Not Read"), error);
      return;
    }

  self = MSK_REQUEST_FORM (msk_form_new (MSK_TYPE_REQUEST_FORM, page));
  self->paper_id = paper_id;
  msk_choice_fill_places (self->place_row, _ ("Any designated place"), places);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->copies));
}
