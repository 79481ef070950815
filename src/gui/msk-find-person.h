/* A person of the meeting by the words that somebody wrote for them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"

G_BEGIN_DECLS

/* The id of the one person whom the words find by name, unit or post; 0 with
 * MSK_INPUT_ERROR_NOT_FOUND when there is none or there are several. */
gint64 msk_find_person (MskSession *session, const char *text, GError **error);

G_END_DECLS
