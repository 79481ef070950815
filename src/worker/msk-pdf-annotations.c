/* Draws what annotations and form fields show on paper as part of the page.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pdf-annotations.h"

#include "msk-error.h"
#include "msk-pdf-judge.h"

#include <math.h>
#include <string.h>

#define ANNOTATIONS_MAX 20000 /* on one page */

typedef struct
{
  double a, b, c, d, e, f;
} Matrix;

/* Without an appearance stream a reader draws these by its own rules. */
static const char *const self_drawn_kinds[] = {
  "/FreeText",  "/Line",      "/Square",   "/Circle",    "/Polygon", "/PolyLine",
  "/Highlight", "/Underline", "/Squiggly", "/StrikeOut", "/Stamp",   "/Caret",
  "/Ink",       "/Watermark", "/Redact",   NULL
};

/* Whose absence nobody sees: areas to click on, and windows of notes that paper never shows. */
static const char *const silent_kinds[] = { "/Link", "/Popup", NULL };

static const char *const media_kinds[] = {
  "/Movie", "/Sound", "/Screen", "/RichMedia", "/3D", NULL
};

static gboolean
refuse (GError **error, MskInputError code, const char *detail)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, code, detail);

  return FALSE;
}

/* The point (x, y) goes through first, then through second. */
static Matrix
multiply (Matrix first, Matrix second)
{
  Matrix product = {
    first.a * second.a + first.b * second.c,
    first.a * second.b + first.b * second.d,
    first.c * second.a + first.d * second.c,
    first.c * second.b + first.d * second.d,
    first.e * second.a + first.f * second.c + second.e,
    first.e * second.b + first.f * second.d + second.f,
  };

  return product;
}

static Matrix
read_matrix (MskPdfDocument *document, qpdf_oh dictionary)
{
  qpdf_oh array = msk_pdf_document_get (document, dictionary, "/Matrix");
  double m[6] = { 1, 0, 0, 1, 0, 0 };
  Matrix identity = { 1, 0, 0, 1, 0, 0 };

  if (!msk_pdf_document_get_numbers (document, array, m, 6))
    return identity;

  return (Matrix){ m[0], m[1], m[2], m[3], m[4], m[5] };
}

static gboolean
read_rectangle (MskPdfDocument *document, qpdf_oh dictionary, const char *key, double rectangle[4])
{
  double r[4];

  if (!msk_pdf_document_get_numbers (document, msk_pdf_document_get (document, dictionary, key), r,
                                     4))
    return FALSE;

  rectangle[0] = MIN (r[0], r[2]);
  rectangle[1] = MIN (r[1], r[3]);
  rectangle[2] = MAX (r[0], r[2]);
  rectangle[3] = MAX (r[1], r[3]);

  return TRUE;
}

/* The smallest upright rectangle around a transformed one. */
static void
transform_rectangle (Matrix matrix, const double from[4], double to[4])
{
  to[0] = to[1] = INFINITY;
  to[2] = to[3] = -INFINITY;
  for (guint i = 0; i < 4; i++)
    {
      double x = from[i % 2 == 0 ? 0 : 2];
      double y = from[i / 2 == 0 ? 1 : 3];
      double new_x = matrix.a * x + matrix.c * y + matrix.e;
      double new_y = matrix.b * x + matrix.d * y + matrix.f;

      to[0] = MIN (to[0], new_x);
      to[1] = MIN (to[1], new_y);
      to[2] = MAX (to[2], new_x);
      to[3] = MAX (to[3], new_y);
    }
}

/* An annotation that does not turn with the page keeps its upper left corner and stands upright. */
static Matrix
get_counter_rotation (int rotate, const double rectangle[4])
{
  const int quarter = rotate / 90;
  const double cosine = quarter == 0 ? 1 : quarter == 2 ? -1 : 0;
  const double sine = quarter == 1 ? 1 : quarter == 3 ? -1 : 0;
  Matrix to_corner = { 1, 0, 0, 1, -rectangle[0], -rectangle[3] };
  Matrix turn = { cosine, sine, -sine, cosine, 0, 0 };
  Matrix back = { 1, 0, 0, 1, rectangle[0], rectangle[3] };

  return multiply (multiply (to_corner, turn), back);
}

/* PDF 32000-1, 12.5.5, algorithm 8.1: the matrix that takes the appearance's transformed box to the
 * annotation's rectangle. FALSE when one of them has no area, so that nothing shows. */
static gboolean
place_appearance (MskPdfDocument *document, qpdf_oh annotation, qpdf_oh form, Matrix *placed)
{
  double box[4];
  double around[4];
  double rectangle[4];
  double scale_x;
  double scale_y;

  if (!read_rectangle (document, form, "/BBox", box) ||
      !read_rectangle (document, annotation, "/Rect", rectangle))
    return FALSE;
  transform_rectangle (read_matrix (document, form), box, around);
  if (!(around[2] > around[0] && around[3] > around[1] && rectangle[2] > rectangle[0] &&
        rectangle[3] > rectangle[1]))
    return FALSE;

  scale_x = (rectangle[2] - rectangle[0]) / (around[2] - around[0]);
  scale_y = (rectangle[3] - rectangle[1]) / (around[3] - around[1]);
  *placed = (Matrix){
    scale_x, 0, 0, scale_y, rectangle[0] - around[0] * scale_x, rectangle[1] - around[1] * scale_y
  };

  return isfinite (scale_x) && isfinite (scale_y) && isfinite (placed->e) && isfinite (placed->f);
}

char *
msk_pdf_drawing_dup_free_name (MskPdfDocument *document, qpdf_oh dictionary, const char *stem)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf ("/%s%u", stem, i);

      if (!qpdf_oh_has_key (document->qpdf, dictionary, name))
        return g_steal_pointer (&name);
    }
}

static void
append_number (GString *operators, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (operators, g_ascii_formatd (text, sizeof text, "%.6f", number));
  g_string_append_c (operators, ' ');
}

/* Puts the drawing inside the layer that the annotation belongs to. FALSE when it belongs to none.
 */
static gboolean
open_layer (MskPdfDocument *document, qpdf_oh annotation, MskPdfDrawing *drawing)
{
  qpdf_oh layer = msk_pdf_document_get (document, annotation, "/OC");
  g_autofree char *name = NULL;

  if (!qpdf_oh_is_dictionary (document->qpdf, layer))
    return FALSE;

  name = msk_pdf_drawing_dup_free_name (document, drawing->properties, "MskLayer");
  qpdf_oh_replace_key (document->qpdf, drawing->properties, name, layer);
  g_string_append_printf (drawing->operators, "/OC %s BDC\n", name);

  return TRUE;
}

static void
draw_form (MskPdfDocument *document,
           qpdf_oh annotation,
           qpdf_oh form,
           Matrix placed,
           MskPdfDrawing *drawing)
{
  const double numbers[6] = { placed.a, placed.b, placed.c, placed.d, placed.e, placed.f };
  g_autofree char *name = msk_pdf_drawing_dup_free_name (document, drawing->xobjects, "MskNote");
  gboolean has_layer = open_layer (document, annotation, drawing);

  qpdf_oh_replace_key (document->qpdf, drawing->xobjects, name, form);
  g_string_append (drawing->operators, "q ");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    append_number (drawing->operators, numbers[i]);
  g_string_append_printf (drawing->operators, "cm %s Do Q\n", name);
  if (has_layer)
    g_string_append (drawing->operators, "EMC\n");
}

/* The appearance for paper in the state that the annotation is in; no stream when it has none. */
static qpdf_oh
get_appearance (MskPdfDocument *document, qpdf_oh annotation)
{
  qpdf_oh appearances = msk_pdf_document_get (document, annotation, "/AP");
  qpdf_oh normal = msk_pdf_document_get (document, appearances, "/N");

  if (qpdf_oh_is_dictionary (document->qpdf, normal))
    {
      g_autofree char *state = msk_pdf_document_dup_name (document, annotation, "/AS");

      return *state != '\0' ? msk_pdf_document_get (document, normal, state)
                            : qpdf_oh_new_null (document->qpdf);
    }

  return normal;
}

/* Appearances made by old software lean on the resources of the form as a whole. */
static void
complete_form (MskPdfDocument *document, qpdf_oh stream)
{
  qpdf_oh dictionary = qpdf_oh_get_dict (document->qpdf, stream);
  qpdf_oh form = qpdf_oh_get_key (document->qpdf, qpdf_get_root (document->qpdf), "/AcroForm");
  qpdf_oh shared = msk_pdf_document_get (document, form, "/DR");

  qpdf_oh_replace_key (document->qpdf, dictionary, "/Type",
                       qpdf_oh_new_name (document->qpdf, "/XObject"));
  qpdf_oh_replace_key (document->qpdf, dictionary, "/Subtype",
                       qpdf_oh_new_name (document->qpdf, "/Form"));
  if (!qpdf_oh_has_key (document->qpdf, dictionary, "/Resources") &&
      qpdf_oh_is_dictionary (document->qpdf, shared))
    qpdf_oh_replace_key (document->qpdf, dictionary, "/Resources", shared);
}

static gboolean
draw_annotation (MskPdfDocument *document,
                 const MskPdfPage *page,
                 qpdf_oh annotation,
                 qpdf_oh stream,
                 MskPdfDrawing *drawing)
{
  const int flags = msk_pdf_document_get_int (document, annotation, "/F", 0);
  double rectangle[4];
  Matrix placed;

  if (!place_appearance (document, annotation, qpdf_oh_get_dict (document->qpdf, stream), &placed))
    return FALSE;
  if ((flags & an_no_rotate) != 0 && read_rectangle (document, annotation, "/Rect", rectangle))
    placed = multiply (placed, get_counter_rotation (page->rotate, rectangle));
  complete_form (document, stream);
  draw_form (document, annotation, stream, placed, drawing);

  return TRUE;
}

static gboolean
is_blank_value (MskPdfDocument *document, qpdf_oh value)
{
  if (qpdf_oh_is_string (document->qpdf, value))
    return *qpdf_oh_get_string_value (document->qpdf, value) == '\0';

  return qpdf_oh_is_null (document->qpdf, value) ||
         qpdf_oh_is_name_and_equals (document->qpdf, value, "/Off");
}

/* A field without an appearance may pass when there is nothing to show: no value, no border, no
 * colour, no caption. */
static gboolean
judge_bare_field (MskPdfDocument *document, qpdf_oh field, GError **error)
{
  qpdf_oh kind = msk_pdf_judge_get_field_value (document, field, "/FT");
  qpdf_oh value = msk_pdf_judge_get_field_value (document, field, "/V");
  gboolean is_signature = qpdf_oh_is_name_and_equals (document->qpdf, kind, "/Sig");

  if (is_signature && !qpdf_oh_is_null (document->qpdf, value))
    return refuse (error, MSK_INPUT_ERROR_PDF_SIGNED, "a signature field has a value");
  if (!is_signature &&
      (qpdf_oh_has_key (document->qpdf, field, "/MK") || !is_blank_value (document, value)))
    return refuse (error, MSK_INPUT_ERROR_PDF_FORM, "a form field has no appearance");

  return TRUE;
}

/* With /NeedAppearances a reader draws text and choices anew, so that the appearance in the file
 * may be an old one. */
static gboolean
is_stale_field (MskPdfDocument *document, qpdf_oh field)
{
  qpdf_oh form = qpdf_oh_get_key (document->qpdf, qpdf_get_root (document->qpdf), "/AcroForm");
  qpdf_oh needed = msk_pdf_document_get (document, form, "/NeedAppearances");
  qpdf_oh kind = msk_pdf_judge_get_field_value (document, field, "/FT");

  if (!qpdf_oh_is_bool (document->qpdf, needed) || !qpdf_oh_get_bool_value (document->qpdf, needed))
    return FALSE;

  return (qpdf_oh_is_name_and_equals (document->qpdf, kind, "/Tx") ||
          qpdf_oh_is_name_and_equals (document->qpdf, kind, "/Ch")) &&
         !is_blank_value (document, msk_pdf_judge_get_field_value (document, field, "/V"));
}

static gboolean
judge_bare_annotation (MskPdfDocument *document,
                       qpdf_oh annotation,
                       const char *kind,
                       GError **error)
{
  qpdf_oh appearances = msk_pdf_document_get (document, annotation, "/AP");
  qpdf_oh normal = msk_pdf_document_get (document, appearances, "/N");

  /* A state without a picture of its own, such as a box that is not ticked, shows nothing. */
  if (qpdf_oh_is_dictionary (document->qpdf, normal))
    return TRUE;
  if (g_str_equal (kind, "/Widget"))
    return judge_bare_field (document, annotation, error);
  if (g_strv_contains (self_drawn_kinds, kind))
    return refuse (error, MSK_INPUT_ERROR_PDF_UNSTAMPABLE, "an annotation has no appearance");

  return TRUE;
}

/* What some kinds hold besides their picture, which may print. */
static void
note_kind (MskPdfDocument *document, const char *kind)
{
  if (g_str_equal (kind, "/FileAttachment"))
    msk_pdf_document_note_removed (document, "embedded-files");
  else if (g_strv_contains (media_kinds, kind))
    msk_pdf_document_note_removed (document, "media");
}

static void
note_dropped (MskPdfDocument *document, qpdf_oh annotation, const char *kind)
{
  if (!g_strv_contains (silent_kinds, kind) && !g_str_equal (kind, "/Widget"))
    msk_pdf_document_note_removed (document, "annotations");
  else if (g_str_equal (kind, "/Link") && qpdf_oh_has_key (document->qpdf, annotation, "/AP"))
    msk_pdf_document_note_removed (document, "annotations");
}

static gboolean
treat_annotation (MskPdfDocument *document,
                  const MskPdfPage *page,
                  qpdf_oh annotation,
                  MskPdfDrawing *drawing,
                  GError **error)
{
  const int flags = msk_pdf_document_get_int (document, annotation, "/F", 0);
  g_autofree char *kind = msk_pdf_document_dup_name (document, annotation, "/Subtype");
  gboolean prints =
      (flags & an_print) != 0 && (flags & an_hidden) == 0 && !g_str_equal (kind, "/Popup");
  qpdf_oh stream = get_appearance (document, annotation);

  msk_pdf_judge_note_object (document, annotation);
  note_kind (document, kind);

  if (!prints)
    note_dropped (document, annotation, kind);
  else if (g_str_equal (kind, "/Widget") && is_stale_field (document, annotation))
    return refuse (error, MSK_INPUT_ERROR_PDF_FORM, "a form field asks to be drawn anew");
  else if (!qpdf_oh_is_stream (document->qpdf, stream))
    return judge_bare_annotation (document, annotation, kind, error);
  else
    draw_annotation (document, page, annotation, stream, drawing);

  return TRUE;
}

gboolean
msk_pdf_annotations_draw (MskPdfDocument *document,
                          const MskPdfPage *page,
                          MskPdfDrawing *drawing,
                          GError **error)
{
  qpdf_oh page_object = msk_pdf_document_get_object (document, page->page);
  qpdf_oh annotations = msk_pdf_document_get (document, page_object, "/Annots");
  int count = 0;

  msk_pdf_judge_note_object (document, page_object);

  if (qpdf_oh_is_array (document->qpdf, annotations))
    count = qpdf_oh_get_array_n_items (document->qpdf, annotations);
  if (count > ANNOTATIONS_MAX)
    return refuse (error, MSK_INPUT_ERROR_PDF_UNSTAMPABLE, "too many annotations");

  for (int i = 0; i < count; i++)
    {
      qpdf_oh annotation = qpdf_oh_get_array_item (document->qpdf, annotations, i);

      if (qpdf_oh_is_null (document->qpdf, annotation) &&
          qpdf_oh_get_object_id (document->qpdf, annotation) != 0)
        document->has_loss = TRUE;
      if (qpdf_oh_is_dictionary (document->qpdf, annotation) &&
          !treat_annotation (document, page, annotation, drawing, error))
        return FALSE;
    }

  return TRUE;
}
