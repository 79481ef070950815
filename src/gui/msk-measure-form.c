/* The form that records a measure (M1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-measure-form.h"

#include "msk-choice.h"
#include "msk-measure-desk.h"
#include "msk-time-text.h"

struct _MskMeasureForm
{
  MskForm parent_instance;

  GtkLabel *measure_label;
  AdwComboRow *outcome_row;
  GtkWidget *by_row;
  GtkWidget *at_row;
  GtkWidget *evidence_row;

  char *id;
};

G_DEFINE_FINAL_TYPE (MskMeasureForm, msk_measure_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_measure_form_apply (MskForm *form, GError **error)
{
  MskMeasureForm *self = MSK_MEASURE_FORM (form);
  MskMeasureDraft draft = {
    .id = self->id,
    .outcome = msk_choice_get_outcome (self->outcome_row),
    .done_by = TEXT (self->by_row),
    .evidence = TEXT (self->evidence_row),
  };

  return msk_time_text_parse (TEXT (self->at_row), &draft.done_at, error) &&
         msk_measure_desk_record (msk_form_get_session (form), &draft, error);
}

static void
msk_measure_form_finalize (GObject *object)
{
  g_free (MSK_MEASURE_FORM (object)->id);

  G_OBJECT_CLASS (msk_measure_form_parent_class)->finalize (object);
}

static void
msk_measure_form_class_init (MskMeasureFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_measure_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_measure_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/measures/"
                                                             "msk-measure-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskMeasureForm, measure_label);
  gtk_widget_class_bind_template_child (widget_class, MskMeasureForm, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeasureForm, by_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeasureForm, at_row);
  gtk_widget_class_bind_template_child (widget_class, MskMeasureForm, evidence_row);
}

static void
msk_measure_form_init (MskMeasureForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_outcomes (self->outcome_row);
}

void
msk_measure_form_open (MskPage *page, MskMeasure *measure)
{
  MskMeasureForm *self = MSK_MEASURE_FORM (msk_form_new (MSK_TYPE_MEASURE_FORM, page));
  g_autofree char *now = msk_time_text_format (msk_session_get_now (msk_page_get_session (page)));

  self->id = g_strdup (measure->id);
  gtk_label_set_text (self->measure_label, measure->text);
  gtk_editable_set_text (GTK_EDITABLE (self->at_row), now);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->by_row);
}
