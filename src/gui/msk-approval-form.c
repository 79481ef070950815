/* The form that records the approval of a request to copy (C1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-approval-form.h"

#include <glib/gi18n-lib.h>

#include "msk-approval-desk.h"
#include "msk-ask.h"
#include "msk-choice.h"
#include "msk-reproduction-desk.h"
#include "msk-time-text.h"

struct _MskApprovalForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  GtkSpinButton *copies;
  AdwComboRow *place_row;
  GtkWidget *authority_row;
  GtkWidget *post_row;
  GtkWidget *organ_row;
  AdwComboRow *standing_row;
  GtkWidget *reference_row;
  GtkWidget *decided_row;

  gint64 request_id;
};

G_DEFINE_FINAL_TYPE (MskApprovalForm, msk_approval_form, MSK_TYPE_FORM)

#define TEXT(row) gtk_editable_get_text (GTK_EDITABLE (row))

static gboolean
msk_approval_form_apply (MskForm *form, GError **error)
{
  MskApprovalForm *self = MSK_APPROVAL_FORM (form);
  MskApproval approval = {
    .copies = (guint) gtk_spin_button_get_value_as_int (self->copies),
    .authority = TEXT (self->authority_row),
    .post = TEXT (self->post_row),
    .organ = TEXT (self->organ_row),
    .reference = TEXT (self->reference_row),
    .standing = (MskStanding) adw_combo_row_get_selected (self->standing_row),
    .place = msk_choice_get_place (self->place_row),
  };

  return msk_time_text_parse (TEXT (self->decided_row), &approval.decided_at, error) &&
         msk_approval_desk_approve (msk_form_get_session (form), self->request_id, &approval,
                                    error);
}

static void
msk_approval_form_class_init (MskApprovalFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_approval_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/papers/"
                                                             "msk-approval-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskApprovalForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskApprovalForm, copies);
  gtk_widget_class_bind_template_child (widget_class, MskApprovalForm, place_row);
  gtk_widget_class_bind_template_child (widget_class, MskApprovalForm, authority_row);
  gtk_widget_class_bind_template_child (widget_class, MskApprovalForm, post_row);
  gtk_widget_class_bind_template_child (widget_class, MskApprovalForm, organ_row);
  gtk_widget_class_bind_template_child (widget_class, MskApprovalForm, standing_row);
  gtk_widget_class_bind_template_child (widget_class, MskApprovalForm, reference_row);
  gtk_widget_class_bind_template_child (widget_class, MskApprovalForm, decided_row);
}

static void
msk_approval_form_init (MskApprovalForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_standings (self->standing_row);
}

/* C1, with what was approved so far of the same: of the paper, or of that very copy. */
static char *
dup_description (MskScheme *scheme, MskPaper *paper, MskCopyRequest *request, guint approved)
{
  const char *authority = msk_authority_get_label (scheme->levels[paper->level].authority);
  const char *level = msk_level_get_label (paper->level);
  g_autofree char *parent = NULL;

  if (request->parent == 0)
    return g_strdup_printf (_ ("%s, issued by %s: copied only by leave of %s. Approved so far: %u "
                               "copies; a further approval adds to it."),
                            level, paper->originator, authority, approved);

  parent = msk_copy_number_dup_text (request->parent);
  return g_strdup_printf (_ ("Copies of copy %s, to be made by %s. %s, issued by %s: copied only "
                             "by "
                             "leave of %s. Approved so far of this copy: %u; a further approval "
                             "adds to it."),
                          parent, request->copier, level, paper->originator, authority, approved);
}

static void
fill_in (MskApprovalForm *self, MskSession *session, MskCopyRequest *request, char *description)
{
  g_autofree char *decided = msk_time_text_format (msk_session_get_now (session));

  adw_preferences_group_set_description (self->group, description);
  gtk_spin_button_set_range (self->copies, 1, request->copies);
  gtk_spin_button_set_value (self->copies, request->copies);
  gtk_editable_set_text (GTK_EDITABLE (self->decided_row), decided);
}

void
msk_approval_form_open (MskPage *page, MskPaper *paper, MskCopyRequest *request)
{
  MskSession *session = msk_page_get_session (page);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) places = msk_approval_desk_list_places (session, &error);
  const gboolean anywhere = *request->asked_place == '\0';
  guint approved = paper->approved;
  g_autofree char *description = NULL;
  MskApprovalForm *self;
  guint room;

  if (places == NULL ||
      (request->parent != 0 &&
       !msk_reproduction_desk_get_leave (session, request->parent, &approved, &room, &error)))
    {
      msk_ask_tell_error (GTK_WIDGET (page), _ ("Places Not Read"), error);
      return;
    }

  self = MSK_APPROVAL_FORM (msk_form_new (MSK_TYPE_APPROVAL_FORM, page));
  self->request_id = request->id;
  description =
      dup_description (msk_session_get_meeting (session)->scheme, paper, request, approved);
  fill_in (self, session, request, description);
  msk_choice_fill_places (self->place_row,
                          anywhere ? _ ("Any designated place") : request->asked_place, places);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->authority_row);
}
