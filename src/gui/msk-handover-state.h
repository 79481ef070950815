/* What the page of the handover shows and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-handover.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_open;
  gboolean is_counting;
  gboolean takes_scans;
  gboolean can_start;
  gboolean can_figure;
  gboolean can_compare;
  gboolean can_explain;
  gboolean can_end;
  gboolean can_cancel;
} MskHandoverState;

/* handover is the one under way, or NULL; line and discrepancy the selected ones, or NULL. */
MskHandoverState msk_handover_state_make (MskRole role,
                                          MskHandover *handover,
                                          MskStockLine *line,
                                          MskDiscrepancy *discrepancy);

/* What has to be done next, for this role. Static text. */
const char *msk_handover_state_get_next_step (MskRole role, MskHandover *handover);

/* What is handed over, and how far it is. The caller owns it. */
char *msk_handover_state_dup_heading (MskHandover *handover) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
