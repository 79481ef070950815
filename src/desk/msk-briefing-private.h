/* Whose a text is, for who records it and for who prints it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-briefing-desk.h"
#include "msk-database.h"

G_BEGIN_DECLS

/* The ids of those people (NULL: everybody who may take note of the text, owes it and has not; of
 * those inside alone, when the draft says so), each once. The caller owns it. Fails as
 * msk_pledge_check(), or with MSK_INPUT_ERROR_NOT_FOUND, when one of people may not. */
GArray *msk_briefing_desk_dup_people (MskDatabase *database,
                                      const MskAcknowledgeDraft *draft,
                                      const GArray *people,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
