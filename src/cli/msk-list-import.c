/* msk attendee import and check: a list out of a file, looked at or taken.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-list-import.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-import-desk.h"
#include "msk-input.h"
#include "msk-json.h"
#include "msk-table.h"

#define LIST_MAX (64 * 1024 * 1024)

static JsonObject *
make_json_remark (gconstpointer thing)
{
  const MskListRemark *remark = thing;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "code",
                                 msk_enum_get_name (MSK_TYPE_LIST_REMARK_KIND, (int) remark->kind));
  if (remark->row > 0)
    json_object_set_int_member (object, "row", remark->row);
  if (remark->column >= 0)
    json_object_set_int_member (object, "column", remark->column + 1);
  else
    json_object_set_null_member (object, "column");
  json_object_set_string_member (object, "message", remark->text);

  return object;
}

void
msk_list_import_answer (MskCli *cli, const MskAttendeeList *list)
{
  json_object_set_int_member (cli->answer, "n_problems", list->n_problems);
  json_object_set_int_member (cli->answer, "n_warnings", list->n_warnings);
  msk_json_set_list (cli->answer, "problems", list->problems, make_json_remark);
  msk_json_set_list (cli->answer, "warnings", list->warnings, make_json_remark);
}

static void
answer_file (MskCli *cli, const MskImportPreview *preview)
{
  JsonObject *columns = json_object_new ();
  JsonArray *sheets = json_array_new ();
  JsonArray *header = json_array_new ();

  for (guint i = 0; preview->sheets[i] != NULL; i++)
    json_array_add_string_element (sheets, preview->sheets[i]);
  for (guint i = 0; preview->list->header[i] != NULL; i++)
    json_array_add_string_element (header, preview->list->header[i]);
  for (int each = 0; each < MSK_LIST_N_COLUMNS; each++)
    if (preview->list->columns.at[each] >= 0)
      json_object_set_int_member (columns, msk_enum_get_name (MSK_TYPE_LIST_COLUMN, each),
                                  preview->list->columns.at[each] + 1);

  json_object_set_string_member (cli->answer, "format", preview->is_workbook ? "xlsx" : "csv");
  if (preview->is_workbook)
    json_object_set_null_member (cli->answer, "encoding");
  else
    json_object_set_string_member (cli->answer, "encoding",
                                   msk_enum_get_name (MSK_TYPE_LIST_ENCODING,
                                                      (int) preview->encoding));
  json_object_set_array_member (cli->answer, "sheets", sheets);
  json_object_set_int_member (cli->answer, "sheet", preview->sheet);
  json_object_set_array_member (cli->answer, "header", header);
  json_object_set_object_member (cli->answer, "columns", columns);
  json_object_set_boolean_member (cli->answer, "columns_remembered", preview->remembered);
}

static void
answer_people (MskCli *cli, const MskAttendeeList *list)
{
  JsonArray *people = json_array_new ();

  for (guint i = 0; i < list->people->len; i++)
    {
      JsonObject *person = msk_json_from_attendee (g_ptr_array_index (list->people, i));

      json_object_remove_member (person, "id");
      json_object_set_int_member (person, "row", g_array_index (list->rows, guint, i));
      json_array_add_object_element (people, person);
    }
  json_object_set_array_member (cli->answer, "people", people);
}

static void
tell_remarks (MskCli *cli, const char *heading, GPtrArray *remarks, guint all)
{
  if (cli->options.json || all == 0)
    return;

  fprintf (stderr, "%s\n", heading);
  for (guint i = 0; i < remarks->len; i++)
    fprintf (stderr, "  %s\n", MSK_LIST_REMARK (g_ptr_array_index (remarks, i))->text);
  if (all > remarks->len)
    {
      fputs ("  ", stderr);
      fprintf (stderr, _ ("and %u more"), all - remarks->len);
      fputc ('\n', stderr);
    }
}

void
msk_list_import_tell (MskCli *cli, const MskAttendeeList *list)
{
  msk_list_import_answer (cli, list);
  tell_remarks (cli, _ ("To be corrected:"), list->problems, list->n_problems);
  tell_remarks (cli, _ ("Doubtful:"), list->warnings, list->n_warnings);
}

static void
tell_file (MskCli *cli, const MskImportPreview *preview)
{
  if (preview->is_workbook)
    msk_cli_say (cli, _ ("A workbook: sheet %u of %u."), preview->sheet,
                 g_strv_length (preview->sheets));
  else
    msk_cli_say (cli, _ ("A CSV file in %s."), msk_list_encoding_get_label (preview->encoding));

  for (guint each = 0; each < MSK_LIST_N_COLUMNS; each++)
    {
      const int at = preview->list->columns.at[each];
      g_autofree char *letter = at >= 0 ? msk_list_column_dup_letter ((guint) at) : NULL;

      msk_cli_say (cli, "  %s (%s): %s", msk_list_column_get_chinese (each),
                   msk_list_column_get_english (each), letter != NULL ? letter : "–");
    }
}

static void
tell_people (MskCli *cli, const MskAttendeeList *list)
{
  g_autoptr(MskTable) table = msk_table_new (_ ("Row"), _ ("Name"), _ ("Unit"), _ ("Post"),
                                              _ ("Capacity"), _ ("Clearance"), _ ("Seat"), NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < list->people->len; i++)
    {
      const MskAttendee *person = g_ptr_array_index (list->people, i);
      g_autofree char *row = g_strdup_printf ("%u", g_array_index (list->rows, guint, i));

      msk_table_add (table, row, person->name, person->unit, person->post,
                     msk_capacity_get_label (person->capacity),
                     msk_level_get_label (person->clearance), person->seat, NULL);
    }
  text = msk_table_dup_text (table);
  msk_cli_say (cli, "%s", text);
}

static gboolean
read_choice (MskCli *cli, MskImportChoice *choice, GError **error)
{
  int encoding = MSK_LIST_ENCODING_AUTOMATIC;

  if (cli->options.encoding != NULL &&
      !msk_enum_parse (MSK_TYPE_LIST_ENCODING, cli->options.encoding, &encoding))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("The encoding is one of automatic, utf-8, utf-16-le, utf-16-be, "
                              "gb18030."));
      return FALSE;
    }
  if (cli->options.sheet != MSK_OPTION_UNSET &&
      (cli->options.sheet < 1 || cli->options.sheet > G_MAXUINT16))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("Sheets are counted from 1."));
      return FALSE;
    }

  choice->encoding = (MskListEncoding) encoding;
  choice->sheet = cli->options.sheet == MSK_OPTION_UNSET ? 0 : (guint) cli->options.sheet;
  choice->columns = cli->options.columns;

  return TRUE;
}

/* The caller owns it. */
static MskImportPreview *
read_file (MskCli *cli, GError **error)
{
  MskImportChoice choice = { 0 };
  g_autoptr(GBytes) file = NULL;
  MskImportPreview *preview;

  if (!read_choice (cli, &choice, error))
    return NULL;
  file = msk_input_read (cli->arguments[0], LIST_MAX, error);
  preview = file == NULL ? NULL : msk_import_desk_read (cli->session, file, &choice, error);
  if (preview == NULL)
    return NULL;

  msk_list_import_tell (cli, preview->list);

  return preview;
}

gboolean
msk_list_import_check (MskCli *cli, GError **error)
{
  g_autoptr(MskImportPreview) preview = read_file (cli, error);

  if (preview == NULL)
    return FALSE;

  answer_file (cli, preview);
  answer_people (cli, preview->list);
  tell_file (cli, preview);
  tell_people (cli, preview->list);

  return msk_attendee_list_check (preview->list, cli->options.accept_warnings, error);
}

gboolean
msk_list_import_run (MskCli *cli, GError **error)
{
  g_autoptr(MskImportPreview) preview = read_file (cli, error);
  guint count;

  if (preview == NULL)
    return FALSE;
  count = msk_import_desk_confirm (cli->session, preview, cli->options.accept_warnings, error);
  if (count == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "imported", count);
  msk_cli_say (cli,
               g_dngettext (GETTEXT_PACKAGE, "%u person is on the list.",
                            "%u people are on the list.", count),
               count);
  return TRUE;
}
