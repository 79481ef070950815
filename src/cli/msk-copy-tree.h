/* The verbs of msk copy that are about copies of a copy (C2).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"

G_BEGIN_DECLS

extern const MskDraftKey msk_copy_tree_request_keys[];
extern const MskDraftKey msk_copy_tree_recall_keys[];

gboolean msk_copy_tree_request (MskCli *cli, GError **error);
gboolean msk_copy_tree_reproduce (MskCli *cli, GError **error);
gboolean msk_copy_tree_show (MskCli *cli, GError **error);
gboolean msk_copy_tree_recall (MskCli *cli, GError **error);

/* Answers which numbers were reserved. */
void msk_copy_tree_say_reserved (MskCli *cli, guint first, guint last);

G_END_DECLS
