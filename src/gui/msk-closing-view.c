/* The blind counts of the sweep, and what stands against closing the meeting (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-closing-view.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-fields-form.h"
#include "msk-sweep-count-desk.h"
#include "msk-sweep-desk.h"
#include "msk-time-text.h"

struct _MskClosingView
{
  MskPage parent_instance;

  GtkLabel *standing_label;
  GtkLabel *counts_label;
  GtkWidget *count_button;
  GtkLabel *obstacles_label;
};

G_DEFINE_FINAL_TYPE (MskClosingView, msk_closing_view, MSK_TYPE_PAGE)

/* "Paper A: 12 counted, 13 in the register", one a line; only those that differ, when any does. The
 * register's figure is not told where people count again. */
static gboolean
add_figures (GString *text, MskSession *session, MskSweepCount *count, GError **error)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < count->figures->len; i++)
    {
      const MskSweepFigure *figure = &g_array_index (count->figures, MskSweepFigure, i);
      g_autofree char *what = NULL;

      if (!figure->differs)
        continue;
      what = msk_sweep_count_desk_dup_what (session, figure->paper_id, error);
      if (what == NULL)
        return FALSE;
      differs = TRUE;
      if (count->standing == MSK_SWEEP_COUNTS_AGREE)
        g_string_append_printf (text, _ ("\n    %s: %u counted, %u in the register"), what,
                                figure->counted, figure->expected);
      else
        g_string_append_printf (text, _ ("\n    %s: %u counted, differs"), what, figure->counted);
    }
  if (!differs && count->figures->len > 0)
    g_string_append_printf (text, "\n    %s", _ ("every figure as in the register"));
  return TRUE;
}

static gboolean
show_counts (MskClosingView *self, GError **error)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  MskSweepCountStanding standing;
  g_autoptr(GPtrArray) counts = msk_sweep_count_desk_list (session, &standing, error);
  g_autoptr(GString) text = g_string_new (NULL);
  guint round = 0;

  if (counts == NULL)
    return FALSE;

  for (guint i = 0; i < counts->len; i++)
    {
      MskSweepCount *count = g_ptr_array_index (counts, i);
      g_autofree char *time = msk_time_text_format (count->at);

      if (count->round != round)
        {
          g_string_append (text, i > 0 ? "\n" : "");
          g_string_append_printf (text, _ ("Round %u: %s"), count->round,
                                  msk_sweep_count_standing_get_label (count->standing));
          g_string_append_c (text, '\n');
          round = count->round;
        }
      else
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Counted by %s, %s"), count->user, time);
      if (!add_figures (text, session, count, error))
        return FALSE;
    }
  gtk_label_set_text (self->standing_label, msk_sweep_count_standing_get_label (standing));
  gtk_label_set_text (self->counts_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->counts_label), counts->len > 0);
  return TRUE;
}

static gboolean
show_obstacles (MskClosingView *self, GError **error)
{
  MskSession *session = msk_page_get_session (MSK_PAGE (self));
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GPtrArray) obstacles = NULL;

  if (msk_session_get_meeting (session)->state == MSK_MEETING_STATE_SWEEPING)
    {
      obstacles = msk_sweep_desk_list_obstacles (session, error);
      if (obstacles == NULL)
        return FALSE;
    }

  for (guint i = 0; obstacles != NULL && i < obstacles->len; i++)
    g_string_append_printf (text, "%s%u. %s", i > 0 ? "\n" : "", i + 1,
                            ((GError *) g_ptr_array_index (obstacles, i))->message);
  if (text->len == 0)
    g_string_append (text, _ ("Nothing stands against closing the meeting."));
  gtk_label_set_text (self->obstacles_label, text->str);
  return TRUE;
}

static void
msk_closing_view_refresh (MskPage *page)
{
  MskClosingView *self = MSK_CLOSING_VIEW (page);
  g_autoptr(GError) error = NULL;
  const gboolean open =
      msk_session_get_meeting (msk_page_get_session (page))->state == MSK_MEETING_STATE_SWEEPING;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "closing.count",
                                 open && msk_page_may (page, MSK_ACT_SWEEP_COUNT));
  if (!show_counts (self, &error) || !show_obstacles (self, &error))
    msk_ask_tell_error (GTK_WIDGET (self), _ ("Counts Not Read"), error);
}

static gboolean
add_count (MskPage *page, gpointer wanted, const char *const *values, GError **error)
{
  GArray *figures = wanted;
  MskSweepCountStanding standing;

  for (guint i = 0; i < figures->len; i++)
    if (!msk_fields_form_parse_count (values[i],
                                      &g_array_index (figures, MskSweepFigure, i).counted, error))
      return FALSE;

  return msk_sweep_count_desk_add (msk_page_get_session (page), figures, &standing, error);
}

/* The names of what is counted, none with a mnemonic. The caller owns it. */
static GPtrArray *
dup_fields (MskSession *session, const GArray *wanted, GError **error)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < wanted->len; i++)
    {
      g_autofree char *what =
          msk_sweep_count_desk_dup_what (session,
                                         g_array_index (wanted, MskSweepFigure, i).paper_id, error);
      g_auto(GStrv) parts = NULL;

      if (what == NULL)
        return NULL;
      parts = g_strsplit (what, "_", -1);
      g_ptr_array_add (fields, g_strjoinv ("__", parts));
    }
  g_ptr_array_add (fields, NULL);
  return g_steal_pointer (&fields);
}

static void
count_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskPage *page = MSK_PAGE (widget);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) wanted = msk_sweep_count_desk_list_wanted (session, &error);
  g_autoptr(GPtrArray) fields = wanted == NULL ? NULL : dup_fields (session, wanted, &error);
  MskFieldsWords words = {
    .title = _ ("Count Blind"),
    .explanation = _ ("Count by hand what lies there now, alone, and without looking up how many "
                      "there should be. A copy in part is one. The figures are compared once "
                      "another person has counted too."),
    .verb = _ ("_Enter"),
    .apply = add_count,
  };

  if (fields == NULL)
    {
      msk_ask_tell_error (widget, _ ("Counts Not Read"), error);
      return;
    }

  words.fields = (const char *const *) fields->pdata;
  msk_fields_form_open (page, &words, NULL, g_steal_pointer (&wanted),
                        (GDestroyNotify) g_array_unref);
}

static void
msk_closing_view_constructed (GObject *object)
{
  MskClosingView *self = MSK_CLOSING_VIEW (object);

  G_OBJECT_CLASS (msk_closing_view_parent_class)->constructed (object);

  gtk_widget_set_visible (self->count_button,
                          msk_page_may (MSK_PAGE (object), MSK_ACT_SWEEP_COUNT));
}

static void
msk_closing_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_CLOSING_VIEW);

  G_OBJECT_CLASS (msk_closing_view_parent_class)->dispose (object);
}

static void
msk_closing_view_class_init (MskClosingViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_closing_view_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_closing_view_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_closing_view_refresh;

  gtk_widget_class_install_action (widget_class, "closing.count", NULL, count_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/sweep/msk-closing-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MskClosingView, standing_label);
  gtk_widget_class_bind_template_child (widget_class, MskClosingView, counts_label);
  gtk_widget_class_bind_template_child (widget_class, MskClosingView, count_button);
  gtk_widget_class_bind_template_child (widget_class, MskClosingView, obstacles_label);
}

static void
msk_closing_view_init (MskClosingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
