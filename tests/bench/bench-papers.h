/* The three kinds of paper that stamping is measured on.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  BENCH_PAPER_TEXT,
  BENCH_PAPER_ART,  /* curves, as a map or a plan has them */
  BENCH_PAPER_SCAN, /* each page one grainy picture */
  BENCH_PAPER_BLANK
} BenchPaperKind;

/* A PDF as an office's program would write it, A4, the same at each call. The caller owns it. */
GBytes *bench_paper_new (BenchPaperKind kind, guint page_count);
