/* Chinese characters written in another way, by the rules of ICU.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One way of writing, in a static variable of whoever wants it. */
typedef struct
{
  const char *rules; /* as ICU names its transliterators */
  gsize most;        /* units of UTF-16 of a text that are looked at */
  gsize expansion;   /* units that one of them becomes at most */

  /* For msk_han_dup() alone. */
  gsize once;
  gpointer transliterator;
} MskHanWriting;

/* NULL for a text without Chinese characters, and where ICU has no such rules. Opens them the first
 * time; may be called by every thread. The caller owns the text. */
char *msk_han_dup (MskHanWriting *writing, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
