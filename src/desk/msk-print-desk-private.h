/* What the desk with the scanner needs of the print room.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-print-desk.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* The remark of what was typed or chosen instead of scanned: whoever reads the register later must
 * be able to tell. Never translated: it is kept. */
#define MSK_PRINT_DESK_BY_HAND "by hand"

/* A reason as it is kept, or NULL with MSK_INPUT_ERROR_BAD_VALUE. The caller owns it. */
char *msk_print_desk_dup_reason (const char *reason, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* As msk_print_desk_confirm(), which takes the clerk's word, with another remark. */
gboolean msk_print_desk_confirm_as (MskSession *session,
                                    guint number,
                                    const char *remark,
                                    GError **error);

/* As msk_print_desk_twice(), of the attempt whose tag the sheets carry; 0 for the newest. */
gint64 msk_print_desk_twice_as (MskSession *session,
                                guint number,
                                gint64 serial,
                                guint sheets,
                                const char *reason,
                                GError **error);

/* The sheets of a void number that turned up, into the register of spoiled sheets. */
gboolean msk_print_desk_register_found (MskTransaction *transaction,
                                        MskCopy *copy,
                                        const char *reason,
                                        GError **error);

/* Whether the approval leaves room for so many further good copies (C1). */
gboolean msk_print_desk_check_room (MskDatabase *database,
                                    gint64 paper_id,
                                    guint wanted,
                                    GError **error);

/* The same for a number that is printed again: it stays under the approval that it was reserved
 * under. */
gboolean msk_print_desk_check_room_again (MskDatabase *database, MskCopy *copy, GError **error);

/* Takes numbers under the approvals of a paper, or of one of its copies (parent; NULL for none),
 * the oldest first, as many under each as it has room for. They follow each other, since it is one
 * transaction. Fails with MSK_RULE_ERROR_BEYOND_APPROVAL. */
gboolean msk_print_desk_reserve_under (MskTransaction *transaction,
                                       gint64 paper_id,
                                       const MskCopy *parent,
                                       guint count,
                                       guint *first,
                                       GError **error);

G_END_DECLS
