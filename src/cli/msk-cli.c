/* One run of the terminal program: what was asked, who asks, and what the answer is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-cli.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "msk-copy-number.h"
#include "msk-error.h"
#include "msk-meeting-desk.h"
#include "msk-passphrase.h"

#define STATION "terminal"

/* What the environment says, where the command line says nothing. */
static void
take_environment (MskOptions *options)
{
  const struct
  {
    char **value;
    const char *variable;
  } table[] = {
    { &options->vault, "MSK_VAULT" },
    { &options->user, "MSK_USER" },
    { &options->passphrase_file, "MSK_PASSPHRASE_FILE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (*table[i].value == NULL)
      {
        const char *value = g_getenv (table[i].variable);

        if (value != NULL && value[0] != '\0')
          *table[i].value = g_strdup (value);
      }
}

static gboolean
check_text (const char *text, GError **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("A word on the command line is not UTF-8: set the terminal to UTF-8."));
  return FALSE;
}

static gboolean
check_texts (MskCli *self, GError **error)
{
  const MskOptions *options = &self->options;

  for (guint i = 0; self->words[i] != NULL; i++)
    if (!check_text (self->words[i], error))
      return FALSE;

  return check_text (options->user, error) && check_text (options->station, error) &&
         check_text (options->printer, error) && check_text (options->place, error) &&
         check_text (options->target, error) && check_text (options->recipient, error) &&
         check_text (options->zone, error);
}

static gboolean
check_arguments (MskCli *self, GError **error)
{
  if (self->n_arguments < self->verb->min_arguments)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("Something is missing on the command line: see the command's "
                              "--help."));
      return FALSE;
    }
  if (self->n_arguments > self->verb->max_arguments)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There are too many words on the command line: see the command's "
                              "--help."));
      return FALSE;
    }

  return msk_options_check (&self->options, msk_verb_get_options (self->verb),
                            msk_verb_get_required (self->verb), error);
}

/* Prints the help that was asked for, for as many words as were given. */
static gboolean
show_help (const MskCommand *command, const MskVerb *verb)
{
  g_autofree char *help = msk_command_dup_help (command, verb);

  fputs (help, stdout);
  return TRUE;
}

static gboolean
find_verb (MskCli *self, GError **error)
{
  const gboolean help = self->options.help;
  char **words = self->words[0] != NULL ? self->words + 1 : self->words;
  const MskCommand *command;

  if (help && words[0] == NULL)
    return show_help (NULL, NULL);

  command = msk_command_find (words[0], error);
  if (command == NULL)
    return FALSE;
  words++;

  if (help && words[0] == NULL && command->verbs[0].name != NULL)
    return show_help (command, NULL);

  self->verb = msk_command_find_verb (command, words[0], error);
  if (self->verb == NULL)
    return FALSE;
  if (self->verb->name != NULL)
    words++;

  self->arguments = words;
  self->n_arguments = g_strv_length (words);
  return help ? show_help (command, self->verb) : check_arguments (self, error);
}

gboolean
msk_cli_init (MskCli *self, char **argv, GError **error)
{
  gboolean parsed;

  *self = (MskCli){ 0 };
  msk_options_init (&self->options);
  self->answer = json_object_new ();
  self->words = g_strdupv (argv);

  parsed = msk_options_parse (&self->options, &self->words, error);
  /* Also when the parser stopped before it: every refusal takes the form that was asked for. */
  self->options.json = g_strv_contains ((const char *const *) argv, "--json");
  if (!parsed || !check_texts (self, error))
    return FALSE;
  if (self->options.version)
    {
      puts ("msk " MSK_VERSION);
      return TRUE;
    }
  take_environment (&self->options);

  return find_verb (self, error);
}

void
msk_cli_clear (MskCli *self)
{
  if (self->session != NULL)
    msk_session_lock (self->session);
  g_clear_object (&self->session);
  g_clear_pointer (&self->passphrase, msk_passphrase_free);
  g_clear_pointer (&self->new_passphrase, msk_passphrase_free);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->answer, json_object_unref);
  g_clear_pointer (&self->words, g_strfreev);
  msk_options_clear (&self->options);
}

char *
msk_cli_dup_vault (MskCli *self)
{
  return self->options.vault != NULL ? g_canonicalize_filename (self->options.vault, NULL)
                                     : msk_session_dup_default_directory ();
}

/* fd and path are what the options say; prompt is for when they say nothing. */
static char *
read_passphrase (gint64 fd, const char *path, const char *prompt, gboolean twice, GError **error)
{
  if (fd != MSK_OPTION_UNSET)
    return msk_passphrase_read_fd ((int) CLAMP (fd, -1, G_MAXINT), error);
  if (path != NULL)
    return msk_passphrase_read_file (path, error);

  return twice ? msk_passphrase_ask_twice (prompt, error) : msk_passphrase_ask (prompt, error);
}

static gboolean
take_passphrase (MskCli *self, gboolean twice, GError **error)
{
  const MskOptions *options = &self->options;

  if (options->user == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("Nobody is named to sign in: give --user or set MSK_USER."));
      return FALSE;
    }

  self->passphrase = read_passphrase (options->passphrase_fd, options->passphrase_file,
                                      _ ("Passphrase:"), twice, error);
  return self->passphrase != NULL;
}

char *
msk_cli_take_passphrase_of_export (MskCli *self, GError **error)
{
  return read_passphrase (self->options.passphrase_fd, self->options.passphrase_file,
                          _ ("Passphrase of the export:"), FALSE, error);
}

static gboolean
take_new_passphrase (MskCli *self, GError **error)
{
  const MskOptions *options = &self->options;

  self->new_passphrase = read_passphrase (options->new_passphrase_fd, options->new_passphrase_file,
                                          _ ("New passphrase:"), TRUE, error);
  return self->new_passphrase != NULL;
}

gboolean
msk_cli_sign_in (MskCli *self, GError **error)
{
  const char *station = self->options.station != NULL ? self->options.station : STATION;
  g_autofree char *vault = msk_cli_dup_vault (self);

  if (self->passphrase == NULL && !take_passphrase (self, FALSE, error))
    return FALSE;

  self->session = msk_session_unlock (vault, self->options.user, self->passphrase, station, error);
  /* A desk may run for hours; only a change of the passphrase needs the old one again. */
  if (self->new_passphrase == NULL)
    g_clear_pointer (&self->passphrase, msk_passphrase_free);

  return self->session != NULL;
}

/* Of meetings, newest first: the one that is not closed, or the newest when all are; *id is 0 for
 * none. Of two that go on neither is meant for certain, and what is booked on the wrong one is
 * booked on somebody else. */
static gboolean
choose_meeting (GPtrArray *meetings, gint64 *id, GError **error)
{
  guint going = 0;

  *id = 0;
  for (guint i = 0; i < meetings->len; i++)
    {
      const MskMeeting *meeting = g_ptr_array_index (meetings, i);

      if (meeting->state == MSK_MEETING_STATE_ERASED)
        continue;
      if (*id == 0)
        *id = meeting->id;
      if (meeting->state == MSK_MEETING_STATE_CLOSED)
        continue;
      *id = meeting->id;
      going++;
    }
  if (going <= 1)
    return TRUE;

  g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
               _ ("%u meetings are not closed: say which one with --meeting, as “msk meeting list” "
                  "numbers them."),
               going);
  return FALSE;
}

/* Takes passphrase, which may be NULL with the error set. */
static MskCosigner *
sign_in_beside (MskCli *self, const char *user, char *passphrase, MskAct act, GError **error)
{
  MskCosigner *cosigner;

  if (passphrase == NULL)
    return NULL;

  cosigner = msk_cosigner_sign_in (self->session, user, passphrase, act, error);
  msk_passphrase_free (passphrase);
  return cosigner;
}

MskCosigner *
msk_cli_sign_cosigner (MskCli *self, MskAct act, GError **error)
{
  const MskOptions *options = &self->options;

  if (options->cosigner != NULL)
    return sign_in_beside (self, options->cosigner,
                           read_passphrase (options->cosigner_fd, options->cosigner_file,
                                            _ ("Passphrase of the second person:"), FALSE, error),
                           act, error);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("A second person has to sign in beside --user: give --cosigner."));
  return NULL;
}

gboolean
msk_cli_sign_second_cosigner (MskCli *self, MskAct act, MskCosigner **cosigner, GError **error)
{
  const MskOptions *options = &self->options;

  *cosigner = NULL;
  if (options->second_cosigner == NULL)
    return TRUE;

  *cosigner =
      sign_in_beside (self, options->second_cosigner,
                      read_passphrase (options->second_cosigner_fd, options->second_cosigner_file,
                                       _ ("Passphrase of the third person:"), FALSE, error),
                      act, error);
  return *cosigner != NULL;
}

gboolean
msk_cli_open_meeting (MskCli *self, GError **error)
{
  gint64 id = self->options.meeting;

  /* Who may read a meeting may not therefore do what was asked for: none of them is named. */
  if (!msk_session_may (self->session, MSK_ACT_MEETING_READ))
    {
      g_set_error (error, MSK_ACCESS_ERROR, MSK_ACCESS_ERROR_ROLE,
                   _ ("The role “%s” opens no meeting: have somebody sign in who works on this "
                      "one."),
                   msk_role_get_label (msk_session_get_role (self->session)));
      return FALSE;
    }

  if (id == MSK_OPTION_UNSET)
    {
      g_autoptr(GPtrArray) meetings = msk_meeting_desk_list (self->session, error);

      if (meetings == NULL || !choose_meeting (meetings, &id, error))
        return FALSE;
    }
  if (id == 0)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_NOT_FOUND,
                           _ ("The vault holds no meeting yet: have an organiser run “msk meeting "
                              "create”."));
      return FALSE;
    }

  return msk_session_open_meeting (self->session, id, error);
}

gboolean
msk_cli_prepare (MskCli *self, GError **error)
{
  const MskVerb *verb = self->verb;

  /* Passphrases come before the draft: both may come through standard input. */
  if (verb->need != MSK_NEED_NOTHING &&
      !take_passphrase (self, verb->need == MSK_NEED_PASSPHRASE, error))
    return FALSE;
  if ((verb->options & MSK_OPTIONS_NEW_PASSPHRASE) != 0 && !take_new_passphrase (self, error))
    return FALSE;

  if (verb->keys != NULL)
    {
      self->draft = self->options.from == NULL
                        ? msk_draft_new_empty ()
                        : msk_draft_read (self->options.from, verb->keys, error);
      if (self->draft == NULL)
        return FALSE;
    }

  if (verb->need >= MSK_NEED_SESSION && !msk_cli_sign_in (self, error))
    return FALSE;

  return verb->need < MSK_NEED_MEETING || msk_cli_open_meeting (self, error);
}

void
msk_cli_say (MskCli *self, const char *format, ...)
{
  va_list arguments;

  if (self->options.json)
    return;

  va_start (arguments, format);
  vprintf (format, arguments);
  va_end (arguments);
  putchar ('\n');
}

static gboolean
read_integer (MskCli *self, guint index, guint64 least, gint64 *number, GError **error)
{
  guint64 value;

  g_return_val_if_fail (index < self->n_arguments, FALSE);

  if (!g_ascii_string_to_unsigned (self->arguments[index], 10, least, G_MAXINT64, &value, NULL))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("A number is wanted where another word stands: see the command's "
                              "--help."));
      return FALSE;
    }

  *number = (gint64) value;
  return TRUE;
}

gboolean
msk_cli_get_id (MskCli *self, guint index, gint64 *id, GError **error)
{
  return read_integer (self, index, 1, id, error);
}

gboolean
msk_cli_read_copy (const char *text, guint *number, GError **error)
{
  if (msk_copy_number_parse (text, number))
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                       _ ("This is no copy number: write it as it stands on the copy, such as 14 "
                          "or 000014/1."));
  return FALSE;
}

gboolean
msk_cli_get_copy (MskCli *self, guint index, guint *number, GError **error)
{
  g_return_val_if_fail (index < self->n_arguments, FALSE);

  return msk_cli_read_copy (self->arguments[index], number, error);
}

static gboolean
read_number (MskCli *self, guint index, guint64 least, guint *number, GError **error)
{
  gint64 value;

  if (!read_integer (self, index, least, &value, error))
    return FALSE;
  if (value > G_MAXINT32)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("A number on the command line is too large: check it."));
      return FALSE;
    }

  *number = (guint) value;
  return TRUE;
}

gboolean
msk_cli_get_number (MskCli *self, guint index, guint *number, GError **error)
{
  return read_number (self, index, 1, number, error);
}

GArray *
msk_cli_collect_numbers (MskCli *self, GError **error)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_arguments; i++)
    {
      gboolean known = FALSE;
      guint number;

      if (!msk_cli_get_number (self, i, &number, error))
        return NULL;
      for (guint each = 0; each < numbers->len; each++)
        known = known || g_array_index (numbers, guint, each) == number;
      if (!known)
        g_array_append_val (numbers, number);
    }

  return g_steal_pointer (&numbers);
}

gboolean
msk_cli_get_count (MskCli *self, guint index, guint *count, GError **error)
{
  return read_number (self, index, 0, count, error);
}

gboolean
msk_cli_for_each (MskCli *self, const char *member, MskCliRead read, MskCliAct act, GError **error)
{
  g_autofree gint64 *values = g_new (gint64, self->n_arguments);
  JsonArray *done = json_array_new ();

  json_object_set_array_member (self->answer, member, done);

  /* All are read before the first is acted on. */
  for (guint i = 0; i < self->n_arguments; i++)
    if (!read (self, i, &values[i], error))
      return FALSE;

  for (guint i = 0; i < self->n_arguments; i++)
    {
      if (!act (self, values[i], error))
        {
          /* What was done before it stays; so the answer says with which it stopped. */
          if (self->n_arguments > 1)
            g_prefix_error (error, _ ("At number %d, after %u were done: "), (int) values[i], i);
          return FALSE;
        }
      json_array_add_int_element (done, values[i]);
    }

  return TRUE;
}
