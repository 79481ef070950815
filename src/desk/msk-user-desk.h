/* Accounts: who may sign in, and as what.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-session.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  MskRole role;
  gint64 added_at;
  gboolean removed;
  gboolean has_badge; /* one that was assigned to the account stands for its name */
} MskUser;

void msk_user_free (MskUser *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskUser, msk_user_free)

/* Blocks while the key is derived. Fails with MSK_RULE_ERROR_EXISTS,
 * MSK_INPUT_ERROR_WEAK_PASSPHRASE, MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_user_desk_add (MskSession *session,
                            const char *name,
                            MskRole role,
                            const char *passphrase,
                            GError **error);

/* Fails with MSK_INPUT_ERROR_NOT_FOUND, MSK_RULE_ERROR_LAST_SECURITY_OFFICER. The name stays in the
 * ledger and is not given again. */
gboolean msk_user_desk_remove (MskSession *session, const char *name, GError **error);

/* Changes the passphrase of the person signed in. Fails with MSK_ACCESS_ERROR_WRONG_PASSPHRASE,
 * MSK_INPUT_ERROR_WEAK_PASSPHRASE. */
gboolean msk_user_desk_change_passphrase (MskSession *session,
                                          const char *old_passphrase,
                                          const char *new_passphrase,
                                          GError **error);

/* Whether a new passphrase was typed twice the same. Fails with MSK_INPUT_ERROR_BAD_VALUE. */
gboolean msk_user_desk_check_repeated (const char *first, const char *again, GError **error);

/* The badge with this code stands for the name of an account from now on, in place of an earlier
 * one, and for no other account; NULL takes it away. It has to count in the open meeting, and goes
 * on standing for the name afterwards: the passphrase alone says who it is. Fails with
 * MSK_INPUT_ERROR_NOT_FOUND, MSK_RULE_ERROR_NOT_A_BADGE for a code of something else, or as
 * msk_tag_reader_read(). */
gboolean msk_user_desk_set_badge (MskSession *session,
                                  const char *name,
                                  const char *code,
                                  GError **error);

/* Of MskUser, by name. The caller owns it. */
GPtrArray *msk_user_desk_list (MskSession *session, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
