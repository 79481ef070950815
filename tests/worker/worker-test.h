/* What the tests of the worker share: its files, pictures of pages, and a stamp to try.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "msk-prepared-pdf.h"

G_BEGIN_DECLS

/* One rendered page, three bytes a pixel. */
typedef struct
{
  guint width;
  guint height;
  GBytes *file;
  const guint8 *pixels;
} WorkerTestPicture;

/* The bytes of a file that make-pdfs.py wrote; name has no suffix. */
GBytes *worker_test_load (const char *name);

/* Whether a file of this name was written. */
gboolean worker_test_has (const char *name);

/* Every page as the reader sees it, at 100 dots an inch: an array of
 * WorkerTestPicture. Fails the test when poppler cannot. */
GArray *worker_test_render (GBytes *pdf);

/* Fails the test when the pages are not the same, pixel by pixel. */
void worker_test_assert_same (GArray *pictures, GArray *expected);

/* Has the real worker prepare a PDF and fails the test when it refuses. warnings and removed may be
 * NULL. */
MskPreparedPdf *worker_test_prepare (GBytes *input, GStrv *warnings, GStrv *removed);

/* A copy whose stamps draw these operators, in which WIDTH and HEIGHT stand for the size of the
 * page. */
GBytes *worker_test_stamp (const MskPreparedPdf *prepared, const char *operators);

/* Fails the test unless qpdf finds nothing wrong. */
void worker_test_assert_sound (GBytes *pdf);

/* Whether the text stands anywhere in the bytes. */
gboolean worker_test_contains (GBytes *bytes, const char *text);

G_END_DECLS
