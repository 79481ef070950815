/* What the page of the sweep shows and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-meeting.h"
#include "msk-role.h"
#include "msk-sweep-desk.h"

G_BEGIN_DECLS

typedef enum
{
  MSK_SWEEP_STAGE_BEFORE,
  MSK_SWEEP_STAGE_UNDER_WAY,
  MSK_SWEEP_STAGE_CLOSED,
} MskSweepStage;

typedef struct
{
  MskSweepStage stage;
  double fraction; /* of the expected copies that were seen */
  gboolean can_start;
  gboolean takes_scans;
  gboolean can_recover;
  gboolean can_find_late; /* what was missing at the closing has turned up */
  gboolean can_report_missing;
  gboolean can_sign;
  gboolean can_sign_as;
  gboolean can_close;
  gboolean can_report;
} MskSweepState;

/* line is the one selected, or NULL. */
MskSweepState msk_sweep_state_make (MskRole role,
                                    const MskSweepSummary *summary,
                                    MskSweepLine *line);

/* The figures in one sentence. The caller owns it. */
char *msk_sweep_state_dup_text (const MskSweepSummary *summary) G_GNUC_WARN_UNUSED_RESULT;

/* What has to be done next, for this role. Static text. */
const char *msk_sweep_state_get_next_step (MskRole role, const MskSweepSummary *summary);

G_END_DECLS
