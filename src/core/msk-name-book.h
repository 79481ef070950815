/* Names that are known, and which of them another is, or is taken for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a name looks like; two names with a look in common are told apart by nobody who reads them.
 * The desk's msk_look_alike_dup_all(), since core stands on GLib alone. */
typedef GStrv (*MskNameLook) (const char *name);

typedef enum
{
  MSK_NAME_NEW,
  MSK_NAME_SAME,  /* two writings of one name, by msk_name_dup_folded() */
  MSK_NAME_ALIKE, /* another name, that looks like it */
} MskNameLikeness;

typedef struct _MskNameBook MskNameBook;

/* look may be NULL: then only the same is the same. */
MskNameBook *msk_name_book_new (MskNameLook look) G_GNUC_WARN_UNUSED_RESULT;
void msk_name_book_free (MskNameBook *self);

/* How the name stands to those before it, and *mark: that of the first of these. Then the book has
 * it too, with its own mark. */
MskNameLikeness msk_name_book_take (MskNameBook *self, const char *name, guint *mark);

/* The same, and the book stays as it is. */
MskNameLikeness msk_name_book_find (MskNameBook *self, const char *name, guint *mark);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskNameBook, msk_name_book_free)

G_END_DECLS
