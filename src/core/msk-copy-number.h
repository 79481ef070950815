/* The number of a copy (份号): six digits, and for a copy of a copy its parent's with an ordinal
 * (C2). SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers that a meeting gives out in order. */
#define MSK_COPY_NUMBER_PLAIN_MAX 999999u

/* A copy has at most so many copies of its own, and a copy of a copy fewer. A copy of a copy of a
 * copy is not copied again. */
#define MSK_COPY_NUMBER_FIRST_MAX 255u
#define MSK_COPY_NUMBER_SECOND_MAX 15u

/* All three parts of a number lie in one integer, so that everything that knows a copy by its
 * number knows its parent too, and no two copies can be taken for each other:
 * 000014 is 14, 000014/3 is 14 + 3 · 1000000, 000014/3/2 is that + 2 · 256 · 1000000. README.md
 * has it in words. */

/* Whether a number is one at all. */
gboolean msk_copy_number_is_valid (gint64 number);

/* Whether it is that of a copy of a copy. */
gboolean msk_copy_number_is_reproduction (guint number);

/* The number of the copy that it was made from; 0 for a plain number. */
guint msk_copy_number_get_parent (guint number);

/* The plain number at the top of its tree: itself for a plain number. */
guint msk_copy_number_get_root (guint number);

/* The last ordinal of the number, the 3 of 000014/3; 0 for a plain number. */
guint msk_copy_number_get_ordinal (guint number);

/* How many copies stand above it: 0 to 2. */
guint msk_copy_number_get_depth (guint number);

/* The most ordinals that a copy with this number has room for; 0 at the bottom. */
guint msk_copy_number_get_room (guint number);

/* The number of a copy's child; ordinal is 1 … msk_copy_number_get_room(). */
guint msk_copy_number_get_child (guint parent, guint ordinal);

/* Whether other is the copy itself or was made from it, directly or not. */
gboolean msk_copy_number_is_above (guint number, guint other);

/* The order of lists: each copy before those that were made from it, then its siblings. */
int msk_copy_number_compare (guint number, guint other);

/* As it is printed and shown: "000014", "000014/3/2". The caller owns it. */
char *msk_copy_number_dup_text (guint number) G_GNUC_WARN_UNUSED_RESULT;

/* The copy as the subject of a ledger entry: "copy 000014/3/2", never translated. The caller owns
 * it.
 */
char *msk_copy_number_dup_subject (guint number) G_GNUC_WARN_UNUSED_RESULT;

/* The 14/3/2 of "Copy 14/3/2 of 4": ordinal stands for the plain number. The caller owns it. */
char *msk_copy_number_dup_ordinal_text (guint number, guint ordinal) G_GNUC_WARN_UNUSED_RESULT;

/* As somebody types it: with or without the leading noughts. Nothing else may stand around it, and
 * neither the integer of a reproduction. Leaves number alone when it is none. */
gboolean msk_copy_number_parse (const char *text, guint *number);

G_END_DECLS
