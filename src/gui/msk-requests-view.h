/* The requests to copy one paper, with what was decided on each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_REQUESTS_VIEW (msk_requests_view_get_type ())
G_DECLARE_FINAL_TYPE (MskRequestsView, msk_requests_view, MSK, REQUESTS_VIEW, MskPage)

void msk_requests_view_set_paper (MskRequestsView *self, gint64 paper_id);

G_END_DECLS
