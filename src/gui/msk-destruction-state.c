/* What the page of destruction shows and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-destruction-state.h"

#include <glib/gi18n-lib.h>

MskDestructionState
msk_destruction_state_make (const MskDestructionFacts *facts)
{
  MskDestructionState state = { 0 };
  MskDestruction *batch = facts->is_return ? NULL : facts->batch;
  const gboolean open = batch != NULL && batch->stage < MSK_DESTRUCTION_DONE;
  const gboolean draft = open && batch->stage == MSK_DESTRUCTION_DRAFT;
  const gboolean proposed = open && batch->stage == MSK_DESTRUCTION_PROPOSED;
  const gboolean present = open && batch->stage == MSK_DESTRUCTION_UNDER_WAY &&
                           g_strcmp0 (batch->destroyer, facts->user) == 0;

  state.is_return = facts->is_return;
  state.is_work = facts->is_return || batch != NULL;
  state.at_machine = present && msk_role_may (facts->role, MSK_ACT_DESTROY_SCAN);
  state.takes_scans = state.at_machine || facts->is_return ||
                      (draft && msk_role_may (facts->role, MSK_ACT_DESTROY_ADD));
  state.can_start = !state.is_work && msk_role_may (facts->role, MSK_ACT_DESTROY_START);
  state.can_send_back = !state.is_work && msk_role_may (facts->role, MSK_ACT_ORIGINATOR_RETURN);
  state.can_enter = facts->is_return && facts->things > 0;
  state.can_take_out =
      facts->selected &&
      (facts->is_return || (draft && msk_role_may (facts->role, MSK_ACT_DESTROY_TAKE_OUT)));
  state.can_propose =
      draft && batch->items > 0 && msk_role_may (facts->role, MSK_ACT_DESTROY_PROPOSE);
  state.can_decide = proposed && msk_role_may (facts->role, MSK_ACT_DESTROY_APPROVE);
  state.can_begin = open && batch->stage >= MSK_DESTRUCTION_APPROVED && !present &&
                    msk_role_may (facts->role, MSK_ACT_DESTROY_BEGIN);
  state.can_end = present && batch->scanned > 0 && msk_role_may (facts->role, MSK_ACT_DESTROY_END);
  state.can_cancel =
      open && batch->scanned == 0 && msk_role_may (facts->role, MSK_ACT_DESTROY_CANCEL);
  return state;
}

const char *
msk_destruction_state_get_next_step (const MskDestructionFacts *facts)
{
  if (facts->is_return)
    return _ ("Scan what goes back to one organ; then enter the receipt that it gave.");
  if (facts->batch == NULL)
    return "";

  switch (facts->batch->stage)
    {
    case MSK_DESTRUCTION_DRAFT:
      return _ ("Scan each thing that is to be destroyed, a page of each copy; then propose the "
                "batch.");
    case MSK_DESTRUCTION_PROPOSED:
      return _ ("The responsible leader approves or refuses it.");
    case MSK_DESTRUCTION_APPROVED:
      return _ ("Two others go to the machine with it: one destroys, the other watches.");
    case MSK_DESTRUCTION_UNDER_WAY:
      return g_strcmp0 (facts->batch->destroyer, facts->user) == 0
                 ? _ ("Scan each thing as it goes into the machine; then both sign.")
                 : _ ("Those at the machine go on, or two others begin there anew.");
    case MSK_DESTRUCTION_DONE:
      return _ ("Print the list, have it signed by hand, and file it.");
    case MSK_DESTRUCTION_REFUSED:
    case MSK_DESTRUCTION_CANCELLED:
    default:
      return _ ("What was in it is free for another batch.");
    }
}

char *
msk_destruction_state_dup_heading (const MskDestructionFacts *facts)
{
  MskDestruction *batch = facts->batch;

  if (facts->is_return)
    return g_strdup_printf (_ ("Back to the originator: %u"), facts->things);
  if (batch == NULL)
    return g_strdup ("");

  return g_strdup_printf (_ ("Batch %u, %s: %s. In it: %u. Scanned at the machine: %u."),
                          (guint) batch->id, batch->reason, msk_destruction_get_standing (batch),
                          batch->items, batch->scanned);
}

MskLook
msk_destruction_state_look_of (MskDestructionStage stage)
{
  static const MskLook looks[] = {
    [MSK_DESTRUCTION_DRAFT] = { "document-edit-symbolic", "accent", NULL },
    [MSK_DESTRUCTION_PROPOSED] = { "content-loading-symbolic", "accent", NULL },
    [MSK_DESTRUCTION_APPROVED] = { "emblem-ok-symbolic", "accent", NULL },
    [MSK_DESTRUCTION_UNDER_WAY] = { "dialog-warning-symbolic", "warning", NULL },
    [MSK_DESTRUCTION_DONE] = { "emblem-ok-symbolic", "success", NULL },
    [MSK_DESTRUCTION_REFUSED] = { "action-unavailable-symbolic", "error", NULL },
    [MSK_DESTRUCTION_CANCELLED] = { "window-close-symbolic", "dim-label", NULL },
  };

  g_return_val_if_fail (stage < G_N_ELEMENTS (looks), looks[MSK_DESTRUCTION_CANCELLED]);

  return looks[stage];
}
