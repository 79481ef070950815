/* Chinese characters written in another way, by the rules of ICU.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-han.h"

#include <unicode/utrans.h>

#define SOME_MORE 64 /* for what stands before and after a text */

/* Made once: a list has thousands of names. Its data are part of the library, so that nothing is
 * opened. */
static UTransliterator *
get_transliterator (MskHanWriting *writing)
{
  if (g_once_init_enter (&writing->once))
    {
      g_autofree gunichar2 *rules = g_utf8_to_utf16 (writing->rules, -1, NULL, NULL, NULL);
      UErrorCode status = U_ZERO_ERROR;

      writing->transliterator =
          utrans_openU ((const UChar *) rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
      if (U_FAILURE (status))
        {
          g_warning ("%s: %s", writing->rules, u_errorName (status));
          writing->transliterator = NULL;
        }
      g_once_init_leave (&writing->once, 1);
    }

  return writing->transliterator;
}

static gboolean
has_han (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;

  return FALSE;
}

char *
msk_han_dup (MskHanWriting *writing, const char *text)
{
  UTransliterator *transliterator;
  glong length = 0;
  g_autofree gunichar2 *wide = NULL;
  g_autofree UChar *buffer = NULL;
  UErrorCode status = U_ZERO_ERROR;
  int32_t used, limit, capacity;

  g_return_val_if_fail (writing != NULL && text != NULL, NULL);

  transliterator = has_han (text) ? get_transliterator (writing) : NULL;
  wide = transliterator == NULL ? NULL : g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  if (wide == NULL)
    return NULL;

  used = (int32_t) MIN ((gsize) length, writing->most);
  limit = used;
  capacity = used * (int32_t) writing->expansion + SOME_MORE;
  buffer = g_new0 (UChar, capacity);
  for (int32_t i = 0; i < used; i++)
    buffer[i] = wide[i];
  utrans_transUChars (transliterator, buffer, &used, capacity, 0, &limit, &status);

  return U_SUCCESS (status) ? g_utf16_to_utf8 ((const gunichar2 *) buffer, used, NULL, NULL, NULL)
                            : NULL;
}
