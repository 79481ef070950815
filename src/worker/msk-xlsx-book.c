/* What a workbook says of its sheets: their names and places, the texts that cells share, and how
 * numbers are shown. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-xlsx-book.h"

#include "msk-error.h"
#include "msk-list-table.h"
#include "msk-xlsx-xml.h"

#include <string.h>

/* Built-in formats of numbers. */
#define FORMAT_GENERAL 0
#define FORMAT_DIGITS 1
#define FORMAT_TEXT 49

typedef struct
{
  MskXlsxBook *book;
  GError *problem;

  GHashTable *targets; /* of the relations being read: id to part */
  const char *folder;  /* that they are relative to */
  char *workbook;
  char *texts_part;
  char *styles_part;

  GPtrArray *ids;      /* of the sheets' relations */
  GHashTable *customs; /* format number to code */
  gboolean in_formats; /* of cells, and not of named styles */
  GString *text;       /* of the shared text being read */
  gboolean in_text;
  guint phonetic; /* depth of readings beside the text */
} Reading;

static gboolean
is_kind (const char *type, const char *kind)
{
  return type != NULL && g_str_has_suffix (type, kind);
}

static void
start_relation (gpointer user_data, const char *name, const char **attributes)
{
  Reading *reading = user_data;
  const char *id = msk_xlsx_xml_get (attributes, "Id");
  const char *type = msk_xlsx_xml_get (attributes, "Type");
  const char *target = msk_xlsx_xml_get (attributes, "Target");
  const char *mode = msk_xlsx_xml_get (attributes, "TargetMode");
  g_autofree char *path = NULL;

  if (strcmp (name, "Relationship") != 0 || id == NULL || target == NULL ||
      g_strcmp0 (mode, "External") == 0)
    return;

  path = g_canonicalize_filename (target, reading->folder);
  if (is_kind (type, "/officeDocument") && reading->workbook == NULL)
    reading->workbook = g_strdup (path + 1);
  else if (is_kind (type, "/sharedStrings") && reading->texts_part == NULL)
    reading->texts_part = g_strdup (path + 1);
  else if (is_kind (type, "/styles") && reading->styles_part == NULL)
    reading->styles_part = g_strdup (path + 1);
  g_hash_table_insert (reading->targets, g_strdup (id), g_strdup (path + 1));
}

static void
start_sheet (gpointer user_data, const char *name, const char **attributes)
{
  Reading *reading = user_data;
  MskXlsxBook *book = reading->book;
  const char *title = msk_xlsx_xml_get (attributes, "name");
  const char *id = msk_xlsx_xml_get (attributes, "id");
  const char *state = msk_xlsx_xml_get (attributes, "state");
  const gboolean shown = state == NULL || strcmp (state, "visible") == 0;

  if (strcmp (name, "sheet") != 0)
    return;

  g_ptr_array_add (book->names, g_strdup (title != NULL ? title : ""));
  g_ptr_array_add (reading->ids, g_strdup (id != NULL ? id : ""));
  g_array_append_val (book->shown, shown);
  if (book->first_shown == 0 && shown)
    book->first_shown = book->names->len;
}

static void
start_text (gpointer user_data, const char *name, const char **attributes)
{
  Reading *reading = user_data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (reading->text, 0);
  else if (strcmp (name, "rPh") == 0)
    reading->phonetic++;
  reading->in_text = strcmp (name, "t") == 0 && reading->phonetic == 0;
}

static void
end_text (gpointer user_data, const char *name)
{
  Reading *reading = user_data;

  reading->in_text = FALSE;
  if (strcmp (name, "rPh") == 0 && reading->phonetic > 0)
    reading->phonetic--;
  else if (strcmp (name, "si") == 0)
    g_ptr_array_add (reading->book->texts, g_strdup (reading->text->str));
}

/* No more than it takes to see that it is too long. */
static void
add_text (gpointer user_data, const char *text, gsize length)
{
  Reading *reading = user_data;

  if (reading->in_text && reading->text->len <= MSK_LIST_FIELD_MAX)
    g_string_append_len (reading->text, text, (gssize) length);
}

static MskXlsxFormat
judge_code (const char *code)
{
  const gsize digits = strspn (code, "0");
  const char *rest = code + digits;

  if (g_ascii_strcasecmp (code, "General") == 0 || strcmp (code, "@") == 0)
    return (MskXlsxFormat){ MSK_XLSX_SHOWN_GENERAL, 0 };
  /* What office programs put behind whole numbers: a blank as wide as a bracket. */
  if (digits > 0 && digits < 32 &&
      (*rest == '\0' || strcmp (rest, "_ ") == 0 || strcmp (rest, "_);[Red]\\(0\\)") == 0))
    return (MskXlsxFormat){ MSK_XLSX_SHOWN_DIGITS, (guint) digits };

  return (MskXlsxFormat){ MSK_XLSX_SHOWN_OTHERWISE, 0 };
}

static MskXlsxFormat
judge_format (Reading *reading, guint64 number)
{
  const char *code = g_hash_table_lookup (reading->customs, GUINT_TO_POINTER ((guint) number));

  if (code != NULL)
    return judge_code (code);

  return judge_code (number == FORMAT_GENERAL || number == FORMAT_TEXT ? "General"
                     : number == FORMAT_DIGITS                         ? "0"
                                                                       : "");
}

static guint64
get_number (const char **attributes, const char *name)
{
  const char *text = msk_xlsx_xml_get (attributes, name);
  guint64 number = 0;

  if (text != NULL)
    g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &number, NULL);

  return number;
}

static void
start_style (gpointer user_data, const char *name, const char **attributes)
{
  Reading *reading = user_data;
  const char *code = msk_xlsx_xml_get (attributes, "formatCode");

  if (strcmp (name, "numFmt") == 0 && code != NULL)
    g_hash_table_insert (reading->customs,
                         GUINT_TO_POINTER ((guint) get_number (attributes, "numFmtId")),
                         g_strdup (code));
  else if (strcmp (name, "cellXfs") == 0)
    reading->in_formats = TRUE;
  else if (strcmp (name, "xf") == 0 && reading->in_formats)
    {
      const MskXlsxFormat format = judge_format (reading, get_number (attributes, "numFmtId"));

      g_array_append_val (reading->book->formats, format);
    }
}

static void
end_style (gpointer user_data, const char *name)
{
  if (strcmp (name, "cellXfs") == 0)
    ((Reading *) user_data)->in_formats = FALSE;
}

static void
end_nothing (gpointer user_data, const char *name)
{
}

static const MskXlsxHandlers relations = { start_relation, end_nothing, NULL };
static const MskXlsxHandlers sheets = { start_sheet, end_nothing, NULL };
static const MskXlsxHandlers texts = { start_text, end_text, add_text };
static const MskXlsxHandlers styles = { start_style, end_style, NULL };

static gboolean
parse (Reading *reading,
       MskXlsxPackage *package,
       const char *part,
       const MskXlsxHandlers *handlers,
       GError **error)
{
  return part == NULL ||
         msk_xlsx_xml_parse (package, part, handlers, reading, &reading->problem, error);
}

static gboolean
refuse (GError **error, MskInputError code, const char *reason)
{
  g_set_error_literal (error, MSK_INPUT_ERROR, (int) code, reason);

  return FALSE;
}

/* From the package to the workbook, and from the workbook to its parts. */
static gboolean
follow_relations (Reading *reading, MskXlsxPackage *package, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *part = NULL;
  g_autofree char *absolute = NULL;

  reading->folder = "/";
  if (!parse (reading, package, "_rels/.rels", &relations, error))
    return FALSE;
  if (reading->workbook == NULL)
    return refuse (error, MSK_INPUT_ERROR_LIST_FOREIGN, "a package without a document");
  if (g_str_has_suffix (reading->workbook, ".bin"))
    return refuse (error, MSK_INPUT_ERROR_LIST_FOREIGN, "a binary workbook");

  folder = g_path_get_dirname (reading->workbook);
  name = g_path_get_basename (reading->workbook);
  part = g_strdup_printf ("%s/_rels/%s.rels", folder, name);
  absolute = g_strdup_printf ("/%s", folder);
  reading->folder = absolute;
  g_hash_table_remove_all (reading->targets);

  return parse (reading, package, part, &relations, error);
}

static gboolean
find_sheets (Reading *reading, MskXlsxPackage *package, GError **error)
{
  MskXlsxBook *book = reading->book;

  if (!parse (reading, package, reading->workbook, &sheets, error))
    return FALSE;
  if (book->names->len == 0)
    return refuse (error, MSK_INPUT_ERROR_XLSX_DAMAGED, "no sheets");

  book->first_shown = MAX (book->first_shown, 1);
  for (guint i = 0; i < reading->ids->len; i++)
    {
      const char *part =
          g_hash_table_lookup (reading->targets, g_ptr_array_index (reading->ids, i));

      g_ptr_array_add (book->parts, g_strdup (part != NULL ? part : ""));
    }

  return TRUE;
}

gboolean
msk_xlsx_book_read (MskXlsxBook *self, MskXlsxPackage *package, GError **error)
{
  g_autoptr(GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) customs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new (NULL);
  Reading reading = { .book = self,
                      .targets = targets,
                      .customs = customs,
                      .ids = ids,
                      .text = text };
  gboolean good;

  self->names = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->parts = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->formats = g_array_new (FALSE, FALSE, sizeof (MskXlsxFormat));
  self->first_shown = 0;

  good = follow_relations (&reading, package, error) && find_sheets (&reading, package, error) &&
         parse (&reading, package, reading.texts_part, &texts, error) &&
         parse (&reading, package, reading.styles_part, &styles, error);
  g_free (reading.workbook);
  g_free (reading.texts_part);
  g_free (reading.styles_part);

  return good;
}

void
msk_xlsx_book_clear (MskXlsxBook *self)
{
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_pointer (&self->formats, g_array_unref);
}
