/* Cells of lists that go into spreadsheets: nothing in one may run as a formula, and what marks it
 * comes off again. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The cell of a CSV, where a spreadsheet takes texts for formulas: one that begins as such is
 * marked by an apostrophe before it, and so is one that begins with the mark already. The caller
 * owns it. */
char *msk_list_cell_dup_for_csv (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The cell of a workbook, where a text is one: only what begins with the mark gets another, so that
 * it stays when the first comes off. The caller owns it. */
char *msk_list_cell_dup_for_workbook (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The text of a cell, without the mark. Lent from cell. */
const char *msk_list_cell_skip_mark (const char *cell);

G_END_DECLS
