/* The words round a verdict, and which verdicts may still be taken back.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* "Copy 000014 of 密发〔2026〕3号, page 2 · 张三, 办公厅": what is known of it. The caller owns it.
 */
char *msk_verdict_words_dup_facts (MskVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;

/* The balance of its paper in one line. The caller owns it. */
char *msk_verdict_words_dup_balance (MskVerdict *verdict) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the verdict at a position (newest first) is the last movement of its copy among these, so
 * that an undo is offered beside it. */
gboolean msk_verdict_words_offer_undo (GListModel *verdicts, guint position);

/* What a person typed where a copy is asked for. */
typedef enum
{
  MSK_TYPED_NOTHING,
  MSK_TYPED_NUMBER, /* a copy number, such as 14 or 000014/1 */
  MSK_TYPED_CODE,   /* anything else is taken as the digits beneath a tag */
} MskTyped;

/* number is set for MSK_TYPED_NUMBER. */
MskTyped msk_verdict_words_read_typed (const char *text, guint *number);

G_END_DECLS
