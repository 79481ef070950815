/* The recorders and note-takers who were approved, by name and item.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-exceptions-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-exception-form.h"
#include "msk-listing.h"
#include "msk-notice-desk.h"
#include "msk-time-text.h"

struct _MskExceptionsView
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *approve_button;
  GtkListBox *box;

  MskPage *page; /* lent */
  GPtrArray *items;
  GListStore *exceptions;
  gint64 asked; /* the exception that is asked about */
};

G_DEFINE_FINAL_TYPE (MskExceptionsView, msk_exceptions_view, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  MskExceptionsView *self = MSK_EXCEPTIONS_VIEW (user_data);
  const MskRecordingException *exception = item;
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *since = msk_time_text_format (exception->granted_at);
  g_autofree char *title = g_strdup_printf (_ ("%s (%s)"), exception->name, exception->unit);
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s, item %u · approved by %s, %s · since %s"),
                       msk_exception_get_label (exception->kind), exception->position,
                       exception->authority, exception->reference, since);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row),
                                    msk_page_may (self->page, MSK_ACT_EXCEPTION_WITHDRAW));
  return row;
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return ((const MskRecordingException *) a)->id == ((const MskRecordingException *) b)->id;
}

static void
end_now (GtkWidget *widget)
{
  MskExceptionsView *self = MSK_EXCEPTIONS_VIEW (widget);
  g_autoptr(GError) error = NULL;

  if (!msk_notice_desk_withdraw (msk_page_get_session (self->page), self->asked, &error))
    msk_ask_tell_error (widget, _ ("The Exception Stands"), error);
}

static void
activated_cb (GtkListBox *box, GtkListBoxRow *row, MskExceptionsView *self)
{
  g_autoptr(MskRecordingException) exception =
                 g_list_model_get_item (G_LIST_MODEL (self->exceptions),
                                        (guint) gtk_list_box_row_get_index (row));

  if (exception == NULL)
    return;

  self->asked = exception->id;
  msk_ask_confirm (GTK_WIDGET (self), _ ("End the Exception?"),
                   _ ("From now on the rule of the item holds for this person too. The record of "
                      "the exception stays."),
                   _ ("_End"), end_now);
}

static void
approve_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskExceptionsView *self = MSK_EXCEPTIONS_VIEW (widget);

  if (self->page != NULL && self->items != NULL)
    msk_exception_form_open (self->page, self->items);
}

static void
msk_exceptions_view_dispose (GObject *object)
{
  MskExceptionsView *self = MSK_EXCEPTIONS_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_EXCEPTIONS_VIEW);
  g_clear_object (&self->exceptions);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_exceptions_view_parent_class)->dispose (object);
}

static void
msk_exceptions_view_class_init (MskExceptionsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_exceptions_view_dispose;

  gtk_widget_class_install_action (widget_class, "exceptions.approve", NULL, approve_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/meeting/"
                                                             "msk-exceptions-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskExceptionsView, approve_button);
  gtk_widget_class_bind_template_child (widget_class, MskExceptionsView, box);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
msk_exceptions_view_init (MskExceptionsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->exceptions = g_list_store_new (MSK_TYPE_RECORDING_EXCEPTION);
  msk_listing_bind_box (self->box, G_LIST_MODEL (self->exceptions), create_row, self);
}

gboolean
msk_exceptions_view_read (MskExceptionsView *self, MskPage *page, GPtrArray *items, GError **error)
{
  MskSession *session = msk_page_get_session (page);
  MskMeeting *meeting = msk_session_get_meeting (session);
  g_autoptr(GPtrArray) exceptions = msk_notice_desk_list_exceptions (session, TRUE, error);

  g_return_val_if_fail (MSK_IS_EXCEPTIONS_VIEW (self) && items != NULL, FALSE);

  if (exceptions == NULL)
    return FALSE;

  self->page = page;
  g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  msk_listing_update (self->exceptions, exceptions, is_same);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         exceptions->len > 0 &&
                                                 msk_page_may (page, MSK_ACT_EXCEPTION_WITHDRAW)
                                             ? _ ("Press one to end it.")
                                             : NULL);
  gtk_widget_set_visible (self->approve_button, meeting->state == MSK_MEETING_STATE_OPEN &&
                                                    items->len > 0 &&
                                                    msk_page_may (page, MSK_ACT_EXCEPTION_GRANT));
  return TRUE;
}
