/* The form in which a text that people take note of gets a new version, or a post a new duty card:
 * both languages side by side, and what the new version means (M1, M5, M8, P1). */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_WORDING_FORM (msk_wording_form_get_type ())
G_DECLARE_FINAL_TYPE (MskWordingForm, msk_wording_form, MSK, WORDING_FORM, MskForm)

/* Opens it over the page's window, with the first text. GTK owns it. */
void msk_wording_form_open (MskPage *page);

G_END_DECLS
