/* What a copy bears on its pages, and the stamper that puts it there.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-paper.h"
#include "msk-prepared-pdf.h"
#include "msk-scheme.h"
#include "msk-stamper.h"

G_BEGIN_DECLS

/* What the copies of a copy bear beside the marks of all copies (C2). Texts are lent. */
typedef struct
{
  guint parent;
  const char *copier; /* the copying organ */
  GDate date;
  guint made; /* how many copies the parent has, or may have */
} MskReproductionMarks;

/* What stamps the copies of a paper, or those of one of its copies; reproduction is NULL for the
 * first. Fails as msk_stamper_new(): a paper that can't be stamped is
 * refused when it comes, not when its numbers are reserved. The caller owns it. */
MskStamper *msk_copy_stamper_new (MskScheme *scheme,
                                  MskPreparedPdf *prepared,
                                  MskPaper *paper,
                                  const MskReproductionMarks *reproduction,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
