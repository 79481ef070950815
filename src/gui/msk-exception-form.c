/* The form that records a recorder or note-taker who was approved for an item.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-exception-form.h"

#include <glib/gi18n-lib.h>

#include "msk-agenda-item.h"
#include "msk-ask.h"
#include "msk-error.h"
#include "msk-notice-desk.h"
#include "msk-pick-row.h"
#include "msk-pick.h"
#include "msk-vetting-desk.h"

struct _MskExceptionForm
{
  MskForm parent_instance;

  AdwComboRow *kind_row;
  AdwComboRow *item_row;
  MskPickRow *person_row;
  GtkWidget *authority_row;
  GtkWidget *reference_row;

  GPtrArray *items;
};

G_DEFINE_FINAL_TYPE (MskExceptionForm, msk_exception_form, MSK_TYPE_FORM)

/* In the order in which they are offered. */
static const MskException kinds[] = { MSK_EXCEPTION_NOTE_TAKER, MSK_EXCEPTION_RECORDER };

static gboolean
msk_exception_form_apply (MskForm *form, GError **error)
{
  MskExceptionForm *self = MSK_EXCEPTION_FORM (form);
  g_autoptr(GArray) people = msk_pick_row_dup_ids (self->person_row);
  const guint kind = adw_combo_row_get_selected (self->kind_row);
  const guint item = adw_combo_row_get_selected (self->item_row);
  MskExceptionDraft draft = {
    .authority = gtk_editable_get_text (GTK_EDITABLE (self->authority_row)),
    .reference = gtk_editable_get_text (GTK_EDITABLE (self->reference_row)),
  };

  if (people == NULL || people->len != 1)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("An exception is one person’s: choose one."));
      return FALSE;
    }

  draft.attendee_id = g_array_index (people, gint64, 0);
  draft.kind = kinds[MIN (kind, G_N_ELEMENTS (kinds) - 1)];
  draft.position = item < self->items->len
                       ? MSK_AGENDA_ITEM (g_ptr_array_index (self->items, item))->position
                       : 0;
  return msk_notice_desk_grant (msk_form_get_session (form), &draft, error) != 0;
}

static void
msk_exception_form_finalize (GObject *object)
{
  g_clear_pointer (&MSK_EXCEPTION_FORM (object)->items, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_exception_form_parent_class)->finalize (object);
}

static void
msk_exception_form_class_init (MskExceptionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_exception_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_exception_form_apply;

  g_type_ensure (MSK_TYPE_PICK_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/meeting/"
                                                             "msk-exception-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskExceptionForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MskExceptionForm, item_row);
  gtk_widget_class_bind_template_child (widget_class, MskExceptionForm, person_row);
  gtk_widget_class_bind_template_child (widget_class, MskExceptionForm, authority_row);
  gtk_widget_class_bind_template_child (widget_class, MskExceptionForm, reference_row);
}

static void
msk_exception_form_init (MskExceptionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_choices (MskExceptionForm *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (words, msk_exception_get_label (kinds[i]));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (words));

  for (guint i = 0; i < self->items->len; i++)
    {
      const MskAgendaItem *item = g_ptr_array_index (self->items, i);
      g_autofree char *title = g_strdup_printf ("%u. %s", item->position, item->title);

      gtk_string_list_append (titles, title);
    }
  adw_combo_row_set_model (self->item_row, G_LIST_MODEL (titles));
}

static gboolean
fill_people (MskExceptionForm *self, GError **error)
{
  g_autoptr(GPtrArray) people =
                 msk_vetting_desk_list (msk_form_get_session (MSK_FORM (self)), error);
  g_autoptr(GPtrArray) picks = g_ptr_array_new_with_free_func (g_object_unref);
  const MskPickWords words = { _ ("Choose the P_erson…"), _ ("Nobody is chosen yet"),
                               _ ("Choose the Person"),
                               _ ("One person, by name, who may record or take notes.") };

  if (people == NULL)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    {
      MskAttendee *person = g_ptr_array_index (people, i);
      g_autofree char *facts = g_strjoin (" · ", person->unit, person->post,
                                          msk_capacity_get_label (person->capacity), NULL);

      if (msk_attendee_check_admissible (person, NULL))
        g_ptr_array_add (picks, msk_pick_new (person->id, person->name, facts));
    }
  msk_pick_row_fill (self->person_row, &words, picks, NULL);
  return TRUE;
}

void
msk_exception_form_open (MskPage *page, GPtrArray *items)
{
  MskExceptionForm *self = MSK_EXCEPTION_FORM (msk_form_new (MSK_TYPE_EXCEPTION_FORM, page));
  g_autoptr(GError) error = NULL;

  self->items = g_ptr_array_ref (items);
  fill_choices (self);
  if (!fill_people (self, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      msk_ask_tell_error (GTK_WIDGET (page), _ ("List Not Read"), error);
      return;
    }

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->kind_row));
}
