/* The form that adds an item to the agenda, or changes one: what may be noted down, who may be
 * inside (M4, M5). SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-agenda-item.h"
#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_AGENDA_FORM (msk_agenda_form_get_type ())
G_DECLARE_FINAL_TYPE (MskAgendaForm, msk_agenda_form, MSK, AGENDA_FORM, MskForm)

/* Opens it over the page's window; item NULL adds one. */
void msk_agenda_form_open (MskPage *page, MskAgendaItem *item);

G_END_DECLS
