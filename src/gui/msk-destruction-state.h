/* What the page of destruction shows and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-destruction.h"
#include "msk-look.h"
#include "msk-role.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean is_work; /* a batch, or a return, and not the list of batches */
  gboolean is_return;
  gboolean takes_scans;
  gboolean at_machine;
  gboolean can_start;
  gboolean can_send_back; /* begin a return */
  gboolean can_enter;     /* the receipt of a return */
  gboolean can_take_out;
  gboolean can_propose;
  gboolean can_decide;
  gboolean can_begin;
  gboolean can_end;
  gboolean can_cancel;
} MskDestructionState;

/* What the page knows. */
typedef struct
{
  MskRole role;
  const char *user;
  MskDestruction *batch; /* that is shown, or NULL */
  gboolean is_return;
  guint things;      /* that are to go back */
  gboolean selected; /* one thing is */
} MskDestructionFacts;

MskDestructionState msk_destruction_state_make (const MskDestructionFacts *facts);

/* What has to be done next, for this person. Static text. */
const char *msk_destruction_state_get_next_step (const MskDestructionFacts *facts);

/* Which batch it is, and how far. The caller owns it. */
char *msk_destruction_state_dup_heading (const MskDestructionFacts *facts)
    G_GNUC_WARN_UNUSED_RESULT;

MskLook msk_destruction_state_look_of (MskDestructionStage stage);

G_END_DECLS
