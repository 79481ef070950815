/* The order in which papers are listed everywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-paper-order.h"

typedef struct
{
  MskPaper *paper;
  guint family; /* place of the document's first paper among those that came */
  guint place;  /* of the paper itself */
} Entry;

static const MskPaper *
find_paper (GPtrArray *papers, gint64 id)
{
  for (guint i = 0; i < papers->len; i++)
    if (MSK_PAPER (g_ptr_array_index (papers, i))->id == id)
      return g_ptr_array_index (papers, i);

  return NULL;
}

/* Attachments belong to the document, whichever of its revisions they came with. */
static guint
get_family (GPtrArray *papers, const MskPaper *paper, guint place)
{
  const MskPaper *parent = paper->parent_id == 0 ? NULL : find_paper (papers, paper->parent_id);
  const char *document = parent != NULL ? parent->document_number : paper->document_number;

  for (guint i = 0; i < papers->len; i++)
    if (g_str_equal (MSK_PAPER (g_ptr_array_index (papers, i))->document_number, document))
      return i;

  return place;
}

static int
compare (guint a, guint b)
{
  return a < b ? -1 : a > b;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;
  int order = compare (one->family, other->family);

  if (order == 0)
    order = compare (one->paper->attachment, other->paper->attachment);
  if (order == 0)
    order = compare (one->paper->revision, other->paper->revision);
  return order != 0 ? order : compare (one->place, other->place);
}

void
msk_paper_order_sort (GPtrArray *papers)
{
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_return_if_fail (papers != NULL);

  for (guint i = 0; i < papers->len; i++)
    {
      MskPaper *paper = g_ptr_array_index (papers, i);
      const Entry entry = { paper, get_family (papers, paper, i), i };

      g_array_append_val (entries, entry);
    }

  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < papers->len; i++)
    papers->pdata[i] = g_array_index (entries, Entry, i).paper;
}
