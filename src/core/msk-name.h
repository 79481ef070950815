/* Names, units and the like: how they are kept, and how two writings of one are told to be the
 * same. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MSK_NAME_MAX_CHARS 200

/* Whether two names are, or are taken for, those of one person: the desk's msk_look_alike(), since
 * core stands on GLib alone. */
typedef gboolean (*MskNamePair) (const char *name, const char *other);

/* One field as it is kept, for print: as it was written, without the blanks around it, the
 * ideographic one too. NULL when it is no UTF-8, is too long, or has characters that nobody sees.
 * The caller owns it. */
char *msk_name_dup_field (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it can be somebody's name: it has a letter that is seen. */
gboolean msk_name_has_letter (const char *text);

/* What is compared: NFKC, so that full-width digits and compatibility ideographs are those that
 * they stand for; without case, blanks, variation selectors, and the dots between the parts of a
 * name, which come in many forms. The caller owns it. */
char *msk_name_dup_folded (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
