/* What the desk with the scanner does with a carrier: one transaction and one verdict each.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-attendee.h"
#include "msk-carrier.h"
#include "msk-issue-terms.h"
#include "msk-scan-desk.h"

G_BEGIN_DECLS

/* Each gives the verdict, which the caller owns, or fails with what becomes one. remark says how it
 * was done. */
MskVerdict *msk_carrier_scan_issue (MskSession *session,
                                    MskAttendee *attendee,
                                    MskCarrier *carrier,
                                    const MskIssueTerms *terms,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskVerdict *msk_carrier_scan_take_back (MskSession *session,
                                        MskCarrier *carrier,
                                        const char *remark,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Its label was put on and scanned. */
MskVerdict *msk_carrier_scan_confirm (MskSession *session,
                                      MskCarrier *carrier,
                                      const char *remark,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* It was seen in the sweep. */
MskVerdict *msk_carrier_scan_see (MskSession *session,
                                  MskCarrier *carrier,
                                  MskMeasureArea zone,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes back the issue or return of a verdict, while it is the last thing that happened to it. */
gboolean msk_carrier_scan_revert (MskSession *session, const MskVerdict *verdict, GError **error);

G_END_DECLS
