/* The form that makes the dossier of a closed meeting.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_DOSSIER_FORM (msk_dossier_form_get_type ())
G_DECLARE_FINAL_TYPE (MskDossierForm, msk_dossier_form, MSK, DOSSIER_FORM, MskForm)

/* Opens it over the page's window. GTK owns the form. */
void msk_dossier_form_open (MskPage *page);

G_END_DECLS
