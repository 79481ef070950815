/* The form that adds an item to the agenda.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_AGENDA_FORM (msk_agenda_form_get_type ())
G_DECLARE_FINAL_TYPE (MskAgendaForm, msk_agenda_form, MSK, AGENDA_FORM, MskForm)

G_END_DECLS
