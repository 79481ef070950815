/* The form of an incident: registered, reported, or a text written under a heading.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-form.h"

G_BEGIN_DECLS

#define MSK_TYPE_INCIDENT_FORM (msk_incident_form_get_type ())
G_DECLARE_FINAL_TYPE (MskIncidentForm, msk_incident_form, MSK, INCIDENT_FORM, MskForm)

/* Somebody reports one by hand. */
void msk_incident_form_open_new (MskPage *page);

/* Somebody outside was told of this one. */
void msk_incident_form_open_told (MskPage *page, gint64 id);

/* A text under a heading, which begins with the newest that stands there. */
void msk_incident_form_open_text (MskPage *page, gint64 id);

G_END_DECLS
