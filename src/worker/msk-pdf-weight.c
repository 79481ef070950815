/* How much drawing a page asks for: forms that draw forms multiply, and a small file can keep a
 * printer busy for years. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pdf-weight.h"

#include <string.h>

#include "msk-error.h"
#include "msk-pdf-content.h"
#include "msk-pdf-page-builder.h"

/* Forms that one page may draw in all. A map full of symbols draws some ten thousand. */
#define DRAWINGS_MAX 1000000u
/* Forms in forms; office programs nest a handful. */
#define DEPTH_MAX 100u

typedef struct
{
  MskPdfDocument *document;
  GHashTable *known; /* drawings that a form stands for, by identity */
} Scales;

/* One stream of operators on the scales. */
typedef struct
{
  Scales *scales;
  qpdf_oh forms; /* the resources' XObjects */
  guint depth;
  guint64 sum;
} Load;

static guint64 weigh_form (Scales *scales, qpdf_oh form, qpdf_oh inherited, guint depth);

static guint64
bounded (guint64 drawings)
{
  return MIN (drawings, DRAWINGS_MAX + 1);
}

/* What drawing one of the XObjects costs; an image costs what the file holds of it. */
static guint64
weigh_named (Load *load, const char *name)
{
  MskPdfDocument *document = load->scales->document;
  qpdf_oh object = msk_pdf_document_get (document, load->forms, name);
  guint64 weight = 0;

  if (qpdf_oh_is_stream (document->qpdf, object))
    {
      qpdf_oh dictionary = qpdf_oh_get_dict (document->qpdf, object);

      if (msk_pdf_document_has_name (document, dictionary, "/Subtype", "/Form"))
        weight = 1 + weigh_form (load->scales, object, load->forms, load->depth + 1);
      qpdf_oh_release (document->qpdf, dictionary);
    }
  qpdf_oh_release (document->qpdf, object);

  return weight;
}

static void
add_name_cb (const char *category, const char *name, gpointer user_data)
{
  Load *load = user_data;

  if (g_str_equal (category, "/XObject") && load->sum <= DRAWINGS_MAX)
    load->sum = bounded (load->sum + weigh_named (load, name));
}

/* For content that can't be read to its end: every "Do" counts as the heaviest there is. */
static guint64
estimate (Load *load, const char *data, gsize length)
{
  g_auto(GStrv) names = msk_pdf_document_dup_keys (load->scales->document, load->forms);
  guint64 heaviest = 0;
  guint64 drawings = 0;

  for (guint i = 0; names[i] != NULL; i++)
    heaviest = MAX (heaviest, weigh_named (load, names[i]));
  for (gsize i = 0; i + 1 < length && heaviest > 0; i++)
    drawings += data[i] == 'D' && data[i + 1] == 'o';

  return drawings > DRAWINGS_MAX ? DRAWINGS_MAX + 1 : bounded (drawings * heaviest);
}

static guint64
weigh_stream (Scales *scales, qpdf_oh stream, qpdf_oh forms, guint depth)
{
  g_autoptr(GBytes) bytes = msk_pdf_document_decode (scales->document, stream, NULL);
  Load load = { scales, forms, depth, 0 };
  gsize length;
  const char *data;

  /* What does not decode is judged elsewhere. */
  if (bytes == NULL)
    return 0;

  data = g_bytes_get_data (bytes, &length);
  return msk_pdf_content_is_balanced (data, length, add_name_cb, &load)
             ? load.sum
             : estimate (&load, data, length);
}

/* The XObjects of a form's own resources, or those that it inherits without any. */
static qpdf_oh
get_forms (MskPdfDocument *document, qpdf_oh owner, qpdf_oh inherited)
{
  qpdf_oh resources = msk_pdf_document_get (document, owner, "/Resources");
  qpdf_oh forms = qpdf_oh_is_dictionary (document->qpdf, resources)
                      ? msk_pdf_document_get (document, resources, "/XObject")
                      : qpdf_oh_new_object (document->qpdf, inherited);

  qpdf_oh_release (document->qpdf, resources);
  return forms;
}

static guint64
weigh_form (Scales *scales, qpdf_oh form, qpdf_oh inherited, guint depth)
{
  MskPdfDocument *document = scales->document;
  guint64 identity = msk_pdf_document_get_identity (document, form);
  guint64 *weight = g_hash_table_lookup (scales->known, &identity);
  qpdf_oh dictionary, forms;

  if (weight != NULL)
    return *weight;
  if (depth > DEPTH_MAX)
    return DRAWINGS_MAX + 1;

  /* A form that draws itself is drawn once by every reader. */
  weight = g_new0 (guint64, 1);
  g_hash_table_insert (scales->known, g_memdup2 (&identity, sizeof identity), weight);
  dictionary = qpdf_oh_get_dict (document->qpdf, form);
  forms = get_forms (document, dictionary, inherited);
  if (qpdf_oh_is_dictionary (document->qpdf, forms))
    *weight = weigh_stream (scales, form, forms, depth);
  qpdf_oh_release (document->qpdf, forms);
  qpdf_oh_release (document->qpdf, dictionary);

  return *weight;
}

/* The heaviest of a page's forms: most files have no form in a form, and then the operators that
 * stand in the file are all there is. */
static guint64
find_heaviest (Scales *scales, qpdf_oh forms)
{
  Load load = { scales, forms, 0, 0 };
  g_auto(GStrv) names = msk_pdf_document_dup_keys (scales->document, forms);
  guint64 heaviest = 0;

  for (guint i = 0; names[i] != NULL; i++)
    heaviest = MAX (heaviest, weigh_named (&load, names[i]));

  return heaviest;
}

static guint64
weigh_page (Scales *scales, qpdf_oh page)
{
  qpdf_data qpdf = scales->document->qpdf;
  qpdf_oh nothing = qpdf_oh_new_null (qpdf);
  qpdf_oh forms = get_forms (scales->document, page, nothing);
  qpdf_oh contents = msk_pdf_document_get (scales->document, page, "/Contents");
  guint64 sum = 0;

  if (find_heaviest (scales, forms) > 1)
    for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, contents); i++)
      {
        qpdf_oh stream = qpdf_oh_get_array_item (qpdf, contents, i);

        sum = bounded (sum + weigh_stream (scales, stream, forms, 0));
        qpdf_oh_release (qpdf, stream);
      }
  qpdf_oh_release (qpdf, contents);
  qpdf_oh_release (qpdf, forms);
  qpdf_oh_release (qpdf, nothing);

  return sum;
}

gboolean
msk_pdf_weight_check (MskPdfDocument *document, GArray *pages, GError **error)
{
  Scales scales = { document, g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };
  gboolean is_light = TRUE;

  for (guint i = 0; i < pages->len && is_light; i++)
    {
      qpdf_oh page =
          msk_pdf_document_get_object (document, g_array_index (pages, MskPdfBuiltPage, i).page);

      is_light = weigh_page (&scales, page) <= DRAWINGS_MAX;
      qpdf_oh_release (document->qpdf, page);
    }
  g_hash_table_unref (scales.known);

  if (!is_light)
    g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_TOO_HEAVY,
                         "forms within forms draw too much");
  return is_light;
}
