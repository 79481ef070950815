/* The form that takes a PDF in as a paper of the meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_PAPER_FORM (msk_paper_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPaperForm, msk_paper_form, MSK, PAPER_FORM, MskForm)

/* Opens it over the page's window, for a file that was read. */
void msk_paper_form_open (MskPage *page, GBytes *file);

G_END_DECLS
