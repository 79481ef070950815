/* What the session does for an erasure that was cut off.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"

G_BEGIN_DECLS

/* Removes what is left of meetings whose keys were thrown away: their files, and their prints and
 * reports in the folders of papers. Fails with MSK_SYSTEM_ERROR_FILE, _DISK_FULL, _DATABASE; then
 * the register says that something is left. */
gboolean msk_erasure_desk_finish (MskSession *session, GError **error);

G_END_DECLS
