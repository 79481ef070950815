/* Somebody who has signed in: the unlocked vault, who they are, and the meeting they work on. Every
 * act of the desk starts here. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "msk-meeting.h"
#include "msk-role.h"

G_BEGIN_DECLS

#define MSK_TYPE_SESSION (msk_session_get_type ())
G_DECLARE_FINAL_TYPE (MskSession, msk_session, MSK, SESSION, GObject)

/* How much work one guess at a passphrase costs. */
typedef enum
{
  MSK_KEY_COST_INTERACTIVE, /* 64 MiB */
  MSK_KEY_COST_MODERATE,    /* 256 MiB */
  MSK_KEY_COST_SENSITIVE,   /* 1 GiB */
} MskKeyCost;

/* UTC seconds. A session takes the system's clock unless a test gives it another. */
typedef gint64 (*MskClock) (void);

/* Signals:
 *   "changed": something was committed; read again what is shown.
 *   "locked": the keys are gone; every later call fails with MSK_ACCESS_ERROR_LOCKED. */

/* Where the vault lies unless the user says otherwise: $XDG_DATA_HOME/meeting-secrecy-kit. The
 * caller owns it. */
char *msk_session_dup_default_directory (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_session_has_vault (const char *directory);

/* Makes a vault with one account, a security officer's. Blocks while the key is derived; run it in
 * a thread from a window. Fails with MSK_SYSTEM_ERROR_VAULT_EXISTS, MSK_INPUT_ERROR_WEAK_PASSPHRASE
 * (under eight characters), MSK_SYSTEM_ERROR_FILE. */
gboolean msk_session_create_vault (const char *directory,
                                   const char *user,
                                   const char *passphrase,
                                   MskKeyCost cost,
                                   GError **error);

/* Signs in. user is their name, or the code of the badge that was assigned to their account.
 * station names the place of work in the ledger ("desk 1"); NULL takes "desk". Fails with
 * MSK_SYSTEM_ERROR_NO_VAULT, _VAULT_IN_USE, _VAULT_NEWER, _VAULT_DAMAGED, _VAULT_EXPOSED, or
 * MSK_ACCESS_ERROR_WRONG_PASSPHRASE (for an unknown user as well). The caller owns the session. */
MskSession *msk_session_unlock (const char *directory,
                                const char *user,
                                const char *passphrase,
                                const char *station,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same with the key derivation in a thread, for windows. */
void msk_session_unlock_async (const char *directory,
                               const char *user,
                               const char *passphrase,
                               const char *station,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
MskSession *msk_session_unlock_finish (GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Wipes the keys and closes every file. */
void msk_session_lock (MskSession *self);
gboolean msk_session_is_locked (MskSession *self);

const char *msk_session_get_directory (MskSession *self);
const char *msk_session_get_user (MskSession *self);
MskRole msk_session_get_role (MskSession *self);
gboolean msk_session_may (MskSession *self, MskAct act);

/* The folder into which the folder printer and reports write unless told otherwise: beside the
 * vault, with "-papers" behind its name. Caller owns it. */
char *msk_session_dup_papers_directory (MskSession *self) G_GNUC_WARN_UNUSED_RESULT;

void msk_session_set_clock (MskSession *self, MskClock clock);
gint64 msk_session_get_now (MskSession *self);

/* Opens one meeting, closing the one open before. Fails with MSK_INPUT_ERROR_NOT_FOUND,
 * MSK_ACCESS_ERROR_ROLE (system administrators open no meeting), MSK_RULE_ERROR_MEETING_ERASED, or
 * MSK_SYSTEM_ERROR_VAULT_DAMAGED.
 * A print job that was under way when the program last stopped becomes uncertain. */
gboolean msk_session_open_meeting (MskSession *self, gint64 meeting_id, GError **error);

/* The open meeting as it stands now, or NULL. Lent; valid until the next change. */
MskMeeting *msk_session_get_meeting (MskSession *self);

G_END_DECLS
