/* Readers’ turns, what is due first leading, and their end.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-list-page.h"

G_BEGIN_DECLS

#define MSK_TYPE_TURNS_VIEW (msk_turns_view_get_type ())
G_DECLARE_FINAL_TYPE (MskTurnsView, msk_turns_view, MSK, TURNS_VIEW, MskListPage)

G_END_DECLS
