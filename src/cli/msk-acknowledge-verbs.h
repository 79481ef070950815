/* What msk notice and msk duty share: texts, and who took note of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-briefing-desk.h"
#include "msk-cli.h"

G_BEGIN_DECLS

extern const MskDraftKey msk_acknowledge_text_keys[];
extern const MskDraftKey msk_acknowledge_signed_keys[];

gboolean msk_acknowledge_verb_show (MskCli *cli, MskTextKind kind, MskPost post, GError **error);

/* What --from holds becomes the new version. */
gboolean msk_acknowledge_verb_set (MskCli *cli, MskTextKind kind, MskPost post, GError **error);

/* The people are the words behind the first, or --all. */
gboolean msk_acknowledge_verb_record (MskCli *cli,
                                      MskTextKind kind,
                                      MskPost post,
                                      MskManner manner,
                                      GError **error);

/* Sheets to be signed by hand, for the same people; or a duty card by itself. */
gboolean msk_acknowledge_verb_sheets (MskCli *cli, MskTextKind kind, MskPost post, GError **error);
gboolean msk_acknowledge_verb_card (MskCli *cli, MskPost post, GError **error);

G_END_DECLS
