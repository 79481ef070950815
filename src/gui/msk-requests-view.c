/* The requests to copy one paper, with what was decided on each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-requests-view.h"

#include <glib/gi18n-lib.h>

#include "msk-accessible.h"
#include "msk-approval-desk.h"
#include "msk-approval-form.h"
#include "msk-ask.h"
#include "msk-copy-actions.h"
#include "msk-listing.h"
#include "msk-look.h"
#include "msk-paper-desk.h"
#include "msk-report-ask.h"
#include "msk-request-form.h"
#include "msk-text-form.h"
#include "msk-time-text.h"

struct _MskRequestsView
{
  MskPage parent_instance;

  GtkLabel *summary_label;
  GtkWidget *ask_button;
  GtkWidget *scroller;
  GtkListBox *requests_box;

  gint64 paper_id;
  MskPaper *paper;
  GListStore *requests;
};

G_DEFINE_FINAL_TYPE (MskRequestsView, msk_requests_view, MSK_TYPE_PAGE)

static const char *
get_place (const char *place)
{
  return *place == '\0' ? _ ("any designated place") : place;
}

/* What was asked, and below it what was decided. */
static char *
dup_facts (MskCopyRequest *request)
{
  g_autofree char *asked_at = msk_time_text_format (request->requested_at);
  g_autofree char *decided_at = msk_time_text_format (request->decided_at);
  g_autofree char *asked =
      g_strdup_printf (_ ("asked by %s, %s, to be made at: %s"), request->applicant, asked_at,
                       get_place (request->asked_place));
  g_autofree char *decided = NULL;

  if (request->state == MSK_REQUEST_APPROVED)
    decided =
        g_strdup_printf (_ ("at most %u approved by %s, %s, %s, %s, %s, at: %s; made or "
                            "under way: %u"),
                         request->granted, request->authority, request->post, request->organ,
                         request->reference, decided_at, get_place (request->place), request->live);
  else if (request->state == MSK_REQUEST_REFUSED)
    decided = g_strdup_printf (_ ("refused, %s: %s"), decided_at, request->reason);
  else
    decided = g_strdup (msk_request_state_get_label (request->state));

  return g_strdup_printf ("%s\n%s", asked, decided);
}

/* How many of what, and what for; for copies of a copy also who makes them. */
static char *
dup_title (MskCopyRequest *request)
{
  g_autofree char *parent = NULL;

  if (request->parent == 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u copy: %s", "%u copies: %s",
                                         request->copies),
                            request->copies, request->purpose);

  parent = msk_copy_number_dup_text (request->parent);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u copy of copy %s, by %s: %s",
                                       "%u copies of copy %s, by %s: %s", request->copies),
                          request->copies, parent, request->copier, request->purpose);
}

static GtkWidget *
make_button (const char *label, const char *action, gint64 id)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  return button;
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MskPage *page = MSK_PAGE (user_data);
  MskCopyRequest *request = MSK_COPY_REQUEST (item);
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());
  const MskLook look = msk_look_of_request (request->state);
  GtkWidget *image = gtk_image_new_from_icon_name (look.icon_name);
  g_autofree char *title = dup_title (request);
  g_autofree char *facts = dup_facts (request);

  gtk_widget_add_css_class (image, look.css_class);
  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, facts);
  adw_action_row_add_prefix (row, image);
  if (request->state == MSK_REQUEST_OPEN && msk_page_may (page, MSK_ACT_PAPER_APPROVE))
    {
      adw_action_row_add_suffix (row,
                                 make_button (_ ("Appro_ve…"), "request.approve", request->id));
      adw_action_row_add_suffix (row, make_button (_ ("Re_fuse…"), "request.refuse", request->id));
    }
  if (msk_page_may (page, MSK_ACT_REPORT_MAKE))
    adw_action_row_add_suffix (row,
                               make_button (_ ("Approval S_heet…"), "request.sheet", request->id));
  msk_accessible_mend (GTK_WIDGET (row));
  return GTK_WIDGET (row);
}

/* A request changes once, and then only what was made under it. */
static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  const MskCopyRequest *one = a;
  const MskCopyRequest *other = b;

  return one->id == other->id && one->state == other->state && one->live == other->live;
}

static void
apply_state (MskRequestsView *self)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskMeeting *meeting = msk_session_get_meeting (session);
  g_autoptr(GPtrArray) no_copies = g_ptr_array_new ();
  const MskPaperActions actions =
      msk_paper_actions_make (msk_session_get_role (session),
                              meeting != NULL ? meeting->state : MSK_MEETING_STATE_CLOSED,
                              self->paper, no_copies);
  const guint count = g_list_model_get_n_items (G_LIST_MODEL (self->requests));
  g_autofree char *summary = count == 0 ? g_strdup (_ ("Nobody has asked for leave to copy yet."))
                                        : g_strdup_printf (_ ("Requests to copy: %u"), count);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.ask", actions.request);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.approve", actions.decide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "request.refuse", actions.decide);
  gtk_label_set_text (self->summary_label, summary);
  gtk_widget_set_visible (self->scroller, count > 0);
}

static void
msk_requests_view_refresh (MskPage *page)
{
  MskRequestsView *self = MSK_REQUESTS_VIEW (page);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(MskPaper) paper = NULL;
  g_autoptr(GPtrArray) fresh = NULL;
  g_autoptr(GError) error = NULL;

  if (self->paper_id == 0)
    return;

  paper = msk_paper_desk_get (session, self->paper_id, &error);
  if (paper != NULL)
    fresh = msk_approval_desk_list (session, self->paper_id, &error);
  if (fresh == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Requests Not Read"), error);
      return;
    }

  g_set_object (&self->paper, paper);
  msk_listing_update (self->requests, fresh, is_same);
  apply_state (self);
}

static void
ask_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_request_form_open (MSK_PAGE (widget), MSK_REQUESTS_VIEW (widget)->paper_id, 0);
}

/* The request as it stands now; NULL, after telling why, when it can't be read. */
static MskCopyRequest *
read_request (MskRequestsView *self, GVariant *parameter)
{
  g_autoptr(GError) error = NULL;
  MskCopyRequest *request = msk_approval_desk_get (msk_page_get_session (MSK_PAGE (self)),
                                                   g_variant_get_int64 (parameter), &error);

  if (request == NULL)
    msk_ask_tell_error (GTK_WIDGET (self), _ ("Requests Not Read"), error);
  return request;
}

static void
approve_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskRequestsView *self = MSK_REQUESTS_VIEW (widget);
  g_autoptr(MskCopyRequest) request = read_request (self, parameter);

  if (request != NULL && self->paper != NULL)
    msk_approval_form_open (MSK_PAGE (self), self->paper, request);
}

static gboolean
refuse (MskPage *page, GPtrArray *subjects, const char *first, const char *second, GError **error)
{
  const MskCopyRequest *request = g_ptr_array_index (subjects, 0);

  return msk_approval_desk_refuse (msk_page_get_session (page), request->id, first, error);
}

static void
refuse_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskCopyRequest *request = read_request (MSK_REQUESTS_VIEW (widget), parameter);
  g_autoptr(GPtrArray) subjects = g_ptr_array_new_with_free_func (g_object_unref);
  const MskTextFormWords words = {
    _ ("Refuse the Request"),
    _ ("Nothing is copied under this request. A new request can be made."),
    _ ("_Refuse"),
    _ ("Reason"),
    NULL,
    refuse
  };

  if (request == NULL)
    return;
  g_ptr_array_add (subjects, request);
  msk_text_form_open (MSK_PAGE (widget), &words, subjects);
}

static void
sheet_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open_approval (MSK_PAGE (widget), g_variant_get_int64 (parameter));
}

static void
msk_requests_view_constructed (GObject *object)
{
  MskRequestsView *self = MSK_REQUESTS_VIEW (object);

  G_OBJECT_CLASS (msk_requests_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->ask_button,
                          msk_page_may (MSK_PAGE (object), MSK_ACT_PAPER_REQUEST));
}

static void
msk_requests_view_dispose (GObject *object)
{
  MskRequestsView *self = MSK_REQUESTS_VIEW (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_REQUESTS_VIEW);
  g_clear_object (&self->requests);
  g_clear_object (&self->paper);

  G_OBJECT_CLASS (msk_requests_view_parent_class)->dispose (object);
}

static void
msk_requests_view_class_init (MskRequestsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_requests_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_requests_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_requests_view_refresh;

  gtk_widget_class_install_action (widget_class, "request.ask", NULL, ask_action);
  gtk_widget_class_install_action (widget_class, "request.approve", "x", approve_action);
  gtk_widget_class_install_action (widget_class, "request.refuse", "x", refuse_action);
  gtk_widget_class_install_action (widget_class, "request.sheet", "x", sheet_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/papers/"
                                                             "msk-requests-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskRequestsView, summary_label);
  gtk_widget_class_bind_template_child (widget_class, MskRequestsView, ask_button);
  gtk_widget_class_bind_template_child (widget_class, MskRequestsView, scroller);
  gtk_widget_class_bind_template_child (widget_class, MskRequestsView, requests_box);
}

static void
msk_requests_view_init (MskRequestsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->requests = g_list_store_new (MSK_TYPE_COPY_REQUEST);
  msk_listing_bind_box (self->requests_box, G_LIST_MODEL (self->requests), create_row, self);
}

void
msk_requests_view_set_paper (MskRequestsView *self, gint64 paper_id)
{
  g_return_if_fail (MSK_IS_REQUESTS_VIEW (self));

  self->paper_id = paper_id;
  g_clear_object (&self->paper);
  g_list_store_remove_all (self->requests);
  msk_page_invalidate (MSK_PAGE (self));
}
