/* The vault: the folder, its lock, the appliance's register, and the files of the meetings.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-database.h"
#include "msk-key-slots.h"
#include "msk-transaction.h"

G_BEGIN_DECLS

typedef struct _MskVault MskVault;

gboolean msk_vault_exists (const char *directory);

/* Makes a whole vault with one account, or none at all: it is built beside the place and renamed
 * into it. Blocks while the key is derived. */
gboolean msk_vault_create (const char *directory,
                           const MskActor *actor,
                           const char *passphrase,
                           const MskKeyWork *work,
                           GError **error);

/* The two halves of opening: the first may run in a thread, the second must not. The lock is taken
 * in the first, so that nothing is derived in vain. who is a user's name or the code of the badge
 * that stands for it; whose it is, is known after the second half. */
MskVault *msk_vault_unlock (const char *directory,
                            const char *who,
                            const char *passphrase,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_vault_open (MskVault *self, GError **error);
void msk_vault_close (MskVault *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskVault, msk_vault_close)

MskDatabase *msk_vault_get_appliance (MskVault *self);
const char *msk_vault_get_user (MskVault *self);
const MskKey *msk_vault_get_tag_key (MskVault *self);

/* Accounts: the slot and, on the caller's side, the row. Each rewrites the file of keys as a whole.
 */
gboolean msk_vault_put_slot (MskVault *self,
                             const char *user,
                             MskRole role,
                             const char *passphrase,
                             GError **error);
gboolean msk_vault_remove_slot (MskVault *self, const char *user, GError **error);

/* As msk_key_slots_set_badge(), and written. */
gboolean msk_vault_set_badge (MskVault *self, const char *user, const char *code, GError **error);
gboolean msk_vault_has_badge (MskVault *self, const char *user);

/* Whether this passphrase is this user's. Blocks. Fails as msk_key_slots_open(). */
gboolean msk_vault_check_passphrase (MskVault *self,
                                     const char *user,
                                     const char *passphrase,
                                     GError **error);

/* The same of the vault in a folder, as its file of keys stands there: for a thread, which must not
 * touch an open vault. */
gboolean msk_vault_check_passphrase_in (const char *directory,
                                        const char *user,
                                        const char *passphrase,
                                        GError **error);

/* Meeting files. A new one gets a random name and key; wrapped is that key for the appliance's
 * register. They fail with MSK_ACCESS_ERROR_ROLE when this user's slot does not hold the key of the
 * meetings. */
MskDatabase *msk_vault_create_meeting (MskVault *self,
                                       char **file,
                                       GBytes **wrapped,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
MskDatabase *msk_vault_open_meeting (MskVault *self,
                                     const char *file,
                                     GBytes *wrapped,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A vault for reading alone: a register of its own in an empty private folder, under keys that are
 * nowhere but in memory. What lies there afterwards nobody opens any more. */
MskVault *msk_vault_new_for_reading (const char *directory,
                                     const MskActor *actor,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A new name, not yet taken, for a file in the making beside those of the meetings; the caller owns
 * it. Whatever bears such a name when a vault is opened was left by a program that was killed, and
 * is removed. */
char *msk_vault_dup_part (MskVault *self) G_GNUC_WARN_UNUSED_RESULT;
void msk_vault_remove_part (const char *part);

/* Removes the file of a meeting and all that SQLite keeps beside it; removed counts those that were
 * there. Fails with MSK_SYSTEM_ERROR_FILE. */
gboolean msk_vault_remove_meeting (MskVault *self,
                                   const char *file,
                                   guint *removed,
                                   GError **error);

G_END_DECLS
