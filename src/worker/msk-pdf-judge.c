/* Says of a PDF as a whole whether it may be stamped at all, and what is active in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem */
#include "msk-pdf-judge.h"

#include "msk-error.h"

#include <string.h>

#define HEADER_WITHIN 1024 /* readers look for the header this far */
#define END_WITHIN 2048
#define FIELD_DEPTH_MAX 64
#define FIELDS_MAX 100000
#define ACTIONS_MAX 64

typedef struct
{
  const char *name;    /* /S of the action */
  const char *removed; /* what the answer calls it */
} ActionKind;

/* Going to a page of the same file leads nowhere, so that is not told. */
static const ActionKind action_kinds[] = {
  { "/JavaScript", "javascript" },
  { "/Rendition", "media" },
  { "/Launch", "launch-action" },
  { "/SubmitForm", "submit-action" },
  { "/ImportData", "import-action" },
  { "/GoToE", "embedded-files" },
  { "/GoToR", "external-link" },
  { "/URI", "external-link" },
  { "/Thread", "external-link" },
  { "/Movie", "media" },
  { "/Sound", "media" },
  { "/RichMediaExecute", "media" },
  { "/GoTo3DView", "media" },
};

/* Through the fields of a form, or the bookmarks. */
typedef struct
{
  MskPdfDocument *document;
  GHashTable *seen;
  guint fields;
  gboolean is_signed;
} FieldWalk;

static gboolean
refuse (GError **error, MskInputError code, const char *detail)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, code, detail);

  return FALSE;
}

/* The last place where text stands at or behind start, or NULL. */
static const char *
find_last (const char *start, const char *end, const char *text)
{
  const gsize length = strlen (text);

  for (const char *at = end - length; at >= start; at--)
    if (memcmp (at, text, length) == 0)
      return at;

  return NULL;
}

gboolean
msk_pdf_judge_bytes (GBytes *input, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (input, &size);
  const char *mark;

  if (data == NULL || size == 0)
    return refuse (error, MSK_INPUT_ERROR_PDF_EMPTY, "no bytes");
  if (memmem (data, MIN (size, HEADER_WITHIN), "%PDF-", 5) == NULL)
    return refuse (error, MSK_INPUT_ERROR_PDF_FOREIGN, "no PDF header");

  mark = find_last (data, data + size, "%%EOF");
  if (mark != NULL && memmem (mark, (gsize) (data + size - mark), " obj", 4) != NULL)
    return refuse (error, MSK_INPUT_ERROR_PDF_DAMAGED, "objects behind the last end mark");

  return TRUE;
}

gboolean
msk_pdf_judge_has_end (GBytes *input)
{
  gsize size;
  const char *data = g_bytes_get_data (input, &size);
  const char *tail = data + (size > END_WITHIN ? size - END_WITHIN : 0);

  return find_last (tail, data + size, "%%EOF") != NULL &&
         find_last (tail, data + size, "startxref") != NULL;
}

static void
note_one_action (MskPdfDocument *document, qpdf_oh action)
{
  for (guint i = 0; i < G_N_ELEMENTS (action_kinds); i++)
    if (msk_pdf_document_has_name (document, action, "/S", action_kinds[i].name))
      msk_pdf_document_note_removed (document, action_kinds[i].removed);
}

void
msk_pdf_judge_note_action (MskPdfDocument *document, qpdf_oh action)
{
  for (guint i = 0; i < ACTIONS_MAX && qpdf_oh_is_dictionary (document->qpdf, action); i++)
    {
      qpdf_oh next = qpdf_oh_get_key (document->qpdf, action, "/Next");

      note_one_action (document, action);
      for (int j = 0; qpdf_oh_is_array (document->qpdf, next) && j < ACTIONS_MAX &&
                      j < qpdf_oh_get_array_n_items (document->qpdf, next);
           j++)
        note_one_action (document, qpdf_oh_get_array_item (document->qpdf, next, j));
      action = next;
    }
}

void
msk_pdf_judge_note_object (MskPdfDocument *document, qpdf_oh object)
{
  qpdf_data qpdf = document->qpdf;
  qpdf_oh further = msk_pdf_document_get (document, object, "/AA");
  g_auto(GStrv) events = msk_pdf_document_dup_keys (document, further);

  msk_pdf_judge_note_action (document, msk_pdf_document_get (document, object, "/A"));
  msk_pdf_judge_note_action (document, msk_pdf_document_get (document, object, "/PA"));
  if (qpdf_oh_is_dictionary (qpdf, further))
    msk_pdf_document_note_removed (document, "additional-actions");
  for (guint i = 0; events[i] != NULL; i++)
    msk_pdf_judge_note_action (document, qpdf_oh_get_key (qpdf, further, events[i]));
  if (!qpdf_oh_is_null (qpdf, msk_pdf_document_get (document, object, "/AF")))
    msk_pdf_document_note_removed (document, "embedded-files");
}

qpdf_oh
msk_pdf_judge_get_field_value (MskPdfDocument *document, qpdf_oh field, const char *key)
{
  for (guint i = 0; i < FIELD_DEPTH_MAX && qpdf_oh_is_dictionary (document->qpdf, field); i++)
    {
      qpdf_oh value = qpdf_oh_get_key (document->qpdf, field, key);

      if (!qpdf_oh_is_null (document->qpdf, value))
        return value;
      field = qpdf_oh_get_key (document->qpdf, field, "/Parent");
    }

  return qpdf_oh_new_null (document->qpdf);
}

static void
visit_field (FieldWalk *walk, qpdf_oh field, guint depth)
{
  qpdf_data qpdf = walk->document->qpdf;
  guint64 identity = msk_pdf_document_get_identity (walk->document, field);
  qpdf_oh kids;

  if (!qpdf_oh_is_dictionary (qpdf, field) || depth > FIELD_DEPTH_MAX ||
      walk->fields++ > FIELDS_MAX ||
      (identity != 0 && !g_hash_table_add (walk->seen, g_memdup2 (&identity, sizeof identity))))
    return;

  msk_pdf_judge_note_object (walk->document, field);
  if (qpdf_oh_has_key (qpdf, field, "/V"))
    walk->is_signed =
        walk->is_signed ||
        qpdf_oh_is_name_and_equals (qpdf,
                                    msk_pdf_judge_get_field_value (walk->document, field, "/FT"),
                                    "/Sig");

  kids = qpdf_oh_get_key (qpdf, field, "/Kids");
  for (int i = 0; qpdf_oh_is_array (qpdf, kids) && i < qpdf_oh_get_array_n_items (qpdf, kids); i++)
    visit_field (walk, qpdf_oh_get_array_item (qpdf, kids, i), depth + 1);
}

static gboolean
judge_form (MskPdfDocument *document, qpdf_oh catalog, qpdf_oh form, GError **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  FieldWalk walk = { .document = document, .seen = seen };
  qpdf_oh fields = qpdf_oh_get_key (document->qpdf, form, "/Fields");
  qpdf_oh needs_rendering = qpdf_oh_get_key (document->qpdf, catalog, "/NeedsRendering");

  for (int i = 0; qpdf_oh_is_array (document->qpdf, fields) &&
                  i < qpdf_oh_get_array_n_items (document->qpdf, fields);
       i++)
    visit_field (&walk, qpdf_oh_get_array_item (document->qpdf, fields, i), 0);
  if (walk.is_signed)
    return refuse (error, MSK_INPUT_ERROR_PDF_SIGNED, "a signature field has a value");

  if (qpdf_oh_has_key (document->qpdf, form, "/XFA"))
    {
      if (qpdf_oh_is_bool (document->qpdf, needs_rendering) &&
          qpdf_oh_get_bool_value (document->qpdf, needs_rendering))
        return refuse (error, MSK_INPUT_ERROR_PDF_FORM, "dynamic XFA form");
      msk_pdf_document_note_removed (document, "xfa-form");
    }
  msk_pdf_document_note_removed (document, "form");

  return TRUE;
}

/* What the bookmarks would do. Each is a sibling of the one before, and may have children. */
static void
visit_outline (FieldWalk *walk, qpdf_oh item, guint depth)
{
  qpdf_data qpdf = walk->document->qpdf;

  while (qpdf_oh_is_dictionary (qpdf, item) && depth <= FIELD_DEPTH_MAX &&
         walk->fields++ <= FIELDS_MAX)
    {
      guint64 identity = msk_pdf_document_get_identity (walk->document, item);

      if (identity != 0 && !g_hash_table_add (walk->seen, g_memdup2 (&identity, sizeof identity)))
        return;
      msk_pdf_judge_note_object (walk->document, item);
      visit_outline (walk, qpdf_oh_get_key (qpdf, item, "/First"), depth + 1);
      item = qpdf_oh_get_key (qpdf, item, "/Next");
    }
}

static void
note_outlines (MskPdfDocument *document, qpdf_oh catalog)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  FieldWalk walk = { .document = document, .seen = seen };
  qpdf_oh outlines = qpdf_oh_get_key (document->qpdf, catalog, "/Outlines");

  visit_outline (&walk, msk_pdf_document_get (document, outlines, "/First"), 0);
}

static void
note_names (MskPdfDocument *document, qpdf_oh catalog)
{
  qpdf_oh names = qpdf_oh_get_key (document->qpdf, catalog, "/Names");
  qpdf_oh open_action = qpdf_oh_get_key (document->qpdf, catalog, "/OpenAction");

  if (qpdf_oh_is_dictionary (document->qpdf, names) &&
      qpdf_oh_has_key (document->qpdf, names, "/JavaScript"))
    msk_pdf_document_note_removed (document, "javascript");
  if ((qpdf_oh_is_dictionary (document->qpdf, names) &&
       qpdf_oh_has_key (document->qpdf, names, "/EmbeddedFiles")) ||
      qpdf_oh_has_key (document->qpdf, catalog, "/Collection"))
    msk_pdf_document_note_removed (document, "embedded-files");
  if (qpdf_oh_is_dictionary (document->qpdf, open_action) &&
      !msk_pdf_document_has_name (document, open_action, "/S", "/GoTo"))
    msk_pdf_document_note_removed (document, "open-action");
  msk_pdf_judge_note_object (document, catalog);
  msk_pdf_judge_note_action (document, open_action);
  note_outlines (document, catalog);
}

gboolean
msk_pdf_judge_catalog (MskPdfDocument *document, GError **error)
{
  qpdf_oh catalog = qpdf_get_root (document->qpdf);
  qpdf_oh form = qpdf_oh_get_key_if_dict (document->qpdf, catalog, "/AcroForm");
  qpdf_oh permissions = qpdf_oh_get_key_if_dict (document->qpdf, catalog, "/Perms");

  if (!qpdf_oh_is_dictionary (document->qpdf, catalog))
    return refuse (error, MSK_INPUT_ERROR_PDF_DAMAGED, "no catalog");
  if (qpdf_oh_is_dictionary (document->qpdf, permissions) &&
      qpdf_oh_has_key (document->qpdf, permissions, "/DocMDP"))
    return refuse (error, MSK_INPUT_ERROR_PDF_SIGNED, "certified document");
  note_names (document, catalog);

  return !qpdf_oh_is_dictionary (document->qpdf, form) ||
         judge_form (document, catalog, form, error);
}
