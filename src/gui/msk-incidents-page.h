/* Incidents: how they stand, what is on record, and their closing (I1–I3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_INCIDENTS_PAGE (msk_incidents_page_get_type ())
G_DECLARE_FINAL_TYPE (MskIncidentsPage, msk_incidents_page, MSK, INCIDENTS_PAGE, MskPage)

G_END_DECLS
