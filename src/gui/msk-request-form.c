/* The form that asks for leave to copy a paper (M6), or one of its copies (C2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-request-form.h"

#include <glib/gi18n-lib.h>

#include "msk-approval-desk.h"
#include "msk-ask.h"
#include "msk-choice.h"

struct _MskRequestForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  GtkSpinButton *copies;
  GtkWidget *copier_row;
  GtkWidget *purpose_row;
  GtkWidget *applicant_row;
  AdwComboRow *place_row;

  gint64 paper_id;
  guint parent; /* the copy that is to be copied, or 0 */
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
    .parent = self->parent,
    .copier = TEXT (self->copier_row),
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
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, copies);
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, copier_row);
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, purpose_row);
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, applicant_row);
  gtk_widget_class_bind_template_child (widget_class, MskRequestForm, place_row);
}

static void
msk_request_form_init (MskRequestForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_parent (MskRequestForm *self, guint parent)
{
  g_autofree char *number = msk_copy_number_dup_text (parent);
  g_autofree char *description =
      g_strdup_printf (_ ("For copies of copy %s alone; leave to copy the paper does not cover "
                          "them. They are numbered under it, bear the copying organ, and are "
                          "recalled with it. The authority for the paper’s level decides, and "
                          "never the person who asks."),
                       number);

  self->parent = parent;
  gtk_spin_button_set_range (self->copies, 1, msk_copy_number_get_room (parent));
  gtk_widget_set_visible (self->copier_row, TRUE);
  adw_preferences_group_set_description (self->group, description);
}

void
msk_request_form_open (MskPage *page, gint64 paper_id, guint parent)
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
  if (parent != 0)
    set_parent (self, parent);
  msk_choice_fill_places (self->place_row, _ ("Any designated place"), places);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->copies));
}
