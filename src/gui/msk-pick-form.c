/* A form that chooses several out of a list, over another form.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pick-form.h"

#include "msk-attendee-search.h"
#include "msk-pick.h"

struct _MskPickForm
{
  MskForm parent_instance;

  GtkLabel *explanation_label;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *picks_box;

  GtkWidget *asker;
  GPtrArray *picks;   /* of the asker */
  GListStore *copies; /* of the picks, in their order, until the choice is confirmed */
  GtkCustomFilter *filter;
  MskPickFunc done;
};

G_DEFINE_FINAL_TYPE (MskPickForm, msk_pick_form, MSK_TYPE_FORM)

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MskPick *pick = MSK_PICK (item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_bind_property (pick, "chosen", check, "active",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), pick->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), pick->facts);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  return row;
}

/* Searching changes what is seen, never what is chosen. */
static gboolean
is_found (gpointer item, gpointer user_data)
{
  const MskPick *pick = item;
  GtkEditable *entry = GTK_EDITABLE (MSK_PICK_FORM (user_data)->search_entry);
  g_autofree char *words = g_strjoin ("\n", pick->title, pick->facts, NULL);

  return msk_attendee_search_finds (words, gtk_editable_get_text (entry));
}

static void
search_changed_cb (GtkSearchEntry *entry, MskPickForm *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* The entry keeps Escape for itself; here it ends the form, as everywhere. */
static void
stop_search_cb (GtkSearchEntry *entry, MskPickForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "form.cancel", NULL);
}

static gboolean
msk_pick_form_apply (MskForm *form, GError **error)
{
  MskPickForm *self = MSK_PICK_FORM (form);

  for (guint i = 0; i < self->picks->len; i++)
    {
      g_autoptr(MskPick) copy = g_list_model_get_item (G_LIST_MODEL (self->copies), i);

      msk_pick_set_chosen (g_ptr_array_index (self->picks, i), copy->chosen);
    }
  self->done (self->asker);
  return TRUE;
}

static void
msk_pick_form_dispose (GObject *object)
{
  MskPickForm *self = MSK_PICK_FORM (object);

  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->copies);
  g_clear_object (&self->asker);
  g_clear_pointer (&self->picks, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_pick_form_parent_class)->dispose (object);
}

static void
msk_pick_form_class_init (MskPickFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_pick_form_dispose;
  MSK_FORM_CLASS (klass)->apply = msk_pick_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/form/msk-pick-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPickForm, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, MskPickForm, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MskPickForm, stack);
  gtk_widget_class_bind_template_child (widget_class, MskPickForm, picks_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
msk_pick_form_init (MskPickForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->copies = g_list_store_new (MSK_TYPE_PICK);
}

static void
fill_in (MskPickForm *self, GPtrArray *picks)
{
  g_autoptr(GtkFilterListModel) found = NULL;

  for (guint i = 0; i < picks->len; i++)
    {
      const MskPick *pick = g_ptr_array_index (picks, i);
      g_autoptr(MskPick) copy = msk_pick_new (pick->id, pick->title, pick->facts);

      msk_pick_set_chosen (copy, pick->chosen);
      g_list_store_append (self->copies, copy);
    }

  self->filter = gtk_custom_filter_new (is_found, self, NULL);
  found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->copies)),
                                     GTK_FILTER (g_object_ref (self->filter)));
  gtk_list_box_bind_model (self->picks_box, G_LIST_MODEL (found), create_row, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, picks->len > 0 ? "list" : "none");
}

void
msk_pick_form_open (GtkWidget *asker,
                    const char *title,
                    const char *explanation,
                    GPtrArray *picks,
                    MskPickFunc done)
{
  GtkRoot *root = gtk_widget_get_root (asker);
  MskPickForm *self;

  g_return_if_fail (MSK_IS_FORM (root) && picks != NULL && done != NULL);

  self = MSK_PICK_FORM (msk_form_new (MSK_TYPE_PICK_FORM, msk_form_get_page (MSK_FORM (root))));
  self->asker = g_object_ref (asker);
  self->picks = g_ptr_array_ref (picks);
  self->done = done;
  g_object_set (self, "title", title, "transient-for", root, NULL);
  gtk_label_set_text (self->explanation_label, explanation);
  fill_in (self, picks);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
