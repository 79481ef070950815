/* The run of a printer over badges: how far it is, stop, and what it came to.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-badge-bar.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-badge-desk.h"

struct _MskBadgeBar
{
  AdwBin parent_instance;

  GtkProgressBar *progress_bar;

  MskPage *page; /* whose work the run is; NULL when none goes on */
};

G_DEFINE_FINAL_TYPE (MskBadgeBar, msk_badge_bar, ADW_TYPE_BIN)

static void
progress_cb (guint done, guint total, gpointer user_data)
{
  MskBadgeBar *self = MSK_BADGE_BAR (user_data);
  g_autofree char *text = NULL;

  if (!msk_page_is_alive (self->page))
    return;

  text = g_strdup_printf (_ ("Badges: %u of %u"), done, total);
  gtk_progress_bar_set_fraction (self->progress_bar, total > 0 ? (double) done / total : 0.0);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

static char *
dup_result_text (const MskPrintResult *result, const GError *error)
{
  GString *text = g_string_new (NULL);

  if (error != NULL)
    g_string_append_printf (text, "%s\n\n", error->message);
  g_string_append_printf (text, _ ("Printed: %u. Uncertain: %u. Not sent yet: %u."),
                          result->printed, result->uncertain, result->left);
  if (result->printed + result->uncertain > 0)
    g_string_append_printf (text, "\n%s",
                            _ ("Look at every badge, then scan it on this page: it counts from "
                               "then on."));

  return g_string_free (text, FALSE);
}

static void
printed_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  MskBadgeBar *self = MSK_BADGE_BAR (user_data);
  MskPage *page = self->page;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  MskPrintResult result = { 0 };
  const gboolean done = msk_badge_desk_print_finish (MSK_SESSION (source), answer, &result, &error);

  self->page = NULL;
  if (msk_page_is_alive (page))
    {
      text = dup_result_text (&result, error);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      msk_ask_tell (GTK_WIDGET (page), done ? _ ("Printed") : _ ("Printing Stopped"), text);
      msk_page_invalidate (page);
    }
  msk_page_end_work (page);
  g_object_unref (self);
}

static void
stop_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskBadgeBar *self = MSK_BADGE_BAR (widget);

  if (self->page == NULL)
    return;

  gtk_progress_bar_set_text (self->progress_bar, _ ("Stopping after this badge"));
  msk_page_cancel_work (self->page);
}

static void
msk_badge_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_BADGE_BAR);

  G_OBJECT_CLASS (msk_badge_bar_parent_class)->dispose (object);
}

static void
msk_badge_bar_class_init (MskBadgeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_badge_bar_dispose;

  gtk_widget_class_install_action (widget_class, "badges.stop", NULL, stop_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/attendees/"
                                                             "msk-badge-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MskBadgeBar, progress_bar);
}

static void
msk_badge_bar_init (MskBadgeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
msk_badge_bar_begin (MskBadgeBar *self,
                     MskPage *page,
                     GArray *ids,
                     const char *printer,
                     const char *reason,
                     GError **error)
{
  g_return_val_if_fail (MSK_IS_BADGE_BAR (self) && MSK_IS_PAGE (page), FALSE);

  if (self->page != NULL || msk_page_is_busy (page))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("Other work is still going on: wait for it to end."));
      return FALSE;
    }

  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  gtk_progress_bar_set_text (self->progress_bar, _ ("Looking at the printer"));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->page = page;
  msk_badge_desk_print_async (msk_page_get_session (page), ids, printer, reason, progress_cb, self,
                              msk_page_begin_work (page), printed_cb, g_object_ref (self));
  msk_page_invalidate (page);
  return TRUE;
}
