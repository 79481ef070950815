/* msk door: who comes in and goes out (M4), with a scanner or by hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "msk-cli.h"
#include "msk-door-loop.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json-members.h"
#include "msk-json.h"
#include "msk-table.h"
#include "msk-verdict-error.h"

static const MskDraftKey reason_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why") },
  { NULL },
};

static gboolean
scan (MskCli *cli, GError **error)
{
  MskDirection direction = MSK_DIRECTION_IN;

  if (cli->options.mode != NULL && !msk_door_parse_direction (cli->options.mode, &direction, error))
    return FALSE;

  cli->answered = TRUE;
  return msk_door_loop_run (cli->session, direction, cli->options.commands, STDIN_FILENO, error);
}

static gboolean
finish (MskCli *cli, const MskVerdict *verdict, GError **error)
{
  if (verdict != NULL && verdict->movement_id != 0 && verdict->tone == MSK_TONE_DONE)
    json_object_set_int_member (cli->answer, "movement", verdict->movement_id);

  return msk_verdict_answer (cli, verdict, error);
}

/* One person with all the answers at once; what is still asked for then is a refusal. */
static gboolean
go_in (MskCli *cli, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (cli->session, MSK_DIRECTION_IN);
  g_autoptr(MskVerdict) verdict = NULL;
  MskIdentity identity = MSK_IDENTITY_NONE;

  if (cli->options.identity != NULL &&
      !msk_door_parse_identity (cli->options.identity, &identity, error))
    return FALSE;

  verdict = msk_door_desk_choose (door, cli->options.person, error);
  if (verdict == NULL)
    return FALSE;
  if (identity != MSK_IDENTITY_NONE && msk_door_desk_get_waiting (door) != 0)
    {
      g_clear_object (&verdict);
      verdict = msk_door_desk_see_identity (door, identity, error);
    }
  if (verdict != NULL && cli->options.no_devices && msk_door_desk_get_waiting (door) != 0)
    {
      g_clear_object (&verdict);
      verdict = msk_door_desk_answer_no_devices (door, error);
    }
  if (verdict != NULL && msk_door_desk_get_waiting (door) != 0)
    {
      g_clear_object (&verdict);
      verdict = msk_door_desk_turn_away (door, error);
    }
  return finish (cli, verdict, error);
}

static gboolean
go_out (MskCli *cli, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (cli->session, MSK_DIRECTION_OUT);
  g_autoptr(MskVerdict) verdict = msk_door_desk_choose (door, cli->options.person, error);

  return finish (cli, verdict, error);
}

/* Whoever holds nothing goes out like anybody. */
static gboolean
go_out_holding (MskCli *cli, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (cli->session, MSK_DIRECTION_OUT);
  g_autoptr(MskVerdict) verdict = NULL;
  g_autoptr(MskVerdict) excused = NULL;

  if (!msk_session_may (cli->session, MSK_ACT_DOOR_OUT_HOLDING))
    return finish (cli, msk_door_desk_let_out_holding (door, "", error), error);

  verdict = msk_door_desk_choose (door, cli->options.person, error);
  if (verdict == NULL || !g_str_equal (verdict->code, "open-items"))
    return finish (cli, verdict, error);

  excused =
      msk_door_desk_let_out_holding (door, msk_draft_get_text (cli->draft, "reason", ""), error);
  return finish (cli, excused, error);
}

static gboolean
annul (MskCli *cli, GError **error)
{
  g_autoptr(MskDoorDesk) door = msk_door_desk_new (cli->session, MSK_DIRECTION_IN);
  g_autoptr(MskVerdict) verdict = NULL;
  gint64 movement;

  if (!msk_cli_get_id (cli, 0, &movement, error))
    return FALSE;

  verdict =
      msk_door_desk_annul (door, movement, msk_draft_get_text (cli->draft, "reason", ""), error);
  return finish (cli, verdict, error);
}

static gboolean
count (MskCli *cli, GError **error)
{
  g_autofree char *text = NULL;
  MskHeadCount inside;

  if (!msk_door_desk_count (cli->session, &inside, error))
    return FALSE;

  text = msk_head_count_dup_text (&inside);
  json_object_set_object_member (cli->answer, "inside", msk_door_json_from_count (&inside));
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static JsonObject *
make_line (const MskDoorLine *line)
{
  JsonObject *object = json_object_new ();
  g_autofree char *at = msk_table_dup_time (line->at);

  json_object_set_int_member (object, "id", line->id);
  json_object_set_string_member (object, "at", at);
  msk_json_set_enum (object, "direction", MSK_TYPE_DIRECTION, (int) line->direction);
  msk_json_set_enum (object, "verdict", MSK_TYPE_DOOR_VERDICT, (int) line->verdict);
  if (line->attendee_id != 0)
    {
      json_object_set_int_member (object, "person_id", line->attendee_id);
      json_object_set_string_member (object, "person", line->person);
      json_object_set_string_member (object, "unit", line->unit);
      msk_json_set_enum (object, "capacity", MSK_TYPE_CAPACITY, (int) line->capacity);
    }
  msk_json_set_enum (object, "identity", MSK_TYPE_IDENTITY, (int) line->identity);
  json_object_set_boolean_member (object, "by_hand", line->by_hand);
  json_object_set_string_member (object, "user", line->user);
  json_object_set_string_member (object, "reason", line->reason);
  json_object_set_boolean_member (object, "annulled", line->annulled_at != 0);
  json_object_set_string_member (object, "annulled_by", line->annulled_by);
  json_object_set_string_member (object, "annulled_for", line->annulled_for);
  return object;
}

static void
add_row (MskTable *table, const MskDoorLine *line)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, line->id);
  g_autofree char *at = msk_table_dup_time (line->at);
  const gboolean passed = line->verdict == MSK_DOOR_ADMITTED || line->verdict == MSK_DOOR_LET_OUT;

  msk_table_add (table, id, at, line->person, line->unit,
                 passed ? msk_direction_get_label (line->direction)
                        : msk_door_verdict_get_word (line->verdict),
                 line->direction == MSK_DIRECTION_IN && passed
                     ? msk_identity_get_label (line->identity)
                     : "",
                 line->by_hand ? _ ("by hand") : "", line->user,
                 line->annulled_at != 0 ? line->annulled_for : line->reason, NULL);
}

/* Takes lines, which may be NULL with the error set. */
static gboolean
show (MskCli *cli, const char *member, GPtrArray *lines)
{
  g_autoptr(GPtrArray) owned = lines;
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Entry"), _ ("When"), _ ("Name"), _ ("Unit"), _ ("What"),
                                _ ("Identity"), _ ("How"), _ ("Who"), _ ("Reason"), NULL);
  g_autofree char *text = NULL;

  if (owned == NULL)
    return FALSE;

  for (guint i = 0; i < owned->len; i++)
    add_row (table, g_ptr_array_index (owned, i));
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, member, owned, (MskJsonMake) make_line);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
show_log (MskCli *cli, GError **error)
{
  return show (cli, "passings", msk_door_desk_list (cli->session, error));
}

static gboolean
show_inside (MskCli *cli, GError **error)
{
  return show (cli, "inside", msk_door_desk_list_inside (cli->session, error));
}

static gboolean
show_refusals (MskCli *cli, GError **error)
{
  return show (cli, "refusals", msk_door_desk_list_refusals (cli->session, error));
}

static const MskVerb verbs[] = {
  {
      .name = "scan",
      .required = MSK_OPTION_STDIN,
      .options = MSK_OPTION_MODE | MSK_OPTION_COMMANDS,
      .words = MSK_WORDS_MODE (N_ ("in (the default) or out")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take badges from a scanner, one a line, and answer each with one JSON line"),
      .description = N_ (
          "Modes: in (the default) and out. Badges come through standard input alone. Each line is "
          "answered after the commit, with tone (done, waiting, refused, alarm), code, headline, "
          "text, helper, person, movement, waits, inside (the head count) and sequence.\n"
          "With --commands these lines are obeyed: “mode out” (or in), “identity id-card” (or "
          "service-card, other-document, known) lets in who waits, “no-devices” says that they "
          "carry none, “turn-away” refuses who waits, "
          "“person ID” chooses somebody who forgot the badge, “let-out REASON” lets out who holds "
          "papers (the security officer alone), “annul REASON” annuls the newest passing."),
      .run = scan,
  },
  {
      .name = "in",
      .required = MSK_OPTION_PERSON,
      .options = MSK_OPTION_IDENTITY | MSK_OPTION_NO_DEVICES,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("let somebody in by hand, for a forgotten badge"),
      .run = go_in,
  },
  {
      .name = "out",
      .required = MSK_OPTION_PERSON,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("let somebody out by hand; refused while they hold papers or carriers"),
      .run = go_out,
  },
  {
      .name = "out-holding",
      .required = MSK_OPTION_PERSON,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("let somebody out who holds papers, with a reason"),
      .run = go_out_holding,
  },
  {
      .name = "annul",
      .arguments = N_ ("MOVEMENT"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = reason_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take a passing that was a mistake out of the count; the register keeps it"),
      .run = annul,
  },
  {
      .name = "count",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("say how many are inside, by capacity"),
      .run = count,
  },
  {
      .name = "log",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list everybody who came in and went out"),
      .run = show_log,
  },
  {
      .name = "inside",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list who is inside now"),
      .run = show_inside,
  },
  {
      .name = "refusals",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list everybody who was refused, with the verdict"),
      .run = show_refusals,
  },
  { NULL },
};

const MskCommand msk_door_command = {
  .name = "door",
  .summary = N_ ("who comes in and goes out"),
  .verbs = verbs,
};
