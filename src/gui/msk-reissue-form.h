/* The form that gives people another badge in one step: the old one is void, the new one printed.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_REISSUE_FORM (msk_reissue_form_get_type ())
G_DECLARE_FINAL_TYPE (MskReissueForm, msk_reissue_form, MSK, REISSUE_FORM, MskForm)

/* Begins to print for the people that were chosen when the form was opened. */
typedef gboolean (*MskReissueFormApply) (MskPage *page,
                                         GPtrArray *people,
                                         const char *printer,
                                         const char *reason,
                                         GError **error);

/* Opens it over the page's window, for people (of MskAttendee). */
void msk_reissue_form_open (MskPage *page, GPtrArray *people, MskReissueFormApply apply);

G_END_DECLS
