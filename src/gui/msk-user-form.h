/* The form that adds an account.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_USER_FORM (msk_user_form_get_type ())
G_DECLARE_FINAL_TYPE (MskUserForm, msk_user_form, MSK, USER_FORM, MskForm)

G_END_DECLS
