/* The meeting: what it is, its agenda, and the other meetings of the vault.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_MEETING_PAGE (msk_meeting_page_get_type ())
G_DECLARE_FINAL_TYPE (MskMeetingPage, msk_meeting_page, MSK, MEETING_PAGE, MskPage)

G_END_DECLS
