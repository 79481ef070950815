/* The form that writes down who enters the print room (K1, C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_ENTER_FORM (msk_enter_form_get_type ())
G_DECLARE_FINAL_TYPE (MskEnterForm, msk_enter_form, MSK, ENTER_FORM, MskForm)

void msk_enter_form_open (MskPage *page);

G_END_DECLS
