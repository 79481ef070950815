/* The form that takes a PDF in as a paper of the meeting, as a revision of one or an attachment.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-paper-desk.h"
#include "msk-pick-row.h"
#include "msk-pick.h"
#include "msk-recall-desk.h"
#include "msk-scope-group.h"
#include "msk-vetting-desk.h"

struct _MskPaperForm
{
  MskForm parent_instance;

  GtkLabel *explanation_label;
  GtkWidget *document_number_row;
  GtkWidget *attachment_row;
  GtkSpinButton *attachment;
  GtkWidget *title_row;
  AdwComboRow *level_row;
  GtkWidget *period_row;
  AdwComboRow *urgency_row;
  GtkWidget *originator_row;
  MskPickRow *parts_row;
  MskScopeGroup *scope_group;

  GBytes *file;
  gint64 replaces;  /* the paper that it is the next revision of, or 0 */
  gint64 parent_id; /* the paper that it is an attachment of, or 0 */
  MskPaperRevised revised;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (MskPaperForm, msk_paper_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static void
tell_warnings (MskPage *page, GPtrArray *warnings)
{
  if (warnings != NULL && warnings->len > 0 && msk_page_is_alive (page))
    msk_ask_tell_list (GTK_WIDGET (page), _ ("Paper Added"),
                       _ ("The file was changed before it was taken in. Look whether the paper is "
                          "still complete:"),
                       warnings);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(MskPaperForm) self = MSK_PAPER_FORM (user_data);
  g_autoptr(GPtrArray) warnings = NULL;
  g_autoptr(GError) error = NULL;
  MskPage *page = msk_form_get_page (MSK_FORM (self));
  const gint64 paper_id =
      msk_paper_desk_add_finish (MSK_SESSION (source), result, &warnings, &error);

  msk_form_finish (MSK_FORM (self), error);
  if (paper_id != 0)
    tell_warnings (page, warnings);
  if (paper_id != 0 && self->revised != NULL && msk_page_is_alive (page))
    self->revised (page, self->replaces);
  msk_page_end_work (page);
}

/* Not called once the form is gone: that cancels the work. */
static void
progress_cb (double share, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf (_ ("Keeping the paper: %u %%"), (guint) (100 * share));

  msk_form_set_progress (MSK_FORM (user_data), share, text);
}

static void
begin (MskPaperForm *self, const MskPaperDraft *draft)
{
  MskForm *form = MSK_FORM (self);

  msk_form_begin_work (form);
  g_set_object (&self->cancellable, msk_page_begin_work (msk_form_get_page (form)));
  msk_form_set_progress (form, 0, _ ("Reading the file…"));
  msk_paper_desk_add_async (msk_form_get_session (form), draft, self->file, progress_cb, self,
                            self->cancellable, added_cb, g_object_ref (self));
}

static gboolean
msk_paper_form_apply (MskForm *form, GError **error)
{
  MskPaperForm *self = MSK_PAPER_FORM (form);
  g_autoptr(GArray) readers = msk_scope_group_dup_readers (self->scope_group);
  g_autoptr(GArray) parts = msk_pick_row_dup_ids (self->parts_row);
  const MskPaperDraft draft = {
    .document_number = TEXT (self->document_number_row),
    .title = TEXT (self->title_row),
    .level = msk_choice_get_level (self->level_row),
    .period = TEXT (self->period_row),
    .originator = TEXT (self->originator_row),
    .scope = msk_scope_group_get_scope (self->scope_group),
    .clearance = msk_scope_group_get_clearance (self->scope_group),
    .readers = readers,
    .urgency = msk_choice_get_urgency (self->urgency_row),
    .replaces = self->replaces,
    .parent_id = self->parent_id,
    .attachment = (guint) gtk_spin_button_get_value_as_int (self->attachment),
    .parts = parts,
  };

  if (msk_page_is_busy (msk_form_get_page (form)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("Something is being printed: add the paper when that has ended."));
      return FALSE;
    }

  begin (self, &draft);
  return FALSE;
}

/* Cancelling the form stops the worker. Its disposal would come too late: the work holds the form.
 */
static gboolean
msk_paper_form_close_request (GtkWindow *window)
{
  MskPaperForm *self = MSK_PAPER_FORM (window);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (msk_paper_form_parent_class)->close_request (window);
}

static void
msk_paper_form_dispose (GObject *object)
{
  MskPaperForm *self = MSK_PAPER_FORM (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->file, g_bytes_unref);

  G_OBJECT_CLASS (msk_paper_form_parent_class)->dispose (object);
}

static void
msk_paper_form_class_init (MskPaperFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_paper_form_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = msk_paper_form_close_request;
  MSK_FORM_CLASS (klass)->apply = msk_paper_form_apply;

  g_type_ensure (MSK_TYPE_PICK_ROW);
  g_type_ensure (MSK_TYPE_SCOPE_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/papers/msk-paper-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, document_number_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, attachment_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, attachment);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, level_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, period_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, urgency_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, originator_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, parts_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, scope_group);
}

static void
msk_paper_form_init (MskPaperForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_levels (self->level_row);
  msk_choice_fill_urgencies (self->urgency_row);
}

static void
fill_parts (MskPaperForm *self, GPtrArray *papers, const GArray *chosen)
{
  g_autoptr(GPtrArray) picks = g_ptr_array_new_with_free_func (g_object_unref);
  const MskPickWords words = { _ ("Choose Part_s…"), _ ("Not a compilation"), _ ("Choose Parts"),
                               _ ("A compilation is marked no lower and no shorter than any of its "
                                  "parts.") };

  for (guint i = 0; i < papers->len; i++)
    {
      const MskPaper *paper = g_ptr_array_index (papers, i);
      g_autofree char *title = g_strdup_printf ("%s  %s", paper->document_number, paper->title);
      g_autofree char *revision = g_strdup_printf (_ ("revision %u"), paper->revision);
      g_autofree char *facts =
          g_strjoin (" · ", msk_level_get_label (paper->level), paper->period, revision, NULL);

      g_ptr_array_add (picks, msk_pick_new (paper->id, title, facts));
    }
  msk_pick_row_fill (self->parts_row, &words, picks, chosen);
}

/* What a revision or an attachment has from the paper that it belongs to, until it is changed. */
static void
fill_in (MskPaperForm *self, MskPaper *paper)
{
  msk_choice_set_level (self->level_row, paper->level);
  adw_combo_row_set_selected (self->urgency_row, paper->urgency);
  gtk_editable_set_text (GTK_EDITABLE (self->period_row), paper->period);
  gtk_editable_set_text (GTK_EDITABLE (self->originator_row), paper->originator);
  gtk_widget_set_visible (self->document_number_row, FALSE);
  gtk_widget_set_visible (self->originator_row, FALSE);
}

/* A form with the lists to choose from; NULL, after telling why, when they can't be read. */
static MskPaperForm *
make_form (MskPage *page, GBytes *file, MskPaper *paper, gboolean is_revision)
{
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (session, &error);
  g_autoptr(GPtrArray) papers = people == NULL ? NULL : msk_paper_desk_list (session, &error);
  MskPaperForm *self;

  if (papers == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Papers Not Read"), error);
      return NULL;
    }

  self = MSK_PAPER_FORM (msk_form_new (MSK_TYPE_PAPER_FORM, page));
  self->file = g_bytes_ref (file);
  msk_scope_group_fill (self->scope_group, paper, is_revision, people);
  fill_parts (self, papers, is_revision ? paper->parts : NULL);
  if (paper != NULL)
    fill_in (self, paper);
  return self;
}

/* A form begins where something is to be filled in. */
static void
present (MskPaperForm *self, GtkWidget *first_row)
{
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (first_row);
}

static void
explain (MskPaperForm *self, const char *title, const char *verb, const char *explanation)
{
  g_object_set (self, "title", title, "verb", verb, NULL);
  gtk_label_set_text (self->explanation_label, explanation);
  gtk_widget_set_visible (GTK_WIDGET (self->explanation_label), TRUE);
}

void
msk_paper_form_open (MskPage *page, GBytes *file)
{
  MskPaperForm *self;

  g_return_if_fail (MSK_IS_PAGE (page) && file != NULL);

  self = make_form (page, file, NULL, FALSE);
  if (self != NULL)
    present (self, self->document_number_row);
}

void
msk_paper_form_open_revision (MskPage *page, MskPaper *old, GBytes *file, MskPaperRevised revised)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *explanation = NULL;
  MskRecallForecast forecast;
  MskPaperForm *self;

  g_return_if_fail (MSK_IS_PAGE (page) && MSK_IS_PAPER (old) && file != NULL);

  if (!msk_recall_desk_foresee_revision (msk_page_get_session (page), old->id, &forecast, &error))
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Papers Not Read"), error);
      return;
    }
  self = make_form (page, file, old, TRUE);
  if (self == NULL)
    return;

  self->replaces = old->id;
  self->revised = revised;
  explanation = g_strdup_printf (
      _ ("%s: the file becomes revision %u. Of revision %u, %u numbers that were never printed are "
         "void, and %u copies are recalled, %u of them from people who hold them. This can’t be "
         "taken back. The new revision needs leave to copy of its own."),
      old->document_number, old->revision + 1, old->revision, forecast.given_up, forecast.recalled,
      forecast.out);
  explain (self, _ ("Revise the Paper"), _ ("Re_vise"), explanation);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), old->title);
  present (self, self->title_row);
}

void
msk_paper_form_open_attachment (MskPage *page, MskPaper *parent, GBytes *file)
{
  g_autofree char *explanation = NULL;
  MskPaperForm *self;

  g_return_if_fail (MSK_IS_PAGE (page) && MSK_IS_PAPER (parent) && file != NULL);

  self = make_form (page, file, parent, FALSE);
  if (self == NULL)
    return;

  self->parent_id = parent->id;
  explanation = g_strdup_printf (_ ("The file becomes an attachment of %s, with copies and leave "
                                    "to copy of its own."),
                                 parent->document_number);
  explain (self, _ ("Attach a Paper"), _ ("Attac_h"), explanation);
  gtk_widget_set_visible (self->attachment_row, TRUE);
  present (self, self->title_row);
}
