/* What the pages of the print room show and offer.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-room-state.h"

#include <glib/gi18n-lib.h>

#include "msk-time-text.h"

/* A sheet too few, set as the typographic minus that has the width of a plus. */
#define MINUS "−"

static gboolean
is_countable (MskPrintRun *run)
{
  const MskCountStanding standing = msk_print_run_get_standing (run);

  return standing == MSK_COUNT_WAITING || standing == MSK_COUNT_AGAIN || standing == MSK_COUNT_OPEN;
}

MskRoomActions
msk_room_actions_make (MskRole role, MskMeetingState meeting, MskRoomVisit *visit, MskPrintRun *run)
{
  const gboolean open = meeting == MSK_MEETING_STATE_OPEN;
  const gboolean changes = meeting != MSK_MEETING_STATE_CLOSED;

  return (MskRoomActions){
    .enter = changes && msk_role_may (role, MSK_ACT_ROOM_ENTER),
    .leave =
        changes && visit != NULL && visit->left_at == 0 && msk_role_may (role, MSK_ACT_ROOM_LEAVE),
    .count = open && run != NULL && is_countable (run) && msk_role_may (role, MSK_ACT_SHEET_COUNT),
    .explain = open && run != NULL && msk_print_run_get_standing (run) == MSK_COUNT_OPEN &&
               msk_role_may (role, MSK_ACT_COUNT_EXPLAIN),
    .clear = open && run != NULL && msk_print_run_may_still_print (run) &&
             msk_role_may (role, MSK_ACT_PRINT_RUN),
    .spoil = open && msk_role_may (role, MSK_ACT_COPY_SPOIL),
    .by_hand = open && (msk_role_may (role, MSK_ACT_COPY_SPOIL) ||
                        msk_role_may (role, MSK_ACT_COPY_SPOIL_PART)),
    .agree = open && msk_role_may (role, MSK_ACT_COPY_ABSENT_AGREE),
  };
}

char *
msk_room_state_dup_inside (GPtrArray *visits)
{
  g_autoptr(GString) names = g_string_new (NULL);
  guint inside = 0;

  g_return_val_if_fail (visits != NULL, NULL);

  for (guint i = 0; i < visits->len; i++)
    {
      const MskRoomVisit *visit = g_ptr_array_index (visits, i);

      if (visit->left_at != 0)
        continue;
      g_string_append_printf (names, "%s%s", inside > 0 ? _ (", ") : "", visit->name);
      inside++;
    }

  return inside == 0 ? g_strdup (_ ("Nobody is in the print room."))
                     : g_strdup_printf (_ ("In the print room now, %u: %s"), inside, names->str);
}

char *
msk_room_state_dup_counted (MskPrintRun *run)
{
  return run->counts > 0 ? g_strdup_printf ("%u", run->counted) : g_strdup ("");
}

/* A count that is still to be made is blind. */
static gboolean
may_tell (MskPrintRun *run)
{
  return run->counts > 0 && msk_print_run_may_tell (run);
}

char *
msk_room_state_dup_expected (MskPrintRun *run)
{
  return may_tell (run) ? g_strdup_printf ("%u", run->expected) : g_strdup ("");
}

char *
msk_room_state_dup_difference (MskPrintRun *run)
{
  if (!may_tell (run))
    return g_strdup ("");
  if (run->counted == run->expected)
    return g_strdup ("0");

  return run->counted > run->expected ? g_strdup_printf ("+%u", run->counted - run->expected)
                                      : g_strdup_printf (MINUS "%u", run->expected - run->counted);
}

const char *
msk_room_state_get_paper (MskPrintRun *run)
{
  return run->paper_id != 0 ? run->document_number : _ ("all papers");
}

static void G_GNUC_PRINTF (2, 3) add_line (GString *text, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_string_append_c (text, '\n');
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

char *
msk_room_state_dup_facts (MskPrintRun *run)
{
  GString *text = g_string_new (NULL);
  g_autofree char *begun = msk_time_text_format (run->started_at);
  g_autofree char *ended = msk_time_text_format (run->ended_at);

  g_string_append_printf (text, _ ("Run %u at %s: begun %s by %s"), (guint) run->id, run->place,
                          begun, run->started_by);
  if (run->ended_at != 0)
    g_string_append_printf (text, _ (", ended %s"), ended);
  add_line (text, _ ("In the printing system: %s"), msk_spool_get_label (run->spool));
  if (*run->traces != '\0')
    add_line (text, _ ("To remove it, run: %s"), run->traces);
  if (run->unsettled > 0)
    add_line (text, _ ("Copies of which nobody knows whether they came out: %u"), run->unsettled);
  if (run->explained_at != 0)
    add_line (text, _ ("Explained by %s: %s"), run->explained_by, run->explanation);

  return g_string_free (text, FALSE);
}

char *
msk_room_state_dup_next_step (MskRole role, GPtrArray *runs)
{
  guint waiting = 0, open = 0;

  g_return_val_if_fail (runs != NULL, NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      MskPrintRun *run = g_ptr_array_index (runs, i);

      waiting += is_countable (run);
      open += msk_print_run_get_standing (run) == MSK_COUNT_OPEN;
    }

  if (open > 0 && msk_role_may (role, MSK_ACT_COUNT_EXPLAIN))
    return g_strdup_printf (_ ("Runs whose difference you explain, or have counted again: %u"),
                            open);
  if (waiting > 0 && msk_role_may (role, MSK_ACT_SHEET_COUNT))
    return g_strdup_printf (_ ("Runs whose sheets you count: %u"), waiting);

  return waiting > 0 ? g_strdup_printf (_ ("Runs whose sheets a desk clerk counts: %u"), waiting)
                     : g_strdup (_ ("The sheets of every run are settled."));
}

char *
msk_room_state_dup_totals (GPtrArray *sets)
{
  guint waiting = 0, sheets = 0;

  g_return_val_if_fail (sets != NULL, NULL);

  for (guint i = 0; i < sets->len; i++)
    {
      MskSpoilage *set = g_ptr_array_index (sets, i);

      if (set->gone_at != 0)
        continue;
      waiting++;
      sheets += set->sheets;
    }

  return g_strdup_printf (_ ("Waiting for destruction: sets %u, sheets %u"), waiting, sheets);
}

MskLook
msk_room_state_look_of_visit (MskRoomVisit *visit)
{
  static const MskLook inside = { "avatar-default-symbolic", "accent", NULL };
  static const MskLook left = { "emblem-ok-symbolic", "dim-label", NULL };

  return visit->left_at == 0 ? inside : left;
}

MskLook
msk_room_state_look_of_count (MskPrintRun *run)
{
  static const MskLook looks[] = {
    [MSK_COUNT_NOT_NEEDED] = { "window-close-symbolic", "dim-label", NULL },
    [MSK_COUNT_WAITING] = { "content-loading-symbolic", "accent", NULL },
    [MSK_COUNT_AGAIN] = { "dialog-question-symbolic", "warning", NULL },
    [MSK_COUNT_OPEN] = { "dialog-warning-symbolic", "error", NULL },
    [MSK_COUNT_AGREED] = { "emblem-ok-symbolic", "success", NULL },
    [MSK_COUNT_EXPLAINED] = { "emblem-ok-symbolic", "warning", NULL },
  };

  return looks[msk_print_run_get_standing (run)];
}

MskLook
msk_room_state_look_of_spool (MskPrintRun *run)
{
  static const MskLook looks[] = {
    [MSK_SPOOL_UNKNOWN] = { "dialog-question-symbolic", "warning", NULL },
    [MSK_SPOOL_EMPTY] = { "emblem-ok-symbolic", "success", NULL },
    [MSK_SPOOL_LEFT] = { "dialog-warning-symbolic", "error", NULL },
    [MSK_SPOOL_NO_JOB] = { "dialog-question-symbolic", "warning", NULL },
  };

  g_return_val_if_fail (run->spool < G_N_ELEMENTS (looks), looks[MSK_SPOOL_UNKNOWN]);

  return looks[run->spool];
}

MskLook
msk_room_state_look_of_spoilage (MskSpoilage *set)
{
  static const MskLook looks[] = {
    [MSK_SPOILAGE_SPOILED] = { "user-trash-symbolic", "warning", NULL },
    [MSK_SPOILAGE_SURPLUS] = { "dialog-warning-symbolic", "error", NULL },
    [MSK_SPOILAGE_VOID] = { "dialog-error-symbolic", "error", NULL },
  };
  static const MskLook gone = { "window-close-symbolic", "dim-label", NULL };

  if (set->gone_at != 0)
    return gone;

  g_return_val_if_fail (set->kind < G_N_ELEMENTS (looks), looks[MSK_SPOILAGE_SURPLUS]);

  return looks[set->kind];
}
