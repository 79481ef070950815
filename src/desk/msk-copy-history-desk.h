/* The history of a copy, with who signed for what.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-custody.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Of MskCustody, in order. Fails with MSK_INPUT_ERROR_NOT_FOUND. */
GPtrArray *msk_copy_history_desk_list (MskSession *session,
                                       guint number,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
