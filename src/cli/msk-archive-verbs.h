/* The verbs about a record that leaves: exported, opened elsewhere, erased here (F1, D1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

extern const MskDraftKey msk_archive_approve_keys[];

gboolean msk_archive_verb_export (MskCli *cli, GError **error);
gboolean msk_archive_verb_approve (MskCli *cli, GError **error);
gboolean msk_archive_verb_erase (MskCli *cli, GError **error);
gboolean msk_archive_verb_certificate (MskCli *cli, GError **error);
gboolean msk_archive_verb_open (MskCli *cli, GError **error);

/* What is over the meetings, on paper (F1, F2). */
gboolean msk_archive_verb_register (MskCli *cli, GError **error);
gboolean msk_archive_verb_card (MskCli *cli, GError **error);
gboolean msk_archive_verb_receipt (MskCli *cli, GError **error);
gboolean msk_archive_verb_outstanding (MskCli *cli, GError **error);
gboolean msk_archive_verb_letters (MskCli *cli, GError **error);

G_END_DECLS
