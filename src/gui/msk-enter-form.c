/* The form that writes down who enters the print room (K1, C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-enter-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-room-desk.h"

struct _MskEnterForm
{
  MskForm parent_instance;

  GtkWidget *name_row;
  GtkWidget *unit_row;
  GtkWidget *reason_row;
  GtkWidget *leave_row;
  AdwComboRow *place_row;
};

G_DEFINE_FINAL_TYPE (MskEnterForm, msk_enter_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_enter_form_apply (MskForm *form, GError **error)
{
  MskEnterForm *self = MSK_ENTER_FORM (form);
  const MskRoomDraft draft = {
    .place = msk_choice_get_text (self->place_row),
    .name = TEXT (self->name_row),
    .unit = TEXT (self->unit_row),
    .reason = TEXT (self->reason_row),
    .leave = TEXT (self->leave_row),
  };

  return msk_room_desk_enter (msk_form_get_session (form), &draft, error) != 0;
}

static void
msk_enter_form_class_init (MskEnterFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_enter_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/room/msk-enter-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskEnterForm, name_row);
  gtk_widget_class_bind_template_child (widget_class, MskEnterForm, unit_row);
  gtk_widget_class_bind_template_child (widget_class, MskEnterForm, reason_row);
  gtk_widget_class_bind_template_child (widget_class, MskEnterForm, leave_row);
  gtk_widget_class_bind_template_child (widget_class, MskEnterForm, place_row);
}

static void
msk_enter_form_init (MskEnterForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_enter_form_open (MskPage *page)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) places = msk_room_desk_list_places (msk_page_get_session (page), &error);
  g_autoptr(GtkStringList) list = NULL;
  MskEnterForm *self;

  if (places == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Places Not Read"), error);
      return;
    }
  if (places[0] == NULL)
    {
      msk_ask_tell (GTK_WIDGET (page), _ ("No Print Room"),
                    _ ("The print room is where a designated printer stands. Ask a security "
                       "officer to designate one under “Users & Printers”."));
      return;
    }

  self = MSK_ENTER_FORM (msk_form_new (MSK_TYPE_ENTER_FORM, page));
  list = gtk_string_list_new ((const char *const *) places);
  adw_combo_row_set_model (self->place_row, G_LIST_MODEL (list));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->name_row);
}
