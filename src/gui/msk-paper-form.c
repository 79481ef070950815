/* The form that takes a PDF in as a paper of the meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-paper-desk.h"

#define N_CAPACITIES (MSK_CAPACITY_PRESS + 1)

struct _MskPaperForm
{
  MskForm parent_instance;

  GtkWidget *document_number_row;
  GtkWidget *title_row;
  AdwComboRow *level_row;
  GtkWidget *period_row;
  GtkWidget *originator_row;
  GtkCheckButton *scope_checks[N_CAPACITIES];

  GBytes *file;
  GCancellable *cancellable;
};

static const char *const scope_check_names[N_CAPACITIES] = {
  [MSK_CAPACITY_DELEGATE] = "delegate_check", [MSK_CAPACITY_OBSERVER] = "observer_check",
  [MSK_CAPACITY_STAFF] = "staff_check",       [MSK_CAPACITY_SERVICE] = "service_check",
  [MSK_CAPACITY_PRESS] = "press_check",
};

G_DEFINE_FINAL_TYPE (MskPaperForm, msk_paper_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static guint
read_scope (MskPaperForm *self)
{
  guint scope = 0;

  for (guint capacity = 0; capacity < N_CAPACITIES; capacity++)
    if (gtk_check_button_get_active (self->scope_checks[capacity]))
      scope |= 1u << capacity;

  return scope;
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
  if (paper_id != 0 && warnings != NULL && warnings->len > 0 && msk_page_is_alive (page))
    msk_ask_tell_list (GTK_WIDGET (page), _ ("Paper Added"),
                       _ ("The file was changed before it was taken in. Look whether the paper is "
                          "still complete:"),
                       warnings);
  msk_page_end_work (page);
}

/* Not called once the form is gone: that cancels the work. */
static void
progress_cb (double share, gpointer user_data)
{
  g_autofree char *text = g_strdup_printf (_ ("Keeping the paper: %u %%"), (guint) (100 * share));

  msk_form_set_progress (MSK_FORM (user_data), share, text);
}

static gboolean
msk_paper_form_apply (MskForm *form, GError **error)
{
  MskPaperForm *self = MSK_PAPER_FORM (form);
  const MskPaperDraft draft = {
    .document_number = TEXT (self->document_number_row),
    .title = TEXT (self->title_row),
    .level = msk_choice_get_level (self->level_row),
    .period = TEXT (self->period_row),
    .originator = TEXT (self->originator_row),
    .scope = read_scope (self),
  };

  if (msk_page_is_busy (msk_form_get_page (form)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _ ("Something is being printed: add the paper when that has ended."));
      return FALSE;
    }

  msk_form_begin_work (form);
  g_set_object (&self->cancellable, msk_page_begin_work (msk_form_get_page (form)));
  msk_form_set_progress (form, 0, _ ("Reading the file…"));
  msk_paper_desk_add_async (msk_form_get_session (form), &draft, self->file, progress_cb, self,
                            self->cancellable, added_cb, g_object_ref (self));
  return FALSE;
}

/* Cancelling the form stops the worker. */
static void
msk_paper_form_dispose (GObject *object)
{
  MskPaperForm *self = MSK_PAPER_FORM (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->file, g_bytes_unref);

  G_OBJECT_CLASS (msk_paper_form_parent_class)->dispose (object);
}

static void
msk_paper_form_class_init (MskPaperFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = msk_paper_form_dispose;
  MSK_FORM_CLASS (klass)->apply = msk_paper_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/meetingsecrecy/Kit/papers/msk-paper-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, document_number_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, level_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, period_row);
  gtk_widget_class_bind_template_child (widget_class, MskPaperForm, originator_row);
  for (guint capacity = 0; capacity < N_CAPACITIES; capacity++)
    gtk_widget_class_bind_template_child_full (widget_class, scope_check_names[capacity], FALSE, 0);
}

static void
msk_paper_form_init (MskPaperForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_levels (self->level_row);

  for (guint capacity = 0; capacity < N_CAPACITIES; capacity++)
    {
      GObject *check = gtk_widget_get_template_child (GTK_WIDGET (self), MSK_TYPE_PAPER_FORM,
                                                      scope_check_names[capacity]);
      const char *label = msk_capacity_get_label ((MskCapacity) capacity);

      self->scope_checks[capacity] = GTK_CHECK_BUTTON (check);
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                      -1);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (
                                         gtk_widget_get_ancestor (GTK_WIDGET (check),
                                                                  ADW_TYPE_ACTION_ROW)),
                                     label);
    }
}

void
msk_paper_form_open (MskPage *page, GBytes *file)
{
  MskPaperForm *self = MSK_PAPER_FORM (msk_form_new (MSK_TYPE_PAPER_FORM, page));

  g_return_if_fail (file != NULL);

  self->file = g_bytes_ref (file);
  gtk_window_present (GTK_WINDOW (self));
}
