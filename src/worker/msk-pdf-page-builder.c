/* Builds the fresh page that takes the place of an old one, with its stamp drawn last.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pdf-page-builder.h"

#include "msk-error.h"
#include "msk-pdf-annotations.h"
#include "msk-pdf-audit.h"
#include "msk-pdf-content.h"

#include <string.h>

#define USER_UNIT_DECIMALS 6

/* The page's own edge must be the only one that cuts: two edges in one pixel are drawn fainter than
 * one. */
#define FORM_MARGIN 100

typedef struct
{
  MskPdfDocument *document;
  const MskPdfPage *page;
  qpdf_oh contents;  /* the fresh page's array of streams */
  qpdf_oh resources; /* the fresh page's */
  MskPdfDrawing drawing;
} Builder;

/* Sets a key and gives the value's handle back. */
static void
set_new (MskPdfDocument *document, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
  qpdf_oh_replace_key (document->qpdf, dictionary, key, value);
  qpdf_oh_release (document->qpdf, value);
}

static void
set_name (MskPdfDocument *document, qpdf_oh dictionary, const char *key, const char *name)
{
  set_new (document, dictionary, key, qpdf_oh_new_name (document->qpdf, name));
}

/* Copies the entries, not what they refer to. */
static void
copy_entries (MskPdfDocument *document, qpdf_oh from, qpdf_oh to)
{
  g_auto(GStrv) keys = msk_pdf_document_dup_keys (document, from);

  for (guint i = 0; keys[i] != NULL; i++)
    set_new (document, to, keys[i], qpdf_oh_get_key (document->qpdf, from, keys[i]));
}

static qpdf_oh
get_old_resources (Builder *builder)
{
  if (builder->page->resources == 0)
    return qpdf_oh_new_dictionary (builder->document->qpdf);

  return msk_pdf_document_get_object (builder->document, builder->page->resources);
}

static qpdf_oh
new_form (Builder *builder, const char *data, gsize length, const double box[4], gboolean is_long)
{
  qpdf_oh stream = msk_pdf_document_new_stream (builder->document, data, length, is_long);
  qpdf_oh dictionary = qpdf_oh_get_dict (builder->document->qpdf, stream);

  set_name (builder->document, dictionary, "/Type", "/XObject");
  set_name (builder->document, dictionary, "/Subtype", "/Form");
  set_new (builder->document, dictionary, "/BBox",
           msk_pdf_document_new_numbers (builder->document, box, 4));

  return stream;
}

static void
add_content (Builder *builder, const char *operators)
{
  qpdf_oh stream =
      msk_pdf_document_new_stream (builder->document, operators, strlen (operators), FALSE);

  qpdf_oh_append_item (builder->document->qpdf, builder->contents, stream);
  qpdf_oh_release (builder->document->qpdf, stream);
}

/* The old content streams, as an array. Readers differ in what they draw when one of them is
 * missing. */
static gboolean
collect_streams (Builder *builder, qpdf_oh streams, GError **error)
{
  qpdf_data qpdf = builder->document->qpdf;
  qpdf_oh page = msk_pdf_document_get_object (builder->document, builder->page->page);
  qpdf_oh old = msk_pdf_document_get (builder->document, page, "/Contents");
  qpdf_oh list = qpdf_oh_is_array (qpdf, old) ? old : qpdf_oh_wrap_in_array (qpdf, old);

  if (qpdf_oh_is_null (qpdf, old) && qpdf_oh_get_object_id (qpdf, old) == 0)
    return TRUE;

  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, list); i++)
    {
      qpdf_oh item = qpdf_oh_get_array_item (qpdf, list, i);

      if (!qpdf_oh_is_stream (qpdf, item))
        {
          g_set_error (error, MSK_INPUT_ERROR,
                       qpdf_oh_is_null (qpdf, item) ? MSK_INPUT_ERROR_PDF_DAMAGED
                                                    : MSK_INPUT_ERROR_PDF_UNSTAMPABLE,
                       "page content is no stream");
          return FALSE;
        }
      qpdf_oh_append_item (qpdf, streams, item);
    }

  return TRUE;
}

/* What a reader would see of the streams: one text, since a token does not go on from one to the
 * next. */
static GBytes *
decode_streams (Builder *builder, qpdf_oh streams, GError **error)
{
  const int count = qpdf_oh_get_array_n_items (builder->document->qpdf, streams);
  g_autoptr(GByteArray) content = g_byte_array_new ();

  for (int i = 0; i < count; i++)
    {
      qpdf_oh stream = qpdf_oh_get_array_item (builder->document->qpdf, streams, i);
      g_autoptr(GBytes) bytes = msk_pdf_document_decode (builder->document, stream, error);

      if (bytes == NULL)
        return NULL;
      /* A lone stream, which is the rule and may be huge, is not copied. */
      if (count == 1)
        return g_steal_pointer (&bytes);
      g_byte_array_append (content, g_bytes_get_data (bytes, NULL),
                           (guint) g_bytes_get_size (bytes));
      g_byte_array_append (content, (const guint8 *) "\n", 1);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* Clean content stays as it is, between q and Q. */
static void
keep_content (Builder *builder, qpdf_oh streams)
{
  qpdf_data qpdf = builder->document->qpdf;
  const int count = qpdf_oh_get_array_n_items (qpdf, streams);
  qpdf_oh old = get_old_resources (builder);

  copy_entries (builder->document, old, builder->resources);
  copy_entries (builder->document, qpdf_oh_get_key (qpdf, old, "/XObject"),
                builder->drawing.xobjects);
  copy_entries (builder->document, qpdf_oh_get_key (qpdf, old, "/Properties"),
                builder->drawing.properties);

  if (count == 0)
    return;
  add_content (builder, "q\n");
  for (int i = 0; i < count; i++)
    qpdf_oh_append_item (qpdf, builder->contents, qpdf_oh_get_array_item (qpdf, streams, i));
  g_string_append (builder->drawing.operators, "\nQ\n");
}

/* Content that may end in any state goes into a form, whose end restores the state whatever
 * happened. The form is no group of its own: its parts blend with the page's group, which stays
 * with the page, as they did before. */
static void
wrap_content (Builder *builder, GBytes *content)
{
  MskPdfDocument *document = builder->document;
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  const double *page = builder->page->box;
  const double box[4] = { page[0] - FORM_MARGIN, page[1] - FORM_MARGIN, page[2] + FORM_MARGIN,
                          page[3] + FORM_MARGIN };
  qpdf_oh form = new_form (builder, data, length, box, TRUE);
  qpdf_oh dictionary = qpdf_oh_get_dict (document->qpdf, form);

  qpdf_oh_replace_key (document->qpdf, dictionary, "/Resources", get_old_resources (builder));
  qpdf_oh_replace_key (document->qpdf, builder->drawing.xobjects, "/MskContent", form);
  g_string_append (builder->drawing.operators, "q /MskContent Do Q\n");
}

static gboolean
isolate_content (Builder *builder, GError **error)
{
  qpdf_oh streams = qpdf_oh_new_array (builder->document->qpdf);
  g_autoptr(GBytes) content = NULL;
  gsize length;
  const char *data;

  if (!collect_streams (builder, streams, error))
    return FALSE;
  content = decode_streams (builder, streams, error);
  if (content == NULL)
    return FALSE;

  if (!msk_pdf_audit_check_names (builder->document, content, get_old_resources (builder), NULL))
    builder->document->has_loss = TRUE;
  data = g_bytes_get_data (content, &length);
  if (msk_pdf_content_is_balanced (data, length, NULL, NULL))
    keep_content (builder, streams);
  else
    wrap_content (builder, content);

  return TRUE;
}

/* The empty form that the stamper replaces. */
static char *
draw_stamp (Builder *builder)
{
  MskPdfDocument *document = builder->document;
  g_autofree char *name =
      msk_pdf_drawing_dup_free_name (document, builder->drawing.xobjects, "MskStamp");
  double box[4] = { 0, 0, 0, 0 };
  double matrix[6];
  qpdf_oh form;

  msk_pdf_page_get_space (builder->page, &box[2], &box[3], matrix);
  form = new_form (builder, "", 0, box, FALSE);
  set_new (document, qpdf_oh_get_dict (document->qpdf, form), "/Matrix",
           msk_pdf_document_new_numbers (document, matrix, 6));
  set_new (document, qpdf_oh_get_dict (document->qpdf, form), "/Resources",
           qpdf_oh_new_dictionary (document->qpdf));
  qpdf_oh_replace_key (document->qpdf, builder->drawing.xobjects, name, form);
  g_string_append_printf (builder->drawing.operators, "q %s Do Q\n", name);

  return g_steal_pointer (&name);
}

static qpdf_oh
assemble_page (Builder *builder)
{
  MskPdfDocument *document = builder->document;
  qpdf_data qpdf = document->qpdf;
  qpdf_oh old = msk_pdf_document_get_object (document, builder->page->page);
  qpdf_oh group = msk_pdf_document_get (document, old, "/Group");
  qpdf_oh page = qpdf_oh_new_dictionary (qpdf);

  add_content (builder, builder->drawing.operators->str);
  qpdf_oh_replace_key (qpdf, builder->resources, "/XObject", builder->drawing.xobjects);
  qpdf_oh_replace_key (qpdf, builder->resources, "/Properties", builder->drawing.properties);
  set_name (document, page, "/Type", "/Page");
  set_new (document, page, "/MediaBox",
           msk_pdf_document_new_numbers (document, builder->page->box, 4));
  set_new (document, page, "/Rotate", qpdf_oh_new_integer (qpdf, builder->page->rotate));
  if (builder->page->user_unit != 1)
    set_new (document, page, "/UserUnit",
             qpdf_oh_new_real_from_double (qpdf, builder->page->user_unit, USER_UNIT_DECIMALS));
  qpdf_oh_replace_key (qpdf, page, "/Resources", builder->resources);
  qpdf_oh_replace_key (qpdf, page, "/Contents", builder->contents);
  if (qpdf_oh_is_dictionary (qpdf, group))
    qpdf_oh_replace_key (qpdf, page, "/Group", group);

  return qpdf_make_indirect_object (qpdf, page);
}

gboolean
msk_pdf_build_page (MskPdfDocument *document,
                    const MskPdfPage *page,
                    MskPdfBuiltPage *built,
                    GError **error)
{
  g_autoptr(GString) operators = g_string_new (NULL);
  Builder builder = { .document = document, .page = page };

  builder.contents = qpdf_oh_new_array (document->qpdf);
  builder.resources = qpdf_oh_new_dictionary (document->qpdf);
  builder.drawing.operators = operators;
  builder.drawing.xobjects = qpdf_oh_new_dictionary (document->qpdf);
  builder.drawing.properties = qpdf_oh_new_dictionary (document->qpdf);

  if (!isolate_content (&builder, error) ||
      !msk_pdf_annotations_draw (document, page, &builder.drawing, error))
    return FALSE;
  built->stamp = draw_stamp (&builder);
  built->page = msk_pdf_document_get_identity (document, assemble_page (&builder));
  qpdf_oh_release_all (document->qpdf);

  return msk_pdf_document_check (document, error);
}
