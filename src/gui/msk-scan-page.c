/* The desk, the returns and the reading room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scan-page.h"

#include <glib/gi18n-lib.h>

#include "msk-attendee-search.h"
#include "msk-circulation-desk.h"
#include "msk-listing.h"
#include "msk-override-ask.h"
#include "msk-return-ask.h"
#include "msk-sign-bar.h"
#include "msk-turn-ask.h"
#include "msk-verdict-list.h"
#include "msk-verdict-view.h"
#include "msk-verdict-words.h"
#include "msk-vetting-desk.h"

struct _MskScanPage
{
  MskPage parent_instance;

  MskVerdictView *verdict_view;
  MskVerdictList *verdict_list;
  GtkWidget *waiting_box;
  GtkLabel *waiting_label;
  MskSignBar *sign_bar;
  GtkEntry *copy_entry;
  GtkWidget *people_box;
  GtkSearchEntry *person_entry;
  GtkListView *people_view;
  GtkStack *people_stack;

  MskScanDesk *desk;
  GListStore *people;
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
  GtkWidget *end_form; /* about what was scanned last; weak */
  GtkWidget *override_button;
  GtkWidget *counting_button;
  MskVerdict *refusal; /* about which somebody may decide otherwise, or NULL */
};

G_DEFINE_FINAL_TYPE (MskScanPage, msk_scan_page, MSK_TYPE_PAGE)

static gboolean
is_circulation (MskScanPage *self)
{
  return msk_scan_desk_get_mode (self->desk) == MSK_SCAN_CIRCULATE;
}

/* Whether copies go to people here. */
static gboolean
is_issue (MskScanPage *self)
{
  return is_circulation (self) || msk_scan_desk_get_mode (self->desk) == MSK_SCAN_ISSUE;
}

static gboolean
is_return (MskScanPage *self)
{
  return msk_scan_desk_get_mode (self->desk) == MSK_SCAN_RETURN;
}

/* The turn of a copy that waits for its end, or NULL. */
static MskTurn *
get_turn (MskScanPage *self, guint number)
{
  return is_circulation (self) && number != 0
             ? msk_circulation_desk_get (msk_page_get_session (MSK_PAGE (self)), number, NULL)
             : NULL;
}

static char *
dup_waiting_text (MskScanPage *self)
{
  const gint64 person = msk_scan_desk_get_waiting_person (self->desk);
  const guint copy = msk_scan_desk_get_waiting_copy (self->desk);
  const guint carrier = msk_scan_desk_get_waiting_carrier (self->desk);

  if (person != 0)
    {
      g_autoptr(MskAttendee) attendee =
                     msk_vetting_desk_get (msk_page_get_session (MSK_PAGE (self)), person, NULL);

      if (attendee != NULL)
        return g_strdup_printf (_ ("Waiting for the copy or carrier for %s, %s. Scan it."),
                                attendee->name, attendee->unit);
    }
  if (copy != 0)
    {
      g_autofree char *number = msk_copy_number_dup_text (copy);
      g_autoptr(MskTurn) turn = get_turn (self, copy);

      if (is_return (self))
        return g_strdup_printf (_ ("Copy %s is not taken back yet: scan it again to count it."),
                                number);
      if (turn != NULL)
        return g_strdup_printf (_ ("Waiting for the end of the turn with copy %s: count its pages, "
                                   "and have %s sign."),
                                number, turn->reader);
      return g_strdup_printf (
          _ ("Waiting for the person for copy %s. Scan the badge, or choose the person."), number);
    }
  if (carrier != 0)
    return g_strdup_printf (_ ("Waiting for the person for carrier %04u. Scan the badge, or choose "
                               "the person."),
                            carrier);

  return NULL;
}

static void
show_waiting (MskScanPage *self)
{
  g_autofree char *text = dup_waiting_text (self);

  gtk_label_set_text (self->waiting_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->waiting_box, text != NULL);
}

static void
invite (MskScanPage *self)
{
  if (is_circulation (self))
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready to circulate"),
                             _ ("Scan the reader’s badge and the copy, in either order; or a copy "
                                "that a reader gives back."));
  else if (is_issue (self))
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready to issue"),
                             _ ("Scan the person’s badge and the copy or carrier, in either "
                                "order."));
  else
    msk_verdict_view_invite (self->verdict_view, "scanner-symbolic", _ ("Ready to take back"),
                             _ ("Scan a page of the copy, or the label of the carrier."));
}

static void
show_answer (MskPage *page, MskVerdict *verdict, const GError *error)
{
  MskScanPage *self = MSK_SCAN_PAGE (page);
  MskVerdict *refusal = msk_override_ask_may (verdict) ? verdict : NULL;

  g_set_object (&self->refusal, refusal);
  gtk_widget_set_visible (self->override_button, self->refusal != NULL);
  msk_verdict_view_take (self->verdict_view, verdict, error);
  show_waiting (self);
}

/* A form about what was scanned before is in the way of what is scanned now. */
static void
close_end_form (MskScanPage *self)
{
  if (self->end_form != NULL)
    gtk_window_destroy (GTK_WINDOW (self->end_form));
}

/* What a count came to. Whoever gave the copy back signs for it. */
static void
take_count (MskPage *page, MskVerdict *verdict, const GError *error)
{
  show_answer (page, verdict, error);
  msk_sign_bar_take (MSK_SCAN_PAGE (page)->sign_bar, verdict);
}

static void
take_verdict (MskScanPage *self, MskVerdict *verdict, const GError *error)
{
  g_autoptr(MskTurn) turn = NULL;

  show_answer (MSK_PAGE (self), verdict, error);
  close_end_form (self);
  if (!is_circulation (self))
    msk_sign_bar_take (self->sign_bar, verdict);
  if (verdict != NULL && g_str_equal (verdict->code, "turn-known"))
    turn = get_turn (self, verdict->number);
  if (turn != NULL)
    g_set_weak_pointer (&self->end_form,
                        msk_turn_ask_end (MSK_PAGE (self), self->desk, turn, show_answer));
  else if (verdict != NULL && g_str_equal (verdict->code, "pages-uncounted"))
    g_set_weak_pointer (&self->end_form,
                        msk_return_ask_open (MSK_PAGE (self), self->desk, verdict, take_count));
}

static void
override_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskScanPage *self = MSK_SCAN_PAGE (widget);

  if (self->refusal != NULL)
    g_set_weak_pointer (&self->end_form, msk_override_ask_open (MSK_PAGE (self), self->desk,
                                                                self->refusal, show_answer));
}

static void
scan (MskScanPage *self, const char *code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_scan_desk_scan (self->desk, code, &error);

  take_verdict (self, verdict, error);
}

static gboolean
msk_scan_page_take_scan (MskPage *page, const char *code)
{
  scan (MSK_SCAN_PAGE (page), code);
  return TRUE;
}

static void
undo_cb (MskVerdictList *list, MskVerdict *verdict, MskScanPage *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) answer = msk_scan_desk_undo (self->desk, verdict, &error);

  take_verdict (self, answer, error);
}

static void
msk_scan_page_undo (MskPage *page)
{
  MskScanPage *self = MSK_SCAN_PAGE (page);

  if (!msk_verdict_list_undo_newest (self->verdict_list))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
choose_copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskScanPage *self = MSK_SCAN_PAGE (widget);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->copy_entry));
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  guint number = 0;

  switch (msk_verdict_words_read_typed (text, &number))
    {
    case MSK_TYPED_NUMBER:
      verdict = msk_scan_desk_choose_copy (self->desk, number, &error);
      break;
    case MSK_TYPED_CODE:
      verdict = msk_scan_desk_scan (self->desk, text, &error);
      break;
    case MSK_TYPED_NOTHING:
    default:
      gtk_widget_grab_focus (GTK_WIDGET (self->copy_entry));
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->copy_entry), "");
  take_verdict (self, verdict, error);
}

static void
copy_entered_cb (GtkEntry *entry, MskScanPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "scan.choose-copy", NULL);
}

static void
choose_person (MskScanPage *self, guint position)
{
  g_autoptr(MskAttendee) attendee = g_list_model_get_item (G_LIST_MODEL (self->found), position);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (attendee == NULL)
    return;

  verdict = msk_scan_desk_choose_person (self->desk, attendee->id, &error);
  gtk_editable_set_text (GTK_EDITABLE (self->person_entry), "");
  take_verdict (self, verdict, error);
}

static void
person_activated_cb (GtkListView *view, guint position, MskScanPage *self)
{
  choose_person (self, position);
}

/* Return in the search field chooses when it can only mean one person. */
static void
search_activated_cb (GtkSearchEntry *entry, MskScanPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->found)) == 1)
    choose_person (self, 0);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->people_view), GTK_DIR_TAB_FORWARD);
}

static void
show_people (MskScanPage *self)
{
  const gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->found)) > 0;

  gtk_stack_set_visible_child_name (self->people_stack, any ? "people" : "nobody");
}

static void
search_changed_cb (GtkSearchEntry *entry, MskScanPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_people (self);
}

static gboolean
matches_search (gpointer item, gpointer user_data)
{
  MskScanPage *self = MSK_SCAN_PAGE (user_data);

  return msk_attendee_search_matches (MSK_ATTENDEE (item),
                                      gtk_editable_get_text (GTK_EDITABLE (self->person_entry)));
}

static void
msk_scan_page_forget (MskPage *page)
{
  MskScanPage *self = MSK_SCAN_PAGE (page);

  msk_scan_desk_clear (self->desk);
  show_waiting (self);
  invite (self);
}

static void
counting_toggled_cb (GtkCheckButton *button, MskScanPage *self)
{
  msk_scan_desk_set_counting (self->desk, gtk_check_button_get_active (button));
}

/* The person who got or gave back something signs for it. */
static void
sign_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (!msk_sign_bar_open (MSK_SCAN_PAGE (widget)->sign_bar))
    gtk_widget_error_bell (widget);
}

static void
forget_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_scan_page_forget (MSK_PAGE (widget));
}

static void
search_stopped_cb (GtkSearchEntry *entry, MskScanPage *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (entry))[0] != '\0')
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "scan.forget", NULL);
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

/* Everybody is found, admissible or not: the desk says why somebody gets nothing. */
static void
msk_scan_page_refresh (MskPage *page)
{
  MskScanPage *self = MSK_SCAN_PAGE (page);
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GError) error = NULL;

  show_waiting (self);
  msk_sign_bar_refresh (self->sign_bar);
  if (!is_issue (self))
    return;

  people = msk_vetting_desk_list (msk_page_get_session (page), &error);
  if (people == NULL)
    {
      msk_verdict_view_show_error (self->verdict_view, error);
      return;
    }
  msk_listing_update (self->people, people, is_same_person);
  show_people (self);
}

static void
msk_scan_page_dispose (GObject *object)
{
  MskScanPage *self = MSK_SCAN_PAGE (object);

  g_clear_weak_pointer (&self->end_form);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_SCAN_PAGE);
  g_clear_object (&self->found);
  g_clear_object (&self->people);
  g_clear_object (&self->desk);
  g_clear_object (&self->refusal);

  G_OBJECT_CLASS (msk_scan_page_parent_class)->dispose (object);
}

static void
msk_scan_page_class_init (MskScanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  MskPageClass *page_class = MSK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_scan_page_dispose;
  page_class->refresh = msk_scan_page_refresh;
  page_class->take_scan = msk_scan_page_take_scan;
  page_class->undo = msk_scan_page_undo;
  page_class->forget = msk_scan_page_forget;

  g_type_ensure (MSK_TYPE_VERDICT_VIEW);
  g_type_ensure (MSK_TYPE_VERDICT_LIST);
  g_type_ensure (MSK_TYPE_SIGN_BAR);

  gtk_widget_class_install_action (widget_class, "scan.choose-copy", NULL, choose_copy_action);
  gtk_widget_class_install_action (widget_class, "scan.override", NULL, override_action);
  gtk_widget_class_install_action (widget_class, "scan.forget", NULL, forget_action);
  gtk_widget_class_install_action (widget_class, "scan.sign", NULL, sign_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/scan/msk-scan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, verdict_view);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, verdict_list);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, override_button);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, counting_button);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, waiting_box);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, waiting_label);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, sign_bar);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, copy_entry);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, people_box);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, person_entry);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, people_view);
  gtk_widget_class_bind_template_child (widget_class, MskScanPage, people_stack);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, counting_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_person_cb);
}

/* Wherever the focus is while the page is seen. */
static void
add_key (MskScanPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F9, 0),
                                                          gtk_named_action_new ("scan.sign")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
msk_scan_page_init (MskScanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  msk_sign_bar_set_page (self->sign_bar, MSK_PAGE (self));
  add_key (self);
  self->people = g_list_store_new (MSK_TYPE_ATTENDEE);
  self->filter = gtk_custom_filter_new (matches_search, self, NULL);
  self->found = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->people)),
                                           GTK_FILTER (self->filter));
}

/* The list is given its model only now: a model must not ask the search field of a page that is
 * still being made. */
GtkWidget *
msk_scan_page_new (MskSession *session, MskScanMode mode)
{
  MskScanPage *self = g_object_new (MSK_TYPE_SCAN_PAGE, "session", session, NULL);
  const MskAct undo_act = mode == MSK_SCAN_ISSUE    ? MSK_ACT_COPY_ISSUE_UNDO
                          : mode == MSK_SCAN_RETURN ? MSK_ACT_COPY_RETURN_UNDO
                                                    : MSK_ACT_CIRCULATE_UNDO;
  g_autoptr(GtkSingleSelection) selection = msk_listing_new_single (G_LIST_MODEL (self->found));

  self->desk = msk_scan_desk_new (session, mode);
  gtk_list_view_set_model (self->people_view, GTK_SELECTION_MODEL (selection));
  gtk_widget_set_visible (self->people_box, is_issue (self));
  gtk_widget_set_visible (self->counting_button, is_return (self));
  msk_verdict_list_follow (self->verdict_list, msk_scan_desk_get_verdicts (self->desk),
                           msk_session_may (session, undo_act));
  invite (self);
  return GTK_WIDGET (self);
}
