/* The runs of the printers, and the blind counts of their sheets (C3).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_RUNS_VIEW (msk_runs_view_get_type ())
G_DECLARE_FINAL_TYPE (MskRunsView, msk_runs_view, MSK, RUNS_VIEW, MskPage)

G_END_DECLS
