/* Receipts (R1): who signed for what was given out or taken back, and what nobody signed for yet.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-receipt.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* How receipts are asked for in the open meeting. */
gboolean msk_receipt_desk_get_signing (MskSession *session, MskSigning *signing, GError **error);
gboolean msk_receipt_desk_set_signing (MskSession *session, MskSigning signing, GError **error);

/* Of MskUnsigned, of one person or of all for 0. Nothing where no signatures are asked for. */
GPtrArray *msk_receipt_desk_list_unsigned (MskSession *session,
                                           gint64 attendee_id,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Somebody signed on the screen for what was shown to them: the whole of it, in one transaction;
 * signer_id 0: the addressee. Gives the number of the receipt, or 0. Fails with
 * MSK_INPUT_ERROR_BAD_SIGNATURE, MSK_RULE_ERROR_NOTHING_TO_SIGN when some of it was signed for or
 * undone meanwhile, MSK_RULE_ERROR_NOT_DESIGNATED for somebody else than the addressee,
 * MSK_RULE_ERROR_CLEARANCE_TOO_LOW, or as msk_attendee_check_admissible() for who signs in
 * another's place. */
gint64 msk_receipt_desk_sign (MskSession *session,
                              MskUnsigned *what,
                              gint64 signer_id,
                              MskSignature *signature,
                              GError **error);

/* The printed receipt of this number was signed by hand. Fails as signing on the screen does, with
 * MSK_INPUT_ERROR_NOT_FOUND, MSK_RULE_ERROR_ALREADY_SIGNED, or MSK_RULE_ERROR_RECEIPT_OUTDATED when
 * some of what it lists was undone or signed for otherwise. */
gboolean msk_receipt_desk_enter (MskSession *session,
                                 gint64 number,
                                 gint64 signer_id,
                                 GError **error);

/* Of MskReceipt, by number. */
GPtrArray *msk_receipt_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. */
MskReceipt *msk_receipt_desk_get (MskSession *session,
                                  gint64 number,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The responsible leader designates who may sign and collect for somebody. Gives the number of the
 * designation, or 0. Fails as msk_attendee_check_admissible() for either,
 * MSK_INPUT_ERROR_BAD_VALUE without a reference or with one person twice, or
 * MSK_RULE_ERROR_NOTHING_CHANGED when they are designated already. */
gint64 msk_receipt_desk_designate (MskSession *session,
                                   gint64 attendee_id,
                                   gint64 collector_id,
                                   const char *reference,
                                   GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND, or MSK_RULE_ERROR_NOTHING_CHANGED for one that ended. */
gboolean msk_receipt_desk_end_designation (MskSession *session, gint64 id, GError **error);

/* Of MskDesignation: those that stand, or all. */
GPtrArray *msk_receipt_desk_list_designations (MskSession *session,
                                               gboolean only_standing,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
