/* The verdicts of a desk, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-verdict-list.h"

#include <glib/gi18n-lib.h>

#include "msk-accessible.h"
#include "msk-look.h"
#include "msk-time-text.h"
#include "msk-verdict-words.h"

struct _MskVerdictList
{
  AdwBin parent_instance;

  GtkListBox *box;
  GListModel *verdicts;
  gboolean may_undo;
};

enum
{
  UNDO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MskVerdictList, msk_verdict_list, ADW_TYPE_BIN)

static void
undo_clicked_cb (GtkButton *button, MskVerdictList *self)
{
  g_signal_emit (self, signals[UNDO], 0, g_object_get_data (G_OBJECT (button), "msk-verdict"));
}

static GtkWidget *
make_undo_button (MskVerdictList *self, MskVerdict *verdict)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Undo"));
  g_autofree char *number = msk_copy_number_dup_text (verdict->number);
  g_autofree char *spoken =
      verdict->carrier != 0
          ? g_strdup_printf (_ ("Undo %s of carrier %04u"), verdict->headline, verdict->carrier)
          : g_strdup_printf (_ ("Undo %s of copy %s"), verdict->headline, number);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  msk_accessible_name (GTK_BUTTON (button), spoken);
  g_object_set_data_full (G_OBJECT (button), "msk-verdict", g_object_ref (verdict), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (undo_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MskVerdictList *self = MSK_VERDICT_LIST (user_data);
  MskVerdict *verdict = MSK_VERDICT (item);
  const MskLook look = msk_look_of_tone (verdict->tone);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name (look.icon_name);
  g_autofree char *time = msk_time_text_format_clock (verdict->at);
  g_autofree char *facts = msk_verdict_words_dup_facts (verdict);
  g_autofree char *title = g_strdup_printf ("%s  %s", time, verdict->headline);
  g_autofree char *subtitle = g_strjoin (facts[0] != '\0' ? "\n" : "", facts, verdict->text, NULL);

  gtk_widget_add_css_class (image, look.css_class);
  gtk_widget_add_css_class (image, "verdict-mark");
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  if (self->may_undo && verdict->movement_id != 0)
    {
      GtkWidget *button = make_undo_button (self, verdict);

      g_object_set_data (G_OBJECT (row), "msk-undo", button);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }

  return row;
}

/* A newer movement of the same copy takes the undo of an older one away. */
static void
items_changed_cb (GListModel *verdicts,
                  guint position,
                  guint removed,
                  guint added,
                  MskVerdictList *self)
{
  const guint n = g_list_model_get_n_items (verdicts);

  for (guint i = 0; i < n; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->box, (int) i);
      GtkWidget *button = row != NULL ? g_object_get_data (G_OBJECT (row), "msk-undo") : NULL;

      if (button != NULL)
        gtk_widget_set_visible (button, msk_verdict_words_offer_undo (verdicts, i));
    }
}

static void
msk_verdict_list_dispose (GObject *object)
{
  g_clear_object (&MSK_VERDICT_LIST (object)->verdicts);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_VERDICT_LIST);

  G_OBJECT_CLASS (msk_verdict_list_parent_class)->dispose (object);
}

static void
msk_verdict_list_class_init (MskVerdictListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_verdict_list_dispose;

  signals[UNDO] = g_signal_new ("undo", MSK_TYPE_VERDICT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, MSK_TYPE_VERDICT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/verdict/"
                                                             "msk-verdict-list.ui");
  gtk_widget_class_bind_template_child (widget_class, MskVerdictList, box);
}

static void
msk_verdict_list_init (MskVerdictList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_verdict_list_follow (MskVerdictList *self, GListModel *verdicts, gboolean may_undo)
{
  g_return_if_fail (MSK_IS_VERDICT_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (verdicts) && self->verdicts == NULL);

  self->verdicts = g_object_ref (verdicts);
  self->may_undo = may_undo;
  gtk_list_box_bind_model (self->box, verdicts, create_row, self, NULL);
  g_signal_connect_object (verdicts, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_AFTER);
}

gboolean
msk_verdict_list_undo_newest (MskVerdictList *self)
{
  guint n;

  g_return_val_if_fail (MSK_IS_VERDICT_LIST (self) && self->verdicts != NULL, FALSE);

  n = g_list_model_get_n_items (self->verdicts);
  for (guint i = 0; i < n && self->may_undo; i++)
    if (msk_verdict_words_offer_undo (self->verdicts, i))
      {
        g_autoptr(MskVerdict) verdict = g_list_model_get_item (self->verdicts, i);

        g_signal_emit (self, signals[UNDO], 0, verdict);
        return TRUE;
      }

  return FALSE;
}
