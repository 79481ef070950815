/* Names that are known, and which of them another is, or is taken for.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-name-book.h"

#include "msk-name.h"

struct _MskNameBook
{
  MskNameLook look;
  GHashTable *names; /* folded, to the mark of the first who has it */
  GHashTable *looks; /* likewise */
};

MskNameBook *
msk_name_book_new (MskNameLook look)
{
  MskNameBook *self = g_new0 (MskNameBook, 1);

  self->look = look;
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->looks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
msk_name_book_free (MskNameBook *self)
{
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->looks);
  g_free (self);
}

static GStrv
dup_looks (MskNameBook *self, const char *name)
{
  return self->look == NULL ? g_new0 (char *, 1) : self->look (name);
}

static MskNameLikeness
find (MskNameBook *self, const char *folded, char *const *looks, guint *mark)
{
  gpointer found;

  if (g_hash_table_lookup_extended (self->names, folded, NULL, &found))
    {
      *mark = GPOINTER_TO_UINT (found);
      return MSK_NAME_SAME;
    }
  for (; *looks != NULL; looks++)
    if (g_hash_table_lookup_extended (self->looks, *looks, NULL, &found))
      {
        *mark = GPOINTER_TO_UINT (found);
        return MSK_NAME_ALIKE;
      }

  return MSK_NAME_NEW;
}

static void
put (GHashTable *table, const char *text, guint mark)
{
  if (!g_hash_table_contains (table, text))
    g_hash_table_insert (table, g_strdup (text), GUINT_TO_POINTER (mark));
}

MskNameLikeness
msk_name_book_take (MskNameBook *self, const char *name, guint *mark)
{
  g_autofree char *folded = msk_name_dup_folded (name);
  g_auto(GStrv) looks = dup_looks (self, name);
  const guint own = *mark;
  const MskNameLikeness likeness = find (self, folded, looks, mark);

  put (self->names, folded, own);
  for (guint i = 0; looks[i] != NULL; i++)
    put (self->looks, looks[i], own);

  return likeness;
}

MskNameLikeness
msk_name_book_find (MskNameBook *self, const char *name, guint *mark)
{
  g_autofree char *folded = msk_name_dup_folded (name);
  g_auto(GStrv) looks = dup_looks (self, name);

  return find (self, folded, looks, mark);
}
