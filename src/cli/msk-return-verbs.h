/* Verbs about pages that are counted when something comes back (清退).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cli.h"
#include "msk-page-count.h"

G_BEGIN_DECLS

/* What a verb that may be told a count reads besides its options: names, titles and remarks never
 * stand in a command line. */
extern const MskDraftKey msk_return_count_keys[];

/* Reads a condition by its name. Fails with MSK_INPUT_ERROR_USAGE. */
gboolean msk_condition_parse (const char *name, MskCondition *condition, GError **error);

/* The count that was given with --pages and --condition; *given is FALSE when there was none.
 * remark is lent to it. Fails with MSK_INPUT_ERROR_USAGE. */
gboolean msk_cli_read_count (MskCli *cli,
                             const char *remark,
                             MskPageCount *count,
                             gboolean *given,
                             GError **error);

gboolean msk_return_verb_take_back (MskCli *cli, GError **error);
gboolean msk_return_verb_list_parts (MskCli *cli, GError **error);
gboolean msk_return_verb_rule (MskCli *cli, GError **error);

G_END_DECLS
