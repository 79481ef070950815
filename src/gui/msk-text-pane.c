/* A text that people take note of, to be read.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-text-pane.h"

#include "msk-briefing-state.h"

struct _MskTextPane
{
  AdwBin parent_instance;

  GtkTextView *view;

  MskTextVersion *shown;
};

G_DEFINE_FINAL_TYPE (MskTextPane, msk_text_pane, ADW_TYPE_BIN)

static void
msk_text_pane_dispose (GObject *object)
{
  MskTextPane *self = MSK_TEXT_PANE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_TEXT_PANE);
  g_clear_object (&self->shown);

  G_OBJECT_CLASS (msk_text_pane_parent_class)->dispose (object);
}

static void
msk_text_pane_class_init (MskTextPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_text_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/briefing/msk-text-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, MskTextPane, view);
}

static void
msk_text_pane_init (MskTextPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_text_pane_show (MskTextPane *self, MskTextVersion *text)
{
  g_autofree char *reading = NULL;
  GtkTextBuffer *buffer;
  GtkTextIter start;

  g_return_if_fail (MSK_IS_TEXT_PANE (self));

  buffer = gtk_text_view_get_buffer (self->view);
  g_set_object (&self->shown, text);
  reading = text == NULL ? g_strdup ("") : msk_briefing_state_dup_reading (text);
  gtk_text_buffer_set_text (buffer, reading, -1);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0.0);
}

MskTextVersion *
msk_text_pane_get_shown (MskTextPane *self)
{
  g_return_val_if_fail (MSK_IS_TEXT_PANE (self), NULL);

  return self->shown;
}
