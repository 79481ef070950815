/* The desk on standard input and output: one code or command a line, one answer a line, after the
 * commit. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-scan-loop.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "msk-desk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-input.h"
#include "msk-json.h"

typedef struct
{
  MskSession *session;
  MskScanDesk *desk;
  MskVerdict *undoable; /* the newest issue or return that was not taken back */
  gint64 sequence;      /* of answers */
  GError *failure;      /* the first of the register */
} Loop;

gboolean
msk_scan_mode_parse (const char *name, MskScanMode *mode, GError **error)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_SCAN_MODE, name, &value))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such mode: give issue, return, check, sweep, spoil or "
                              "twice."));
      return FALSE;
    }

  *mode = (MskScanMode) value;
  return TRUE;
}

static void
set_tone (JsonObject *object, MskTone tone)
{
  json_object_set_string_member (object, "tone", msk_enum_get_name (MSK_TYPE_TONE, (int) tone));
}

/* Takes the object. */
static void
answer (Loop *loop, JsonObject *object)
{
  json_object_set_int_member (object, "sequence", ++loop->sequence);
  json_object_set_string_member (object, "mode",
                                 msk_enum_get_name (MSK_TYPE_SCAN_MODE,
                                                    (int) msk_scan_desk_get_mode (loop->desk)));
  msk_json_print (object);
  json_object_unref (object);
}

static void
answer_verdict (Loop *loop, MskVerdict *verdict)
{
  if (verdict->movement_id != 0 && verdict->tone == MSK_TONE_DONE)
    g_set_object (&loop->undoable, verdict);

  answer (loop, msk_json_from_verdict (verdict));
}

/* An error in the form of a verdict: every line has a tone and a code. */
static void
answer_error (Loop *loop, const GError *error)
{
  const gboolean is_failure = msk_error_get_exit_status (error) > 2;
  JsonObject *object = json_object_new ();

  if (is_failure && loop->failure == NULL)
    loop->failure = g_error_copy (error);

  set_tone (object, is_failure ? MSK_TONE_ALARM : MSK_TONE_REFUSED);
  json_object_set_string_member (object, "code", msk_error_get_name (error));
  json_object_set_string_member (object, "headline", _ ("Nothing was recorded"));
  json_object_set_string_member (object, "text", error->message);
  answer (loop, object);
}

static void
answer_command (Loop *loop, const char *code, const char *headline)
{
  JsonObject *object = json_object_new ();

  set_tone (object, MSK_TONE_DONE);
  json_object_set_string_member (object, "code", code);
  json_object_set_string_member (object, "headline", headline);
  json_object_set_string_member (object, "text", "");
  answer (loop, object);
}

static void
take_code (Loop *loop, const char *code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_scan_desk_scan (loop->desk, code, &error);

  if (verdict != NULL)
    answer_verdict (loop, verdict);
  else
    answer_error (loop, error);
}

static void
change_mode (Loop *loop, const char *name)
{
  g_autoptr(GError) error = NULL;
  MskScanMode mode;

  if (!msk_scan_mode_parse (name, &mode, &error))
    {
      answer_error (loop, error);
      return;
    }

  g_clear_object (&loop->desk);
  loop->desk = msk_scan_desk_new (loop->session, mode);
  answer_command (loop, "mode-changed", _ ("Mode changed"));
}

/* Of what is scanned from now on in the modes spoil and twice; another mode forgets it. */
static void
set_reason (Loop *loop, const char *reason)
{
  msk_scan_desk_set_reason (loop->desk, reason);
  answer_command (loop, "reason-set", _ ("Reason set"));
}

static void
clear (Loop *loop, const char *unused)
{
  msk_scan_desk_clear (loop->desk);
  answer_command (loop, "cleared", _ ("Cleared"));
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
      answer_error (loop, error);
      return;
    }

  g_clear_object (&loop->undoable);
  answer (loop, msk_json_from_verdict (verdict));
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

gboolean
msk_scan_loop_run (MskSession *session,
                   MskScanMode mode,
                   gboolean obey_commands,
                   int fd,
                   GError **error)
{
  Loop loop = { .session = session, .desk = msk_scan_desk_new (session, mode) };
  g_autoptr(GString) line = g_string_sized_new (MSK_LINE_MAX);
  MskLineReader reader;

  msk_line_reader_init (&reader, fd);
  while (ferror (stdout) == 0 && msk_line_reader_next (&reader, line))
    if (!obey_commands || !take_command (&loop, line->str))
      take_code (&loop, line->str);

  msk_line_reader_clear (&reader);
  explicit_bzero (line->str, line->allocated_len);
  g_clear_object (&loop.undoable);
  g_clear_object (&loop.desk);

  if (ferror (stdout) != 0 && loop.failure == NULL)
    g_set_error_literal (&loop.failure, MSK_SYSTEM_ERROR, MSK_SYSTEM_ERROR_FILE,
                         _ ("Nobody reads the answers any more: see in the register what was "
                            "recorded, and start again."));
  if (loop.failure == NULL)
    return TRUE;

  g_propagate_error (error, loop.failure);
  return FALSE;
}
