/* The run of a printer that a page waits for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-printing-bar.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-print-desk.h"
#include "msk-room-desk.h"

struct _MskPrintingBar
{
  AdwBin parent_instance;

  GtkProgressBar *progress_bar;

  MskPage *page;      /* whose work the run is; NULL when none goes on */
  MskPrintGate *gate; /* of the run that goes on, or the last one */
};

G_DEFINE_FINAL_TYPE (MskPrintingBar, msk_printing_bar, ADW_TYPE_BIN)

static void
apply_gate_state (MskPrintingBar *self)
{
  const gboolean open = self->gate == NULL || msk_print_gate_is_open (self->gate);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "printing.pause", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "printing.resume", !open);
}

static void
progress_cb (guint number, guint done, guint total, gpointer user_data)
{
  MskPrintingBar *self = MSK_PRINTING_BAR (user_data);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (!msk_page_is_alive (self->page))
    return;

  shown = msk_copy_number_dup_text (number);
  text = g_strdup_printf (_ ("%u of %u: copy %s"), done, total, shown);
  gtk_progress_bar_set_fraction (self->progress_bar, total > 0 ? (double) done / total : 0.0);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

static void
waits_cb (const char *reason, gpointer user_data)
{
  MskPrintingBar *self = MSK_PRINTING_BAR (user_data);
  g_autofree char *text = NULL;

  if (!msk_page_is_alive (self->page))
    return;

  text = *reason != '\0' ? g_strdup_printf (_ ("The printer waits: %s"), reason)
                         : g_strdup (_ ("Going on"));
  gtk_progress_bar_set_text (self->progress_bar, text);
}

/* Nobody lingers where papers are printed (C3). */
static void
name_who_is_inside (MskSession *session, GString *text)
{
  g_autoptr(GPtrArray) inside = msk_room_desk_list (session, TRUE, NULL, NULL);

  for (guint i = 0; inside != NULL && i < inside->len; i++)
    {
      const MskRoomVisit *visit = g_ptr_array_index (inside, i);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Still in the print room: %s (entry %u)."), visit->name,
                              (guint) visit->id);
    }
}

static char *
dup_result_text (MskSession *session, const MskPrintResult *result, const GError *error)
{
  GString *text = g_string_new (NULL);

  if (error != NULL)
    g_string_append_printf (text, "%s\n\n", error->message);
  g_string_append_printf (text, _ ("Printed: %u. Uncertain: %u. Not sent yet: %u."),
                          result->printed, result->uncertain, result->left);
  if (result->printed > 0)
    g_string_append_printf (text, "\n%s",
                            _ ("Look at every sheet, then scan a page of each copy to confirm it "
                               "as good."));
  if (result->uncertain > 0)
    g_string_append_printf (text, "\n%s",
                            _ ("Look whether the sheets of an uncertain copy came out, then mark "
                               "it good, spoiled or "
                               "void."));
  name_who_is_inside (session, text);

  return g_string_free (text, FALSE);
}

static void
printed_cb (GObject *source, GAsyncResult *answer, gpointer user_data)
{
  MskPrintingBar *self = MSK_PRINTING_BAR (user_data);
  MskPage *page = self->page;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  MskPrintResult result = { 0 };
  const gboolean done = msk_print_desk_print_finish (MSK_SESSION (source), answer, &result, &error);

  self->page = NULL;
  if (msk_page_is_alive (page))
    {
      text = dup_result_text (msk_page_get_session (page), &result, error);
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
  MskPrintingBar *self = MSK_PRINTING_BAR (widget);

  if (self->page == NULL)
    return;

  gtk_progress_bar_set_text (self->progress_bar, _ ("Stopping after this copy"));
  msk_page_cancel_work (self->page);
}

static void
pause_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPrintingBar *self = MSK_PRINTING_BAR (widget);

  if (self->gate == NULL)
    return;

  gtk_progress_bar_set_text (self->progress_bar, _ ("Paused after this copy"));
  msk_print_gate_shut (self->gate);
  apply_gate_state (self);
}

static void
resume_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPrintingBar *self = MSK_PRINTING_BAR (widget);

  if (self->gate == NULL)
    return;

  gtk_progress_bar_set_text (self->progress_bar, _ ("Going on"));
  msk_print_gate_open (self->gate);
  apply_gate_state (self);
}

static void
msk_printing_bar_dispose (GObject *object)
{
  MskPrintingBar *self = MSK_PRINTING_BAR (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_PRINTING_BAR);
  g_clear_object (&self->gate);

  G_OBJECT_CLASS (msk_printing_bar_parent_class)->dispose (object);
}

static void
msk_printing_bar_class_init (MskPrintingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_printing_bar_dispose;

  gtk_widget_class_install_action (widget_class, "printing.pause", NULL, pause_action);
  gtk_widget_class_install_action (widget_class, "printing.resume", NULL, resume_action);
  gtk_widget_class_install_action (widget_class, "printing.stop", NULL, stop_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/printing/"
                                                             "msk-printing-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPrintingBar, progress_bar);
}

static void
msk_printing_bar_init (MskPrintingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

gboolean
msk_printing_bar_begin (MskPrintingBar *self,
                        MskPage *page,
                        gint64 paper_id,
                        guint reserve,
                        const char *printer,
                        GError **error)
{
  g_autoptr(MskPrintGate) gate = msk_print_gate_new ();
  const MskPrintWatch watch = { progress_cb, waits_cb, self, gate };
  MskSession *session;

  g_return_val_if_fail (MSK_IS_PRINTING_BAR (self) && MSK_IS_PAGE (page), FALSE);

  session = msk_page_get_session (page);
  if (self->page != NULL || msk_page_is_busy (page))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("Other work is still going on: wait for it to end."));
      return FALSE;
    }
  if (reserve > 0 && msk_print_desk_reserve (session, paper_id, reserve, error) == 0)
    return FALSE;

  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  gtk_progress_bar_set_text (self->progress_bar, _ ("Looking at the printer"));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  g_set_object (&self->gate, gate);
  apply_gate_state (self);
  self->page = page;
  msk_print_desk_print_async (session, paper_id, printer, &watch, msk_page_begin_work (page),
                              printed_cb, g_object_ref (self));
  msk_page_invalidate (page);
  return TRUE;
}
