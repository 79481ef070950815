/* What the desk with the scanner does with a copy that is brought back (清退): counted when that is
 * asked for, taken back in full or in part. SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-store.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* Takes a copy back. count is what was counted, or NULL; then it fails with
 * MSK_RULE_ERROR_PAGES_UNCOUNTED for a copy whose pages have to be counted, and for any when
 * counting. The caller owns the verdict; page is what the tag said, remark how it was done. */
MskVerdict *msk_return_scan_take (MskSession *session,
                                  MskCopy *copy,
                                  guint page,
                                  const MskPageCount *count,
                                  gboolean counting,
                                  const char *remark,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The verdict that asks for the count. It tells no number. The caller owns it. */
MskVerdict *msk_return_scan_ask (MskSession *session,
                                 MskCopy *copy,
                                 guint page) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a copy has to be counted before it is taken back: by the rule of its paper, or because
 * part of it is here already. */
gboolean msk_return_scan_must_count (MskSession *session,
                                     MskDatabase *database,
                                     MskCopy *copy,
                                     gboolean *must,
                                     GError **error);

/* Within a transaction: holds a count against what is due, moves the copy by movement when that
 * ends it (in full), or by MSK_ACT_COPY_RETURN_PART, and writes the count down. Fails with
 * MSK_INPUT_ERROR_BAD_VALUE for a count that can't be one. *result is the caller's. */
gboolean msk_return_scan_settle (MskTransaction *transaction,
                                 MskCopy *copy,
                                 const MskPageCount *count,
                                 MskMovement *movement,
                                 MskReturnCount **result,
                                 GError **error);

/* What is said of a count that ended nothing, by its outcome: count-again, pages-surplus or
 * pages-missing. The caller owns it. */
MskVerdict *msk_return_scan_refuse_count (MskCopy *copy,
                                          MskReturnCount *count,
                                          gint64 now) G_GNUC_WARN_UNUSED_RESULT;

/* Within a transaction that undoes a movement: what was here before its count is here again. */
gboolean msk_return_scan_revert_count (MskTransaction *transaction,
                                       guint number,
                                       gint64 movement_id,
                                       GError **error);

G_END_DECLS
