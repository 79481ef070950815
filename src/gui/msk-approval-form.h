/* The form that records an approval to copy a paper (C1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"
#include "msk-paper.h"

G_BEGIN_DECLS

#define MSK_TYPE_APPROVAL_FORM (msk_approval_form_get_type ())
G_DECLARE_FINAL_TYPE (MskApprovalForm, msk_approval_form, MSK, APPROVAL_FORM, MskForm)

/* Opens it over the page's window. */
void msk_approval_form_open (MskPage *page, MskPaper *paper);

G_END_DECLS
