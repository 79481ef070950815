/* Briefing, pledge, notice, duty cards: what everybody has and lacks.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-briefing-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-attendee-search.h"
#include "msk-briefing-desk.h"
#include "msk-briefing-form.h"
#include "msk-briefing-state.h"
#include "msk-cells.h"
#include "msk-listing.h"
#include "msk-post-form.h"
#include "msk-report-ask.h"
#include "msk-wording-form.h"

struct _MskBriefingPage
{
  MskPage parent_instance;

  GtkWidget *many_buttons;
  GtkWidget *post_buttons;
  GtkWidget *texts_button;
  GtkWidget *print_button;
  GtkSearchEntry *search_entry;
  GtkCheckButton *lacking_check;
  GtkCheckButton *posts_check;
  GtkLabel *count_label;
  GtkColumnView *view;

  GPtrArray *all; /* what is counted */
  GListStore *lines;
  GtkFilter *filter;
  GtkSelectionModel *selection;
};

G_DEFINE_FINAL_TYPE (MskBriefingPage, msk_briefing_page, MSK_TYPE_PAGE)

static char *
dup_name (gpointer item)
{
  return g_strdup (MSK_PLEDGE_LINE (item)->attendee->name);
}

static char *
dup_unit (gpointer item)
{
  return g_strdup (MSK_PLEDGE_LINE (item)->attendee->unit);
}

static char *
dup_capacity (gpointer item)
{
  return g_strdup (msk_capacity_get_label (MSK_PLEDGE_LINE (item)->attendee->capacity));
}

static char *
dup_vetting (gpointer item)
{
  return g_strdup (msk_vetting_get_label (MSK_PLEDGE_LINE (item)->attendee->vetting));
}

static char *
dup_missing (gpointer item)
{
  g_autofree char *lacking = msk_pledge_state_dup_lacking (&MSK_PLEDGE_LINE (item)->state);

  return g_strdup (*lacking != '\0' ? lacking : _ ("nothing"));
}

static MskLook
get_look (gpointer item)
{
  return msk_briefing_state_look (!msk_pledge_state_is_complete (&MSK_PLEDGE_LINE (item)->state));
}

static char *
dup_posts (gpointer item)
{
  return msk_posts_dup_label (MSK_PLEDGE_LINE (item)->posts);
}

static char *
dup_cards (gpointer item)
{
  const MskPledgeLine *line = item;

  return msk_posts_dup_label (line->posts & ~line->acknowledged_posts);
}

static const MskColumn columns[] = {
  { N_ ("Name"), dup_name, NULL, TRUE, FALSE },
  { N_ ("Unit"), dup_unit, NULL, TRUE, FALSE },
  { N_ ("Capacity"), dup_capacity, NULL, FALSE, FALSE },
  { N_ ("Decision"), dup_vetting, NULL, FALSE, FALSE },
  { N_ ("Lacks"), dup_missing, get_look, FALSE, FALSE },
  { N_ ("Posts"), dup_posts, NULL, TRUE, FALSE },
  { N_ ("Card not acknowledged"), dup_cards, NULL, TRUE, FALSE },
};

static void
apply_state (MskBriefingPage *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);
  g_autoptr(GPtrArray) selected = msk_listing_dup_selected (G_LIST_MODEL (self->selection));
  const MskBriefingState state =
      msk_briefing_state_make (msk_session_get_role (session),
                               meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                               self->all, selected);
  g_autofree char *text = msk_briefing_state_dup_text (&state);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_label_set_text (self->count_label, text);
  gtk_widget_action_set_enabled (widget, "briefing.show", selected->len > 0);
  gtk_widget_action_set_enabled (widget, "briefing.all", state.can_brief_many);
  gtk_widget_action_set_enabled (widget, "briefing.inside", state.can_brief_many);
  gtk_widget_action_set_enabled (widget, "briefing.give-post", state.can_assign);
  gtk_widget_action_set_enabled (widget, "briefing.end-post", state.can_end);
  gtk_widget_action_set_enabled (widget, "briefing.print", state.can_print);
  gtk_widget_action_set_enabled (widget, "briefing.texts", state.can_set_texts);
}

static void
selection_changed_cb (GtkSelectionModel *selection, guint position, guint n, MskBriefingPage *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  MskBriefingPage *self = MSK_BRIEFING_PAGE (user_data);
  MskPledgeLine *line = MSK_PLEDGE_LINE (item);

  return (!gtk_check_button_get_active (self->lacking_check) ||
          !msk_pledge_state_is_complete (&line->state)) &&
         (!gtk_check_button_get_active (self->posts_check) || line->posts != 0) &&
         msk_attendee_search_matches (line->attendee,
                                      gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
}

static void
filter_changed_cb (MskBriefingPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  apply_state (self);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskPledgeLine *one = a;
  const MskPledgeLine *other = b;

  return one->attendee->id == other->attendee->id && one->kinds == other->kinds &&
         one->posts == other->posts && one->acknowledged_posts == other->acknowledged_posts &&
         one->attendee->vetting == other->attendee->vetting &&
         one->attendee->capacity == other->attendee->capacity &&
         g_str_equal (one->attendee->name, other->attendee->name) &&
         g_str_equal (one->attendee->unit, other->attendee->unit);
}

static void
msk_briefing_page_refresh (MskPage *page)
{
  MskBriefingPage *self = MSK_BRIEFING_PAGE (page);
  g_autoptr(GError) error = NULL;
  GPtrArray *fresh = msk_briefing_desk_list (msk_page_get_session (page), &error);

  if (fresh == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("List Not Read"), error);
      return;
    }

  g_clear_pointer (&self->all, g_ptr_array_unref);
  self->all = fresh;
  msk_listing_update (self->lines, fresh, is_same);
  apply_state (self);
}

/* The ids of those selected. The caller owns it. */
static GArray *
dup_selected (MskBriefingPage *self)
{
  g_autoptr(GPtrArray) selected = msk_listing_dup_selected (G_LIST_MODEL (self->selection));
  GArray *people = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < selected->len; i++)
    g_array_append_val (people, MSK_PLEDGE_LINE (g_ptr_array_index (selected, i))->attendee->id);
  return people;
}

static void
show_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskBriefingPage *self = MSK_BRIEFING_PAGE (widget);
  g_autoptr(GArray) people = dup_selected (self);

  if (people->len > 0)
    msk_briefing_form_open (MSK_PAGE (self), people, FALSE);
}

static void
activated_cb (GtkColumnView *view, guint position, MskBriefingPage *self)
{
  gtk_selection_model_select_item (self->selection, position, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self), "briefing.show", NULL);
}

static void
all_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_briefing_form_open (MSK_PAGE (widget), NULL, FALSE);
}

static void
inside_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_briefing_form_open (MSK_PAGE (widget), NULL, TRUE);
}

static void
open_posts (MskBriefingPage *self, gboolean ends)
{
  g_autoptr(GPtrArray) selected = msk_listing_dup_selected (G_LIST_MODEL (self->selection));

  if (selected->len > 0)
    msk_post_form_open (MSK_PAGE (self), selected, ends);
}

static void
give_post_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_posts (MSK_BRIEFING_PAGE (widget), FALSE);
}

static void
end_post_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  open_posts (MSK_BRIEFING_PAGE (widget), TRUE);
}

static void
print_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPage *page = MSK_PAGE (widget);
  g_autoptr(GArray) people = dup_selected (MSK_BRIEFING_PAGE (widget));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) texts =
                 msk_briefing_desk_list_texts (msk_page_get_session (page), TRUE, &error);

  if (texts != NULL)
    msk_report_ask_open_text (page, texts, people->len > 0 ? people : NULL);
  else
    msk_ask_tell_error (widget, _ ("List Not Read"), error);
}

static void
texts_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_wording_form_open (MSK_PAGE (widget));
}

static void
search_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (MSK_BRIEFING_PAGE (widget)->search_entry));
}

static void
msk_briefing_page_constructed (GObject *object)
{
  MskBriefingPage *self = MSK_BRIEFING_PAGE (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_briefing_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->many_buttons, msk_page_may (page, MSK_ACT_ACKNOWLEDGE));
  gtk_widget_set_visible (self->print_button, msk_page_may (page, MSK_ACT_TEXT_SHEET_MAKE));
  gtk_widget_set_visible (self->post_buttons, msk_page_may (page, MSK_ACT_DUTY_ASSIGN));
  gtk_widget_set_visible (self->texts_button, msk_page_may (page, MSK_ACT_TEXT_SET));
}

static void
msk_briefing_page_dispose (GObject *object)
{
  MskBriefingPage *self = MSK_BRIEFING_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_BRIEFING_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_pointer (&self->all, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_briefing_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "briefing.show", NULL, show_action);
  gtk_widget_class_install_action (widget_class, "briefing.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "briefing.inside", NULL, inside_action);
  gtk_widget_class_install_action (widget_class, "briefing.give-post", NULL, give_post_action);
  gtk_widget_class_install_action (widget_class, "briefing.end-post", NULL, end_post_action);
  gtk_widget_class_install_action (widget_class, "briefing.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "briefing.texts", NULL, texts_action);
  gtk_widget_class_install_action (widget_class, "briefing.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "briefing.search",
                                       NULL);
}

static void
msk_briefing_page_class_init (MskBriefingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_briefing_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_briefing_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_briefing_page_refresh;

  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/briefing/"
                                                             "msk-briefing-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskBriefingPage, many_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingPage, post_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingPage, texts_button);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingPage, lacking_check);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingPage, posts_check);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, MskBriefingPage, view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
msk_briefing_page_init (MskBriefingPage *self)
{
  GListModel *found;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->lines = g_list_store_new (MSK_TYPE_PLEDGE_LINE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  found = G_LIST_MODEL (
      gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->lines)), self->filter));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (found));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, 0);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  msk_listing_show_model (self->view, self->selection);
}
