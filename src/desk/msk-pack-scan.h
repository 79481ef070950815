/* Packs at the desk: what the plan has for one person is given out piece by piece.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* Says in a verdict about a person which copies are planned for them and wait in store; nothing for
 * who has none. */
gboolean msk_pack_scan_tell (MskDatabase *database, MskVerdict *verdict, GError **error);

/* The same of a copy that was just given out: what its pack still lacks, or that it is whole. Says
 * nothing of a copy that was planned for nobody. */
gboolean msk_pack_scan_go_on (MskDatabase *database, MskVerdict *verdict, GError **error);

G_END_DECLS
