/* Papers for tests: small PDFs written by hand, already prepared for stamping.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-prepared-pdf.h"

/* One page of a sample. The visible part is the crop box, turned clockwise by rotate degrees. */
typedef struct
{
  double left, bottom, right,
      top;        /* of the crop box, in points; the media box lies 20 points outside */
  int rotate;     /* 0, 90, 180, 270 */
  gboolean blank; /* nothing on it but the stamp */
} SamplePage;

#define SAMPLE_A4 ((SamplePage){ 0, 0, 595.28, 841.89, 0 })

/* Pages full of words and lines, right up to the edges. Aborts on failure. The caller owns the
 * result. */
MskPreparedPdf *sample_paper_new (const SamplePage *pages, guint count);

/* The same page many times. */
MskPreparedPdf *sample_paper_new_uniform (SamplePage page, guint count);
