/* The verdicts of a desk, newest first, with undo beside those that may be taken back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* Signal "undo" (MskVerdict *). */
#define MSK_TYPE_VERDICT_LIST (msk_verdict_list_get_type ())
G_DECLARE_FINAL_TYPE (MskVerdictList, msk_verdict_list, MSK, VERDICT_LIST, AdwBin)

/* Follows the verdicts of a desk from now on; may_undo: whether the person signed in may take them
 * back. */
void msk_verdict_list_follow (MskVerdictList *self, GListModel *verdicts, gboolean may_undo);

/* Asks to take back the newest that may be taken back; FALSE when there is none. */
gboolean msk_verdict_list_undo_newest (MskVerdictList *self);

G_END_DECLS
