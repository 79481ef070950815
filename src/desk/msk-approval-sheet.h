/* The sheet on which the authority decides on a request to copy, with its own hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-copy-request.h"
#include "msk-meeting.h"
#include "msk-report.h"

G_BEGIN_DECLS

/* Bears the mark of the paper, whose title is on it. The caller owns it. */
MskReport *msk_approval_sheet_new (MskMeeting *meeting,
                                   MskPaper *paper,
                                   MskCopyRequest *request,
                                   gint64 now) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
