/* The form that makes a paper's scope narrower (M3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"
#include "msk-paper.h"

G_BEGIN_DECLS

#define MSK_TYPE_NARROW_FORM (msk_narrow_form_get_type ())
G_DECLARE_FINAL_TYPE (MskNarrowForm, msk_narrow_form, MSK, NARROW_FORM, MskForm)

/* Called when the scope is narrower, with how many copies were recalled by it. */
typedef void (*MskPaperNarrowed) (MskPage *page, guint recalled);

/* Opens it over the page's window. */
void msk_narrow_form_open (MskPage *page, MskPaper *paper, MskPaperNarrowed narrowed);

G_END_DECLS
