/* msk attendee import and check: a list out of a file, looked at or taken.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

gboolean msk_list_import_run (MskCli *cli, GError **error);
gboolean msk_list_import_check (MskCli *cli, GError **error);

G_END_DECLS
