/* The form in which the organiser lays down whether the pages of a paper's copies are counted when
 * they come back. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-count-rule-form.h"

#include <glib/gi18n-lib.h>

#include "msk-choice.h"
#include "msk-return-desk.h"

struct _MskCountRuleForm
{
  MskForm parent_instance;

  AdwPreferencesGroup *group;
  AdwComboRow *rule_row;

  gint64 paper_id;
};

G_DEFINE_FINAL_TYPE (MskCountRuleForm, msk_count_rule_form, MSK_TYPE_FORM)

static gboolean
msk_count_rule_form_apply (MskForm *form, GError **error)
{
  MskCountRuleForm *self = MSK_COUNT_RULE_FORM (form);

  return msk_return_desk_set_rule (msk_form_get_session (form), self->paper_id,
                                   msk_choice_get_count_rule (self->rule_row), error);
}

static void
msk_count_rule_form_class_init (MskCountRuleFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  MSK_FORM_CLASS (klass)->apply = msk_count_rule_form_apply;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/meetingsecrecy/Kit/papers/"
                                                             "msk-count-rule-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MskCountRuleForm, group);
  gtk_widget_class_bind_template_child (widget_class, MskCountRuleForm, rule_row);
}

static void
msk_count_rule_form_init (MskCountRuleForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  msk_choice_fill_count_rules (self->rule_row);
}

void
msk_count_rule_form_open (MskPage *page, MskPaper *paper)
{
  MskScheme *scheme = msk_session_get_meeting (msk_page_get_session (page))->scheme;
  g_autofree char *explanation = g_strdup_printf (
      scheme->levels[paper->level].count_pages
          ? _ ("When copies of %s come back. The scheme of this meeting has copies of its level "
               "counted. A clerk may count any copy.")
          : _ ("When copies of %s come back. The scheme of this meeting does not ask for a count "
               "at its level. A clerk may count any copy."),
      paper->document_number);
  MskCountRuleForm *self;

  g_return_if_fail (MSK_IS_PAPER (paper));

  self = MSK_COUNT_RULE_FORM (msk_form_new (MSK_TYPE_COUNT_RULE_FORM, page));
  self->paper_id = paper->id;
  adw_preferences_group_set_description (self->group, explanation);
  adw_combo_row_set_selected (self->rule_row, paper->count_rule);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->rule_row));
}
