/* The form in which the witness of a destruction signs in: at the beginning at the machine, with
 * method and place, and at the end. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-destruction.h"
#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_MACHINE_FORM (msk_machine_form_get_type ())
G_DECLARE_FINAL_TYPE (MskMachineForm, msk_machine_form, MSK, MACHINE_FORM, MskForm)

/* Over the page's window. To go on at the machine fills in what it was begun with. */
void msk_machine_form_open_begin (MskPage *page, MskDestruction *batch);
void msk_machine_form_open_end (MskPage *page, MskDestruction *batch);

G_END_DECLS
