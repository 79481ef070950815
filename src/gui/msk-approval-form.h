/* The form that records the approval of a request to copy (C1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-request.h"
#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_APPROVAL_FORM (msk_approval_form_get_type ())
G_DECLARE_FINAL_TYPE (MskApprovalForm, msk_approval_form, MSK, APPROVAL_FORM, MskForm)

/* Opens it over the page's window. */
void msk_approval_form_open (MskPage *page, MskPaper *paper, MskCopyRequest *request);

G_END_DECLS
