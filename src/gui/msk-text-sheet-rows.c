/* What is asked of sheets of a text: which text, and for whom.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-text-sheet-rows.h"

#include <glib/gi18n-lib.h>

#include "msk-briefing-state.h"

struct MskTextSheetRows
{
  AdwComboRow *text_row;
  AdwComboRow *whom_row;
  GPtrArray *texts;
  gboolean has_people;
};

static MskTextVersion *
get_text (MskTextSheetRows *self)
{
  const guint chosen = adw_combo_row_get_selected (self->text_row);

  return chosen < self->texts->len ? g_ptr_array_index (self->texts, chosen) : NULL;
}

static AdwComboRow *
add_row (AdwPreferencesGroup *group, const char *title)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_group_add (group, row);
  return ADW_COMBO_ROW (row);
}

/* A card can lie there for whoever has the post; every other sheet is somebody's. */
static void
show_whom (MskTextSheetRows *self)
{
  MskTextVersion *text = get_text (self);
  MskSheetWhom whom[MSK_SHEET_N_WHOM];
  const guint count = msk_briefing_state_list_whom (text != NULL ? text->kind : MSK_TEXT_BRIEFING,
                                                    self->has_people, whom);
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  const guint before = adw_combo_row_get_selected (self->whom_row);

  for (guint i = 0; i < count; i++)
    gtk_string_list_append (words, msk_briefing_state_get_whom_label (whom[i]));
  adw_combo_row_set_model (self->whom_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->whom_row, before < count ? before : 0);
}

static void
text_chosen_cb (AdwComboRow *row, GParamSpec *pspec, gpointer user_data)
{
  show_whom (user_data);
}

MskTextSheetRows *
msk_text_sheet_rows_new (AdwPreferencesGroup *group, GPtrArray *texts, gboolean has_people)
{
  MskTextSheetRows *self;
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint pledge = 0;

  g_return_val_if_fail (ADW_IS_PREFERENCES_GROUP (group) && texts != NULL, NULL);

  self = g_new0 (MskTextSheetRows, 1);
  self->texts = g_ptr_array_ref (texts);
  self->has_people = has_people;
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *title = msk_briefing_state_dup_choice (g_ptr_array_index (texts, i));

      gtk_string_list_append (titles, title);
      if (MSK_TEXT_VERSION (g_ptr_array_index (texts, i))->kind == MSK_TEXT_PLEDGE)
        pledge = i;
    }
  self->text_row = g_object_ref (add_row (group, _ ("_Text")));
  self->whom_row = g_object_ref (add_row (group, _ ("_For")));
  adw_combo_row_set_model (self->text_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->text_row, pledge);
  g_signal_connect (self->text_row, "notify::selected", G_CALLBACK (text_chosen_cb), self);
  show_whom (self);
  return self;
}

void
msk_text_sheet_rows_free (MskTextSheetRows *self)
{
  if (self == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->text_row, self);
  g_object_unref (self->text_row);
  g_object_unref (self->whom_row);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

void
msk_text_sheet_rows_fill_in (MskTextSheetRows *self, MskSheetOrder *order)
{
  MskTextVersion *text;
  MskSheetWhom whom[MSK_SHEET_N_WHOM];
  guint count, chosen;

  g_return_if_fail (self != NULL && order != NULL);

  text = get_text (self);
  g_return_if_fail (text != NULL);

  count = msk_briefing_state_list_whom (text->kind, self->has_people, whom);
  chosen = MIN (adw_combo_row_get_selected (self->whom_row), count - 1);
  order->text = text->kind;
  order->post = text->post;
  order->version = text->number;
  order->unnamed = whom[chosen] == MSK_SHEET_FOR_NOBODY;
  order->inside = whom[chosen] == MSK_SHEET_FOR_INSIDE;
  if (whom[chosen] != MSK_SHEET_FOR_SELECTED)
    g_clear_pointer (&order->people, g_array_unref);
}
