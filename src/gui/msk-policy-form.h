/* The form in which the security officer chooses the scheme of marks and the rule for active
 * content. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_POLICY_FORM (msk_policy_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPolicyForm, msk_policy_form, MSK, POLICY_FORM, MskForm)

/* Opens it over the page, filled with what holds now. */
void msk_policy_form_open (MskPage *page);

G_END_DECLS
