/* A form of one number: how many.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_NUMBER_FORM (msk_number_form_get_type ())
G_DECLARE_FINAL_TYPE (MskNumberForm, msk_number_form, MSK, NUMBER_FORM, MskForm)

/* Does it for the copy that the form was opened for. */
typedef gboolean (*MskNumberFormApply) (MskPage *page, guint parent, guint count, GError **error);

/* Opens it over the page's window, for 1 … most numbers under a copy. */
void msk_number_form_open (MskPage *page,
                           const char *explanation,
                           guint parent,
                           guint most,
                           MskNumberFormApply apply);

G_END_DECLS
