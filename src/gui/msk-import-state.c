/* What the form that imports a list says and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-import-state.h"

#include <glib/gi18n-lib.h>

/* Of a heading in a choice; it may be a whole paragraph. */
#define HEADING_CHARS 40

MskImportState
msk_import_state_make (MskImportPreview *preview, gboolean accepted)
{
  MskImportState state = { .shows_encoding = TRUE };
  MskListRemark *first;

  if (preview == NULL)
    return state;

  first = preview->list->problems->len > 0 ? g_ptr_array_index (preview->list->problems, 0) : NULL;
  state.shows_encoding = !preview->is_workbook;
  state.shows_sheets = g_strv_length (preview->sheets) > 1;
  state.shows_columns = first != NULL && first->kind <= MSK_LIST_REMARK_COLUMN_TWICE;
  state.wants_answer = preview->list->n_problems == 0 && preview->list->n_warnings > 0 &&
                       preview->list->people->len > 0;
  state.can_import = msk_attendee_list_check (preview->list, accepted, NULL);

  return state;
}

char *
msk_import_state_dup_text (MskImportPreview *preview)
{
  const MskAttendeeList *list = preview->list;
  g_autofree char *people =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person can be read",
                                    "%u people can be read", list->people->len),
                       list->people->len);
  g_autofree char *problems =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u thing is wrong", "%u things are wrong",
                                    list->n_problems),
                       list->n_problems);
  g_autofree char *warnings = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u is doubtful",
                                                            "%u are doubtful", list->n_warnings),
                                               list->n_warnings);

  return g_strjoin (_ (", "), people, problems, warnings, NULL);
}

GStrv
msk_import_state_dup_encodings (MskImportPreview *preview)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  for (guint each = 0; each < MSK_LIST_N_ENCODINGS; each++)
    {
      g_autofree char *found = NULL;

      if (each == MSK_LIST_ENCODING_AUTOMATIC && preview != NULL && !preview->is_workbook)
        found = g_strdup_printf (_ ("found out from the file: %s"),
                                 msk_list_encoding_get_label (preview->encoding));
      g_strv_builder_add (builder, found != NULL
                                       ? found
                                       : msk_list_encoding_get_label ((MskListEncoding) each));
    }

  return g_strv_builder_end (builder);
}

GStrv
msk_import_state_dup_headings (MskImportPreview *preview)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (preview != NULL, NULL);

  g_strv_builder_add (builder, _ ("no column"));
  for (guint i = 0; preview->list->header[i] != NULL; i++)
    {
      g_autofree char *letter = msk_list_column_dup_letter (i);
      g_autofree char *heading =
          g_utf8_substring (preview->list->header[i], 0,
                            MIN (HEADING_CHARS, g_utf8_strlen (preview->list->header[i], -1)));
      g_autofree char *text = NULL;

      g_strdelimit (heading, "\r\n\t", ' ');
      text = g_strdup_printf (_ ("%s: %s"), letter, heading);
      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}
