/* Names that people take for one another.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-look-alike.h"

#include <unicode/uspoof.h>

#include "msk-han.h"

/* 張三 is 张三: which of the two an office writes says nothing about who it is. */
static MskHanWriting simplified = { .rules = "Traditional-Simplified",
                                    .most = G_MAXINT16,
                                    .expansion = 4 };

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

/* Without its accents: those of Latin and Greek, which are written or not as it comes. In other
 * scripts a letter with a mark is another letter, as й is not и. */
static gunichar
get_base (gunichar character)
{
  const GUnicodeScript script = g_unichar_get_script (character);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (script != G_UNICODE_SCRIPT_LATIN && script != G_UNICODE_SCRIPT_GREEK)
    return character;

  g_unichar_fully_decompose (character, FALSE, parts, G_N_ELEMENTS (parts));
  return parts[0];
}

/* What is compared of it, before the case. */
static char *
dup_base (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFKC);
  const char *given = normal == NULL ? name : normal;
  g_autofree char *simple = msk_han_dup (&simplified, given);
  GString *base = g_string_new (NULL);

  for (const char *at = simple == NULL ? given : simple; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (base, get_base (g_utf8_get_char (at)));

  return g_string_free (base, FALSE);
}

/* Marks and modifiers that belong to no script of their own: an accent, an apostrophe. */
static gboolean
is_ornament (gunichar character)
{
  const GUnicodeScript script = g_unichar_get_script (character);

  return (g_unichar_ismark (character) && script == G_UNICODE_SCRIPT_INHERITED) ||
         (g_unichar_type (character) == G_UNICODE_MODIFIER_LETTER &&
          script == G_UNICODE_SCRIPT_COMMON);
}

/* The words of letters and digits: what stands between them, a blank, a dot, a hyphen, says nothing
 * about who it is. */
static GPtrArray *
list_words (const char *text)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) word = g_string_new (NULL);

  for (;; text = g_utf8_next_char (text))
    {
      const gunichar character = g_utf8_get_char (text);

      if (character != 0 && is_ornament (character))
        continue;
      if (g_unichar_isalnum (character) || g_unichar_ismark (character))
        g_string_append_unichar (word, character);
      else if (word->len > 0)
        {
          g_ptr_array_add (words, dup_skeleton (word->str));
          g_string_truncate (word, 0);
        }
      if (character == 0)
        return g_steal_pointer (&words);
    }
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_look (GPtrArray *looks, GPtrArray *words, gboolean backwards)
{
  g_autoptr(GString) look = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append (look, g_ptr_array_index (words, backwards ? words->len - 1 - i : i));
  if (look->len > 0 && !g_ptr_array_find_with_equal_func (looks, look->str, g_str_equal, NULL))
    g_ptr_array_add (looks, g_strdup (look->str));
}

/* In every order that the other name may be in: its own, backwards for one that has no blanks
 * (YiWang), and one that any order leads to. */
static void
add_looks (GPtrArray *looks, const char *text)
{
  g_autoptr(GPtrArray) words = list_words (text);

  add_look (looks, words, FALSE);
  add_look (looks, words, TRUE);
  g_ptr_array_sort (words, compare_words);
  add_look (looks, words, FALSE);
}

GStrv
msk_look_alike_dup_all (const char *name)
{
  g_autoptr(GPtrArray) looks = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *base = NULL;
  g_autofree char *small = NULL;
  g_autofree char *capitals = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  base = dup_base (name);
  small = g_utf8_casefold (base, -1);
  capitals = g_utf8_strup (base, -1);

  add_looks (looks, base);
  /* Most names of characters have no case at all. */
  if (!g_str_equal (small, base))
    add_looks (looks, small);
  if (!g_str_equal (capitals, base))
    add_looks (looks, capitals);
  if (looks->len == 0)
    g_ptr_array_add (looks, dup_skeleton (name));
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
  g_auto(GStrv) looks = NULL;
  g_auto(GStrv) others = NULL;

  g_return_val_if_fail (name != NULL && other != NULL, FALSE);

  looks = msk_look_alike_dup_all (name);
  others = msk_look_alike_dup_all (other);
  return msk_look_alike_share ((const char *const *) looks, (const char *const *) others);
}
