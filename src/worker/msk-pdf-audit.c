/* Goes through all that hangs on the pages: takes out what is not for paper, finds what is lost.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-pdf-audit.h"

#include "msk-error.h"
#include "msk-pdf-content.h"

#include <string.h>

#define NESTING_MAX 600 /* of direct objects; qpdf's parser stops earlier */

typedef struct _Walk Walk;

/* Judges or changes one dictionary; stream is a null handle where it is no stream's. */
typedef gboolean (*VisitFunc) (Walk *walk, qpdf_oh dictionary, qpdf_oh stream, GError **error);

struct _Walk
{
  MskPdfDocument *document;
  GHashTable *seen; /* identities */
  GArray *waiting;  /* identities of indirect objects, still to be visited */
  VisitFunc visit;
};

typedef struct
{
  MskPdfDocument *document;
  qpdf_oh resources;
  gboolean is_missing;
} NameCheck;

/* In the dictionary of a stream these carry what its maker kept for itself. */
static const char *const private_keys[] = { "/Metadata", "/PieceInfo", "/OPI", "/AF",
                                            "/Ref",      "/PS",        NULL };

/* By these keys drawing hangs on other objects. qpdf leaves a key out of a listing when its object
 * is lost, hence the list. */
static const char *const drawing_keys[] = {
  "/Contents",
  "/Resources",
  "/XObject",
  "/Font",
  "/ExtGState",
  "/ColorSpace",
  "/Pattern",
  "/Shading",
  "/Properties",
  "/FontDescriptor",
  "/FontFile",
  "/FontFile2",
  "/FontFile3",
  "/Encoding",
  "/CharProcs",
  "/DescendantFonts",
  "/Widths",
  "/W",
  "/SMask",
  "/Mask",
  "/Function",
  "/Functions",
  "/G",
  "/Group",
  "/CIDToGIDMap",
  "/ToUnicode",
  "/Filter",
  "/DecodeParms",
  "/JBIG2Globals",
  "/BBox",
  "/Matrix",
  "/TR",
  "/BG",
  "/UCR",
  "/HT",
  "/CS",
};

static gboolean
refuse (GError **error, MskInputError code, const char *detail)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, code, detail);

  return FALSE;
}

/* The dictionary of an object, be it a stream; a null handle for anything else. */
static qpdf_oh
get_dictionary (MskPdfDocument *document, qpdf_oh object)
{
  if (qpdf_oh_is_stream (document->qpdf, object))
    return qpdf_oh_get_dict (document->qpdf, object);
  if (qpdf_oh_is_dictionary (document->qpdf, object))
    return qpdf_oh_new_object (document->qpdf, object);

  return qpdf_oh_new_null (document->qpdf);
}

static gboolean enter_object (Walk *walk, qpdf_oh object, guint depth, GError **error);

/* Indirect objects wait their turn, so that a chain of them does not become a deep recursion. */
static gboolean
meet_object (Walk *walk, qpdf_oh object, guint depth, GError **error)
{
  guint64 identity = msk_pdf_document_get_identity (walk->document, object);

  if (identity == 0)
    return enter_object (walk, object, depth + 1, error);
  if (qpdf_oh_is_null (walk->document->qpdf, object))
    walk->document->has_loss = TRUE;
  if (g_hash_table_add (walk->seen, g_memdup2 (&identity, sizeof identity)))
    g_array_append_val (walk->waiting, identity);

  return TRUE;
}

static gboolean
enter_dictionary (Walk *walk, qpdf_oh dictionary, guint depth, GError **error)
{
  g_auto(GStrv) keys = msk_pdf_document_dup_keys (walk->document, dictionary);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      qpdf_oh value = qpdf_oh_get_key (walk->document->qpdf, dictionary, keys[i]);
      gboolean done = meet_object (walk, value, depth, error);

      qpdf_oh_release (walk->document->qpdf, value);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

static gboolean
enter_array (Walk *walk, qpdf_oh array, guint depth, GError **error)
{
  const int count = qpdf_oh_get_array_n_items (walk->document->qpdf, array);

  for (int i = 0; i < count; i++)
    {
      qpdf_oh item = qpdf_oh_get_array_item (walk->document->qpdf, array, i);
      gboolean done = meet_object (walk, item, depth, error);

      qpdf_oh_release (walk->document->qpdf, item);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

static gboolean
enter_object (Walk *walk, qpdf_oh object, guint depth, GError **error)
{
  qpdf_data qpdf = walk->document->qpdf;
  qpdf_oh dictionary;
  gboolean done;

  if (depth > NESTING_MAX)
    return refuse (error, MSK_INPUT_ERROR_PDF_DAMAGED, "objects nest too deep");
  if (qpdf_oh_is_array (qpdf, object))
    return enter_array (walk, object, depth, error);

  dictionary = get_dictionary (walk->document, object);
  done = qpdf_oh_is_null (qpdf, dictionary) || (walk->visit (walk, dictionary, object, error) &&
                                                enter_dictionary (walk, dictionary, depth, error));
  qpdf_oh_release (qpdf, dictionary);

  return done;
}

static gboolean
run_walk (MskPdfDocument *document, GArray *roots, VisitFunc visit, GError **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr(GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint64));
  Walk walk = { .document = document, .seen = seen, .waiting = waiting, .visit = visit };

  for (guint i = 0; i < roots->len; i++)
    {
      guint64 identity = g_array_index (roots, guint64, i);

      if (g_hash_table_add (seen, g_memdup2 (&identity, sizeof identity)))
        g_array_append_val (waiting, identity);
    }

  while (waiting->len > 0)
    {
      guint64 identity = g_array_index (waiting, guint64, waiting->len - 1);
      qpdf_oh object = msk_pdf_document_get_object (document, identity);
      gboolean done;

      g_array_set_size (waiting, waiting->len - 1);
      done = enter_object (&walk, object, 0, error);
      qpdf_oh_release (document->qpdf, object);
      if (!done)
        return FALSE;
    }

  return msk_pdf_document_check (document, error);
}

/* A printer would run such an object as a program. It is emptied: readers do not draw it. */
static void
disarm_postscript (MskPdfDocument *document, qpdf_oh dictionary, qpdf_oh stream)
{
  const double nowhere[4] = { 0, 0, 0, 0 };
  qpdf_oh none = qpdf_oh_new_null (document->qpdf);

  if (!msk_pdf_document_has_name (document, dictionary, "/Subtype", "/PS") &&
      !msk_pdf_document_has_name (document, dictionary, "/Subtype2", "/PS"))
    return;

  qpdf_oh_remove_key (document->qpdf, dictionary, "/Subtype2");
  qpdf_oh_remove_key (document->qpdf, dictionary, "/Level1");
  qpdf_oh_replace_key (document->qpdf, dictionary, "/Subtype",
                       qpdf_oh_new_name (document->qpdf, "/Form"));
  qpdf_oh_replace_key (document->qpdf, dictionary, "/BBox",
                       msk_pdf_document_new_numbers (document, nowhere, 4));
  qpdf_oh_replace_stream_data (document->qpdf, stream, (const guchar *) "", 0, none, none);
  msk_pdf_document_note_removed (document, "postscript");
}

/* No resource is a page or a catalog: such a link would drag the old document into the new file. */
static gboolean
is_old_structure (MskPdfDocument *document, qpdf_oh dictionary, const char *key)
{
  static const char *const kinds[] = { "/Catalog", "/Pages", "/Page", NULL };
  qpdf_oh value = qpdf_oh_get_key (document->qpdf, dictionary, key);
  gboolean found = FALSE;

  if (qpdf_oh_is_dictionary (document->qpdf, value))
    {
      g_autofree char *kind = msk_pdf_document_dup_name (document, value, "/Type");

      found = g_strv_contains (kinds, kind);
    }
  qpdf_oh_release (document->qpdf, value);

  return found;
}

static gboolean
scrub_dictionary (Walk *walk, qpdf_oh dictionary, qpdf_oh object, GError **error)
{
  MskPdfDocument *document = walk->document;
  g_auto(GStrv) keys = msk_pdf_document_dup_keys (document, dictionary);

  for (guint i = 0; keys[i] != NULL; i++)
    if (is_old_structure (document, dictionary, keys[i]))
      qpdf_oh_remove_key (document->qpdf, dictionary, keys[i]);

  if (!qpdf_oh_is_stream (document->qpdf, object))
    return TRUE;
  if (qpdf_oh_has_key (document->qpdf, dictionary, "/F"))
    return refuse (error, MSK_INPUT_ERROR_PDF_UNSTAMPABLE, "drawing needs another file");
  disarm_postscript (document, dictionary, object);
  for (guint i = 0; private_keys[i] != NULL; i++)
    if (qpdf_oh_has_key (document->qpdf, dictionary, private_keys[i]))
      qpdf_oh_remove_key (document->qpdf, dictionary, private_keys[i]);

  return TRUE;
}

gboolean
msk_pdf_audit_scrub (MskPdfDocument *document, GArray *roots, GError **error)
{
  return run_walk (document, roots, scrub_dictionary, error);
}

/* A reference to an object that is nowhere in the file. */
static gboolean
is_lost (MskPdfDocument *document, qpdf_oh dictionary, const char *key)
{
  qpdf_oh value = qpdf_oh_get_key (document->qpdf, dictionary, key);
  gboolean lost =
      qpdf_oh_is_null (document->qpdf, value) && qpdf_oh_get_object_id (document->qpdf, value) != 0;

  qpdf_oh_release (document->qpdf, value);

  return lost;
}

/* Pictures in a lossy format are left alone: a lost piece of one cannot be told from its coding. */
static gboolean
check_stream (MskPdfDocument *document, qpdf_oh dictionary, qpdf_oh stream, GError **error)
{
  g_autoptr(GError) problem = NULL;
  g_autoptr(GBytes) data = msk_pdf_document_decode (document, stream, &problem);

  if (data == NULL && !g_error_matches (problem, MSK_INPUT_ERROR, MSK_INPUT_ERROR_PDF_UNSTAMPABLE))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  if (data != NULL && msk_pdf_document_has_name (document, dictionary, "/Subtype", "/Form") &&
      qpdf_oh_has_key (document->qpdf, dictionary, "/Resources"))
    return msk_pdf_audit_check_names (document, data,
                                      qpdf_oh_get_key (document->qpdf, dictionary, "/Resources"),
                                      error);

  return TRUE;
}

static gboolean
check_dictionary (Walk *walk, qpdf_oh dictionary, qpdf_oh object, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (drawing_keys); i++)
    if (is_lost (walk->document, dictionary, drawing_keys[i]))
      return refuse (error, MSK_INPUT_ERROR_PDF_DAMAGED, "an object is lost");

  return !qpdf_oh_is_stream (walk->document->qpdf, object) ||
         check_stream (walk->document, dictionary, object, error);
}

gboolean
msk_pdf_audit_check_whole (MskPdfDocument *document, GArray *roots, GError **error)
{
  return run_walk (document, roots, check_dictionary, error);
}

/* In content a name may hold #xx; qpdf's keys hold the byte. */
static char *
dup_plain_name (const char *name)
{
  GString *plain = g_string_new (NULL);

  for (; *name != '\0'; name++)
    if (name[0] == '#' && g_ascii_isxdigit (name[1]) && g_ascii_isxdigit (name[2]))
      {
        g_string_append_c (plain, (char) (g_ascii_xdigit_value (name[1]) * 16 +
                                          g_ascii_xdigit_value (name[2])));
        name += 2;
      }
    else
      g_string_append_c (plain, *name);

  return g_string_free (plain, FALSE);
}

static void
check_name_cb (const char *category, const char *name, gpointer user_data)
{
  NameCheck *check = user_data;
  static const char *const built_in[] = { "/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern",
                                          NULL };
  g_autofree char *plain = dup_plain_name (name);
  qpdf_oh names;

  if (g_str_equal (category, "/ColorSpace") && g_strv_contains (built_in, plain))
    return;

  names = qpdf_oh_get_key_if_dict (check->document->qpdf, check->resources, category);
  if (!qpdf_oh_is_dictionary (check->document->qpdf, names) ||
      !qpdf_oh_has_key (check->document->qpdf, names, plain))
    check->is_missing = TRUE;
  qpdf_oh_release (check->document->qpdf, names);
}

gboolean
msk_pdf_audit_check_names (MskPdfDocument *document,
                           GBytes *content,
                           qpdf_oh resources,
                           GError **error)
{
  NameCheck check = { .document = document, .resources = resources };
  gsize length;
  const char *data = g_bytes_get_data (content, &length);

  msk_pdf_content_is_balanced (data, length, check_name_cb, &check);

  return !check.is_missing || refuse (error, MSK_INPUT_ERROR_PDF_DAMAGED, "a resource is lost");
}
