/* msk attendee list and export: the people on the lists, seen or written for a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

/* Whom; each may be left out. */
extern const MskDraftKey msk_roster_verbs_keys[];

gboolean msk_roster_verbs_list (MskCli *cli, GError **error);
gboolean msk_roster_verbs_export (MskCli *cli, GError **error);

G_END_DECLS
