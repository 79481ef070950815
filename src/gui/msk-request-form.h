/* The form that asks for leave to copy a paper (M6).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_REQUEST_FORM (msk_request_form_get_type ())
G_DECLARE_FINAL_TYPE (MskRequestForm, msk_request_form, MSK, REQUEST_FORM, MskForm)

/* Opens it over the page's window. */
void msk_request_form_open (MskPage *page, gint64 paper_id);

G_END_DECLS
