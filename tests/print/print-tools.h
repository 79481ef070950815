/* Reads printed pages back with the programs that a user would: renders, scans and extracts.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "msk-prepared-pdf.h"
#include "msk-tag.h"

G_BEGIN_DECLS

/* A rendered page, three bytes a pixel. */
typedef struct
{
  guint width;
  guint height;
  guint8 *pixels;
} PrintPicture;

/* A private folder that lives as long as one test. The caller owns the path and removes the folder
 * with print_tools_remove_folder. */
char *print_tools_make_folder (void);
void print_tools_remove_folder (char *folder);

/* Writes bytes to a file of the folder and returns its path, which the caller owns. */
char *print_tools_write (const char *folder, const char *name, GBytes *bytes);

/* Runs a program (a NULL-terminated list of words) and returns what it wrote. Aborts unless it ends
 * with status 0. */
char *print_tools_run (const char *const *words);

/* Renders what a reader sees of one page (counted from 1). */
PrintPicture *print_tools_render (const char *pdf, guint page, guint resolution);
void print_picture_free (PrintPicture *picture);

/* All QR codes on one page (counted from 1) at 150 dpi, one a line; with harm also blurred and
 * turned by two degrees first. */
char *print_tools_scan (const char *folder, const char *pdf, guint page, gboolean harm);

/* The text of a file's pages. */
char *print_tools_extract (const char *pdf);

/* Aborts unless qpdf finds the file sound, without a warning. */
void print_tools_assert_sound (const char *pdf);

/* What the real worker makes of a foreign paper. Aborts when it refuses. The caller owns the
 * result. */
MskPreparedPdf *print_tools_prepare (const char *worker_path, GBytes *foreign);

/* For msk_stamper_stamp(). Not a real MAC: the key is not this layer's. It fills all digits and
 * differs from page to page. */
void print_tools_sign (MskTag *tag, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PrintPicture, print_picture_free)

G_END_DECLS
