/* The form that registers carriers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_CARRIER_FORM (msk_carrier_form_get_type ())
G_DECLARE_FINAL_TYPE (MskCarrierForm, msk_carrier_form, MSK, CARRIER_FORM, MskForm)

/* Opens it over the page's window; the level is the meeting's until another is chosen. */
void msk_carrier_form_open (MskPage *page);

G_END_DECLS
