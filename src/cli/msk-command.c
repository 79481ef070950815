/* The table of commands: names, verbs, what each takes and who does it.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-command.h"

#include <glib/gi18n-lib.h>

#include "msk-error.h"

/* In the order of the work. */
static const MskCommand *const commands[] = {
  &msk_demo_command,    &msk_vault_command,    &msk_user_command,      &msk_appliance_command,
  &msk_meeting_command, &msk_measure_command,  &msk_attendee_command,  &msk_paper_command,
  &msk_copy_command,    &msk_room_command,     &msk_plan_command,      &msk_carrier_command,
  &msk_door_command,    &msk_desk_command,     &msk_circulate_command, &msk_permit_command,
  &msk_device_command,  &msk_incident_command, &msk_handover_command,  &msk_sweep_command,
  &msk_destroy_command, &msk_archive_command,  &msk_report_command,    &msk_ledger_command,
  &msk_notice_command,  &msk_duty_command,
};

const MskCommand *
msk_command_find (const char *name, GError **error)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i];

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       name == NULL ? _ ("No command was given: “msk --help” lists them.")
                                    : _ ("There is no such command: “msk --help” lists them."));
  return NULL;
}

const MskVerb *
msk_command_find_verb (const MskCommand *command, const char *name, GError **error)
{
  if (command->verbs[0].name == NULL)
    return &command->verbs[0];

  for (const MskVerb *verb = command->verbs; name != NULL && verb->run != NULL; verb++)
    if (g_str_equal (verb->name, name))
      return verb;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
               name == NULL ? _ ("What to do was not said: “msk %s --help” lists it.")
                            : _ ("There is no such verb: “msk %s --help” lists them."),
               command->name);
  return NULL;
}

MskOptionSet
msk_verb_get_required (const MskVerb *verb)
{
  return verb->required | (verb->keys != NULL ? MSK_OPTION_FROM & ~verb->options : 0);
}

MskOptionSet
msk_verb_get_options (const MskVerb *verb)
{
  return verb->options | msk_verb_get_required (verb);
}

static const char *
translate (const char *text)
{
  return g_dgettext (GETTEXT_PACKAGE, text);
}

static char *
dup_program_help (void)
{
  GString *list = g_string_new (_ ("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (list, "\n  %-10s %s", commands[i]->name,
                            translate (commands[i]->summary));
  g_string_append_printf (list, "\n\n%s",
                          _ ("Exit status: 0 done, 1 refused by a rule, 2 bad input, 3 locked or "
                             "not "
                             "allowed, 4 file, printer or system."));

  {
    g_autofree char *description = g_string_free (list, FALSE);

    return msk_options_dup_help (_ ("COMMAND VERB …"),
                                 _ ("The Meeting Secrecy Kit, from a terminal."), description, 0,
                                 NULL);
  }
}

static char *
dup_command_help (const MskCommand *command)
{
  g_autofree char *usage = g_strdup_printf (_ ("%s VERB …"), command->name);
  g_autofree char *description = NULL;
  GString *list = g_string_new (_ ("Verbs:"));

  for (const MskVerb *verb = command->verbs; verb->run != NULL; verb++)
    {
      g_autofree char *call =
          g_strjoin (" ", verb->name, verb->arguments != NULL ? translate (verb->arguments) : "",
                     NULL);

      g_string_append_printf (list, "\n  %-28s %s", g_strchomp (call), translate (verb->summary));
    }
  description = g_string_free (list, FALSE);

  return msk_options_dup_help (usage, translate (command->summary), description, 0, NULL);
}

static char *
dup_verb_help (const MskCommand *command, const MskVerb *verb)
{
  g_autofree char *usage =
      g_strjoin (" ", command->name, verb->name != NULL ? verb->name : "",
                 verb->arguments != NULL ? translate (verb->arguments) : "", NULL);
  g_autofree char *keys = verb->keys != NULL ? msk_draft_keys_dup_help (verb->keys) : NULL;
  const char *description = verb->description != NULL ? translate (verb->description) : NULL;
  g_autofree char *both =
      description != NULL && keys != NULL ? g_strdup_printf ("%s\n\n%s", description, keys) : NULL;

  if (both == NULL && keys != NULL)
    description = keys;

  return msk_options_dup_help (g_strchomp (usage), translate (verb->summary),
                               both != NULL ? both : description, msk_verb_get_options (verb),
                               verb->words);
}

char *
msk_command_dup_help (const MskCommand *command, const MskVerb *verb)
{
  if (command == NULL)
    return dup_program_help ();
  if (verb == NULL)
    return dup_command_help (command);

  return dup_verb_help (command, verb);
}
