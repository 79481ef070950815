/* The form that changes the passphrase of the person signed in.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_PASSPHRASE_FORM (msk_passphrase_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPassphraseForm, msk_passphrase_form, MSK, PASSPHRASE_FORM, MskForm)

G_END_DECLS
