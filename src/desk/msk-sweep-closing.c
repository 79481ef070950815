/* The end of the closing sweep (M9): everything that stands against it, named at once, and the
 * close. SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-circulation-store.h"
#include "msk-damage-store.h"
#include "msk-destruction-store.h"
#include "msk-device-store.h"
#include "msk-door-store.h"
#include "msk-error.h"
#include "msk-handover-store.h"
#include "msk-left-item-store.h"
#include "msk-measure-store.h"
#include "msk-meeting-store.h"
#include "msk-room-store.h"
#include "msk-session-private.h"
#include "msk-spoilage-store.h"
#include "msk-sweep-count-store.h"
#include "msk-sweep-desk.h"
#include "msk-sweep-private.h"
#include "msk-sweep-store.h"

#define SIGNATURES_NEEDED 2

static gboolean
refuse (GError **error, MskRuleError code, const char *message)
{
  g_set_error_literal (error, MSK_RULE_ERROR, code, message);
  return FALSE;
}

/* The running count, which is shown and printed, against every line. */
static gboolean
check_running_count (MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_sweep_store_list (database, error);
  g_autoptr(GPtrArray) tallies =
                 lines == NULL ? NULL : msk_sweep_store_list_tallies (database, error);
  guint counted[MSK_SWEEP_N_CLASSES] = { 0 };
  guint running[MSK_SWEEP_N_CLASSES] = { 0 };

  if (tallies == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len; i++)
    counted[((MskSweepLine *) g_ptr_array_index (lines, i))->sweep_class]++;
  for (guint i = 0; i < tallies->len; i++)
    for (guint j = 0; j < MSK_SWEEP_N_CLASSES; j++)
      running[j] += ((MskSweepTally *) g_ptr_array_index (tallies, i))->classes[j];

  return memcmp (counted, running, sizeof counted) == 0 ||
         refuse (error, MSK_RULE_ERROR_BALANCE_BROKEN,
                 _ ("The running count of the sweep is not what its lines say: verify the ledger, "
                    "and have the register looked at before going on."));
}

gboolean
msk_sweep_check_explained (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  MskSweepSummary summary = { 0 };

  if ((counting == MSK_SWEEP_ANEW && !check_running_count (database, error)) ||
      !msk_sweep_count_all (database, &summary, error))
    return FALSE;
  if (summary.unexplained == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SWEEP_UNEXPLAINED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u item is not explained: find it, or report it missing.",
                            "%u items are not explained: find them, or report them missing.",
                            summary.unexplained),
               summary.unexplained);
  return FALSE;
}

static gboolean
check_signatures (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  guint counts[2] = { 0 };

  if (!msk_sweep_store_foreach_signature (database, msk_sweep_count_signature, counts, error))
    return FALSE;

  return (counts[0] >= SIGNATURES_NEEDED && counts[1] >= 1) ||
         refuse (error, MSK_RULE_ERROR_SIGNATURES_MISSING,
                 _ ("Two persons sign before the meeting is closed, one of them a security "
                    "officer: get the other signature."));
}

/* Nobody's phone is left behind a closed door. */
static gboolean
check_devices (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  guint here;

  if (!msk_device_store_count_here (database, &here, error))
    return FALSE;
  if (here == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_DEVICES_UNCLAIMED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u device is still in deposit: give it back to its owner before the "
                            "meeting is closed.",
                            "%u devices are still in deposit: give them back to their owners "
                            "before the meeting is closed.",
                            here),
               here);
  return FALSE;
}

/* Nor anybody behind it. */
static gboolean
check_nobody_inside (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  MskHeadCount count;

  if (!msk_door_store_count (database, &count, error))
    return FALSE;
  if (count.total == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PEOPLE_INSIDE,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u person is inside by the door’s register: have them go out through "
                            "the door before the meeting is closed.",
                            "%u people are inside by the door’s register: have them go out through "
                            "the door before the meeting is closed.",
                            count.total),
               count.total);
  return FALSE;
}

/* Nor in the print room. */
static gboolean
check_print_rooms (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  g_autoptr(GPtrArray) visits = msk_room_store_list (database, TRUE, NULL, error);

  if (visits == NULL || visits->len == 0)
    return visits != NULL;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_PEOPLE_INSIDE,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u person is in the print room by its entry log: write down that they "
                            "left before the meeting is closed.",
                            "%u people are in the print room by its entry log: write down that "
                            "they left before the meeting is closed.",
                            visits->len),
               visits->len);
  return FALSE;
}

/* Every zone of the venue was looked through (M9). */
static gboolean
check_venue (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  g_autoptr(MskChecklist) checklist =
                 msk_measure_store_load (database, MSK_MEASURE_PHASE_AFTER, error);

  return checklist != NULL && msk_measure_check_closing (checklist->measures, error);
}

/* L1: a reader still has it, or the register says so. */
static gboolean
check_turns (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  g_autoptr(GPtrArray) turns = msk_circulation_store_list (database, TRUE, error);

  if (turns == NULL || turns->len == 0)
    return turns != NULL;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_COPY_IN_TURN,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u turn of circulation goes on: take the copy back from its reader.",
                            "%u turns of circulation go on: take the copies back from their "
                            "readers.",
                            turns->len),
               turns->len);
  return FALSE;
}

/* L3. A slip of a turn that was broken off is settled with its copy. */
static gboolean
check_slips (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  g_autoptr(GPtrArray) turns = msk_circulation_store_list (database, TRUE, error);
  guint slips = 0;

  if (turns == NULL)
    return FALSE;

  for (guint i = 0; i < turns->len; i++)
    slips += ((MskTurn *) g_ptr_array_index (turns, i))->slips_open;
  if (slips == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SLIP_OPEN,
               g_dngettext (GETTEXT_PACKAGE, "%u loan slip is open: have its sheets brought back.",
                            "%u loan slips are open: have their sheets brought back.", slips),
               slips);
  return FALSE;
}

/* K1: the stock is nobody’s while it is being handed over. */
static gboolean
check_handovers (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  guint places;

  return msk_handover_store_get_open (database, &places, error) &&
         (places == 0 ||
          refuse (error, MSK_RULE_ERROR_HANDOVER_OPEN,
                  _ ("A handover is under way: end it or give it up before the meeting is "
                     "closed.")));
}

/* D1: what a batch was made up of is proposed and approved as it stood, not after the sweep. */
static gboolean
check_batches (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  g_autoptr(GPtrArray) batches = msk_destruction_store_list (database, error);
  guint open = 0;

  if (batches == NULL)
    return FALSE;

  for (guint i = 0; i < batches->len; i++)
    open += ((MskDestruction *) g_ptr_array_index (batches, i))->stage < MSK_DESTRUCTION_DONE;
  if (open == 0)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_IN_DESTRUCTION,
               g_dngettext (GETTEXT_PACKAGE,
                            "%u batch for destruction is open: give it up, and begin another once "
                            "the meeting is closed.",
                            "%u batches for destruction are open: give them up, and begin another "
                            "once the meeting is closed.",
                            open),
               open);
  return FALSE;
}

/* M9: what lies there was counted by two who did not know what should. */
gboolean
msk_sweep_check_counts (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  g_autoptr(GPtrArray) counts = msk_sweep_count_store_list (database, error);
  g_autoptr(GArray) now = counts == NULL ? NULL : msk_sweep_count_store_expect (database, error);

  return now != NULL && msk_sweep_count_check_closing (counts, now, error);
}

static gboolean
check_left_items (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  g_autoptr(GPtrArray) items = msk_left_item_store_list (database, error);

  return items != NULL && msk_left_item_check_closing (items, error);
}

/* I1: what is damaged and not whole is a discrepancy until its loss was reported. */
static gboolean
check_damages (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  g_autoptr(GPtrArray) damages = msk_damage_store_list (database, error);

  return damages != NULL && msk_damage_check_closing (damages, error);
}

/* Each rule that is not kept; NULL with error set when one could not be looked at. */
static GPtrArray *
collect (MskDatabase *database, MskSweepCounting counting, GError **error)
{
  static gboolean (*const checks[]) (MskDatabase *, MskSweepCounting, GError **) = {
    check_nobody_inside,
    check_print_rooms,
    msk_sweep_check_explained,
    msk_sweep_desk_check_balance,
    msk_sweep_check_counts,
    check_left_items,
    check_damages,
    check_devices,
    check_venue,
    check_turns,
    check_slips,
    check_handovers,
    check_batches,
    check_signatures,
  };
  g_autoptr(GPtrArray) obstacles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      g_autoptr(GError) found = NULL;

      if (checks[i](database, counting, &found))
        continue;
      if (found->domain != MSK_RULE_ERROR)
        {
          g_propagate_error (error, g_steal_pointer (&found));
          return NULL;
        }
      g_ptr_array_add (obstacles, g_steal_pointer (&found));
    }

  return g_steal_pointer (&obstacles);
}

/* The code of the first, and the words of all. */
static gboolean
check_nothing_against (MskDatabase *database, GError **error)
{
  g_autoptr(GPtrArray) obstacles = collect (database, MSK_SWEEP_ANEW, error);
  g_autoptr(GString) text = NULL;

  if (obstacles == NULL || obstacles->len == 0)
    return obstacles != NULL;

  text = g_string_new (((GError *) g_ptr_array_index (obstacles, 0))->message);
  if (obstacles->len > 1)
    g_string_printf (text, _ ("%u things stand against the closing:"), obstacles->len);
  for (guint i = 0; obstacles->len > 1 && i < obstacles->len; i++)
    g_string_append_printf (text, "\n%u. %s", i + 1,
                            ((GError *) g_ptr_array_index (obstacles, i))->message);
  g_set_error_literal (error, MSK_RULE_ERROR, ((GError *) g_ptr_array_index (obstacles, 0))->code,
                       text->str);
  return FALSE;
}

GPtrArray *
msk_sweep_desk_list_obstacles (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : collect (database, MSK_SWEEP_RUNNING, error);
}

gboolean
msk_sweep_desk_close (MskSession *session, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };

  return msk_sweep_begin (session, MSK_ACT_SWEEP_CLOSE, &transaction, error) &&
         check_nothing_against (transaction.database, error) &&
         msk_sweep_store_close (&transaction, error) &&
         msk_meeting_store_set_state (&transaction, MSK_MEETING_STATE_CLOSED, error) &&
         msk_session_commit (session, &transaction, error) &&
         msk_session_publish_meeting (session, error);
}
