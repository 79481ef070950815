/* The form that plans a copy for a person, found by name, or for nobody (M7).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_PERSON_FORM (msk_person_form_get_type ())
G_DECLARE_FINAL_TYPE (MskPersonForm, msk_person_form, MSK, PERSON_FORM, MskForm)

/* Opens it over the page's window. planned_id is whom the copy is planned for now, 0 for nobody. */
void msk_person_form_open (MskPage *page, guint number, gint64 planned_id);

G_END_DECLS
