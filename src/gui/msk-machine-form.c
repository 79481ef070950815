/* The form in which the witness of a destruction signs in: at the beginning at the machine, with
 * method and place, and at the end. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-machine-form.h"

#include <glib/gi18n-lib.h>

#include "msk-beside.h"
#include "msk-choice.h"
#include "msk-destruction-desk.h"

struct _MskMachineForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *method_row;
  GtkWidget *place_row;
  GtkWidget *remark_row;
  GtkWidget *user_row;
  GtkWidget *passphrase_row;

  gint64 id;
  gboolean is_end;
};

G_DEFINE_FINAL_TYPE (MskMachineForm, msk_machine_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
apply_signed (MskForm *form, const MskCosigner *witness, GError **error)
{
  MskMachineForm *self = MSK_MACHINE_FORM (form);
  MskSession *session = msk_form_get_session (form);

  return self->is_end
             ? msk_destruction_desk_end (session, self->id, TEXT (self->remark_row), witness, error)
             : msk_destruction_desk_begin (session, self->id,
                                           msk_choice_get_destruction_method (self->method_row),
                                           TEXT (self->place_row), witness, error);
}

static gboolean
msk_machine_form_apply (MskForm *form, GError **error)
{
  MskMachineForm *self = MSK_MACHINE_FORM (form);

  return msk_beside_sign_in (form, GTK_EDITABLE (self->user_row),
                             GTK_EDITABLE (self->passphrase_row), MSK_ACT_DESTROY_WITNESS,
                             apply_signed);
}

static void
msk_machine_form_class_init (MskMachineFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_machine_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/destruction/"
                                                             "msk-machine-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskMachineForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskMachineForm, method_row);
  gtk_widget_class_bind_template_child (widget_class, MskMachineForm, place_row);
  gtk_widget_class_bind_template_child (widget_class, MskMachineForm, remark_row);
  gtk_widget_class_bind_template_child (widget_class, MskMachineForm, user_row);
  gtk_widget_class_bind_template_child (widget_class, MskMachineForm, passphrase_row);
}

static void
msk_machine_form_init (MskMachineForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_destruction_methods (self->method_row);
}

static MskMachineForm *
make_form (MskPage *page, MskDestruction *batch, gboolean is_end)
{
  MskMachineForm *self = MSK_MACHINE_FORM (msk_form_new (MSK_TYPE_MACHINE_FORM, page));

  self->id = batch->id;
  self->is_end = is_end;
  gtk_widget_set_visible (GTK_WIDGET (self->method_row), !is_end);
  gtk_widget_set_visible (self->place_row, !is_end);
  gtk_widget_set_visible (self->remark_row, is_end && batch->scanned < batch->items);
  return self;
}

void
msk_machine_form_open_begin (MskPage *page, MskDestruction *batch)
{
  MskMachineForm *self = make_form (page, batch, FALSE);

  g_object_set (self, "title", _ ("Begin at the Machine"), "verb", _ ("_Begin"), NULL);
  adw_preferences_group_set_description (
      self->group, _ ("You destroy, and the witness watches from the first sheet to the last. "
                      "Neither of you proposed or approved the batch."));
  if (batch->begun_at != 0)
    {
      adw_combo_row_set_selected (self->method_row, batch->method);
      gtk_editable_set_text (GTK_EDITABLE (self->place_row), batch->place);
    }
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->place_row);
}

void
msk_machine_form_open_end (MskPage *page, MskDestruction *batch)
{
  MskMachineForm *self = make_form (page, batch, TRUE);
  g_autofree char *text =
      g_strdup_printf (_ ("Destroyed: %u. Not scanned at the machine, and left as it is: %u. Both "
                          "sign that this is so; print the list after."),
                       batch->scanned, batch->items - batch->scanned);

  g_object_set (self, "title", _ ("End the Destruction"), "verb", _ ("_End"), NULL);
  adw_preferences_group_set_description (self->group, text);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (gtk_widget_get_visible (self->remark_row) ? self->remark_row
                                                                   : self->user_row);
}
