/* The copy register: numbers, attempts to print them, custody.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy.h"
#include "msk-role.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* The order of lists as msk_copy_number_compare() has it, for ORDER BY. */
#define MSK_COPY_STORE_ORDER(number)                                                               \
  number " % 1000000, " number " / 1000000 % 256, " number " / 256000000"

/* One change of custody. Texts are lent. */
typedef struct
{
  gint64 id;
  guint number;
  MskAct act;
  MskCopyState from;
  MskCopyState to;
  gint64 attendee_id; /* the counterpart, or 0 */
  gint64 issued_at;   /* the copy's before */
  gint64 at;          /* of one that was read */
  const char *remark;
} MskMovement;

/* Whether the meeting has so many numbers left. Fails with MSK_INPUT_ERROR_BAD_VALUE. To be asked
 * before serials are taken for them. */
gboolean msk_copy_store_check_numbers (MskDatabase *database, guint count, GError **error);

/* Reserves the next count numbers under an approved request, with an attempt and a serial each. The
 * meeting must have enough serials. */
gboolean msk_copy_store_reserve (MskTransaction *transaction,
                                 gint64 paper_id,
                                 gint64 request_id,
                                 guint count,
                                 guint *first,
                                 GError **error);

/* The next count numbers under a copy (C2), likewise. Fails with MSK_RULE_ERROR_NOT_COPIED_FURTHER
 * when the parent has no room for so many ordinals. */
gboolean msk_copy_store_reserve_children (MskTransaction *transaction,
                                          const MskCopy *parent,
                                          gint64 request_id,
                                          guint count,
                                          guint *first,
                                          GError **error);

/* How many numbers were given to copies of this copy. */
gboolean msk_copy_store_count_children (MskDatabase *database,
                                        guint parent,
                                        guint *children,
                                        GError **error);

/* A further attempt for a copy whose last one is over: a new serial, and the copy is being printed
 * again. */
gboolean msk_copy_store_reprint (MskTransaction *transaction, MskCopy *copy, GError **error);

/* Moves an attempt on. printer and place are kept as they are when NULL, and so is reason. Writes
 * no ledger entry. */
gboolean msk_copy_store_set_attempt (MskTransaction *transaction,
                                     gint64 serial,
                                     MskAttempt attempt,
                                     const char *printer,
                                     const char *place,
                                     const char *reason,
                                     GError **error);

/* Writes the movement, the copy's new state and the ledger entry. Fills in id and issued_at, which
 * an undo needs. To HELD and AWAY, attendee_id becomes the holder; for any other state the copy
 * keeps who held it last. Ends a turn, or closes a permit, that the copy leaves. */
gboolean msk_copy_store_move (MskTransaction *transaction, MskMovement *movement, GError **error);

/* Sets what an undo brings back: the time of the issue, and nobody as holder when to is IN_STORE.
 */
gboolean msk_copy_store_restore_issue (MskTransaction *transaction,
                                       guint number,
                                       gint64 issued_at,
                                       gboolean keep_holder,
                                       GError **error);

/* Of MskCopy, by number; of one paper, or of all for paper_id 0. */
GPtrArray *msk_copy_store_list (MskDatabase *database,
                                gint64 paper_id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskCopy: the copy and everything that was made from it (C2), each before its own; empty when
 * there is no such copy. */
GPtrArray *msk_copy_store_list_tree (MskDatabase *database,
                                     guint number,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskCopy *msk_copy_store_get (MskDatabase *database,
                             guint number,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The copy that an attempt belongs to (0 for a serial of no attempt) and how that attempt stands.
 */
gboolean msk_copy_store_find_attempt (MskDatabase *database,
                                      gint64 serial,
                                      guint *number,
                                      MskAttempt *attempt,
                                      GError **error);

/* Of MskCopy, by number: those whose newest attempt waits to be sent, of one paper or of all for
 * paper_id 0. With a place only those whose approval names this place, or none (M6). */
GPtrArray *msk_copy_store_list_reserved (MskDatabase *database,
                                         gint64 paper_id,
                                         const char *place,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whose name the sheets of an attempt will carry, 0 for nobody's; only while it is reserved. Writes
 * no ledger entry. */
gboolean msk_copy_store_set_named (MskTransaction *transaction,
                                   gint64 serial,
                                   gint64 attendee_id,
                                   GError **error);

/* Attempts that were sent and whose end nobody saw become uncertain; *count is how many, and then
 * there is a ledger entry for each. */
gboolean msk_copy_store_recover_sent (MskTransaction *transaction, guint *count, GError **error);
gboolean msk_copy_store_count_sent (MskDatabase *database, guint *count, GError **error);

/* Numbers whose newest attempt was never sent to a printer. */
gboolean msk_copy_store_count_reserved (MskDatabase *database, guint *count, GError **error);

/* The copy of the paper that the person holds, under whichever entry of theirs, or 0. */
gboolean msk_copy_store_find_held (MskDatabase *database,
                                   gint64 attendee_id,
                                   gint64 paper_id,
                                   guint *number,
                                   GError **error);

/* The newest movement of a copy; its remark is not filled in. *found is FALSE when there is none.
 */
gboolean msk_copy_store_get_last_movement (MskDatabase *database,
                                           guint number,
                                           MskMovement *movement,
                                           gboolean *found,
                                           GError **error);

G_END_DECLS
