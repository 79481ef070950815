/* The parts of a workbook's package, a zip, one at a time and never more than a list can need.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What may be unpacked in all; and how many times its packed size, once it is more than the least.
 */
#define MSK_XLSX_UNPACKED_MAX ((gsize) 128 * 1024 * 1024)
#define MSK_XLSX_RATIO_MAX 200
#define MSK_XLSX_RATIO_FROM ((gsize) 4 * 1024 * 1024)
#define MSK_XLSX_PARTS_MAX 4096

typedef struct
{
  GBytes *file;
  GHashTable *names; /* of its parts */
  gsize unpacked;    /* so far */
} MskXlsxPackage;

/* One piece of a part, in order. FALSE ends it, with the error set. */
typedef gboolean (*MskXlsxPiece) (const char *data,
                                  gsize length,
                                  gpointer user_data,
                                  GError **error);

/* Reads a package once, so that all that opening one needs is loaded: call it before the sandbox is
 * entered. */
gboolean msk_xlsx_package_load (void);

/* Looks at what is in the package. file is lent. Fails with MSK_INPUT_ERROR_LIST_FOREIGN (a zip
 * that is no workbook), _XLSX_DAMAGED, _XLSX_ENCRYPTED, _XLSX_MACRO, _XLSX_BOMB. To be cleared
 * either way. */
gboolean msk_xlsx_package_open (MskXlsxPackage *self, GBytes *file, GError **error);
void msk_xlsx_package_clear (MskXlsxPackage *self);

gboolean msk_xlsx_package_has (MskXlsxPackage *self, const char *name);

/* Unpacks one part. Fails with MSK_INPUT_ERROR_XLSX_DAMAGED, _XLSX_BOMB, or as piece does. */
gboolean msk_xlsx_package_read (MskXlsxPackage *self,
                                const char *name,
                                MskXlsxPiece piece,
                                gpointer user_data,
                                GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MskXlsxPackage, msk_xlsx_package_clear)

G_END_DECLS
