/* The form that adds an item to the agenda, or changes one.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-agenda-form.h"

#include <glib/gi18n-lib.h>

#include "msk-agenda-desk.h"
#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-error.h"
#include "msk-ids.h"
#include "msk-scope-group.h"
#include "msk-vetting-desk.h"

struct _MskAgendaForm
{
  MskForm parent_instance;

  GtkWidget *title_row;
  AdwComboRow *level_row;
  AdwComboRow *recording_row;
  MskScopeGroup *inside_group;

  guint position; /* of the item that is changed, or 0 */
};

G_DEFINE_FINAL_TYPE (MskAgendaForm, msk_agenda_form, MSK_TYPE_FORM)

static gboolean
msk_agenda_form_apply (MskForm *form, GError **error)
{
  MskAgendaForm *self = MSK_AGENDA_FORM (form);
  g_autoptr(GArray) people = msk_scope_group_dup_readers (self->inside_group);
  g_autoptr(GArray) nobody = g_array_new (FALSE, FALSE, sizeof (gint64));
  const MskAgendaDraft draft = {
    .title = gtk_editable_get_text (GTK_EDITABLE (self->title_row)),
    .level = msk_choice_get_level (self->level_row),
    .recording = msk_choice_get_recording (self->recording_row),
    .capacities = msk_scope_group_get_scope (self->inside_group),
    .people = people != NULL ? people : nobody,
  };

  if (draft.capacities == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                           _ ("Nobody could be inside: choose at least one capacity."));
      return FALSE;
    }

  return msk_agenda_desk_save (msk_form_get_session (form), self->position, &draft, error);
}

static void
msk_agenda_form_class_init (MskAgendaFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_agenda_form_apply;

  g_type_ensure (MSK_TYPE_SCOPE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/meeting/"
                                                             "msk-agenda-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskAgendaForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, MskAgendaForm, level_row);
  gtk_widget_class_bind_template_child (widget_class, MskAgendaForm, recording_row);
  gtk_widget_class_bind_template_child (widget_class, MskAgendaForm, inside_group);
}

static void
msk_agenda_form_init (MskAgendaForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_levels (self->level_row);
  msk_choice_fill_recordings (self->recording_row);
}

/* Who is bound to the item: ids, sorted; NULL with an error. */
static GArray *
dup_bound (MskSession *session, guint position, GError **error)
{
  g_autoptr(GHashTable) bound = msk_agenda_desk_load_bound (session, error);
  GArray *people;
  GHashTableIter iter;
  gpointer person, positions;

  if (bound == NULL)
    return NULL;

  people = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, bound);
  while (g_hash_table_iter_next (&iter, &person, &positions))
    if (msk_ids_contain (positions, position))
      g_array_append_vals (people, person, 1);

  return people;
}

/* Everybody who may still come. */
static GPtrArray *
list_people (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (session, error);

  for (guint i = 0; people != NULL && i < people->len;)
    {
      const MskAttendee *person = g_ptr_array_index (people, i);

      if (person->vetting == MSK_VETTING_REJECTED || person->vetting == MSK_VETTING_WITHDRAWN)
        g_ptr_array_remove_index (people, i);
      else
        i++;
    }

  return g_steal_pointer (&people);
}

static void
show_item (MskAgendaForm *self, MskAgendaItem *item, gboolean may_change)
{
  g_object_set (self, "title", _ ("Change Item"), "verb", _ ("C_hange"), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), item->title);
  msk_choice_set_level (self->level_row, item->level);
  adw_combo_row_set_selected (self->recording_row, item->recording);
  gtk_widget_set_sensitive (self->title_row, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->level_row), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->recording_row), may_change);
}

static gboolean
fill_in (MskAgendaForm *self, MskAgendaItem *item, GError **error)
{
  MskPage *page = msk_form_get_page (MSK_FORM (self));
  MskSession *session = msk_page_get_session (page);
  const gboolean may_change = item == NULL || msk_page_may (page, MSK_ACT_AGENDA_CHANGE);
  g_autoptr(GPtrArray) people = list_people (session, error);
  g_autoptr(GArray) bound = people == NULL ? NULL : dup_bound (session, self->position, error);

  if (bound == NULL)
    return FALSE;

  msk_scope_group_fill_inside (self->inside_group,
                               item == NULL ? MSK_CAPACITY_ALL : item->capacities, may_change,
                               bound, people);
  if (item != NULL)
    show_item (self, item, may_change);
  return TRUE;
}

void
msk_agenda_form_open (MskPage *page, MskAgendaItem *item)
{
  MskAgendaForm *self = MSK_AGENDA_FORM (msk_form_new (MSK_TYPE_AGENDA_FORM, page));
  g_autoptr(GError) error = NULL;

  self->position = item == NULL ? 0 : item->position;
  if (!fill_in (self, item, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      msk_ask_tell_error (GTK_WIDGET (page), _ ("List Not Read"), error);
      return;
    }

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (item == NULL ? self->title_row : GTK_WIDGET (self->recording_row));
}
