/* The record of a meeting in the archive (F1): filed, handed over, borrowed. All of it stands in
 * the appliance’s register, so that it outlives the meeting, and goes by the meeting’s id.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-cosigner.h"
#include "msk-filing.h"
#include "msk-session.h"

G_BEGIN_DECLS

/* Texts are lent. */
typedef struct
{
  const char *number;   /* the archive number */
  const char *kept_for; /* as msk_filing_parse_years() reads it */
  guint volumes;        /* 0: not said */
  guint pages;          /* 0: not said */
  const char *ordered_by;
} MskFilingDraft;

typedef struct
{
  const char *receiver;  /* who of the archive takes it */
  const char *organ;     /* the archive */
  const char *reference; /* of the list of transfer */
} MskArchiveReceiptDraft;

typedef struct
{
  const char *reader;
  const char *unit;
  const char *purpose;
} MskArchiveLoanDraft;

/* Files the record of the open meeting as its newest export has it. Writes nothing in the meeting.
 * Fails with MSK_RULE_ERROR_ALREADY_FILED, _MEETING_NOT_CLOSED, _NOT_EXPORTED (none of the ledger
 * as it ends now), _INCIDENT_OPEN, _EXISTS (the archive number); MSK_INPUT_ERROR_BAD_VALUE,
 * _BAD_PERIOD. */
gboolean msk_filing_desk_file (MskSession *session, const MskFilingDraft *draft, GError **error);

/* The archive took the dossier over; the cosigner (signed in for MSK_ACT_ARCHIVE_COSIGN) is another
 * than who is signed in. Fails with MSK_RULE_ERROR_NOT_FILED, _HANDED_OVER,
 * MSK_ACCESS_ERROR_SAME_PERSON, MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_filing_desk_hand_over (MskSession *session,
                                    gint64 meeting_id,
                                    const MskArchiveReceiptDraft *draft,
                                    const MskCosigner *cosigner,
                                    GError **error);

/* Fails with MSK_RULE_ERROR_NOT_FILED. The caller owns it. */
MskFiling *msk_filing_desk_get (MskSession *session,
                                gint64 meeting_id,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskFiling, in the order in which they were filed. */
GPtrArray *msk_filing_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Somebody asks to read a dossier; gives the id of the loan, 0 when it fails. Fails with
 * MSK_RULE_ERROR_NOT_FILED, MSK_INPUT_ERROR_BAD_VALUE. */
gint64 msk_filing_desk_request (MskSession *session,
                                gint64 meeting_id,
                                const MskArchiveLoanDraft *draft,
                                GError **error);

/* The responsible leader's leave. Fails as msk_archive_loan_check_decide() does, with
 * MSK_INPUT_ERROR_NOT_FOUND, _BAD_VALUE (no reference). */
gboolean msk_filing_desk_approve (MskSession *session,
                                  gint64 loan_id,
                                  const char *reference,
                                  GError **error);

/* The responsible leader refuses it, with a reason that stays in the register. Fails as
 * msk_archive_loan_check_decide() does, with MSK_INPUT_ERROR_NOT_FOUND, _BAD_VALUE (no reason). */
gboolean msk_filing_desk_refuse (MskSession *session,
                                 gint64 loan_id,
                                 const char *reason,
                                 GError **error);

/* Lends the dossier in the reading room until the end of the day. acknowledged: the full name that
 * the reader wrote under “no excerpts, no copies”. Fails as msk_archive_loan_check_lend() does,
 * with MSK_INPUT_ERROR_NOT_FOUND. */
gboolean msk_filing_desk_lend (MskSession *session,
                               gint64 loan_id,
                               const char *acknowledged,
                               GError **error);

/* It came back. A count that differs from the dossier's is taken as it is, and shown wherever the
 * loan is. Fails as msk_archive_loan_check_return() does, with MSK_INPUT_ERROR_NOT_FOUND,
 * _BAD_VALUE (nothing said of its condition). */
gboolean msk_filing_desk_take_back (MskSession *session,
                                    gint64 loan_id,
                                    guint pages,
                                    const char *condition,
                                    GError **error);

/* Why the difference in the pages that came back is looked for no more; by another responsible
 * leader than who counted, asked or reads. Fails with MSK_RULE_ERROR_NOTHING_TO_SETTLE,
 * MSK_ACCESS_ERROR_SAME_PERSON, MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_filing_desk_settle (MskSession *session,
                                 gint64 loan_id,
                                 const char *reason,
                                 GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND. The caller owns it. */
MskArchiveLoan *msk_filing_desk_get_loan (MskSession *session,
                                          gint64 loan_id,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Of MskArchiveLoan, in the order in which they were asked for: all, or those that are not over;
 * what was refused is over. */
GPtrArray *msk_filing_desk_list_loans (MskSession *session,
                                       gboolean only_open,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
