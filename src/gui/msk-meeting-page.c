/* The meeting: what it is, its agenda, and the other meetings of the vault.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-meeting-page.h"

#include <glib/gi18n-lib.h>

#include "msk-agenda-desk.h"
#include "msk-agenda-form.h"
#include "msk-archive-ask.h"
#include "msk-archive-view.h"
#include "msk-ask.h"
#include "msk-dossier-form.h"
#include "msk-exceptions-view.h"
#include "msk-filing-ask.h"
#include "msk-listing.h"
#include "msk-meeting-desk.h"
#include "msk-meeting-form.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"

struct _MskMeetingPage
{
  MskPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *none_page;
  GtkWidget *none_new_button;
  GtkWidget *this_group;
  AdwActionRow *title_row;
  AdwActionRow *level_row;
  AdwActionRow *time_row;
  AdwActionRow *venue_row;
  AdwActionRow *people_row;
  AdwActionRow *state_row;
  AdwActionRow *record_row;
  GtkWidget *documents_row;
  GtkWidget *dossier_button;
  GtkWidget *export_button;
  GtkWidget *file_button;
  MskArchiveView *archive_view;
  GtkWidget *approve_erasure_button;
  GtkWidget *erase_button;
  GtkWidget *agenda_group;
  GtkListBox *agenda_box;
  GtkWidget *change_button;
  GtkWidget *agenda_button;
  GtkLabel *room_label;
  MskExceptionsView *exceptions_view;
  GtkListBox *meetings_box;
  GtkWidget *new_button;

  GListStore *agenda;
  GListStore *meetings;
};

G_DEFINE_FINAL_TYPE (MskMeetingPage, msk_meeting_page, MSK_TYPE_PAGE)

static void
new_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_meeting_form_open (MSK_PAGE (widget), NULL);
}

static void
change_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (widget)));

  if (meeting != NULL)
    msk_meeting_form_open (MSK_PAGE (widget), meeting);
}

static void
add_agenda_item_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_agenda_form_open (MSK_PAGE (widget), NULL);
}

static void
add_names (GPtrArray *sentences, GPtrArray *people, gboolean over)
{
  for (guint i = 0; i < people->len; i++)
    {
      const MskAttendee *person = g_ptr_array_index (people, i);

      g_ptr_array_add (sentences,
                       over ? g_strdup_printf (_ ("%s (%s): ask them out, their items are over."),
                                               person->name, person->unit)
                            : g_strdup_printf (_ ("%s (%s): not inside for this item."),
                                               person->name, person->unit));
    }
}

/* Where the room stands now, and by name who must not be in it. */
static void
move_room (MskPage *page, MskRoomPhase phase)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskAgendaCall) call =
                 msk_agenda_desk_move (msk_page_get_session (page), phase, 0, &error);
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (call == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("The Room Stays"), error);
      return;
    }

  add_names (sentences, call->asked_out, TRUE);
  add_names (sentences, call->outside, FALSE);
  if (sentences->len > 0)
    msk_ask_tell_list (GTK_WIDGET (page), _ ("Who Must Not Be Inside"),
                       _ ("Look round the room before you go on."), sentences);
}

static void
next_item_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_room (MSK_PAGE (widget), MSK_ROOM_ITEM);
}

static void
break_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  move_room (MSK_PAGE (widget), MSK_ROOM_BREAK);
}

static void
end_agenda (GtkWidget *widget)
{
  move_room (MSK_PAGE (widget), MSK_ROOM_ENDED);
}

static void
end_agenda_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_ask_confirm (widget, _ ("End the Agenda?"),
                   _ ("Every item is over then, and whoever is bound to items is asked out."),
                   _ ("_End"), end_agenda);
}

static void
meeting_activated_cb (GtkListBox *box, GtkListBoxRow *row, MskMeetingPage *self)
{
  g_autoptr(MskMeeting) meeting = g_list_model_get_item (G_LIST_MODEL (self->meetings),
                                                          (guint) gtk_list_box_row_get_index (row));
  g_autoptr(GError) error = NULL;

  if (meeting == NULL)
    return;
  if (!msk_session_open_meeting (msk_page_get_session (MSK_PAGE (self)), meeting->id, &error))
    msk_ask_tell_error (GTK_WIDGET (self), _ ("Meeting Not Opened"), error);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "work.refresh", NULL);
}

/* Who may be inside is the organiser's to change, and whom it binds the leader's too. */
static gboolean
may_change_items (MskMeetingPage *self)
{
  MskPage *page = MSK_PAGE (self);
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (page));

  return meeting != NULL && meeting->state == MSK_MEETING_STATE_OPEN &&
         (msk_page_may (page, MSK_ACT_AGENDA_CHANGE) || msk_page_may (page, MSK_ACT_AGENDA_BIND));
}

static void
item_activated_cb (GtkListBox *box, GtkListBoxRow *row, MskMeetingPage *self)
{
  g_autoptr(MskAgendaItem) item = g_list_model_get_item (G_LIST_MODEL (self->agenda),
                                                          (guint) gtk_list_box_row_get_index (row));

  if (item != NULL)
    msk_agenda_form_open (MSK_PAGE (self), item);
}

static GtkWidget *
create_agenda_row (gpointer item, gpointer user_data)
{
  MskMeetingPage *self = MSK_MEETING_PAGE (user_data);
  MskAgendaItem *agenda_item = MSK_AGENDA_ITEM (item);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf ("%u. %s", agenda_item->position, agenda_item->title);
  g_autofree char *inside = msk_capacity_set_dup_label (agenda_item->capacities);
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s · %s · notes: %s · inside: %s"),
                       msk_item_state_get_label (agenda_item->state),
                       msk_level_get_label (agenda_item->level),
                       msk_recording_get_label (agenda_item->recording), inside);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), may_change_items (self));
  return row;
}

static GtkWidget *
create_meeting_row (gpointer item, gpointer user_data)
{
  MskMeetingPage *self = MSK_MEETING_PAGE (user_data);
  MskMeeting *meeting = MSK_MEETING (item);
  MskMeeting *open = msk_session_get_meeting (msk_page_get_session (MSK_PAGE (self)));
  const gboolean is_open = open != NULL && open->id == meeting->id;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image =
      gtk_image_new_from_icon_name (is_open ? "emblem-ok-symbolic" : "go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), meeting->number);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               is_open ? _ ("You are working on this meeting")
                                       : msk_meeting_state_get_label (meeting->state));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    !is_open && meeting->state != MSK_MEETING_STATE_ERASED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), image);
  return row;
}

static gboolean
is_same_item (gconstpointer a, gconstpointer b)
{
  const MskAgendaItem *one = a;
  const MskAgendaItem *other = b;

  return one->position == other->position && g_str_equal (one->title, other->title) &&
         one->level == other->level && one->recording == other->recording &&
         one->capacities == other->capacities && one->state == other->state;
}

/* Which one is open is no part of the item, so every row is made again. */
static gboolean
is_same_meeting (gconstpointer a, gconstpointer b)
{
  return FALSE;
}

static void
show_meeting (MskMeetingPage *self, MskMeeting *meeting)
{
  g_autofree char *starts = msk_time_text_format (meeting->starts_at);
  g_autofree char *ends = msk_time_text_format (meeting->ends_at);
  g_autofree char *time = g_strdup_printf (_ ("%s to %s"), starts, ends);
  g_autofree char *people = g_strdup_printf (_ ("organiser %s, responsible leader %s"),
                                             meeting->organiser, meeting->leader);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->title_row), meeting->title);
  adw_action_row_set_subtitle (self->title_row, meeting->number);
  adw_action_row_set_subtitle (self->level_row, msk_level_get_label (meeting->level));
  adw_action_row_set_subtitle (self->time_row, time);
  adw_action_row_set_subtitle (self->venue_row, meeting->venue);
  adw_action_row_set_subtitle (self->people_row, people);
  adw_action_row_set_subtitle (self->state_row, msk_meeting_state_get_label (meeting->state));
}

static gboolean
show_room (MskMeetingPage *self, MskSession *session, GError **error)
{
  g_autoptr(MskAgendaCall) call = msk_agenda_desk_get (session, error);
  g_autofree char *text = NULL;

  if (call == NULL)
    return FALSE;

  text = call->item == NULL
             ? g_strdup_printf (_ ("The room: %s"), msk_room_phase_get_label (call->room.phase))
             : g_strdup_printf (_ ("The room: item %u"), call->item->position);
  gtk_label_set_text (self->room_label, text);
  return TRUE;
}

static gboolean
read_lists (MskMeetingPage *self, MskMeeting *meeting, GError **error)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  g_autoptr(GPtrArray) meetings = msk_meeting_desk_list (session, error);
  g_autoptr(GPtrArray) agenda = NULL;

  if (meetings == NULL)
    return FALSE;
  msk_listing_update (self->meetings, meetings, is_same_meeting);
  if (!msk_archive_view_read (self->archive_view, MSK_PAGE (self), error))
    return FALSE;
  if (meeting == NULL)
    return TRUE;

  agenda = msk_meeting_desk_list_agenda (session, error);
  if (agenda == NULL)
    return FALSE;
  msk_listing_update (self->agenda, agenda, is_same_item);
  return msk_exceptions_view_read (self->exceptions_view, MSK_PAGE (self), agenda, error) &&
         show_room (self, session, error);
}

static const char *const room_actions[] = { "meeting.next-item", "meeting.break",
                                            "meeting.end-agenda" };

static void
poster_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open_poster (MSK_PAGE (widget));
}

static void
export_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_archive_ask_export (MSK_PAGE (widget));
}

static void
certificate_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_CERTIFICATE);
}

static void
dossier_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_dossier_form_open (MSK_PAGE (widget));
}

static void
file_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_filing_ask_file (MSK_PAGE (widget));
}

static void
approve_erasure_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_archive_ask_approve (MSK_PAGE (widget));
}

static void
erase_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_archive_ask_erase (MSK_PAGE (widget));
}

/* How far the record of a closed meeting has come on its way (F1). */
static void
show_record (MskMeetingPage *self, MskMeeting *meeting)
{
  MskPage *page = MSK_PAGE (self);
  const gboolean closed = meeting != NULL && meeting->state == MSK_MEETING_STATE_CLOSED;
  g_autofree char *text = closed ? msk_archive_ask_dup_standing (page) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->record_row), closed);
  gtk_widget_set_visible (self->documents_row, closed && msk_page_may (page, MSK_ACT_REPORT_MAKE));
  gtk_widget_set_visible (self->dossier_button, msk_page_may (page, MSK_ACT_DOOR_READ));
  gtk_widget_set_visible (self->export_button, msk_page_may (page, MSK_ACT_MEETING_EXPORT));
  gtk_widget_set_visible (self->file_button,
                          closed && msk_page_may (page, MSK_ACT_ARCHIVE_FILE) &&
                              !msk_archive_view_has (self->archive_view, meeting->id));
  gtk_widget_set_visible (self->approve_erasure_button,
                          msk_page_may (page, MSK_ACT_ERASURE_APPROVE));
  gtk_widget_set_visible (self->erase_button, msk_page_may (page, MSK_ACT_MEETING_ERASE));
  adw_action_row_set_subtitle (self->record_row, text != NULL ? text : "");
}

static void
msk_meeting_page_refresh (MskPage *page)
{
  MskMeetingPage *self = MSK_MEETING_PAGE (page);
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (page));
  const gboolean may_create = msk_page_may (page, MSK_ACT_MEETING_CREATE);
  const gboolean open = meeting != NULL && meeting->state == MSK_MEETING_STATE_OPEN;
  g_autoptr(GError) error = NULL;
  gboolean any;

  if (!read_lists (self, meeting, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Meeting Not Read"), error);
      return;
    }

  any = g_list_model_get_n_items (G_LIST_MODEL (self->meetings)) > 0;
  if (meeting != NULL)
    show_meeting (self, meeting);
  show_record (self, meeting);
  adw_status_page_set_description (self->none_page,
                                   may_create ? _ ("Create the first one.")
                                              : _ ("Ask an organiser to sign in and create one."));
  gtk_widget_set_visible (self->none_new_button, may_create);
  gtk_widget_set_visible (self->new_button, may_create);
  gtk_widget_set_visible (self->this_group, meeting != NULL);
  gtk_widget_set_visible (self->agenda_group, meeting != NULL);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->agenda_group),
                                         may_change_items (self) ? _ ("Press an item to change it.")
                                                                 : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->exceptions_view), meeting != NULL);
  gtk_widget_set_visible (self->change_button, open && msk_page_may (page, MSK_ACT_MEETING_CHANGE));
  for (guint i = 0; i < G_N_ELEMENTS (room_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), room_actions[i],
                                   open && msk_page_may (page, MSK_ACT_AGENDA_MOVE));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "meeting.poster",
                                 meeting != NULL && msk_page_may (page, MSK_ACT_POSTER_MAKE));
  gtk_widget_set_visible (self->agenda_button, open && msk_page_may (page, MSK_ACT_AGENDA_ADD));
  gtk_stack_set_visible_child_name (self->stack, any ? "meeting" : "none");
}

static void
msk_meeting_page_dispose (GObject *object)
{
  MskMeetingPage *self = MSK_MEETING_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_MEETING_PAGE);
  g_clear_object (&self->agenda);
  g_clear_object (&self->meetings);

  G_OBJECT_CLASS (msk_meeting_page_parent_class)->dispose (object);
}

static void
msk_meeting_page_class_init (MskMeetingPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_meeting_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_meeting_page_refresh;

  gtk_widget_class_install_action (widget_class, "meeting.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "meeting.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "meeting.add-agenda-item", NULL,
                                   add_agenda_item_action);
  gtk_widget_class_install_action (widget_class, "meeting.next-item", NULL, next_item_action);
  gtk_widget_class_install_action (widget_class, "meeting.break", NULL, break_action);
  gtk_widget_class_install_action (widget_class, "meeting.end-agenda", NULL, end_agenda_action);
  gtk_widget_class_install_action (widget_class, "meeting.poster", NULL, poster_action);
  gtk_widget_class_install_action (widget_class, "meeting.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "meeting.certificate", NULL, certificate_action);
  gtk_widget_class_install_action (widget_class, "meeting.dossier", NULL, dossier_action);
  gtk_widget_class_install_action (widget_class, "meeting.file", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "meeting.approve-erasure", NULL,
                                   approve_erasure_action);
  gtk_widget_class_install_action (widget_class, "meeting.erase", NULL, erase_action);

  g_type_ensure (MSK_TYPE_EXCEPTIONS_VIEW);
  g_type_ensure (MSK_TYPE_ARCHIVE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/meeting/"
                                                             "msk-meeting-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, none_page);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, none_new_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, this_group);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, level_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, time_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, venue_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, people_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, state_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, record_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, documents_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, dossier_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, file_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, archive_view);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, approve_erasure_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, erase_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, agenda_group);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, agenda_box);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, change_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, agenda_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, room_label);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, exceptions_view);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, meetings_box);
  gtk_widget_class_bind_template_child (widget_class, MskMeetingPage, new_button);
  gtk_widget_class_bind_template_callback (widget_class, meeting_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_activated_cb);
}

static void
msk_meeting_page_init (MskMeetingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->agenda = g_list_store_new (MSK_TYPE_AGENDA_ITEM);
  self->meetings = g_list_store_new (MSK_TYPE_MEETING);
  msk_listing_bind_box (self->agenda_box, G_LIST_MODEL (self->agenda), create_agenda_row, self);
  msk_listing_bind_box (self->meetings_box, G_LIST_MODEL (self->meetings), create_meeting_row,
                        self);
}
