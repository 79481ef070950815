/* What the desk with the scanner needs of the print room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-desk.h"

G_BEGIN_DECLS

/* The remark of what was typed or chosen instead of scanned: whoever reads the register later must
 * be able to tell. Never translated: it is kept. */
#define MSK_PRINT_DESK_BY_HAND "by hand"

/* A reason as it is kept, or NULL with MSK_INPUT_ERROR_BAD_VALUE. The caller owns it. */
char *msk_print_desk_dup_reason (const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* As msk_print_desk_confirm(), which takes the clerk's word, with another remark. */
gboolean msk_print_desk_confirm_as (MskSession *session,
                                    guint number,
                                    const char *remark,
                                    GError **error);

G_END_DECLS
