/* A paper's PDF made ready for stamping: every page draws one stamp object last, and the file says
 * where those are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-prepared-pdf.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "msk-error.h"
#include "msk-tag.h"

#define PAGE_TYPE "(udd(dddddd))"
#define XREF_ENTRY_LENGTH 20
#define PAGE_SIDE_MAX 100000.0 /* points; 35 m, far beyond any printer */

G_DEFINE_BOXED_TYPE (MskPreparedPdf, msk_prepared_pdf, msk_prepared_pdf_copy, msk_prepared_pdf_free)

static gboolean
is_side (double length)
{
  return isfinite (length) && length > 0 && length < PAGE_SIDE_MAX;
}

/* A stamp without area, or mirrored, would be on the page and nobody could read it. */
static gboolean
is_readable (const double matrix[6])
{
  for (guint i = 0; i < 6; i++)
    if (!isfinite (matrix[i]))
      return FALSE;

  return matrix[0] * matrix[3] - matrix[1] * matrix[2] > 0;
}

/* Each page has a stamp of its own, since the tag in it names the page. */
static gboolean
stamp_fits (const MskPreparedPdf *self, guint stamp_object, GHashTable *taken)
{
  return stamp_object > 0 && stamp_object < self->object_count &&
         stamp_object != self->root_object &&
         g_hash_table_add (taken, GUINT_TO_POINTER (stamp_object));
}

/* The table must lie where the layout says, with as many entries as it says: the stamper patches it
 * by position. */
static gboolean
table_fits (const MskPreparedPdf *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  g_autofree char *head = g_strdup_printf ("xref\n0 %u\n", self->object_count);
  gsize need = strlen (head) + (gsize) self->object_count * XREF_ENTRY_LENGTH + strlen ("trailer");
  const char *table;

  if (self->xref_offset > size || size - self->xref_offset < need)
    return FALSE;

  table = data + self->xref_offset;
  return memcmp (table, head, strlen (head)) == 0 &&
         memcmp (table + need - strlen ("trailer"), "trailer", strlen ("trailer")) == 0;
}

static gboolean
read_pages (MskPreparedPdf *self, GVariantIter *iter)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  MskPreparedPage page;

  while (g_variant_iter_next (iter, PAGE_TYPE, &page.stamp_object, &page.width, &page.height,
                              &page.matrix[0], &page.matrix[1], &page.matrix[2], &page.matrix[3],
                              &page.matrix[4], &page.matrix[5]))
    {
      if (!stamp_fits (self, page.stamp_object, taken) || !is_side (page.width) ||
          !is_side (page.height) || !is_readable (page.matrix) ||
          self->pages->len == MSK_TAG_PAGE_MAX)
        return FALSE;
      g_array_append_val (self->pages, page);
    }

  return self->pages->len > 0;
}

MskPreparedPdf *
msk_prepared_pdf_new (GBytes *bytes, GVariant *layout, GError **error)
{
  g_autoptr(MskPreparedPdf) self = NULL;
  g_autoptr(GVariantIter) pages = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (g_variant_is_of_type (layout,
                                              G_VARIANT_TYPE (MSK_PREPARED_PDF_LAYOUT_TYPE)),
                        NULL);

  self = g_new0 (MskPreparedPdf, 1);
  self->bytes = g_bytes_ref (bytes);
  self->pages = g_array_new (FALSE, FALSE, sizeof (MskPreparedPage));
  g_variant_get (layout, "(tuua" PAGE_TYPE ")", &self->xref_offset, &self->object_count,
                 &self->root_object, &pages);

  if (!table_fits (self) || self->root_object == 0 || self->root_object >= self->object_count ||
      !read_pages (self, pages))
    {
      g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER,
                           _ ("The prepared paper does not hold together: import its PDF again."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

MskPreparedPdf *
msk_prepared_pdf_copy (MskPreparedPdf *self)
{
  MskPreparedPdf *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (MskPreparedPdf, 1);
  *copy = *self;
  copy->bytes = g_bytes_ref (self->bytes);
  copy->pages = g_array_ref (self->pages);
  return copy;
}

void
msk_prepared_pdf_free (MskPreparedPdf *self)
{
  g_bytes_unref (self->bytes);
  g_array_unref (self->pages);
  g_free (self);
}

guint
msk_prepared_pdf_get_page_count (const MskPreparedPdf *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

GVariant *
msk_prepared_pdf_dup_layout (const MskPreparedPdf *self)
{
  GVariantBuilder pages;

  g_return_val_if_fail (self != NULL, NULL);

  g_variant_builder_init (&pages, G_VARIANT_TYPE ("a" PAGE_TYPE));
  for (guint i = 0; i < self->pages->len; i++)
    {
      const MskPreparedPage *page = &g_array_index (self->pages, MskPreparedPage, i);

      g_variant_builder_add (&pages, PAGE_TYPE, page->stamp_object, page->width, page->height,
                             page->matrix[0], page->matrix[1], page->matrix[2], page->matrix[3],
                             page->matrix[4], page->matrix[5]);
    }

  return g_variant_ref_sink (g_variant_new ("(tuua" PAGE_TYPE ")", self->xref_offset,
                                            self->object_count, self->root_object, &pages));
}
