/* Measures before the meeting: what is open, what was done by whom, and the opening (M1); and the
 * check of the venue when everybody has left (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-measures-page.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-cells.h"
#include "msk-error.h"
#include "msk-liaison-form.h"
#include "msk-listing.h"
#include "msk-measure-desk.h"
#include "msk-measure-form.h"
#include "msk-measure-state.h"
#include "msk-report-ask.h"
#include "msk-time-text.h"

struct _MskMeasuresPage
{
  MskPage parent_instance;

  GtkImage *standing_image;
  GtkLabel *standing_label;
  GtkLabel *after_label;
  GtkLabel *liaison_label;
  GtkWidget *open_button;
  GtkWidget *record_button;
  GtkWidget *liaison_button;
  GtkWidget *report_buttons;
  GtkColumnView *view;

  GListStore *measures;
  GtkSingleSelection *selection;
  gint64 opened_at;
};

G_DEFINE_FINAL_TYPE (MskMeasuresPage, msk_measures_page, MSK_TYPE_PAGE)

static char *
dup_phase (gpointer item)
{
  return g_strdup (msk_measure_phase_get_label (MSK_MEASURE (item)->phase));
}

static char *
dup_area (gpointer item)
{
  return g_strdup (msk_measure_area_get_label (MSK_MEASURE (item)->area));
}

static char *
dup_text (gpointer item)
{
  return g_strdup (MSK_MEASURE (item)->text);
}

static char *
dup_mandatory (gpointer item)
{
  return g_strdup (MSK_MEASURE (item)->mandatory ? _ ("mandatory") : "");
}

static char *
dup_outcome (gpointer item)
{
  return g_strdup (msk_measure_outcome_get_label (MSK_MEASURE (item)->outcome));
}

static MskLook
get_look (gpointer item)
{
  return msk_measure_state_look (MSK_MEASURE (item));
}

static char *
dup_who (gpointer item)
{
  return g_strdup (MSK_MEASURE (item)->done_by);
}

static char *
dup_when (gpointer item)
{
  return msk_time_text_format (MSK_MEASURE (item)->done_at);
}

static char *
dup_evidence (gpointer item)
{
  return g_strdup (MSK_MEASURE (item)->evidence);
}

static const MskColumn columns[] = {
  { N_ ("Phase"), dup_phase, NULL, FALSE, FALSE },
  { N_ ("Area"), dup_area, NULL, FALSE, FALSE },
  { N_ ("State"), dup_outcome, get_look, FALSE, FALSE },
  { N_ ("Mandatory"), dup_mandatory, NULL, FALSE, FALSE },
  { N_ ("What is done"), dup_text, NULL, TRUE, FALSE },
  { N_ ("Who"), dup_who, NULL, FALSE, FALSE },
  { N_ ("When"), dup_when, NULL, FALSE, FALSE },
  { N_ ("What shows it"), dup_evidence, NULL, FALSE, FALSE },
};

static MskMeasure *
get_selected (MskMeasuresPage *self)
{
  return gtk_single_selection_get_selected_item (self->selection);
}

static void
apply_state (MskMeasuresPage *self)
{
  MskPage *page = MSK_PAGE (self);
  MskMeeting *meeting = msk_session_get_meeting (msk_page_get_session (page));
  const gboolean goes_on = meeting != NULL && meeting->state != MSK_MEETING_STATE_CLOSED;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.record",
                                 goes_on && msk_page_may (page, MSK_ACT_MEASURE_RECORD) &&
                                     get_selected (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.liaison",
                                 goes_on && msk_page_may (page, MSK_ACT_LIAISON_RECORD));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "measure.open-meeting",
                                 goes_on && self->opened_at == 0 &&
                                     msk_page_may (page, MSK_ACT_MEETING_OPEN));
}

static void
selection_changed_cb (GtkSelectionModel *selection, GParamSpec *pspec, MskMeasuresPage *self)
{
  if (self->view != NULL)
    apply_state (self);
}

static void
show_standing (MskMeasuresPage *self, GPtrArray *before, GPtrArray *after)
{
  const guint open = msk_measure_count_open (before);
  const MskLook look = msk_measure_state_look_of_opening (open, self->opened_at);
  g_autofree char *text = msk_measure_state_dup_standing (open, self->opened_at);
  g_autofree char *left = msk_measure_state_dup_after (msk_measure_count_open (after));

  gtk_image_set_from_icon_name (self->standing_image, look.icon_name);
  gtk_label_set_text (self->standing_label, text);
  gtk_label_set_text (self->after_label, left);
}

static gboolean
show_liaison (MskMeasuresPage *self, GError **error)
{
  g_autoptr(GPtrArray) liaisons =
                 msk_measure_desk_list_liaisons (msk_page_get_session (MSK_PAGE (self)), error);
  g_autofree char *text = NULL;

  if (liaisons == NULL)
    return FALSE;

  text = msk_measure_state_dup_liaison (liaisons);
  gtk_label_set_text (self->liaison_label, text);
  return TRUE;
}

static void
msk_measures_page_refresh (MskPage *page)
{
  MskMeasuresPage *self = MSK_MEASURES_PAGE (page);
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(MskChecklist) before =
                 msk_measure_desk_get_checklist (session, MSK_MEASURE_PHASE_BEFORE, &error);
  g_autoptr(MskChecklist) after =
                 before == NULL
                     ? NULL
                     : msk_measure_desk_get_checklist (session, MSK_MEASURE_PHASE_AFTER, &error);
  g_autoptr(GPtrArray) all = NULL;

  if (after == NULL || !msk_measure_desk_get_opening (session, &self->opened_at, NULL, &error) ||
      !show_liaison (self, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (self), _ ("Measures Not Read"), error);
      return;
    }

  all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < before->measures->len; i++)
    g_ptr_array_add (all, g_object_ref (before->measures->pdata[i]));
  for (guint i = 0; i < after->measures->len; i++)
    g_ptr_array_add (all, g_object_ref (after->measures->pdata[i]));
  msk_listing_update (self->measures, all, msk_measure_state_is_same);
  show_standing (self, before->measures, after->measures);
  apply_state (self);
}

static void
record_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskMeasure *measure = get_selected (MSK_MEASURES_PAGE (widget));

  if (measure != NULL)
    msk_measure_form_open (MSK_PAGE (widget), measure);
}

static void
activated_cb (GtkColumnView *view, guint position, MskMeasuresPage *self)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "measure.record", NULL);
}

static void
liaison_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_liaison_form_open (MSK_PAGE (widget));
}

static void
open_meeting (GtkWidget *widget)
{
  g_autoptr(GError) error = NULL;

  if (!msk_measure_desk_open_meeting (msk_page_get_session (MSK_PAGE (widget)), &error))
    msk_ask_tell_error (widget, _ ("The Meeting Is Not Opened"), error);
}

/* Each reason by itself: what is still to be done, measure by measure. */
static void
tell_reasons (MskMeasuresPage *self)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->measures)); i++)
    {
      g_autoptr(MskMeasure) measure = g_list_model_get_item (G_LIST_MODEL (self->measures), i);

      if (measure->phase == MSK_MEASURE_PHASE_BEFORE && msk_measure_blocks (measure))
        g_ptr_array_add (sentences,
                         g_strdup_printf ("%s: %s", msk_measure_area_get_label (measure->area),
                                          measure->text));
    }
  msk_ask_tell_list (GTK_WIDGET (self), _ ("The Meeting Can’t Be Opened Yet"),
                     _ ("These mandatory measures are open. Record each first."), sentences);
}

static void
open_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  MskMeasuresPage *self = MSK_MEASURES_PAGE (widget);
  g_autoptr(GError) error = NULL;

  if (msk_measure_desk_check_opening (msk_page_get_session (MSK_PAGE (self)), &error))
    msk_ask_confirm (widget, _ ("Open the Meeting?"),
                     _ ("From now on the door lets in who may come in. The time of the opening is "
                        "recorded once and does not change."),
                     _ ("_Open"), open_meeting);
  else if (g_error_matches (error, MSK_RULE_ERROR, MSK_RULE_ERROR_MEASURES_OPEN))
    tell_reasons (self);
  else
    msk_ask_tell_error (widget, _ ("The Meeting Can’t Be Opened Yet"), error);
}

static void
report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_MEASURES);
}

static void
venue_report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_VENUE_CHECK);
}

static void
liaison_report_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  msk_report_ask_open (MSK_PAGE (widget), MSK_REPORT_LIAISON);
}

static void
msk_measures_page_constructed (GObject *object)
{
  MskMeasuresPage *self = MSK_MEASURES_PAGE (object);
  MskPage *page = MSK_PAGE (object);

  G_OBJECT_CLASS (msk_measures_page_parent_class)->constructed (object);

  gtk_widget_set_visible (self->open_button, msk_page_may (page, MSK_ACT_MEETING_OPEN));
  gtk_widget_set_visible (self->record_button, msk_page_may (page, MSK_ACT_MEASURE_RECORD));
  gtk_widget_set_visible (self->liaison_button, msk_page_may (page, MSK_ACT_LIAISON_RECORD));
  gtk_widget_set_visible (self->report_buttons, msk_page_may (page, MSK_ACT_REPORT_MAKE));
}

static void
msk_measures_page_dispose (GObject *object)
{
  MskMeasuresPage *self = MSK_MEASURES_PAGE (object);

  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MSK_TYPE_MEASURES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->measures);

  G_OBJECT_CLASS (msk_measures_page_parent_class)->dispose (object);
}

static void
msk_measures_page_class_init (MskMeasuresPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = msk_measures_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = msk_measures_page_dispose;
  MSK_PAGE_CLASS (klass)->refresh = msk_measures_page_refresh;

  gtk_widget_class_install_action (widget_class, "measure.record", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "measure.liaison", NULL, liaison_action);
  gtk_widget_class_install_action (widget_class, "measure.open-meeting", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "measure.report", NULL, report_action);
  gtk_widget_class_install_action (widget_class, "measure.venue-report", NULL, venue_report_action);
  gtk_widget_class_install_action (widget_class, "measure.liaison-report", NULL,
                                   liaison_report_action);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/measures/"
                                                             "msk-measures-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MskMeasuresPage, standing_image);
  gtk_widget_class_bind_template_child (widget_class, MskMeasuresPage, standing_label);
  gtk_widget_class_bind_template_child (widget_class, MskMeasuresPage, after_label);
  gtk_widget_class_bind_template_child (widget_class, MskMeasuresPage, liaison_label);
  gtk_widget_class_bind_template_child (widget_class, MskMeasuresPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeasuresPage, record_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeasuresPage, liaison_button);
  gtk_widget_class_bind_template_child (widget_class, MskMeasuresPage, report_buttons);
  gtk_widget_class_bind_template_child (widget_class, MskMeasuresPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
msk_measures_page_init (MskMeasuresPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->measures = g_list_store_new (MSK_TYPE_MEASURE);
  msk_cells_add_columns (self->view, columns, G_N_ELEMENTS (columns));
  self->selection = msk_listing_fill_view (self->view, G_LIST_MODEL (self->measures),
                                           G_CALLBACK (selection_changed_cb), self);
}
