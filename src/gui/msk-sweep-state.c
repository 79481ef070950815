/* What the page of the sweep shows and offers.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-sweep-state.h"

#include <glib/gi18n-lib.h>

#define SIGNATURES_WANTED 2

static MskSweepStage
find_stage (const MskSweepSummary *summary)
{
  if (summary->closed_at != 0)
    return MSK_SWEEP_STAGE_CLOSED;

  return summary->started_at != 0 ? MSK_SWEEP_STAGE_UNDER_WAY : MSK_SWEEP_STAGE_BEFORE;
}

MskSweepState
msk_sweep_state_make (MskRole role, const MskSweepSummary *summary, MskSweepLine *line)
{
  MskSweepState state = { MSK_SWEEP_STAGE_BEFORE };
  gboolean under_way, can_be_signed;

  g_return_val_if_fail (summary != NULL, state);

  state.stage = find_stage (summary);
  under_way = state.stage == MSK_SWEEP_STAGE_UNDER_WAY;
  state.fraction =
      summary->expected > 0 ? MIN (1.0, (double) summary->seen / summary->expected) : 0.0;
  state.can_start =
      state.stage == MSK_SWEEP_STAGE_BEFORE && msk_role_may (role, MSK_ACT_SWEEP_START);
  state.takes_scans = under_way && msk_role_may (role, MSK_ACT_SWEEP_SCAN);
  state.can_recover =
      under_way && msk_role_may (role, MSK_ACT_SWEEP_RECOVER) && line != NULL &&
      (line->sweep_class == MSK_SWEEP_FOUND || (line->pages_back > 0 && line->sightings > 0));
  state.can_find_late = state.stage == MSK_SWEEP_STAGE_CLOSED &&
                        msk_role_may (role, MSK_ACT_SWEEP_FOUND_LATE) && line != NULL &&
                        line->sweep_class == MSK_SWEEP_MISSING;
  state.can_report_missing = under_way && msk_role_may (role, MSK_ACT_SWEEP_MISSING) &&
                             line != NULL && (line->first_seen_at == 0 || line->pages_back > 0) &&
                             !msk_sweep_class_is_explained (line->sweep_class);
  can_be_signed = under_way && summary->unexplained == 0 && summary->counted;
  state.can_sign = can_be_signed && msk_role_may (role, MSK_ACT_SWEEP_SIGN);
  state.can_sign_as = can_be_signed;
  state.can_close = can_be_signed && msk_role_may (role, MSK_ACT_SWEEP_CLOSE) &&
                    summary->signatures >= SIGNATURES_WANTED;
  state.can_report =
      state.stage != MSK_SWEEP_STAGE_BEFORE && msk_role_may (role, MSK_ACT_REPORT_MAKE);
  return state;
}

char *
msk_sweep_state_dup_text (const MskSweepSummary *summary)
{
  GString *text;

  g_return_val_if_fail (summary != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("%u of %u seen, %u explained, %u unexplained, %u missing"),
                          summary->seen, summary->expected, summary->explained,
                          summary->unexplained, summary->missing);
  if (summary->recovered > 0)
    g_string_append_printf (text, _ (", %u found and taken back"), summary->recovered);
  if (summary->strange > 0)
    g_string_append_printf (text, _ (", %u strange codes"), summary->strange);

  return g_string_free (text, FALSE);
}

const char *
msk_sweep_state_get_next_step (MskRole role, const MskSweepSummary *summary)
{
  g_return_val_if_fail (summary != NULL, "");

  if (summary->closed_at != 0)
    return _ ("The meeting is closed. Make the sweep report and file it.");
  if (summary->unexplained > 0)
    return _ ("Scan every sheet and carrier that is in the rooms. What stays on this list must be "
              "found or "
              "reported missing.");
  if (!summary->counted)
    return _ ("Everything is explained. Now two people count blind what lies there, each alone: "
              "under “Before Closing”.");
  if (summary->signatures < SIGNATURES_WANTED)
    return _ ("Everything is explained. Now two people sign, one of them a security officer.");
  if (!msk_role_may (role, MSK_ACT_SWEEP_CLOSE))
    return _ ("Signed. A security officer closes the meeting.");

  return _ ("Signed. Close the meeting.");
}
