/* One XML part of a workbook, parsed as it is unpacked.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-xlsx-package.h"

#include <expat.h>

G_BEGIN_DECLS

/* Nobody nests a sheet as deep as this. */
#define MSK_XLSX_DEPTH_MAX 64

/* Elements by their names without a namespace. The last may be NULL. */
typedef struct
{
  void (*start) (gpointer user_data, const char *name, const char **attributes);
  void (*end) (gpointer user_data, const char *name);
  void (*text) (gpointer user_data, const char *text, gsize length);
} MskXlsxHandlers;

/* Parses a part. A handler that finds something wrong sets *problem, which then ends it and is the
 * error. Fails with MSK_INPUT_ERROR_XLSX_ENTITIES for any DOCTYPE, _XLSX_DAMAGED for what is no
 * XML, or as msk_xlsx_package_read(). */
gboolean msk_xlsx_xml_parse (MskXlsxPackage *package,
                             const char *name,
                             const MskXlsxHandlers *handlers,
                             gpointer user_data,
                             GError **problem,
                             GError **error);

/* The value of an attribute by its name without a namespace, or NULL. Lent. */
const char *msk_xlsx_xml_get (const char **attributes, const char *name);

G_END_DECLS
