/* The form that records a contact with a department (M1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_LIAISON_FORM (msk_liaison_form_get_type ())
G_DECLARE_FINAL_TYPE (MskLiaisonForm, msk_liaison_form, MSK, LIAISON_FORM, MskForm)

void msk_liaison_form_open (MskPage *page);

G_END_DECLS
