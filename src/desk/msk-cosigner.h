/* Somebody who signs in beside the person at the desk, for one act alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-role.h"
#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  char *user;
  MskRole role;
} MskCosigner;

void msk_cosigner_free (MskCosigner *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskCosigner, msk_cosigner_free)

/* Blocks while the key is derived; to be called before a transaction begins, so that a guess that
 * takes its time holds nothing up. The session's own user may sign too: who must be another says
 * so with msk_cosigner_check_other(). Fails with MSK_ACCESS_ERROR_LOCKED, _WRONG_PASSPHRASE (for an
 * unknown or removed user too) or _ROLE, when their role may not do act. The caller owns it. */
MskCosigner *msk_cosigner_sign_in (MskSession *session,
                                   const char *user,
                                   const char *passphrase,
                                   MskAct act,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same with the key derivation in a thread, for windows. */
void msk_cosigner_sign_in_async (MskSession *session,
                                 const char *user,
                                 const char *passphrase,
                                 MskAct act,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
MskCosigner *msk_cosigner_sign_in_finish (MskSession *session,
                                          GAsyncResult *answer,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_ACCESS_ERROR_SAME_PERSON when it is who is signed in at the desk. */
gboolean msk_cosigner_check_other (const MskCosigner *self, MskSession *session, GError **error);

G_END_DECLS
