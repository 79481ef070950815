/* Names that people take for one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a name looks like, by Unicode Technical Standard 39 and whatever the case: two names with
 * the same look are told apart by nobody who reads them on paper. The name itself, where ICU can't
 * say. The caller owns it. */
char *msk_look_alike_dup (const char *name) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
