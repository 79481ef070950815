/* What the worker's answers and its ways to end mean to the person who gave it the file.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-worker-private.h"

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-list-columns.h"
#include "msk-list-encoding.h"
#include "msk-prepared-pdf.h"
#include "msk-worker.h"

#include <glib/gi18n-lib.h>
#include <signal.h>

typedef struct
{
  const char *job;
  const char *key;
  const char *type;
} Member;

/* row_text is for a refusal that names a row, cell_text for one that names a cell; NULL where none
 * does. */
typedef struct
{
  MskInputError code;
  const char *text;
  const char *row_text;
  const char *cell_text;
} Refusal;

static const Member members[] = {
  { MSK_WORKER_JOB_PDF, "layout", MSK_PREPARED_PDF_LAYOUT_TYPE },
  { MSK_WORKER_JOB_PDF, "bytes", "ay" },
  { MSK_WORKER_JOB_PDF, "pages", "u" },
  { MSK_WORKER_JOB_PDF, "warnings", "as" },
  { MSK_WORKER_JOB_PDF, "removed", "as" },
  { MSK_WORKER_JOB_PREVIEW, "pixels", "ay" },
  { MSK_WORKER_JOB_PREVIEW, "width", "u" },
  { MSK_WORKER_JOB_PREVIEW, "height", "u" },
  { MSK_WORKER_JOB_PREVIEW, "pages", "u" },
  { MSK_WORKER_JOB_PREVIEW, "substitutes", "as" },
  { MSK_WORKER_JOB_PREVIEW, "missing", "as" },
  { MSK_WORKER_JOB_LIST, "format", "s" },
  { MSK_WORKER_JOB_LIST, "encoding", "s" },
  { MSK_WORKER_JOB_LIST, "sheets", "as" },
  { MSK_WORKER_JOB_LIST, "sheet", "u" },
  { MSK_WORKER_JOB_LIST, "rows", "aas" },
  { MSK_WORKER_JOB_LIST, "lines", "au" },
};

static const Refusal refusals[] = {
  { MSK_INPUT_ERROR_PDF_EMPTY,
    N_ ("The file is empty: ask for the paper's PDF once more and add that file."), NULL, NULL },
  { MSK_INPUT_ERROR_PDF_FOREIGN,
    N_ ("The file is no PDF: save the paper as a PDF and add that file."), NULL, NULL },
  { MSK_INPUT_ERROR_PDF_ENCRYPTED,
    N_ ("The PDF opens only with a password: save it without one and add that file."), NULL, NULL },
  { MSK_INPUT_ERROR_PDF_DAMAGED,
    N_ ("The PDF is damaged or cut off: ask for it once more and add the whole file."), NULL,
    NULL },
  { MSK_INPUT_ERROR_PDF_NO_PAGES,
    N_ ("The PDF has no pages: save the paper as a PDF once more and add that file."), NULL, NULL },
  { MSK_INPUT_ERROR_PDF_SIGNED,
    N_ ("The PDF carries an electronic signature, which a stamp would break: "
        "print it into a new PDF and add that file."),
    NULL, NULL },
  { MSK_INPUT_ERROR_PDF_FORM,
    N_ ("The PDF is a form that only the program it was made with can draw: "
        "print it into a new PDF there and add that file."),
    NULL, NULL },
  { MSK_INPUT_ERROR_PDF_UNSTAMPABLE,
    N_ ("A page of the PDF cannot be stamped without changing what it shows: "
        "print it into a new PDF and add that file."),
    NULL, NULL },
  { MSK_INPUT_ERROR_PDF_TOO_HEAVY,
    N_ ("A page of the PDF draws so much that a printer would not come to its end: "
        "print it into a new PDF and add that file."),
    NULL, NULL },
  { MSK_INPUT_ERROR_FILE_TOO_LARGE,
    N_ ("The file is larger than the kit reads (256 MiB or 9,999 pages for a PDF, 16 MiB or "
        "20,000 rows for a list): divide it and add its parts."),
    NULL, NULL },
  { MSK_INPUT_ERROR_CSV_EMPTY,
    N_ ("The list has no rows: check which file was saved and import that one."), NULL, NULL },
  { MSK_INPUT_ERROR_CSV_ENCODING,
    N_ ("The list can't be read in this encoding: choose another (UTF-8, UTF-16 or GB18030), or "
        "save it as “CSV UTF-8” and import that file."),
    N_ ("Line %u of the list can't be read in this encoding: choose another (UTF-8, UTF-16 or "
        "GB18030), or save the list as “CSV UTF-8” and import that file."),
    NULL },
  { MSK_INPUT_ERROR_CSV_SYNTAX,
    N_ ("The list is no proper CSV: save it as CSV once more and import that file."),
    N_ ("Line %u of the list can't be read (a quotation mark out of place, a control character, "
        "or a field or row too long): mend that line and import the list again."),
    NULL },
  { MSK_INPUT_ERROR_LIST_FOREIGN,
    N_ ("The file is neither a text nor an xlsx workbook: save the list as xlsx or as CSV and "
        "import that file."),
    NULL, NULL },
  { MSK_INPUT_ERROR_LIST_SHEET, N_ ("The workbook has no such sheet: choose one that it has."),
    NULL, NULL },
  { MSK_INPUT_ERROR_XLSX_DAMAGED,
    N_ ("The workbook is damaged or cut off: save it once more as xlsx and import that file."),
    N_ ("Row %u of the workbook is damaged: save it once more as xlsx and import that file."),
    NULL },
  { MSK_INPUT_ERROR_XLSX_ENCRYPTED,
    N_ ("The workbook opens only with a password: save it without one and import that file."), NULL,
    NULL },
  { MSK_INPUT_ERROR_XLSX_MACRO,
    N_ ("The workbook has macros in it: save it as xlsx, which has none, and import that file."),
    NULL, NULL },
  { MSK_INPUT_ERROR_XLSX_ENTITIES,
    N_ ("The workbook defines words of its own (a DOCTYPE), which no office program does: do not "
        "use the file, and tell the security officer."),
    NULL, NULL },
  { MSK_INPUT_ERROR_XLSX_BOMB,
    N_ ("The workbook unpacks to far more than a list can be: do not use the file, and tell the "
        "security officer."),
    NULL, NULL },
  { MSK_INPUT_ERROR_XLSX_FORMULA,
    N_ ("The workbook has a formula in it: put the value in its place, and import it again."), NULL,
    N_ ("Cell %s holds a formula: put its value in its place (paste as values), and import the "
        "workbook again.") },
  { MSK_INPUT_ERROR_XLSX_MERGED,
    N_ ("The workbook has merged cells: take them apart, fill in each, and import it again."), NULL,
    N_ ("Cell %s is merged with others: take them apart, so that the first row has the headings "
        "and each person a row with every cell filled in, and import the workbook again.") },
  { MSK_INPUT_ERROR_XLSX_HIDDEN,
    N_ ("The sheet is hidden, and nobody goes on a list unseen: show the sheet in the office "
        "program, look who stands there, and import the workbook again."),
    N_ ("Row %u of the workbook is hidden, and nobody goes on a list unseen: show the row and look "
        "who stands there, or delete it, and import the workbook again."),
    N_ ("Cell %s of the workbook stands in a hidden column, and nothing is read unseen: show the "
        "column and look what stands there, or delete it, and import the workbook again.") },
};

/* Only refusals that the worker may make are believed. */
static const Refusal *
find_refusal (const char *name)
{
  int code;

  if (!msk_enum_parse (MSK_TYPE_INPUT_ERROR, name, &code))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].code == (MskInputError) code)
      return &refusals[i];

  return NULL;
}

static void
set_worker_error (GError **error, const char *text)
{
  g_set_error_literal (error, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_WORKER, text);
}

static void
set_memory_error (GError **error)
{
  set_worker_error (error, _ ("The file needs more memory than the kit lets a foreign file have: "
                              "save it anew with another program and add that file."));
}

/* The formats are the literals above and their translations, which msgfmt checks. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void
set_placed_refusal (GError **error, const Refusal *refusal, guint row, guint column)
{
  g_autofree char *letter = NULL;
  g_autofree char *cell = NULL;

  if (row > 0 && column > 0 && refusal->cell_text != NULL)
    {
      letter = msk_list_column_dup_letter (column - 1);
      cell = g_strdup_printf ("%s%u", letter, row);
      g_set_error (error, MSK_INPUT_ERROR, (int) refusal->code, _ (refusal->cell_text), cell);
    }
  else if (row > 0 && refusal->row_text != NULL)
    g_set_error (error, MSK_INPUT_ERROR, (int) refusal->code, _ (refusal->row_text), row);
  else
    g_set_error_literal (error, MSK_INPUT_ERROR, (int) refusal->code, _ (refusal->text));
}
#pragma GCC diagnostic pop

/* What keeps the worker from judging the file at all has the names of MSK_SYSTEM_ERROR. */
static void
set_refusal (GError **error, const char *name, guint row, guint column)
{
  const Refusal *refusal = find_refusal (name);

  if (g_str_equal (name, "memory"))
    set_memory_error (error);
  else if (g_str_equal (name, "worker"))
    set_worker_error (error,
                      _ ("This system does not let the kit lock foreign files in, so none is read: "
                         "ask the system administrator to allow seccomp filters."));
  else if (refusal == NULL)
    msk_worker_set_answer_error (error);
  else
    set_placed_refusal (error, refusal, row, column);
}

static gboolean
has_member (GVariant *answer, const Member *member)
{
  g_autoptr(GVariant) value =
                 g_variant_lookup_value (answer, member->key, G_VARIANT_TYPE (member->type));

  return value != NULL;
}

static gboolean
has_members (const char *job, GVariant *answer)
{
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (members[i].job, job))
      {
        if (!has_member (answer, &members[i]))
          return FALSE;
        count++;
      }

  return count > 0;
}

/* Each row has its line, and the encoding is one that there is. */
static gboolean
is_consistent (const char *job, GVariant *answer)
{
  g_autoptr(GVariant) rows = NULL;
  g_autoptr(GVariant) lines = NULL;
  const char *encoding = "";
  int unused;

  if (!g_str_equal (job, MSK_WORKER_JOB_LIST))
    return TRUE;

  rows = g_variant_lookup_value (answer, "rows", G_VARIANT_TYPE ("aas"));
  lines = g_variant_lookup_value (answer, "lines", G_VARIANT_TYPE ("au"));

  g_variant_lookup (answer, "encoding", "&s", &encoding);

  return msk_enum_parse (MSK_TYPE_LIST_ENCODING, encoding, &unused) &&
         g_variant_n_children (rows) > 0 &&
         g_variant_n_children (rows) == g_variant_n_children (lines);
}

GVariant *
msk_worker_read_answer (const char *job, GBytes *output, GError **error)
{
  g_autoptr(GVariant) answer = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE_VARDICT, output, FALSE));
  const char *refusal;
  guint row = 0;
  guint column = 0;

  if (!g_variant_is_normal_form (answer))
    {
      msk_worker_set_answer_error (error);
      return NULL;
    }
  if (g_variant_lookup (answer, "error", "&s", &refusal))
    {
      g_variant_lookup (answer, "row", "u", &row);
      g_variant_lookup (answer, "column", "u", &column);
      set_refusal (error, refusal, row, column);
      return NULL;
    }
  if (!has_members (job, answer) || !is_consistent (job, answer))
    {
      msk_worker_set_answer_error (error);
      return NULL;
    }

  return g_steal_pointer (&answer);
}

void
msk_worker_set_answer_error (GError **error)
{
  set_worker_error (
      error, _ ("The reader of foreign files gave no proper answer, so nothing was taken from "
                "the file: try once more, and install the kit anew if that does not help."));
}

void
msk_worker_set_end_error (GError **error, int signal_number)
{
  switch (signal_number)
    {
    case 0:
      msk_worker_set_answer_error (error);
      break;
    case SIGXCPU:
    case SIGKILL:
      set_worker_error (error, _ ("The file took longer to read than the kit allows: "
                                  "save it anew with another program and add that file."));
      break;
    /* GLib ends the program so when memory runs out. */
    case SIGABRT:
    case SIGTRAP:
      set_memory_error (error);
      break;
    default:
      set_worker_error (error, _ ("The file made its reader do what it must not, and the reader "
                                  "was stopped: "
                                  "do not use the file, and tell the security officer."));
    }
}
