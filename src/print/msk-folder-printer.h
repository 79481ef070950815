/* A printer that is a private folder: one PDF a job, for demonstrations and for want of a printer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-printer.h"

G_BEGIN_DECLS

/* One name for the file in the making, so that what a crash leaves behind is found and removed by
 * the next print. */
#define MSK_FOLDER_PRINTER_PART ".printing.part"

#define MSK_TYPE_FOLDER_PRINTER (msk_folder_printer_get_type ())
G_DECLARE_FINAL_TYPE (MskFolderPrinter, msk_folder_printer, MSK, FOLDER_PRINTER, GObject)

/* directory is made when it is missing. Checking and printing fail with
 * MSK_RULE_ERROR_PRINTER_UNSAFE when it is a link, another user's, or open to others; printing also
 * with MSK_RULE_ERROR_EXISTS when the reference was printed before, MSK_INPUT_ERROR_BAD_VALUE,
 * MSK_SYSTEM_ERROR_DISK_FULL, _FILE and _CANCELLED. */
MskPrinter *msk_folder_printer_new (const char *directory) G_GNUC_WARN_UNUSED_RESULT;
const char *msk_folder_printer_get_directory (MskFolderPrinter *self);

/* Where the PDF of a reference lies, or will lie. */
char *msk_folder_printer_dup_path (MskFolderPrinter *self,
                                   const char *reference) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
