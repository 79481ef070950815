/* The form that records a recorder or note-taker who was approved for an item (M5).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_EXCEPTION_FORM (msk_exception_form_get_type ())
G_DECLARE_FINAL_TYPE (MskExceptionForm, msk_exception_form, MSK, EXCEPTION_FORM, MskForm)

/* Opens it over the page's window, for the items of the agenda (of MskAgendaItem). */
void msk_exception_form_open (MskPage *page, GPtrArray *items);

G_END_DECLS
