/* The three levels of secrecy (密级) and how they compare.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Ordered: a greater value is a higher level. */
typedef enum
{
  MSK_LEVEL_CONFIDENTIAL = 1, /* 秘密 */
  MSK_LEVEL_SECRET = 2,       /* 机密 */
  MSK_LEVEL_TOP_SECRET = 3,   /* 绝密 */
} MskLevel;

/* What a screen shows: the Chinese word beside the word in the user's language, since English names
 * are ambiguous. Static text. */
const char *msk_level_get_label (MskLevel level);

/* Reads 机密, "secret", "Secret", 机密级, and the label "机密 Secret". Returns FALSE, leaving level
 * alone, for anything else. */
gboolean msk_level_parse (const char *text, MskLevel *level);

G_END_DECLS
