/* The form in which the organiser lays down whether the pages of a paper's copies are counted when
 * they come back. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"
#include "msk-paper.h"

G_BEGIN_DECLS

#define MSK_TYPE_COUNT_RULE_FORM (msk_count_rule_form_get_type ())
G_DECLARE_FINAL_TYPE (MskCountRuleForm, msk_count_rule_form, MSK, COUNT_RULE_FORM, MskForm)

/* Opens it over the page's window. */
void msk_count_rule_form_open (MskPage *page, MskPaper *paper);

G_END_DECLS
