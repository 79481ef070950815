/* The blocks that a report is made of, and how each is drawn.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-report-pen.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_REPORT_BLOCK_HEADING,
  MSK_REPORT_BLOCK_PARAGRAPH,
  MSK_REPORT_BLOCK_WARNING,
  MSK_REPORT_BLOCK_FACTS,
  MSK_REPORT_BLOCK_TABLE,
  MSK_REPORT_BLOCK_BLANKS,
  MSK_REPORT_BLOCK_SIGNATURES,
  MSK_REPORT_BLOCK_SIGNED,
  MSK_REPORT_BLOCK_CODE,
} MskReportBlockKind;

typedef struct
{
  MskReportBlockKind kind;
  GPtrArray *texts; /* of owned strings: the block's own, pair after pair, or row after row with a
                       table's titles first */
  GArray *columns;  /* of MskReportColumn, of a table; their titles are not used */
} MskReportBlock;

MskReportBlock *msk_report_block_new (MskReportBlockKind kind) G_GNUC_WARN_UNUSED_RESULT;
void msk_report_block_free (MskReportBlock *self);

/* Adds a text; NULL counts as an empty one. */
void msk_report_block_add_text (MskReportBlock *self, const char *text);

gboolean msk_report_block_draw (const MskReportBlock *self, MskReportPen *pen, GError **error);

/* Of msk-report-table.c: a table from its titles to its last row. */
gboolean msk_report_table_draw (const MskReportBlock *self, MskReportPen *pen, GError **error);

G_END_DECLS
