/* Who was designated to sign for whom (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-list-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_DESIGNATIONS_VIEW (msk_designations_view_get_type ())
G_DECLARE_FINAL_TYPE (MskDesignationsView,
                      msk_designations_view,
                      MSK,
                      DESIGNATIONS_VIEW,
                      MskListPage)

G_END_DECLS
