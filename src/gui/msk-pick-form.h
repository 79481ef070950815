/* A form that chooses several out of a list, over another form.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_PICK_FORM (msk_pick_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPickForm, msk_pick_form, MSK, PICK_FORM, MskForm)

/* Called when the choice was confirmed, after the picks were changed. */
typedef void (*MskPickFunc) (GtkWidget *asker);

/* Opens it over the form that asker is in, for picks (of MskPick). A choice that is cancelled
 * leaves them as they were. */
void msk_pick_form_open (GtkWidget *asker,
                         const char *title,
                         const char *explanation,
                         GPtrArray *picks,
                         MskPickFunc done);

G_END_DECLS
