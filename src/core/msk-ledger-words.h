/* The ledger's stored names in the user's language, for those who read it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What was done, from the stored name of an MskAct ("copy-issue"). A name that this version does
 * not know, from a newer one or from a hand that wrote it, is shown as it stands: the auditor sees
 * what is there. The text lives as long as name. */
const char *msk_ledger_words_get_act (const char *name);

/* The same for the stored name of an MskRole. */
const char *msk_ledger_words_get_role (const char *name);

/* What it was done to: "copy 000014" with its kind in the user's language. The caller owns it. */
char *msk_ledger_words_dup_subject (const char *subject) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
