/* The print room's entry log, newest first.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_VISITS_VIEW (msk_visits_view_get_type ())
G_DECLARE_FINAL_TYPE (MskVisitsView, msk_visits_view, MSK, VISITS_VIEW, MskPage)

G_END_DECLS
