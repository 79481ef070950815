/* Names that people take for one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a name looks like, by Unicode Technical Standard 39: as it is written, in small letters and
 * in capitals, each only once. Two names with one of these in common are told apart by nobody who
 * reads them on paper, whatever the case: В is taken for B as a capital alone. Of letters and
 * digits alone, without accents, whatever stands between its words and in whichever order they are;
 * a traditional character is its simplified one. The name itself, where ICU can't say, or where it
 * has neither letters nor digits. The caller owns it. */
GStrv msk_look_alike_dup_all (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Whether two names have a look in common. */
gboolean msk_look_alike_share (const char *const *looks, const char *const *others);

/* Whether the two names have one: they are those of one person, wherever a rule asks for two. An
 * MskNamePair. */
gboolean msk_look_alike (const char *name, const char *other);

G_END_DECLS
