/* msk copy history: what happened to one copy, and who signed for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

gboolean msk_copy_history_show (MskCli *cli, GError **error);

G_END_DECLS
