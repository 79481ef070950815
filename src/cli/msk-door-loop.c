/* The door on standard input and output: one code or command a line, one answer a line, after the
 * commit. SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-door-loop.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-line-loop.h"

typedef struct
{
  MskLineLoop lines;
  MskSession *session;
  MskDoorDesk *door;
  gint64 newest; /* the newest passing of this run that was not annulled, or 0 */
  gboolean obey_commands;
} Loop;

gboolean
msk_door_parse_direction (const char *name, MskDirection *direction, GError **error)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_DIRECTION, name, &value))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such mode at the door: give in or out."));
      return FALSE;
    }

  *direction = (MskDirection) value;
  return TRUE;
}

gboolean
msk_door_parse_identity (const char *name, MskIdentity *identity, GError **error)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_IDENTITY, name, &value) || value == MSK_IDENTITY_NONE)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("This is nothing to know somebody by: give id-card, service-card, "
                              "other-document or known."));
      return FALSE;
    }

  *identity = (MskIdentity) value;
  return TRUE;
}

JsonObject *
msk_door_json_from_count (const MskHeadCount *count)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "total", count->total);
  for (guint capacity = 0; capacity < G_N_ELEMENTS (count->people); capacity++)
    json_object_set_int_member (object, msk_enum_get_name (MSK_TYPE_CAPACITY, (int) capacity),
                                count->people[capacity]);
  return object;
}

/* An answer of the desk, with the head count after it. */
static void
answer (Loop *loop, MskVerdict *verdict, const GError *error)
{
  JsonObject *object;
  MskHeadCount count;

  if (verdict == NULL)
    {
      msk_line_loop_answer_error (&loop->lines, error);
      return;
    }

  if (verdict->movement_id != 0)
    loop->newest = verdict->movement_id;
  object = msk_json_from_verdict (verdict);
  if (verdict->movement_id != 0)
    json_object_set_int_member (object, "movement", verdict->movement_id);
  else
    json_object_set_null_member (object, "movement");
  json_object_set_boolean_member (object, "waits", msk_door_desk_get_waiting (loop->door) != 0);
  if (msk_door_desk_count (loop->session, &count, NULL))
    json_object_set_object_member (object, "inside", msk_door_json_from_count (&count));
  msk_line_loop_answer (&loop->lines, object);
}

static void
take_code (Loop *loop, const char *code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_door_desk_scan (loop->door, code, &error);

  answer (loop, verdict, error);
}

static void
change_mode (Loop *loop, const char *name)
{
  g_autoptr(GError) error = NULL;
  MskDirection direction;

  if (!msk_door_parse_direction (name, &direction, &error) ||
      !msk_door_desk_forget (loop->door, &error))
    {
      msk_line_loop_answer_error (&loop->lines, error);
      return;
    }

  g_clear_object (&loop->door);
  loop->door = msk_door_desk_new (loop->session, direction);
  msk_line_loop_answer_command (&loop->lines, "mode-changed", _ ("Mode changed"));
}

static void
choose (Loop *loop, const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict =
                 msk_door_desk_choose (loop->door, g_ascii_strtoll (id, NULL, 10), &error);

  answer (loop, verdict, error);
}

static void
see_identity (Loop *loop, const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  MskIdentity identity;

  if (msk_door_parse_identity (name, &identity, &error))
    verdict = msk_door_desk_see_identity (loop->door, identity, &error);
  answer (loop, verdict, error);
}

static void
answer_no_devices (Loop *loop, const char *unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_door_desk_answer_no_devices (loop->door, &error);

  answer (loop, verdict, error);
}

static void
turn_away (Loop *loop, const char *unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_door_desk_turn_away (loop->door, &error);

  answer (loop, verdict, error);
}

static void
let_out_holding (Loop *loop, const char *reason)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = msk_door_desk_let_out_holding (loop->door, reason, &error);

  answer (loop, verdict, error);
}

static void
annul (Loop *loop, const char *reason)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVerdict) verdict = NULL;

  if (loop->newest != 0)
    verdict = msk_door_desk_annul (loop->door, loop->newest, reason, &error);
  else
    g_set_error_literal (&error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                         _ ("There is nothing here to take back: scan first."));
  if (verdict != NULL)
    loop->newest = 0;
  answer (loop, verdict, error);
}

static const struct
{
  const char *name;
  gboolean has_argument;
  void (*run) (Loop *loop, const char *argument);
} commands[] = {
  { "mode", TRUE, change_mode },      { "person", TRUE, choose },
  { "identity", TRUE, see_identity }, { "no-devices", FALSE, answer_no_devices },
  { "turn-away", FALSE, turn_away },  { "let-out", TRUE, let_out_holding },
  { "annul", TRUE, annul },
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
  return msk_enum_get_name (MSK_TYPE_DIRECTION,
                            (int) msk_door_desk_get_direction (((Loop *) lines)->door));
}

gboolean
msk_door_loop_run (MskSession *session,
                   MskDirection direction,
                   gboolean obey_commands,
                   int fd,
                   GError **error)
{
  Loop loop = { .lines = { .take = take_line, .get_mode = get_mode },
                .session = session,
                .door = msk_door_desk_new (session, direction),
                .obey_commands = obey_commands };
  const gboolean read = msk_line_loop_run (&loop.lines, fd, error);
  const gboolean done = msk_door_desk_forget (loop.door, read ? error : NULL);

  g_clear_object (&loop.door);
  return read && done;
}
