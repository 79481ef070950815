/* Lays the blocks of a report out on pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_REPORT_BLOCK_HEADING,
  MSK_REPORT_BLOCK_PARAGRAPH,
  MSK_REPORT_BLOCK_WARNING,
  MSK_REPORT_BLOCK_FACTS,
  MSK_REPORT_BLOCK_TABLE,
  MSK_REPORT_BLOCK_SIGNATURES,
} MskReportBlockKind;

typedef struct
{
  MskReportBlockKind kind;
  char *text;       /* heading, paragraph, warning */
  char **header;    /* table */
  double *widths;   /* table */
  GPtrArray *cells; /* table, facts, signatures: of char * */
} MskReportBlock;

/* Draws everything twice: once to count the pages, once for the paper. Fails as
 * msk_report_finish(). */
GBytes *msk_report_pages_draw (const MskReportHead *head,
                               GPtrArray *blocks,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
