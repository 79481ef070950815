/* The form that shows what a file with a list would bring, and imports it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_IMPORT_FORM (msk_import_form_get_type ())
G_DECLARE_FINAL_TYPE (MskImportForm, msk_import_form, MSK, IMPORT_FORM, MskForm)

/* Reads the file at once, without blocking. */
void msk_import_form_open (MskPage *page, GBytes *file);

G_END_DECLS
