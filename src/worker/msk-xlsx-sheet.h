/* The rows of one sheet of a workbook, as text.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-list-table.h"
#include "msk-xlsx-book.h"

G_BEGIN_DECLS

/* Adds the rows of a part. Fails as the package does, with MSK_INPUT_ERROR_XLSX_FORMULA,
 * _XLSX_MERGED, _XLSX_DAMAGED, _CSV_SYNTAX or _FILE_TOO_LARGE; place says where. */
gboolean msk_xlsx_sheet_read (MskXlsxPackage *package,
                              MskXlsxBook *book,
                              const char *part,
                              MskListTable *table,
                              MskFilePlace *place,
                              GError **error);

G_END_DECLS
