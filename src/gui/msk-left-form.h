/* The form that registers a thing without a code that was left behind (M9).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_LEFT_FORM (msk_left_form_get_type ())
G_DECLARE_FINAL_TYPE (MskLeftForm, msk_left_form, MSK, LEFT_FORM, MskForm)

void msk_left_form_open (MskPage *page);

G_END_DECLS
