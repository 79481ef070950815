/* One run of the terminal program: what was asked, who asks, and what the answer is.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "msk-command.h"
#include "msk-cosigner.h"
#include "msk-draft.h"
#include "msk-options.h"
#include "msk-session.h"

G_BEGIN_DECLS

struct _MskCli
{
  MskOptions options;
  GStrv words; /* the program, the command, the verb, the arguments */
  const MskVerb *verb;
  char **arguments; /* lent from words: what follows the verb */
  guint n_arguments;
  char *passphrase;     /* while it is needed */
  char *new_passphrase; /* of the verbs that take one */
  MskDraft *draft;      /* what --from said, for the verbs that have keys */
  MskSession *session;  /* for the verbs that sign in */
  JsonObject *answer; /* what --json prints; a verb that fails halfway leaves in it what was done */
  gboolean answered;  /* the verb wrote its answers itself, line by line */
};

/* Takes the command line apart. Fails with MSK_INPUT_ERROR_USAGE. self is to be cleared either way.
 */
gboolean msk_cli_init (MskCli *self, char **argv, GError **error);
void msk_cli_clear (MskCli *self);

/* Reads what the verb wants to know and signs in as far as it needs. Fails as the desk does, with
 * MSK_INPUT_ERROR_USAGE, or as reading passphrases and drafts does. */
gboolean msk_cli_prepare (MskCli *self, GError **error);

/* The vault's folder: the option, MSK_VAULT, or the default. The caller owns it. */
char *msk_cli_dup_vault (MskCli *self) G_GNUC_WARN_UNUSED_RESULT;

/* Unlocks the vault as the user of the options. */
gboolean msk_cli_sign_in (MskCli *self, GError **error);

/* Opens the meeting of the options: the one named, or the only one that is not closed, or the
 * newest when all are. Fails with MSK_INPUT_ERROR_NOT_FOUND when there is none, or
 * MSK_INPUT_ERROR_USAGE when it is not clear which. */
gboolean msk_cli_open_meeting (MskCli *self, GError **error);

/* Has the second person of the options sign in beside the user, for one act. Their passphrase comes
 * as the options say, or is asked for on the terminal. Fails as msk_cosigner_sign_in() and reading
 * passphrases do, or with MSK_INPUT_ERROR_USAGE without --cosigner. The caller owns it. */
MskCosigner *msk_cli_sign_cosigner (MskCli *self,
                                    MskAct act,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for --second-cosigner, who need not be given: then *cosigner is NULL. */
gboolean msk_cli_sign_second_cosigner (MskCli *self,
                                       MskAct act,
                                       MskCosigner **cosigner,
                                       GError **error);

/* The passphrase of a sealed export, as the options for one's own say, or asked for. Free it with
 * msk_passphrase_free(). */
char *msk_cli_take_passphrase_of_export (MskCli *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* One line for a person to read; nothing with --json. */
void msk_cli_say (MskCli *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Arguments that are numbers. Fail with MSK_INPUT_ERROR_USAGE. */
gboolean msk_cli_get_id (MskCli *self, guint index, gint64 *id, GError **error);
/* The copy number that a word is, in the form that stands on the copy or without its noughts: 14,
 * 000014/1. Fails with MSK_INPUT_ERROR_USAGE. */
gboolean msk_cli_get_copy (MskCli *self, guint index, guint *number, GError **error);
gboolean msk_cli_read_copy (const char *text, guint *number, GError **error);
gboolean msk_cli_get_number (MskCli *self, guint index, guint *number, GError **error);
/* The same where there may be none. */
gboolean msk_cli_get_count (MskCli *self, guint index, guint *count, GError **error);

/* All arguments as numbers (of guint), each once: what is labelled twice has its first label void
 * at once. The caller owns it. */
GArray *msk_cli_collect_numbers (MskCli *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads an argument, as msk_cli_get_id() does; and acts on what was read. */
typedef gboolean (*MskCliRead) (MskCli *self, guint index, gint64 *value, GError **error);
typedef gboolean (*MskCliAct) (MskCli *self, gint64 value, GError **error);

/* Calls act for each argument, when all could be read, and adds those that are done to the answer's
 * list called member. Stops at the first that fails: those before it stand. */
gboolean msk_cli_for_each (MskCli *self,
                           const char *member,
                           MskCliRead read,
                           MskCliAct act,
                           GError **error);

G_END_DECLS
