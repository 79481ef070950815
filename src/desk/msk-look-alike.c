/* Names that people take for one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-look-alike.h"

#include <unicode/uspoof.h>

#include "msk-name.h"

/* It never changes, and may be used by every thread. NULL where ICU has no data for it. */
static USpoofChecker *
get_checker (void)
{
  static USpoofChecker *checker;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      UErrorCode status = U_ZERO_ERROR;

      checker = uspoof_open (&status);
      g_once_init_leave (&once, 1);
    }
  return checker;
}

static char *
dup_skeleton (const char *name)
{
  USpoofChecker *checker = get_checker ();
  g_autofree char *look = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t size;

  if (checker == NULL)
    return g_strdup (name);

  size = uspoof_getSkeletonUTF8 (checker, 0, name, -1, NULL, 0, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR)
    {
      status = U_ZERO_ERROR;
      look = g_malloc0 ((gsize) size + 1);
      uspoof_getSkeletonUTF8 (checker, 0, name, -1, look, size + 1, &status);
    }
  return U_SUCCESS (status) && look != NULL ? g_steal_pointer (&look) : g_strdup (name);
}

GStrv
msk_look_alike_dup_all (const char *name)
{
  g_autoptr(GPtrArray) looks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *small = NULL;
  g_autofree char *capitals = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  small = g_utf8_casefold (name, -1);
  capitals = g_utf8_strup (name, -1);

  g_ptr_array_add (looks, dup_skeleton (name));
  /* Most names of characters have no case at all. */
  if (!g_str_equal (small, name))
    g_ptr_array_add (looks, dup_skeleton (small));
  if (!g_str_equal (capitals, name))
    g_ptr_array_add (looks, dup_skeleton (capitals));
  g_ptr_array_add (looks, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&looks), FALSE);
}

gboolean
msk_look_alike_share (const char *const *looks, const char *const *others)
{
  for (; *looks != NULL; looks++)
    if (g_strv_contains (others, *looks))
      return TRUE;

  return FALSE;
}

gboolean
msk_look_alike (const char *name, const char *other)
{
  g_autofree char *plain = NULL;
  g_autofree char *other_plain = NULL;
  g_auto(GStrv) looks = NULL;
  g_auto(GStrv) others = NULL;

  g_return_val_if_fail (name != NULL && other != NULL, FALSE);

  plain = msk_name_dup_plain (name);
  other_plain = msk_name_dup_plain (other);
  looks = msk_look_alike_dup_all (plain);
  others = msk_look_alike_dup_all (other_plain);
  return msk_look_alike_share ((const char *const *) looks, (const char *const *) others);
}
