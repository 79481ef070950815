/* Makes of a foreign PDF one that is ready for stamping, or says why not.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pdf-prepare.h"

#include "msk-error.h"
#include "msk-pdf-audit.h"
#include "msk-pdf-judge.h"
#include "msk-pdf-layout.h"
#include "msk-pdf-page-builder.h"
#include "msk-pdf-weight.h"
#include "msk-prepared-pdf.h"

static void
clear_built_page (gpointer data)
{
  MskPdfBuiltPage *built = data;

  g_free (built->stamp);
}

static GArray *
build_pages (MskPdfDocument *document, GArray *pages, GError **error)
{
  g_autoptr(GArray) built = g_array_sized_new (FALSE, TRUE, sizeof (MskPdfBuiltPage), pages->len);

  g_array_set_clear_func (built, clear_built_page);
  g_array_set_size (built, pages->len);
  for (guint i = 0; i < pages->len; i++)
    if (!msk_pdf_build_page (document, &g_array_index (pages, MskPdfPage, i),
                             &g_array_index (built, MskPdfBuiltPage, i), error))
      return NULL;

  return g_steal_pointer (&built);
}

/* A catalog with nothing but what drawing depends on: which layers show, and what the colours mean.
 */
static guint64
build_catalog (MskPdfDocument *document)
{
  qpdf_data qpdf = document->qpdf;
  qpdf_oh old = qpdf_get_root (qpdf);
  qpdf_oh old_layers = qpdf_oh_get_key (qpdf, old, "/OCProperties");
  qpdf_oh intents = qpdf_oh_get_key (qpdf, old, "/OutputIntents");
  qpdf_oh catalog = qpdf_oh_new_dictionary (qpdf);

  if (qpdf_oh_is_dictionary (qpdf, old_layers))
    {
      qpdf_oh layers = qpdf_oh_new_dictionary (qpdf);

      qpdf_oh_replace_key (qpdf, layers, "/OCGs", qpdf_oh_get_key (qpdf, old_layers, "/OCGs"));
      qpdf_oh_replace_key (qpdf, layers, "/D", qpdf_oh_get_key (qpdf, old_layers, "/D"));
      qpdf_oh_replace_key (qpdf, catalog, "/OCProperties", layers);
    }
  if (qpdf_oh_is_array (qpdf, intents))
    qpdf_oh_replace_key (qpdf, catalog, "/OutputIntents", intents);

  return msk_pdf_document_get_identity (document, qpdf_make_indirect_object (qpdf, catalog));
}

/* Scrubs all that the new file will hold. Whatever qpdf had to mend has shown by now: then nothing
 * may be missing. */
static gboolean
audit (MskPdfDocument *document, GArray *built, guint64 catalog, GError **error)
{
  g_autoptr(GArray) roots = g_array_new (FALSE, FALSE, sizeof (guint64));

  g_array_append_val (roots, catalog);
  for (guint i = 0; i < built->len; i++)
    g_array_append_val (roots, g_array_index (built, MskPdfBuiltPage, i).page);

  if (!msk_pdf_audit_scrub (document, roots, error))
    return FALSE;
  msk_pdf_document_take_warnings (document);
  if (document->warning_count == 0)
    return TRUE;

  if (document->has_harm || document->has_loss || !msk_pdf_judge_has_end (document->input))
    {
      g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_DAMAGED, "%s",
                   document->has_harm || document->has_loss ? "an object is lost or broken"
                                                            : "the end of the file is lost");
      return FALSE;
    }

  return msk_pdf_audit_check_whole (document, roots, error);
}

/* The flat page tree, and a trailer that leads to it alone. */
static void
link_pages (MskPdfDocument *document, GArray *built, guint64 catalog)
{
  static const char *const kept_keys[] = { "/ID", "/Encrypt", NULL };
  qpdf_data qpdf = document->qpdf;
  qpdf_oh trailer = qpdf_get_trailer (qpdf);
  qpdf_oh root = msk_pdf_document_get_object (document, catalog);
  qpdf_oh tree = qpdf_make_indirect_object (qpdf, qpdf_oh_new_dictionary (qpdf));
  qpdf_oh kids = qpdf_oh_new_array (qpdf);
  g_auto(GStrv) keys = msk_pdf_document_dup_keys (document, trailer);

  for (guint i = 0; i < built->len; i++)
    {
      qpdf_oh page =
          msk_pdf_document_get_object (document, g_array_index (built, MskPdfBuiltPage, i).page);

      qpdf_oh_replace_key (qpdf, page, "/Parent", tree);
      qpdf_oh_append_item (qpdf, kids, page);
      qpdf_oh_release (qpdf, page);
    }
  qpdf_oh_replace_key (qpdf, tree, "/Type", qpdf_oh_new_name (qpdf, "/Pages"));
  qpdf_oh_replace_key (qpdf, tree, "/Count", qpdf_oh_new_integer (qpdf, built->len));
  qpdf_oh_replace_key (qpdf, tree, "/Kids", kids);
  qpdf_oh_replace_key (qpdf, root, "/Type", qpdf_oh_new_name (qpdf, "/Catalog"));
  qpdf_oh_replace_key (qpdf, root, "/Pages", tree);

  /* qpdf fills these in when it writes; it would leave out a size that was not there before. */
  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_strv_contains (kept_keys, keys[i]))
      qpdf_oh_remove_key (qpdf, trailer, keys[i]);
  qpdf_oh_replace_key (qpdf, trailer, "/Size", qpdf_oh_new_integer (qpdf, 0));
  qpdf_oh_replace_key (qpdf, trailer, "/Root", root);
}

/* The same input gives the same bytes. Fails like msk_pdf_document_check. */
static GBytes *
write_document (MskPdfDocument *document, GError **error)
{
  qpdf_data qpdf = document->qpdf;

  qpdf_init_write_memory (qpdf);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_disable);
  qpdf_set_stream_data_mode (qpdf, qpdf_s_preserve);
  qpdf_set_preserve_encryption (qpdf, QPDF_FALSE);
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  qpdf_set_minimum_pdf_version (qpdf, "1.7");
  qpdf_write (qpdf);
  if (!msk_pdf_document_check (document, error))
    return NULL;
  msk_pdf_document_take_warnings (document);

  /* The buffer belongs to qpdf and lives as long as the document, which outlives the answer being
   * built. */
  return g_bytes_new_static (qpdf_get_buffer (qpdf), qpdf_get_buffer_length (qpdf));
}

static GVariant *
build_answer (MskPdfDocument *document, GBytes *bytes, GVariant *layout, guint page_count)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert_value (&dict, "layout", layout);
  g_variant_dict_insert_value (&dict, "bytes",
                               g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE,
                                                          g_bytes_get_data (bytes, NULL),
                                                          g_bytes_get_size (bytes), 1));
  g_variant_dict_insert (&dict, "pages", "u", page_count);
  g_variant_dict_insert_value (&dict, "warnings",
                               g_variant_new_strv ((const char *const *) document->warnings->pdata,
                                                   document->warnings->len));
  g_variant_dict_insert_value (&dict, "removed",
                               g_variant_new_strv ((const char *const *) document->removed->pdata,
                                                   document->removed->len));

  return g_variant_dict_end (&dict);
}

gboolean
msk_pdf_load_library (void)
{
  qpdf_data qpdf = qpdf_init ();
  gboolean done;

  /* Writing an encrypted file loads the cryptography that an encrypted input will ask for. */
  qpdf_silence_errors (qpdf);
  qpdf_empty_pdf (qpdf);
  qpdf_init_write_memory (qpdf);
  qpdf_set_deterministic_ID (qpdf, QPDF_FALSE);
  qpdf_set_r6_encryption_parameters2 (qpdf, "", "load", QPDF_TRUE, QPDF_TRUE, QPDF_TRUE, QPDF_TRUE,
                                      QPDF_TRUE, QPDF_TRUE, qpdf_r3p_full, QPDF_TRUE);
  qpdf_write (qpdf);
  done = !qpdf_has_error (qpdf);
  qpdf_cleanup (&qpdf);

  return done;
}

GVariant *
msk_pdf_prepare (GBytes *input, GError **error)
{
  g_autoptr(MskPdfDocument) document = NULL;
  g_autoptr(GArray) pages = NULL;
  g_autoptr(GArray) built = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GVariant *layout;
  guint64 catalog;

  if (!msk_pdf_judge_bytes (input, error))
    return NULL;
  document = msk_pdf_document_open (input, error);
  if (document == NULL || !msk_pdf_judge_catalog (document, error))
    return NULL;
  pages = msk_pdf_pages_collect (document, error);
  if (pages == NULL)
    return NULL;
  built = build_pages (document, pages, error);
  if (built == NULL)
    return NULL;

  catalog = build_catalog (document);
  if (!audit (document, built, catalog, error) || !msk_pdf_weight_check (document, built, error))
    return NULL;
  link_pages (document, built, catalog);
  bytes = write_document (document, error);
  if (bytes == NULL)
    return NULL;
  layout = msk_pdf_layout_read (bytes, pages, built, error);

  return layout != NULL ? build_answer (document, bytes, layout, pages->len) : NULL;
}
