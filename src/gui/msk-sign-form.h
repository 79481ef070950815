/* The form in which a second person signs the sweep on the spot.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_SIGN_FORM (msk_sign_form_get_type ())
G_DECLARE_FINAL_TYPE (MskSignForm, msk_sign_form, MSK, SIGN_FORM, MskForm)

G_END_DECLS
