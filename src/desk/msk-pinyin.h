/* How Chinese names are spoken, for finding people by what is typed on a Latin keyboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The pinyin of a text without tones, in lower case, in two words: the syllables together, and
 * their initials ("wangxiaoming wxm"). Names are read as surnames are (曾 is zeng); of characters
 * with several readings there is one. "" for a text without Chinese characters. From the main
 * thread. The caller owns it. */
char *msk_pinyin_dup_words (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* What a text is sorted by: its syllables with blanks between them ("wang xiao ming"); a text
 * without Chinese characters, in lower case, as it is. From the main thread. The caller owns it. */
char *msk_pinyin_dup_spoken (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
