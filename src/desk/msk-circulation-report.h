/* Circulation and permits on paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting.h"
#include "msk-permit.h"
#include "msk-report.h"
#include "msk-session.h"
#include "msk-turn.h"

G_BEGIN_DECLS

/* The register of circulation with its loan slips; what is to be chased; the register of permits.
 */
gboolean msk_circulation_report_add_turns (MskReport *report, MskSession *session, GError **error);
gboolean msk_circulation_report_add_due (MskReport *report, MskSession *session, GError **error);
gboolean msk_circulation_report_add_permits (MskReport *report,
                                             MskSession *session,
                                             GError **error);

/* A loan slip (L3), to lie in the folder in place of what was taken out. The caller owns it. */
MskReport *msk_circulation_report_new_slip (MskMeeting *meeting,
                                            const MskLoanSlip *slip,
                                            MskLevel level) G_GNUC_WARN_UNUSED_RESULT;

/* A permit to go with its copy, and the receipt to be sent back. The caller owns it. */
MskReport *msk_circulation_report_new_permit (MskMeeting *meeting,
                                              const MskPermit *permit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
