/* A paper on its way into the register, which the terminal waits for and may stop.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"
#include "msk-paper-desk.h"

G_BEGIN_DECLS

/* Takes a paper in as msk_paper_desk_add() does, and says on standard error, when that is a
 * terminal, how far it is. SIGINT and SIGTERM stop it, and nothing is changed; it then fails with
 * MSK_SYSTEM_ERROR_CANCELLED. */
gint64 msk_taking_in_run (MskCli *cli,
                          const MskPaperDraft *draft,
                          GBytes *file,
                          GPtrArray **warnings,
                          GError **error);

G_END_DECLS
