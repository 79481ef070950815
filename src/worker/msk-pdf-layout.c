/* Reads back what was written: where the stamps and the table of a prepared PDF lie.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pdf-layout.h"

#include "msk-error.h"
#include "msk-prepared-pdf.h"

#include <stdlib.h>
#include <string.h>

#define ENTRY_LENGTH 20
#define TAIL_MAX 64 /* "startxref", a number, the end mark */

typedef struct
{
  const char *data;
  gsize size;
  gsize xref_offset;
  const char *entries;
  guint object_count;
} Table;

static gboolean
refuse (GError **error, const char *detail)
{
  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_UNSTAMPABLE,
               "the file written is not of the promised shape: %s", detail);

  return FALSE;
}

/* "0000000017 00000 n \n" and the like. */
static gboolean
is_entry (const char *entry, char kind)
{
  for (guint i = 0; i < 16; i++)
    if (i == 10 ? entry[i] != ' ' : !g_ascii_isdigit (entry[i]))
      return FALSE;

  return entry[16] == ' ' && entry[17] == kind && entry[18] == ' ' && entry[19] == '\n';
}

/* The number after "startxref", looked for from the end. */
static gboolean
find_table (Table *table)
{
  g_autofree char *tail = g_strndup (table->data + (table->size - MIN (table->size, TAIL_MAX)),
                                     MIN (table->size, TAIL_MAX));
  const char *mark = g_strrstr (tail, "startxref\n");

  if (mark == NULL || !g_str_has_suffix (tail, "\n%%EOF\n"))
    return FALSE;
  table->xref_offset = (gsize) g_ascii_strtoull (mark + strlen ("startxref\n"), NULL, 10);

  return table->xref_offset < table->size;
}

static gboolean
read_table (Table *table, GError **error)
{
  const char head[] = "xref\n0 ";
  const char trailer[] = "trailer";
  gsize left;
  char *end;

  if (!find_table (table))
    return refuse (error, "no startxref");
  left = table->size - table->xref_offset;
  if (left < sizeof head || memcmp (table->data + table->xref_offset, head, sizeof head - 1) != 0)
    return refuse (error, "no classic table");

  /* The file ends in a newline, so that the number ends inside it. */
  table->object_count =
      (guint) strtoul (table->data + table->xref_offset + sizeof head - 1, &end, 10);
  table->entries = end + 1;
  left = table->size - (gsize) (table->entries - table->data);
  if (*end != '\n' || left < (gsize) table->object_count * ENTRY_LENGTH + sizeof trailer)
    return refuse (error, "table cut off");
  if (memcmp (table->entries + (gsize) table->object_count * ENTRY_LENGTH, trailer,
              sizeof trailer - 1) != 0)
    return refuse (error, "no trailer behind the table");

  return TRUE;
}

static gboolean
check_entries (const Table *table, GError **error)
{
  for (guint i = 0; i < table->object_count; i++)
    {
      const char *entry = table->entries + (gsize) i * ENTRY_LENGTH;
      g_autofree char *head = g_strdup_printf ("%u 0 obj\n", i);
      guint64 offset = g_ascii_strtoull (entry, NULL, 10);

      if (!is_entry (entry, i == 0 ? 'f' : 'n'))
        return refuse (error, "entry of another form");
      if (i > 0 && (offset + strlen (head) > table->xref_offset ||
                    memcmp (table->data + offset, head, strlen (head)) != 0))
        return refuse (error, "entry leads elsewhere");
    }

  return TRUE;
}

/* The number of the stamp object of a page; 0 when it is not there. */
static guint
find_stamp (MskPdfDocument *document, qpdf_oh page, const char *name)
{
  qpdf_data qpdf = document->qpdf;
  qpdf_oh resources = qpdf_oh_get_key_if_dict (qpdf, page, "/Resources");
  qpdf_oh xobjects = qpdf_oh_get_key_if_dict (qpdf, resources, "/XObject");
  qpdf_oh stamp = qpdf_oh_get_key_if_dict (qpdf, xobjects, name);

  return qpdf_oh_is_stream (qpdf, stamp) ? (guint) qpdf_oh_get_object_id (qpdf, stamp) : 0;
}

static void
add_page (GVariantBuilder *builder, const MskPdfPage *page, guint stamp)
{
  double width;
  double height;
  double m[6];

  msk_pdf_page_get_space (page, &width, &height, m);
  g_variant_builder_add (builder, "(udd(dddddd))", stamp, width, height, m[0], m[1], m[2], m[3],
                         m[4], m[5]);
}

static gboolean
add_pages (GVariantBuilder *builder,
           MskPdfDocument *written,
           GArray *pages,
           GArray *built,
           GError **error)
{
  qpdf_oh tree = qpdf_oh_get_key (written->qpdf, qpdf_get_root (written->qpdf), "/Pages");
  qpdf_oh kids = qpdf_oh_get_key_if_dict (written->qpdf, tree, "/Kids");
  g_autoptr(GHashTable) stamps = g_hash_table_new (NULL, NULL);

  if (!qpdf_oh_is_array (written->qpdf, kids) ||
      qpdf_oh_get_array_n_items (written->qpdf, kids) != (int) pages->len)
    return refuse (error, "other pages");

  for (guint i = 0; i < pages->len; i++)
    {
      qpdf_oh page = qpdf_oh_get_array_item (written->qpdf, kids, (int) i);
      guint stamp = find_stamp (written, page, g_array_index (built, MskPdfBuiltPage, i).stamp);

      if (stamp == 0 || !g_hash_table_add (stamps, GUINT_TO_POINTER (stamp)))
        return refuse (error, "no stamp of its own");
      add_page (builder, &g_array_index (pages, MskPdfPage, i), stamp);
    }

  return TRUE;
}

GVariant *
msk_pdf_layout_read (GBytes *bytes, GArray *pages, GArray *built, GError **error)
{
  g_autoptr(MskPdfDocument) written = NULL;
  g_auto(GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(udd(dddddd))"));
  Table table = { 0 };
  guint root;

  table.data = g_bytes_get_data (bytes, &table.size);
  if (!read_table (&table, error) || !check_entries (&table, error))
    return NULL;
  written = msk_pdf_document_open (bytes, error);
  if (written == NULL || !add_pages (&builder, written, pages, built, error))
    return NULL;
  if (msk_pdf_document_take_warnings (written))
    {
      refuse (error, g_ptr_array_index (written->warnings, 0));
      return NULL;
    }
  root = (guint) qpdf_oh_get_object_id (written->qpdf, qpdf_get_root (written->qpdf));

  return g_variant_new (MSK_PREPARED_PDF_LAYOUT_TYPE, (guint64) table.xref_offset,
                        table.object_count, root, &builder);
}
