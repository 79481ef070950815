/* A list of ids, of papers or of attendees: a GArray of gint64, sorted, each once.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-ids.h"

static int
compare (gconstpointer a, gconstpointer b)
{
  const gint64 first = *(const gint64 *) a;
  const gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

GArray *
msk_ids_dup_sorted (const GArray *ids)
{
  GArray *sorted;

  if (ids == NULL)
    return NULL;

  sorted = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len);
  g_array_append_vals (sorted, ids->data, ids->len);
  g_array_sort (sorted, compare);
  for (guint i = sorted->len; i > 1; i--)
    if (g_array_index (sorted, gint64, i - 1) == g_array_index (sorted, gint64, i - 2))
      g_array_remove_index (sorted, i - 1);

  return sorted;
}

gboolean
msk_ids_contain (const GArray *ids, gint64 id)
{
  g_return_val_if_fail (ids != NULL, FALSE);

  return g_array_binary_search ((GArray *) ids, &id, compare, NULL);
}

GArray *
msk_ids_parse (const char *text)
{
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const gint64 id = g_ascii_strtoll (parts[i], NULL, 10);

      g_array_append_val (ids, id);
    }

  return msk_ids_dup_sorted (ids);
}

char *
msk_ids_dup_text (const GArray *ids)
{
  GString *text = g_string_new (ids == NULL ? "none" : NULL);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "",
                            g_array_index (ids, gint64, i));

  return g_string_free (text, FALSE);
}
