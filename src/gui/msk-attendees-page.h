/* The list of attendees: from import and proposal through the leader's decision to the seal (M4).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-badge-bar.h"
#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_ATTENDEES_PAGE (msk_attendees_page_get_type ())
G_DECLARE_FINAL_TYPE (MskAttendeesPage, msk_attendees_page, MSK, ATTENDEES_PAGE, MskPage)

/* The people that are selected, in order (of MskAttendee). The caller owns it. */
GPtrArray *msk_attendees_page_dup_selected (MskAttendeesPage *self) G_GNUC_WARN_UNUSED_RESULT;

/* Where a run over badges shows itself. Lent. */
MskBadgeBar *msk_attendees_page_get_bar (MskAttendeesPage *self);

G_END_DECLS
