/* The pages of a document in reading order, with what each inherits from the tree above it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pdf-pages.h"

#include "msk-error.h"

#include <math.h>

#define TREE_DEPTH_MAX 2000
#define TREE_NODES_MAX 100000
#define SIDE_MIN 1.0      /* points: less is no page */
#define SIDE_MAX 100000.0 /* points: 35 m */
#define USER_UNIT_MAX 1000.0

static const double us_letter[4] = { 0, 0, 612,
                                     792 }; /* what readers take when there is no /MediaBox */

/* Handles of what the nodes above gave; null handles for nothing. */
typedef struct
{
  qpdf_oh media_box;
  qpdf_oh crop_box;
  qpdf_oh rotate;
  qpdf_oh resources;
} Inherited;

typedef struct
{
  MskPdfDocument *document;
  GArray *pages;
  GHashTable *ancestors; /* of the node being visited: its presence there again is a loop */
  guint depth;
  guint nodes;
} Walk;

static gboolean
refuse (GError **error, MskInputError code, const char *detail)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, code, detail);

  return FALSE;
}

static void
inherit (MskPdfDocument *document, qpdf_oh node, const char *key, qpdf_oh *value)
{
  qpdf_oh own = msk_pdf_document_get (document, node, key);

  if (!qpdf_oh_is_null (document->qpdf, own))
    *value = own;
}

static gboolean
read_box (MskPdfDocument *document, qpdf_oh array, double box[4])
{
  double corners[4];

  if (!msk_pdf_document_get_numbers (document, array, corners, 4))
    return FALSE;

  box[0] = MIN (corners[0], corners[2]);
  box[1] = MIN (corners[1], corners[3]);
  box[2] = MAX (corners[0], corners[2]);
  box[3] = MAX (corners[1], corners[3]);

  return box[2] > box[0] && box[3] > box[1];
}

static gboolean
read_geometry (MskPdfDocument *document,
               qpdf_oh node,
               const Inherited *inherited,
               MskPdfPage *page,
               GError **error)
{
  qpdf_oh user_unit = qpdf_oh_get_key (document->qpdf, node, "/UserUnit");
  double crop[4];
  double width;
  double height;

  if (!read_box (document, inherited->media_box, page->box))
    for (guint i = 0; i < 4; i++)
      page->box[i] = us_letter[i];
  if (read_box (document, inherited->crop_box, crop))
    {
      page->box[0] = MAX (page->box[0], crop[0]);
      page->box[1] = MAX (page->box[1], crop[1]);
      page->box[2] = MIN (page->box[2], crop[2]);
      page->box[3] = MIN (page->box[3], crop[3]);
    }

  page->rotate = 0;
  if (qpdf_oh_is_integer (document->qpdf, inherited->rotate))
    page->rotate = qpdf_oh_get_int_value_as_int (document->qpdf, inherited->rotate) % 360;
  page->rotate += page->rotate < 0 ? 360 : 0;
  if (page->rotate % 90 != 0)
    page->rotate = 0; /* as readers do */

  page->user_unit = qpdf_oh_is_number (document->qpdf, user_unit)
                        ? qpdf_oh_get_numeric_value (document->qpdf, user_unit)
                        : 1;
  if (!(page->user_unit > 0 && page->user_unit <= USER_UNIT_MAX))
    page->user_unit = 1;

  width = (page->box[2] - page->box[0]) * page->user_unit;
  height = (page->box[3] - page->box[1]) * page->user_unit;
  if (!(width >= SIDE_MIN && height >= SIDE_MIN && width < SIDE_MAX && height < SIDE_MAX))
    return refuse (error, MSK_INPUT_ERROR_PDF_UNSTAMPABLE, "a page has no usable area");

  return TRUE;
}

static guint64
identify (MskPdfDocument *document, qpdf_oh object)
{
  if (!qpdf_oh_is_indirect (document->qpdf, object))
    object = qpdf_make_indirect_object (document->qpdf, object);

  return msk_pdf_document_get_identity (document, object);
}

static gboolean
add_page (Walk *walk, qpdf_oh node, const Inherited *inherited, GError **error)
{
  MskPdfPage page = { 0 };

  if (walk->pages->len == MSK_PDF_PAGES_MAX)
    return refuse (error, MSK_INPUT_ERROR_FILE_TOO_LARGE, "too many pages");
  if (!read_geometry (walk->document, node, inherited, &page, error))
    return FALSE;

  page.page = identify (walk->document, node);
  if (qpdf_oh_is_dictionary (walk->document->qpdf, inherited->resources))
    page.resources = identify (walk->document, inherited->resources);
  g_array_append_val (walk->pages, page);

  return TRUE;
}

static gboolean visit_node (Walk *walk, qpdf_oh node, Inherited inherited, GError **error);

static gboolean
visit_kids (Walk *walk, qpdf_oh kids, const Inherited *inherited, GError **error)
{
  const int count = qpdf_oh_get_array_n_items (walk->document->qpdf, kids);

  for (int i = 0; i < count; i++)
    {
      qpdf_oh kid = qpdf_oh_get_array_item (walk->document->qpdf, kids, i);

      if (!visit_node (walk, kid, *inherited, error))
        return FALSE;
      qpdf_oh_release (walk->document->qpdf, kid);
    }

  return TRUE;
}

static gboolean
visit_branch (Walk *walk, qpdf_oh node, const Inherited *inherited, GError **error)
{
  guint64 identity = msk_pdf_document_get_identity (walk->document, node);
  qpdf_oh kids = msk_pdf_document_get (walk->document, node, "/Kids");
  gboolean done;

  if (!qpdf_oh_is_array (walk->document->qpdf, kids))
    return refuse (error, MSK_INPUT_ERROR_PDF_DAMAGED, "a part of the page tree is lost");
  if (walk->depth == TREE_DEPTH_MAX || ++walk->nodes > TREE_NODES_MAX)
    return refuse (error, MSK_INPUT_ERROR_PDF_DAMAGED, "the page tree has no end");
  if (identity != 0 && !g_hash_table_add (walk->ancestors, g_memdup2 (&identity, sizeof identity)))
    return refuse (error, MSK_INPUT_ERROR_PDF_DAMAGED, "the page tree loops");

  walk->depth++;
  done = visit_kids (walk, kids, inherited, error);
  walk->depth--;
  g_hash_table_remove (walk->ancestors, &identity);

  return done;
}

static gboolean
visit_node (Walk *walk, qpdf_oh node, Inherited inherited, GError **error)
{
  qpdf_data qpdf = walk->document->qpdf;

  if (!qpdf_oh_is_dictionary (qpdf, node))
    return refuse (error, MSK_INPUT_ERROR_PDF_DAMAGED, "a page is lost");

  inherit (walk->document, node, "/MediaBox", &inherited.media_box);
  inherit (walk->document, node, "/CropBox", &inherited.crop_box);
  inherit (walk->document, node, "/Rotate", &inherited.rotate);
  inherit (walk->document, node, "/Resources", &inherited.resources);

  if (qpdf_oh_has_key (qpdf, node, "/Kids") ||
      msk_pdf_document_has_name (walk->document, node, "/Type", "/Pages"))
    return visit_branch (walk, node, &inherited, error);

  return add_page (walk, node, &inherited, error);
}

GArray *
msk_pdf_pages_collect (MskPdfDocument *document, GError **error)
{
  qpdf_oh none = qpdf_oh_new_null (document->qpdf);
  qpdf_oh root = qpdf_oh_get_key_if_dict (document->qpdf, qpdf_get_root (document->qpdf), "/Pages");
  g_autoptr(GHashTable) ancestors =
                 g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) pages = g_array_new (FALSE, FALSE, sizeof (MskPdfPage));
  Inherited inherited = { none, none, none, none };
  Walk walk = { .document = document, .pages = pages, .ancestors = ancestors };

  if (!visit_node (&walk, root, inherited, error) || !msk_pdf_document_check (document, error))
    return NULL;
  if (pages->len == 0)
    {
      refuse (error, MSK_INPUT_ERROR_PDF_NO_PAGES, "the page tree is empty");
      return NULL;
    }

  return g_steal_pointer (&pages);
}

void
msk_pdf_page_get_space (const MskPdfPage *page, double *width, double *height, double matrix[6])
{
  const gboolean is_turned = page->rotate == 90 || page->rotate == 270;
  const double unit = 1 / page->user_unit;
  /* The way that the upright x and y axis take on the page, and the corner they start from. */
  const int right[4][2] = { { 1, 0 }, { 0, 1 }, { -1, 0 }, { 0, -1 } };
  const int up[4][2] = { { 0, 1 }, { -1, 0 }, { 0, -1 }, { 1, 0 } };
  const guint quarter = (guint) page->rotate / 90;
  const double page_width = (page->box[2] - page->box[0]) * page->user_unit;
  const double page_height = (page->box[3] - page->box[1]) * page->user_unit;

  *width = is_turned ? page_height : page_width;
  *height = is_turned ? page_width : page_height;
  matrix[0] = right[quarter][0] * unit;
  matrix[1] = right[quarter][1] * unit;
  matrix[2] = up[quarter][0] * unit;
  matrix[3] = up[quarter][1] * unit;
  matrix[4] = quarter == 0 || quarter == 3 ? page->box[0] : page->box[2];
  matrix[5] = quarter == 0 || quarter == 1 ? page->box[1] : page->box[3];
}
