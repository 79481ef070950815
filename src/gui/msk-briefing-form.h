/* The form in which people take note of texts: each is shown in both languages, and only what is
 * shown is recorded (M1, M5, M8, P1). SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_BRIEFING_FORM (msk_briefing_form_get_type ())
G_DECLARE_FINAL_TYPE (MskBriefingForm, msk_briefing_form, MSK, BRIEFING_FORM, MskForm)

/* Opens it over the page's window for people (of gint64 ids), or for NULL: everybody who lacks a
 * text, or those of them who are inside now. */
void msk_briefing_form_open (MskPage *page, const GArray *people, gboolean inside);

G_END_DECLS
