/* Finds a person by name, unit or post, for a forgotten badge.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-person-search.h"

#include "msk-attendee-search.h"
#include "msk-listing.h"

struct _MskPersonSearch
{
  AdwBin parent_instance;

  GtkSearchEntry *person_entry;
  GtkListView *people_view;
  GtkStack *people_stack;

  GListStore *people;
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MskPersonSearch, msk_person_search, ADW_TYPE_BIN)

static void
choose (MskPersonSearch *self, guint position)
{
  g_autoptr(MskAttendee) attendee = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  if (attendee == NULL)
    return;

  gtk_editable_set_text (GTK_EDITABLE (self->person_entry), "");
  g_signal_emit (self, signals[CHOSEN], 0, attendee);
}

static void
person_activated_cb (GtkListView *view, guint position, MskPersonSearch *self)
{
  choose (self, position);
}

/* Return in the search field chooses when it can only mean one person. */
static void
search_activated_cb (GtkSearchEntry *entry, MskPersonSearch *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 1)
    choose (self, 0);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->people_view), GTK_DIR_TAB_FORWARD);
}

static void
search_stopped_cb (GtkSearchEntry *entry, MskPersonSearch *self)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
}

static void
show_any (MskPersonSearch *self)
{
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  gtk_stack_set_visible_child_name (self->people_stack, any ? "people" : "nobody");
}

static void
search_changed_cb (GtkSearchEntry *entry, MskPersonSearch *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_any (self);
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  MskPersonSearch *self = MSK_PERSON_SEARCH (user_data);

  return msk_attendee_search_matches (MSK_ATTENDEE (item),
                                      gtk_editable_get_text (GTK_EDITABLE (self->person_entry)));
}

static void
setup_person_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "person");
  gtk_list_item_set_child (list_item, label);
}

static void
bind_person_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  MskAttendee *attendee = gtk_list_item_get_item (list_item);
  g_autofree char *text = g_strdup_printf ("%s\n%s · %s", attendee->name, attendee->unit,
                                           msk_capacity_get_label (attendee->capacity));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
}

static gboolean
is_same_person (gconstpointer a, gconstpointer b)
{
  const MskAttendee *one = a;
  const MskAttendee *other = b;

  return one->id == other->id && g_str_equal (one->name, other->name) &&
         g_str_equal (one->unit, other->unit) && one->capacity == other->capacity;
}

static void
msk_person_search_dispose (GObject *object)
{
  MskPersonSearch *self = MSK_PERSON_SEARCH (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_PERSON_SEARCH);
  g_clear_object (&self->found);
  g_clear_object (&self->people);

  G_OBJECT_CLASS (msk_person_search_parent_class)->dispose (object);
}

static void
msk_person_search_class_init (MskPersonSearchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_person_search_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, MSK_TYPE_ATTENDEE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/devices/"
                                                             "msk-person-search.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPersonSearch, person_entry);
  gtk_widget_class_bind_template_child (widget_class, MskPersonSearch, people_view);
  gtk_widget_class_bind_template_child (widget_class, MskPersonSearch, people_stack);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_person_cb);
}

static void
msk_person_search_init (MskPersonSearch *self)
{
  g_autoptr(GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->people = g_list_store_new (MSK_TYPE_ATTENDEE);
  self->filter = gtk_custom_filter_new (matches, self, NULL);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->people)),
                                           GTK_FILTER (self->filter));
  selection = msk_listing_new_single (G_LIST_MODEL (self->found));
  gtk_list_view_set_model (self->people_view, GTK_SELECTION_MODEL (selection));
}

void
msk_person_search_show (MskPersonSearch *self, GPtrArray *people)
{
  g_return_if_fail (MSK_IS_PERSON_SEARCH (self) && people != NULL);

  msk_listing_update (self->people, people, is_same_person);
  show_any (self);
}
