/* The verbs of msk copy about runs of the printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

/* Each fails as the function of the desk that it calls. */
gboolean msk_copy_runs_list (MskCli *cli, GError **error);
gboolean msk_copy_runs_clear (MskCli *cli, GError **error);

/* Fails besides with MSK_RULE_ERROR_SHEETS_DIFFER: a count that does not agree is no success. */
gboolean msk_copy_runs_count (MskCli *cli, GError **error);
gboolean msk_copy_runs_explain (MskCli *cli, GError **error);

G_END_DECLS
