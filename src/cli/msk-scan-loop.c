/* The desk on standard input and output: one code or command a line, one answer a line, after the
 * commit. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scan-loop.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-number.h"
#include "msk-damage-desk.h"
#include "msk-desk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-line-loop.h"
#include "msk-return-verbs.h"
#include "msk-sweep-zone-desk.h"

typedef struct
{
  MskLineLoop lines;
  MskSession *session;
  MskScanDesk *desk;
  MskMeasureArea zone;  /* of the sweep */
  MskVerdict *undoable; /* the newest issue or return that was not taken back */
  gboolean obey_commands;
} Loop;

gboolean
msk_scan_mode_parse (const char *name, MskScanMode *mode, GError **error)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_SCAN_MODE, name, &value))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such mode: give issue, return, check, sweep, spoil, "
                              "twice or circulate."));
      return FALSE;
    }

  *mode = (MskScanMode) value;
  return TRUE;
}

static void
answer_verdict (Loop *loop, MskVerdict *verdict)
{
  if (verdict->movement_id != 0)
    g_set_object (&loop->undoable, verdict);

  msk_line_loop_answer (&loop->lines, msk_json_from_verdict (verdict));
}

static void
take_code (Loop *loop, const char *code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_scan_desk_scan (loop->desk, code, &error);

  if (verdict != NULL)
    answer_verdict (loop, verdict);
  else
    msk_line_loop_answer_error (&loop->lines, error);
}

static void
change_mode (Loop *loop, const char *name)
{
  g_autoptr(GError) error = NULL;
  MskScanMode mode;

  if (!msk_scan_mode_parse (name, &mode, &error))
    {
      msk_line_loop_answer_error (&loop->lines, error);
      return;
    }

  g_clear_object (&loop->desk);
  loop->desk = msk_scan_desk_new (loop->session, mode);
  if (mode == MSK_SCAN_SWEEP && !msk_scan_desk_set_zone (loop->desk, loop->zone, &error))
    msk_line_loop_answer_error (&loop->lines, error);
  else
    msk_line_loop_answer_command (&loop->lines, "mode-changed", _ ("Mode changed"));
}

/* The sweep goes on in another zone. */
static void
set_zone (Loop *loop, const char *name)
{
  g_autoptr(GError) error = NULL;

  if (!msk_sweep_zone_desk_parse (loop->session, name, &loop->zone, &error) ||
      !msk_scan_desk_set_zone (loop->desk, loop->zone, &error))
    {
      msk_line_loop_answer_error (&loop->lines, error);
      return;
    }

  msk_line_loop_answer_command (&loop->lines, "zone-changed", _ ("Zone changed"));
}

/* “damaged TEXT” and “incomplete 2 TEXT”, of what was seen last. */
static void
register_damage (Loop *loop, const char *reason, guint pages_missing)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) last = g_list_model_get_item (msk_scan_desk_get_verdicts (loop->desk), 0);
  MskDamageDraft draft = { .zone = loop->zone, .pages_missing = pages_missing, .reason = reason };
  gint64 incident;

  if (msk_scan_desk_get_mode (loop->desk) != MSK_SCAN_SWEEP || last == NULL ||
      (last->number == 0 && last->carrier == 0))
    {
      g_set_error_literal (&error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("In the mode sweep, after the copy or carrier was scanned, write "
                              "“damaged TEXT”, or “incomplete 2 TEXT” where two pages are "
                              "missing."));
      msk_line_loop_answer_error (&loop->lines, error);
      return;
    }

  draft.kind = last->carrier != 0 ? MSK_SWEEP_CARRIER : MSK_SWEEP_COPY;
  draft.number = last->carrier != 0 ? last->carrier : last->number;
  if (msk_damage_desk_add (loop->session, &draft, &incident, &error))
    msk_line_loop_answer_command (&loop->lines, "damage-noted", _ ("Damage noted"));
  else
    msk_line_loop_answer_error (&loop->lines, error);
}

static void
set_damaged (Loop *loop, const char *reason)
{
  register_damage (loop, reason, 0);
}

static void
set_incomplete (Loop *loop, const char *argument)
{
  g_auto(GStrv) words = g_strsplit (argument, " ", 2);
  guint64 missing;

  if (g_strv_length (words) == 2 &&
      g_ascii_string_to_unsigned (words[0], 10, 1, G_MAXINT32, &missing, NULL))
    register_damage (loop, words[1], (guint) missing);
  else
    {
      g_autoptr(GError) error =
                     g_error_new_literal (MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                                          _ ("Say how many pages are missing, and what is damaged: "
                                             "write “incomplete 2 TEXT”."));

      msk_line_loop_answer_error (&loop->lines, error);
    }
}

/* Of what is scanned from now on in the modes spoil and twice; another mode forgets it. */
static void
set_reason (Loop *loop, const char *reason)
{
  msk_scan_desk_set_reason (loop->desk, reason);
  msk_line_loop_answer_command (&loop->lines, "reason-set", _ ("Reason set"));
}

/* “14 12 王五”: a copy, its pages, and the name that its reader signed with. */
static void
end_turn (Loop *loop, const char *argument)
{
  g_auto(GStrv) words = g_strsplit (argument, " ", 3);
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(GError) error = NULL;
  guint64 pages;
  guint number;

  if (g_strv_length (words) == 3 && msk_copy_number_parse (words[0], &number) &&
      g_ascii_string_to_unsigned (words[1], 10, 0, G_MAXINT32, &pages, NULL) &&
      msk_scan_desk_get_mode (loop->desk) == MSK_SCAN_CIRCULATE)
    verdict = msk_scan_desk_end_turn (loop->desk, number, (guint) pages, words[2], &error);
  else
    g_set_error_literal (&error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                         _ ("A turn ends in the mode circulate, with the copy’s number, its pages "
                            "and the reader’s name: write “end 14 12 NAME”."));

  if (verdict != NULL)
    answer_verdict (loop, verdict);
  else
    msk_line_loop_answer_error (&loop->lines, error);
}

/* “14 12 torn REMARK”: a copy, the pages that were counted, how it came back. */
static void
count (Loop *loop, const char *argument)
{
  g_auto(GStrv) words = g_strsplit (argument, " ", 4);
  const guint n = g_strv_length (words);
  MskPageCount counted = { .remark = n > 3 ? words[3] : "" };
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(GError) error = NULL;
  guint64 pages = 0;
  guint number;

  if (n < 3 || !msk_copy_number_parse (words[0], &number) ||
      !g_ascii_string_to_unsigned (words[1], 10, 0, G_MAXINT32, &pages, NULL) ||
      msk_scan_desk_get_mode (loop->desk) != MSK_SCAN_RETURN)
    g_set_error_literal (&error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                         _ ("Pages are counted in the mode return, with the copy’s number, how "
                            "many there are, and the condition: write “count 14 12 whole”."));
  else if (msk_condition_parse (words[2], &counted.condition, &error))
    {
      counted.pages = (guint) pages;
      verdict = msk_scan_desk_count (loop->desk, number, &counted, &error);
    }

  if (verdict != NULL)
    answer_verdict (loop, verdict);
  else
    msk_line_loop_answer_error (&loop->lines, error);
}

static void
set_counting (Loop *loop, const char *argument)
{
  g_autoptr(GError) error = NULL;
  const gboolean on = g_str_equal (argument, "on");

  if (on || g_str_equal (argument, "off"))
    {
      msk_scan_desk_set_counting (loop->desk, on);
      msk_line_loop_answer_command (&loop->lines, on ? "counting-on" : "counting-off",
                                    on ? _ ("Every return is counted")
                                       : _ ("Only what has to be is counted"));
      return;
    }

  g_set_error_literal (&error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("Write “counting on” or “counting off”."));
  msk_line_loop_answer_error (&loop->lines, error);
}

static void
clear (Loop *loop, const char *unused)
{
  msk_scan_desk_clear (loop->desk);
  msk_line_loop_answer_command (&loop->lines, "cleared", _ ("Cleared"));
}

static void
undo (Loop *loop, const char *unused)
{
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(GError) error = NULL;

  if (loop->undoable != NULL)
    verdict = msk_scan_desk_undo (loop->desk, loop->undoable, &error);
  else
    g_set_error_literal (&error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                         _ ("There is nothing here to take back: scan first."));

  if (verdict == NULL)
    {
      msk_line_loop_answer_error (&loop->lines, error);
      return;
    }

  g_clear_object (&loop->undoable);
  msk_line_loop_answer (&loop->lines, msk_json_from_verdict (verdict));
}

static const struct
{
  const char *name;
  gboolean has_argument;
  void (*run) (Loop *loop, const char *argument);
} commands[] = {
  { "mode", TRUE, change_mode },
  { "clear", FALSE, clear },
  { "undo", FALSE, undo },
  { "reason", TRUE, set_reason },
  { "end", TRUE, end_turn },
  { "count", TRUE, count },
  { "counting", TRUE, set_counting },
  { "zone", TRUE, set_zone },
  { "damaged", TRUE, set_damaged },
  { "incomplete", TRUE, set_incomplete },
};

/* Returns FALSE for a line that is no command. */
static gboolean
take_command (Loop *loop, const char *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", 2);

  for (guint i = 0; words[0] != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, words[0]) && (words[1] != NULL) == commands[i].has_argument)
      {
        commands[i].run (loop, words[1]);
        return TRUE;
      }

  return FALSE;
}

static void
take_line (MskLineLoop *lines, const char *line)
{
  Loop *loop = (Loop *) lines;

  if (!loop->obey_commands || !take_command (loop, line))
    take_code (loop, line);
}

static const char *
get_mode (MskLineLoop *lines)
{
  return msk_enum_get_name (MSK_TYPE_SCAN_MODE,
                            (int) msk_scan_desk_get_mode (((Loop *) lines)->desk));
}

gboolean
msk_scan_loop_run (MskSession *session,
                   MskScanMode mode,
                   MskMeasureArea zone,
                   gboolean obey_commands,
                   int fd,
                   GError **error)
{
  Loop loop = { .lines = { .take = take_line, .get_mode = get_mode },
                .session = session,
                .desk = msk_scan_desk_new (session, mode),
                .zone = zone,
                .obey_commands = obey_commands };
  const gboolean done =
      (mode != MSK_SCAN_SWEEP || msk_scan_desk_set_zone (loop.desk, zone, error)) &&
      msk_line_loop_run (&loop.lines, fd, error);

  g_clear_object (&loop.undoable);
  g_clear_object (&loop.desk);
  return done;
}
