/* What the desk with the scanner does with a copy: one transaction and one verdict each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-copy.h"
#include "msk-issue-terms.h"
#include "msk-scan-desk.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

/* Whether a copy may be given to a person, whenever that is. To hand it over, they must be in the
 * room and have taken note of what they owe besides: msk_door_facts_check_issue(). */
gboolean msk_copy_scan_check_issue (MskDatabase *database,
                                    MskPaper *paper,
                                    MskCopy *copy,
                                    MskAttendee *attendee,
                                    GError **error);

/* Each gives the verdict, which the caller owns, or fails with what becomes one. page is what the
 * tag said, remark how it was done. */
MskVerdict *msk_copy_scan_issue (MskSession *session,
                                 MskAttendee *attendee,
                                 MskCopy *copy,
                                 guint page,
                                 const MskIssueTerms *terms,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* At the printer: its sheets are good. */
MskVerdict *msk_copy_scan_confirm (MskSession *session,
                                   MskCopy *copy,
                                   guint page,
                                   const char *remark,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* It was seen in the sweep. */
MskVerdict *msk_copy_scan_see (MskSession *session,
                               MskCopy *copy,
                               guint page,
                               MskMeasureArea zone,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes back the issue or return of a verdict, while it is the last thing that happened to it. */
gboolean msk_copy_scan_revert (MskSession *session, const MskVerdict *verdict, GError **error);

G_END_DECLS
