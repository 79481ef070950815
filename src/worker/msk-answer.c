/* What the worker sends back: one a{sv} in the byte order of the machine, on standard output.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-answer.h"

#include "msk-error.h"

#include <errno.h>
#include <unistd.h>

GVariant *
msk_answer_new_refusal (const GError *error, const MskFilePlace *place)
{
  GVariantDict dict;
  g_autofree char *detail = g_utf8_make_valid (error->message, -1);

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "error", "s", msk_error_get_name (error));
  g_variant_dict_insert (&dict, "detail", "s", detail);
  if (place != NULL && place->row > 0)
    g_variant_dict_insert (&dict, "row", "u", place->row);
  if (place != NULL && place->column > 0)
    g_variant_dict_insert (&dict, "column", "u", place->column);

  return g_variant_dict_end (&dict);
}

gboolean
msk_answer_write (GVariant *answer, int fd)
{
  g_autoptr(GVariant) owned = g_variant_ref_sink (answer);
  const char *data = g_variant_get_data (owned);
  gsize left = g_variant_get_size (owned);

  while (left > 0)
    {
      gssize written = write (fd, data, left);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      left -= (gsize) written;
    }

  return TRUE;
}
