/* The form that makes a paper's scope narrower (M3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-narrow-form.h"

#include <glib/gi18n-lib.h>

#include "msk-ask.h"
#include "msk-recall-desk.h"
#include "msk-scope-group.h"
#include "msk-vetting-desk.h"

struct _MskNarrowForm
{
  MskForm parent_instance;

  GtkLabel *explanation_label;
  MskScopeGroup *scope_group;
  GtkWidget *reason_row;

  gint64 paper_id;
  MskPaperNarrowed narrowed;
};

G_DEFINE_FINAL_TYPE (MskNarrowForm, msk_narrow_form, MSK_TYPE_FORM)

static gboolean
msk_narrow_form_apply (MskForm *form, GError **error)
{
  MskNarrowForm *self = MSK_NARROW_FORM (form);
  g_autoptr(GArray) readers = msk_scope_group_dup_readers (self->scope_group);
  const MskScopeDraft draft = {
    .scope = msk_scope_group_get_scope (self->scope_group),
    .clearance = msk_scope_group_get_clearance (self->scope_group),
    .readers = readers,
    .reason = gtk_editable_get_text (GTK_EDITABLE (self->reason_row)),
  };
  guint recalled;

  /* To the desk no capacity means that they stay as they are, and that is not what is shown. */
  if (draft.scope == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("A scope has at least one capacity: choose whom the paper is for."));
      return FALSE;
    }
  if (!msk_recall_desk_narrow (msk_form_get_session (form), self->paper_id, &draft, &recalled,
                               error))
    return FALSE;

  self->narrowed (msk_form_get_page (form), recalled);
  return TRUE;
}

static void
msk_narrow_form_class_init (MskNarrowFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_narrow_form_apply;

  g_type_ensure (MSK_TYPE_SCOPE_GROUP);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/papers/"
                                                             "msk-narrow-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskNarrowForm, explanation_label);
  gtk_widget_class_bind_template_child (widget_class, MskNarrowForm, scope_group);
  gtk_widget_class_bind_template_child (widget_class, MskNarrowForm, reason_row);
}

static void
msk_narrow_form_init (MskNarrowForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
msk_narrow_form_open (MskPage *page, MskPaper *paper, MskPaperNarrowed narrowed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = msk_vetting_desk_list (msk_page_get_session (page), &error);
  g_autofree char *explanation = NULL;
  MskNarrowForm *self;

  g_return_if_fail (MSK_IS_PAPER (paper) && narrowed != NULL);

  if (people == NULL)
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Papers Not Read"), error);
      return;
    }

  self = MSK_NARROW_FORM (msk_form_new (MSK_TYPE_NARROW_FORM, page));
  self->paper_id = paper->id;
  self->narrowed = narrowed;
  explanation =
      g_strdup_printf (_ ("%s: who holds a copy and is outside the new scope has to give it back; "
                          "what was made from it is recalled too. This can’t be taken back."),
                       paper->document_number);
  gtk_label_set_text (self->explanation_label, explanation);
  msk_scope_group_fill (self->scope_group, paper, TRUE, people);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->reason_row);
}
