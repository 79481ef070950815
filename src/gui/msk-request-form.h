/* The form that asks for leave to copy a paper (M6), or one of its copies (C2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_REQUEST_FORM (msk_request_form_get_type ())
G_DECLARE_FINAL_TYPE (MskRequestForm, msk_request_form, MSK, REQUEST_FORM, MskForm)

/* Opens it over the page's window; parent is the number of the copy that is to be copied, or 0 for
 * the paper itself. */
void msk_request_form_open (MskPage *page, gint64 paper_id, guint parent);

G_END_DECLS
