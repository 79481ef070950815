/* The form of an incident: registered, reported, or a text written under a heading.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-incident-form.h"

#include <glib/gi18n-lib.h>

#include "msk-choice.h"
#include "msk-incident-desk.h"
#include "msk-time-text.h"

typedef enum
{
  INCIDENT_NEW,
  INCIDENT_TOLD,
  INCIDENT_TEXT,
} IncidentWork;

struct _MskIncidentForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *kind_row;
  AdwComboRow *level_row;
  AdwComboRow *department_row;
  AdwComboRow *heading_row;
  GtkWidget *whom_row;
  GtkWidget *at_row;
  GtkWidget *text_frame;
  GtkTextView *text_view;

  IncidentWork work;
  gint64 id;
  GPtrArray *entries; /* of the incident, when a text is written */
};

G_DEFINE_FINAL_TYPE (MskIncidentForm, msk_incident_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static const MskIncidentKind kinds[] = { MSK_INCIDENT_OTHER, MSK_INCIDENT_UNAUTHORISED_ENTRY };

static char *
dup_text (MskIncidentForm *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
register_new (MskIncidentForm *self, MskSession *session, GError **error)
{
  g_autofree char *text = dup_text (self);
  const guint row = adw_combo_row_get_selected (self->kind_row);
  MskIncidentDraft draft = { .kind = kinds[MIN (row, G_N_ELEMENTS (kinds) - 1)],
                             .text = text,
                             .level = msk_choice_get_level (self->level_row) };

  return (*TEXT (self->at_row) == '\0' ||
          msk_time_text_parse (TEXT (self->at_row), &draft.found_at, error)) &&
         msk_incident_desk_open (session, &draft, error) != 0;
}

static gboolean
msk_incident_form_apply (MskForm *form, GError **error)
{
  MskIncidentForm *self = MSK_INCIDENT_FORM (form);
  MskSession *session = msk_form_get_session (form);
  g_autofree char *text = NULL;
  gint64 told_at = 0;

  switch (self->work)
    {
    case INCIDENT_NEW:
      return register_new (self, session, error);
    case INCIDENT_TOLD:
      return (*TEXT (self->at_row) == '\0' ||
              msk_time_text_parse (TEXT (self->at_row), &told_at, error)) &&
             msk_incident_desk_report (session, self->id,
                                       msk_choice_get_department (self->department_row),
                                       TEXT (self->whom_row), told_at, error);
    case INCIDENT_TEXT:
    default:
      text = dup_text (self);
      return msk_incident_desk_write (session, self->id,
                                      (MskIncidentHeading) adw_combo_row_get_selected (
                                          self->heading_row),
                                      text, error);
    }
}

/* What stands under the heading that is chosen. */
static void
show_newest (MskIncidentForm *self)
{
  const guint heading = adw_combo_row_get_selected (self->heading_row);
  const char *text = "";

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      MskIncidentEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->heading == heading)
        text = entry->text;
    }
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), text, -1);
}

static void
heading_changed_cb (AdwComboRow *row, GParamSpec *pspec, MskIncidentForm *self)
{
  show_newest (self);
}

static void
msk_incident_form_finalize (GObject *object)
{
  g_clear_pointer (&MSK_INCIDENT_FORM (object)->entries, g_ptr_array_unref);

  G_OBJECT_CLASS (msk_incident_form_parent_class)->finalize (object);
}

static void
msk_incident_form_class_init (MskIncidentFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = msk_incident_form_finalize;
  MSK_FORM_CLASS (klass)->apply = msk_incident_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/incidents/"
                                                             "msk-incident-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskIncidentForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentForm, level_row);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentForm, department_row);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentForm, heading_row);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentForm, whom_row);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentForm, at_row);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentForm, text_frame);
  gtk_widget_class_bind_template_child (widget_class, MskIncidentForm, text_view);
}

static void
fill_in_words (MskIncidentForm *self)
{
  g_autoptr(GtkStringList) headings = gtk_string_list_new (NULL);
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  for (guint heading = 0; heading < MSK_HEADING_N; heading++)
    gtk_string_list_append (headings,
                            msk_incident_heading_get_label ((MskIncidentHeading) heading));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (words, msk_incident_kind_get_label (kinds[i]));
  adw_combo_row_set_model (self->heading_row, G_LIST_MODEL (headings));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (words));
}

static void
msk_incident_form_init (MskIncidentForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  msk_choice_fill_levels (self->level_row);
  msk_choice_fill_departments (self->department_row);
  adw_combo_row_set_selected (self->department_row, MSK_DEPARTMENT_SECRECY);
  fill_in_words (self);
}

/* Only the rows of this work are there. */
static MskIncidentForm *
make_form (MskPage *page,
           IncidentWork work,
           gint64 id,
           const char *title,
           const char *verb,
           const char *explanation)
{
  MskIncidentForm *self = MSK_INCIDENT_FORM (msk_form_new (MSK_TYPE_INCIDENT_FORM, page));

  self->work = work;
  self->id = id;
  g_object_set (self, "title", title, "verb", verb, NULL);
  adw_preferences_group_set_description (self->group, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), work == INCIDENT_NEW);
  gtk_widget_set_visible (GTK_WIDGET (self->level_row), work == INCIDENT_NEW);
  gtk_widget_set_visible (GTK_WIDGET (self->department_row), work == INCIDENT_TOLD);
  gtk_widget_set_visible (GTK_WIDGET (self->heading_row), work == INCIDENT_TEXT);
  gtk_widget_set_visible (self->whom_row, work == INCIDENT_TOLD);
  gtk_widget_set_visible (self->at_row, work != INCIDENT_TEXT);
  gtk_widget_set_visible (self->text_frame, work != INCIDENT_TOLD);
  return self;
}

void
msk_incident_form_open_new (MskPage *page)
{
  MskIncidentForm *self =
      make_form (page, INCIDENT_NEW, 0, _ ("Register an Incident"), _ ("_Register"),
                 _ ("What somebody reports. The clocks run from the time at which it was found; "
                    "without one, "
                    "from now."));

  msk_choice_set_level (self->level_row,
                        msk_session_get_meeting (msk_page_get_session (page))->level);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

void
msk_incident_form_open_told (MskPage *page, gint64 id)
{
  MskIncidentForm *self =
      make_form (page, INCIDENT_TOLD, id, _ ("Who Was Told"), _ ("_Record"),
                 _ ("The secrecy department is told first, within 24 hours. Without a time, now."));

  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->whom_row);
}

void
msk_incident_form_open_text (MskPage *page, gint64 id)
{
  MskIncidentForm *self =
      make_form (page, INCIDENT_TEXT, id, _ ("Write on Record"), _ ("_Write"),
                 _ ("A new version takes the place of the one before, which stays on record."));

  self->entries = msk_incident_desk_list_entries (msk_page_get_session (page), id, NULL);
  g_signal_connect_object (self->heading_row, "notify::selected", G_CALLBACK (heading_changed_cb),
                           self, 0);
  show_newest (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}
