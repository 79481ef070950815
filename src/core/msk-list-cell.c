/* Cells of lists that go into spreadsheets: nothing in one may run as a formula, and what marks it
 * comes off again. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-list-cell.h"

#include <string.h>

#define MARK '\''

/* The characters with which formulas begin, in whatever width: ＝ and ﹦ are = too. */
static gboolean
is_sign (gunichar character)
{
  char text[8] = "";
  g_autofree char *normal = NULL;

  g_unichar_to_utf8 (character, text);
  normal = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return normal != NULL && *normal != '\0' && strchr ("=+-@", *normal) != NULL;
}

/* A tab or a line end at the start is left out by some spreadsheets before they look, and so are
 * blanks. */
static gboolean
begins_formula (const char *text)
{
  if (*text == '\t' || *text == '\r' || *text == '\n')
    return TRUE;
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return *text != '\0' && is_sign (g_utf8_get_char (text));
}

static const char *
skip_marks (const char *text)
{
  while (*text == MARK)
    text++;

  return text;
}

char *
msk_list_cell_dup_for_csv (const char *text)
{
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  return begins_formula (skip_marks (text)) ? g_strdup_printf ("%c%s", MARK, text)
                                            : g_strdup (text);
}

char *
msk_list_cell_dup_for_workbook (const char *text)
{
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  return *text == MARK ? msk_list_cell_dup_for_csv (text) : g_strdup (text);
}

const char *
msk_list_cell_skip_mark (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  return *cell == MARK && g_utf8_validate (cell, -1, NULL) && begins_formula (skip_marks (cell))
             ? cell + 1
             : cell;
}
