/* A row of a form that says what is chosen out of a list, and opens the list to choose from.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pick-row.h"

#include "msk-pick-form.h"
#include "msk-pick.h"

struct _MskPickRow
{
  AdwActionRow parent_instance;

  GtkWidget *button;

  MskPickWords words;
  GPtrArray *picks;
};

G_DEFINE_FINAL_TYPE (MskPickRow, msk_pick_row, ADW_TYPE_ACTION_ROW)

static void
show_choice (GtkWidget *widget)
{
  MskPickRow *self = MSK_PICK_ROW (widget);
  g_autofree char *summary = msk_pick_dup_summary (self->picks, self->words.none);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), summary);
}

static void
clicked_cb (GtkButton *button, MskPickRow *self)
{
  /* A mnemonic presses a button without going to it; what was chosen has to be seen afterwards. */
  gtk_widget_grab_focus (self->button);
  msk_pick_form_open (GTK_WIDGET (self), self->words.title, self->words.explanation, self->picks,
                      show_choice);
}

static void
msk_pick_row_finalize (GObject *object)
{
  g_ptr_array_unref (MSK_PICK_ROW (object)->picks);

  G_OBJECT_CLASS (msk_pick_row_parent_class)->finalize (object);
}

static void
msk_pick_row_class_init (MskPickRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = msk_pick_row_finalize;
}

static void
msk_pick_row_init (MskPickRow *self)
{
  self->picks = g_ptr_array_new_with_free_func (g_object_unref);
  self->button = gtk_button_new_with_mnemonic ("");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->button);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

void
msk_pick_row_fill (MskPickRow *self,
                   const MskPickWords *words,
                   GPtrArray *picks,
                   const GArray *chosen)
{
  g_return_if_fail (MSK_IS_PICK_ROW (self) && words != NULL && picks != NULL);

  g_ptr_array_unref (self->picks);
  self->picks = g_ptr_array_ref (picks);
  self->words = *words;
  gtk_button_set_label (GTK_BUTTON (self->button), words->button);
  for (guint i = 0; i < picks->len; i++)
    {
      MskPick *pick = g_ptr_array_index (picks, i);
      gboolean is_chosen = FALSE;

      for (guint j = 0; chosen != NULL && j < chosen->len; j++)
        is_chosen = is_chosen || g_array_index (chosen, gint64, j) == pick->id;
      msk_pick_set_chosen (pick, is_chosen);
    }
  show_choice (GTK_WIDGET (self));
}

GArray *
msk_pick_row_dup_ids (MskPickRow *self)
{
  g_return_val_if_fail (MSK_IS_PICK_ROW (self), NULL);

  return msk_pick_dup_ids (self->picks);
}
