/* msk duty: the posts of a meeting and their duty cards (P1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-acknowledge-verbs.h"
#include "msk-cli.h"
#include "msk-enum-types.h"
#include "msk-error.h"
#include "msk-json-notice.h"
#include "msk-json.h"
#include "msk-people-words.h"
#include "msk-table.h"

static gboolean
get_post (MskCli *cli, MskPost *post, GError **error)
{
  int value;

  if (!msk_cli_get_enum (cli, 0, MSK_TYPE_POST, &value, error))
    return FALSE;

  *post = (MskPost) value;
  if (*post != MSK_POST_NONE)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("This is no post that has a duty card: “msk notice texts” lists them."));
  return FALSE;
}

static gboolean
show (MskCli *cli, GError **error)
{
  MskPost post;

  return get_post (cli, &post, error) &&
         msk_acknowledge_verb_show (cli, MSK_TEXT_DUTY, post, error);
}

static gboolean
set_card (MskCli *cli, GError **error)
{
  MskPost post;

  return get_post (cli, &post, error) && msk_acknowledge_verb_set (cli, MSK_TEXT_DUTY, post, error);
}

static gboolean
heard (MskCli *cli, GError **error)
{
  MskPost post;

  return get_post (cli, &post, error) &&
         msk_acknowledge_verb_record (cli, MSK_TEXT_DUTY, post, MSK_MANNER_IN_THE_ROOM, error);
}

static gboolean
was_signed (MskCli *cli, GError **error)
{
  MskPost post;

  return get_post (cli, &post, error) &&
         msk_acknowledge_verb_record (cli, MSK_TEXT_DUTY, post, MSK_MANNER_ON_PAPER, error);
}

static gboolean
make_sheets (MskCli *cli, GError **error)
{
  MskPost post;

  return get_post (cli, &post, error) &&
         msk_acknowledge_verb_sheets (cli, MSK_TEXT_DUTY, post, error);
}

static gboolean
make_card (MskCli *cli, GError **error)
{
  MskPost post;

  return get_post (cli, &post, error) && msk_acknowledge_verb_card (cli, post, error);
}

typedef gboolean (*ChangePost) (MskSession *session,
                                MskPost post,
                                const GArray *people,
                                GError **error);

static gboolean
change_post (MskCli *cli, ChangePost change, GError **error)
{
  g_autoptr(GArray) people = NULL;
  MskPost post;

  if (!get_post (cli, &post, error) || !msk_cli_read_people (cli, 1, &people, error) ||
      !change (cli->session, post, people, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "people", people->len);
  return TRUE;
}

static gboolean
assign (MskCli *cli, GError **error)
{
  if (!change_post (cli, msk_briefing_desk_assign_post, error))
    return FALSE;

  msk_cli_say (cli, _ ("The post is theirs once they have taken note of its duty card."));
  return TRUE;
}

static gboolean
end (MskCli *cli, GError **error)
{
  if (!change_post (cli, msk_briefing_desk_end_post, error))
    return FALSE;

  msk_cli_say (cli, _ ("They no longer have this post."));
  return TRUE;
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) lines = msk_briefing_desk_list (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Id"), _ ("Name"), _ ("Unit"), _ ("Capacity"),
                                              _ ("Posts"), _ ("Card not acknowledged"), NULL);
  g_autofree char *text = NULL;

  if (lines == NULL)
    return FALSE;

  for (guint i = 0; i < lines->len;)
    {
      const MskPledgeLine *line = g_ptr_array_index (lines, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, line->attendee->id);
      g_autofree char *posts = msk_posts_dup_label (line->posts);
      g_autofree char *lacking = msk_posts_dup_label (line->posts & ~line->acknowledged_posts);

      if (line->posts == 0 && line->state.duties_acknowledged)
        {
          g_ptr_array_remove_index (lines, i);
          continue;
        }
      msk_table_add (table, id, line->attendee->name, line->attendee->unit,
                     msk_capacity_get_label (line->attendee->capacity), posts, lacking, NULL);
      i++;
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "people", lines, (MskJsonMake) msk_json_from_pledge_line);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static const MskVerb verbs[] = {
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list who has which post, and staff and service without one"),
      .run = list,
  },
  {
      .name = "show",
      .arguments = N_ ("POST"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("show the duty card of a post"),
      .run = show,
  },
  {
      .name = "set",
      .arguments = N_ ("POST"),
      .min_arguments = 1,
      .max_arguments = 1,
      .keys = msk_acknowledge_text_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("put a new version of a duty card in force"),
      .run = set_card,
  },
  {
      .name = "assign",
      .arguments = N_ ("POST PERSON…"),
      .min_arguments = 2,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("give people a post"),
      .run = assign,
  },
  {
      .name = "end",
      .arguments = N_ ("POST PERSON…"),
      .min_arguments = 2,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("take a post from people"),
      .run = end,
  },
  {
      .name = "heard",
      .arguments = N_ ("POST [PERSON…]"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .options = MSK_OPTION_ALL | MSK_OPTION_INSIDE,
      .words = MSK_WORDS_ALL (N_ ("record it for everybody who has the post and has not yet")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record that people took note of their duty card in the room"),
      .description = N_ ("With --all: everybody who has the post and has not yet. "
                         "With --inside: those of them who are inside."),
      .run = heard,
  },
  {
      .name = "signed",
      .arguments = N_ ("POST [PERSON…]"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .options = MSK_OPTION_ALL | MSK_OPTION_INSIDE,
      .words = MSK_WORDS_ALL (N_ ("record it for everybody who has the post and has not yet")),
      .keys = msk_acknowledge_signed_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("record that people signed their duty card on paper"),
      .description = N_ ("With --all: everybody who has the post and has not yet. "
                         "With --inside: those of them who are inside."),
      .run = was_signed,
  },
  {
      .name = "sheets",
      .arguments = N_ ("POST [PERSON…]"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .options = MSK_OPTION_ALL | MSK_OPTION_INSIDE | MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER |
                 MSK_OPTION_TEXT_VERSION,
      .words = MSK_WORDS_ALL (N_ ("make one for everybody who has the post and has not yet")),
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the duty card on paper, a sheet a person, to be signed by hand"),
      .description = N_ ("With --all: everybody who has the post and has not yet. "
                         "With --inside: those of them who are inside."),
      .run = make_sheets,
  },
  {
      .name = "card",
      .arguments = N_ ("POST"),
      .min_arguments = 1,
      .max_arguments = 1,
      .options = MSK_OPTION_OUTPUT | MSK_OPTION_PRINTER | MSK_OPTION_TEXT_VERSION,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("the duty card of a post on paper, for nobody by name"),
      .run = make_card,
  },
  { NULL },
};

const MskCommand msk_duty_command = {
  .name = "duty",
  .summary = N_ ("posts and their duty cards"),
  .verbs = verbs,
};
