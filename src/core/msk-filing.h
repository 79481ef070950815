/* A dossier: the record of a meeting with its archive number, and its borrowing (F1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "msk-level.h"
#include "msk-name.h"

G_BEGIN_DECLS

/* The longest that a dossier is kept which is not kept for good, in years. */
#define MSK_FILING_YEARS_MAX 100u

#define MSK_TYPE_FILING (msk_filing_get_type ())
G_DECLARE_FINAL_TYPE (MskFiling, msk_filing, MSK, FILING, GObject)

/* As the appliance's register has it. Times in UTC seconds. */
struct _MskFiling
{
  GObject parent_instance;

  gint64 meeting_id;
  char *meeting_number;
  char *number; /* the archive number (档号) */
  MskLevel level;
  guint years;      /* that it is kept for (保管期限); 0: for good */
  guint volumes;    /* 0: not said */
  guint pages;      /* that it has when it is whole */
  char *ordered_by; /* who put it in order (立卷人) */
  gint64 at;
  char *user;
  gint64 head_sequence; /* of the newest entry in the record that was filed */

  gboolean is_handed_over; /* to the archive */
  gint64 handed_over_at;   /* or 0 */
  char *handed_over_by;    /* user, or "" */
  char *cosigner;          /* user, or "" */
  char *receiver;          /* who of the archive took it, or "" */
  char *organ;             /* the archive, or "" */
  char *reference;         /* of the list of transfer, or "" */
};

/* Where a loan stands at a moment. */
typedef enum
{
  MSK_ARCHIVE_LOAN_ASKED,
  MSK_ARCHIVE_LOAN_APPROVED,
  MSK_ARCHIVE_LOAN_LENT,
  MSK_ARCHIVE_LOAN_OVERDUE, /* lent, and not back on its day */
  MSK_ARCHIVE_LOAN_RETURNED,
  MSK_ARCHIVE_LOAN_REFUSED,
  MSK_ARCHIVE_LOAN_PART, /* another number of pages came back than was lent */
} MskArchiveLoanStanding;

#define MSK_TYPE_ARCHIVE_LOAN (msk_archive_loan_get_type ())
G_DECLARE_FINAL_TYPE (MskArchiveLoan, msk_archive_loan, MSK, ARCHIVE_LOAN, GObject)

struct _MskArchiveLoan
{
  GObject parent_instance;

  gint64 id;
  gint64 meeting_id;
  char *meeting_number;
  char *number;   /* of the dossier */
  MskLevel level; /* of the dossier */
  guint pages;    /* of the dossier */
  char *reader;
  char *unit;
  char *purpose;
  gint64 asked_at;
  char *asked_by;
  gboolean is_approved;
  gint64 approved_at;
  char *approved_by;
  char *reference;
  gboolean is_refused;
  gint64 refused_at;
  char *refused_by; /* user, or "" */
  char *refusal;    /* why, or "" */
  gboolean is_lent; /* it was, and may be back */
  gint64 lent_at;
  char *lent_by;
  char *acknowledged; /* the full name that the reader wrote, or "" */
  gint64 due_at;
  gboolean is_returned; /* something came back */
  gint64 returned_at;   /* the last of it */
  char *returned_by;
  guint pages_back; /* of all that came back */
  char *condition;  /* of each part, or "" */
  char *counters;   /* users who counted, a line each, or "" */
  gboolean is_settled;
  gint64 settled_at;
  char *settled_by; /* user, or "" */
  char *settlement; /* why a difference is none any more, or "" */
};

MskFiling *msk_filing_new (void) G_GNUC_WARN_UNUSED_RESULT;
MskArchiveLoan *msk_archive_loan_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* How long a dossier is kept, as an office writes it: "永久", "30年", "permanent", "30 years",
 * "30". *years is 0 for what is kept for good. Fails with MSK_INPUT_ERROR_BAD_PERIOD. This is the
 * time in the archive (保管期限), which has nothing to do with that of the mark (保密期限, see
 * msk-period.h). */
gboolean msk_filing_parse_years (const char *text, guint *years, GError **error);

/* The same in the user's language. The caller owns it. */
char *msk_filing_dup_years (guint years) G_GNUC_WARN_UNUSED_RESULT;

/* F1: whether the archive may take it. Fails with MSK_RULE_ERROR_HANDED_OVER. */
gboolean msk_filing_check_hand_over (const MskFiling *self, GError **error);

MskArchiveLoanStanding msk_archive_loan_classify (const MskArchiveLoan *self, gint64 now);
const char *msk_archive_loan_standing_get_label (MskArchiveLoanStanding standing);

/* Where it stands, with the pages when not all came back, or too many. The caller owns it. */
char *msk_archive_loan_dup_standing (const MskArchiveLoan *self,
                                     gint64 now) G_GNUC_WARN_UNUSED_RESULT;

/* Whether nobody has to do anything about it any more. */
gboolean msk_archive_loan_is_over (const MskArchiveLoan *self);

/* Whether fewer or more pages came back than the dossier has. */
gboolean msk_archive_loan_pages_differ (const MskArchiveLoan *self);

/* F1: the leader decides, by approving or refusing, about what somebody else asked for, and for
 * somebody else; once. Fails with MSK_RULE_ERROR_LOAN_APPROVED, _LOAN_REFUSED,
 * MSK_ACCESS_ERROR_SAME_PERSON. */
gboolean msk_archive_loan_check_decide (const MskArchiveLoan *self,
                                        const char *user,
                                        MskNamePair alike,
                                        GError **error);

/* F1: whether it may be lent now. is_out: the dossier is with a reader already. acknowledged: the
 * full name that the reader wrote under “no excerpts, no copies”. user lends, who did not ask for
 * it and does not read. Fails with MSK_ACCESS_ERROR_SAME_PERSON, MSK_RULE_ERROR_LOAN_OVER,
 * _LOAN_REFUSED, _DOSSIER_LENT, _LOAN_NOT_APPROVED, _SIGNATURE_DIFFERS.
 */
gboolean msk_archive_loan_check_lend (const MskArchiveLoan *self,
                                      gboolean is_out,
                                      const char *user,
                                      const char *acknowledged,
                                      MskNamePair alike,
                                      GError **error);

/* Whether user may count what comes back, the rest of a part too. Fails with
 * MSK_RULE_ERROR_LOAN_OVER, _DOSSIER_NOT_LENT, MSK_ACCESS_ERROR_SAME_PERSON. */
gboolean msk_archive_loan_check_return (const MskArchiveLoan *self,
                                        const char *user,
                                        MskNamePair alike,
                                        GError **error);

/* Whether user, who neither counted nor asked nor reads, may say that a difference is none any
 * more. Fails with MSK_RULE_ERROR_NOTHING_TO_SETTLE, MSK_ACCESS_ERROR_SAME_PERSON. */
gboolean msk_archive_loan_check_settle (const MskArchiveLoan *self,
                                        const char *user,
                                        MskNamePair alike,
                                        GError **error);

G_END_DECLS
