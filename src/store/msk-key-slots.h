/* The file "keys": for each account a set of named keys, sealed under a key that Argon2id makes
 * from the passphrase. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "msk-key-work.h"
#include "msk-key.h"
#include "msk-role.h"

G_BEGIN_DECLS

/* The named keys of a vault. A slot holds only those that the role may use. */
typedef enum
{
  MSK_KEY_NAME_APPLIANCE = 1, /* opens appliance.db */
  MSK_KEY_NAME_MEETINGS = 2,  /* unwraps the keys of the meetings */
} MskKeyName;

#define MSK_N_KEY_NAMES 2

typedef struct
{
  MskKey *keys[MSK_N_KEY_NAMES + 1]; /* by name; NULL: not held */
} MskKeyring;

MskKeyring *msk_keyring_new_random (void) G_GNUC_WARN_UNUSED_RESULT;
void msk_keyring_free (MskKeyring *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskKeyring, msk_keyring_free)

/* The keys that an account of this role gets: a system administrator's can't open a meeting. */
gboolean msk_keyring_role_has (MskRole role, MskKeyName name);

typedef struct _MskKeySlots MskKeySlots;

MskKeySlots *msk_key_slots_new (const MskKeyWork *work) G_GNUC_WARN_UNUSED_RESULT;

/* Fails with MSK_SYSTEM_ERROR_VAULT_DAMAGED, _VAULT_NEWER, _VAULT_EXPOSED; every number in the file
 * is bounded as it is read. */
MskKeySlots *msk_key_slots_load (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean msk_key_slots_save (MskKeySlots *self, const char *path, GError **error);
void msk_key_slots_free (MskKeySlots *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MskKeySlots, msk_key_slots_free)

/* who is a user's name or the code of the badge that stands for it. Blocks while the key is
 * derived; safe in a thread when nobody else uses self. Fails with
 * MSK_ACCESS_ERROR_WRONG_PASSPHRASE, for an unknown user too and after the same work, or
 * MSK_SYSTEM_ERROR_MEMORY. */
MskKeyring *msk_key_slots_open (MskKeySlots *self,
                                const char *who,
                                const char *passphrase,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether who, as msk_key_slots_open() takes it, stands for this user. */
gboolean msk_key_slots_stands_for (MskKeySlots *self, const char *who, const char *user);

/* Puts a slot for the user, in place of an earlier one whose badge it keeps, with the keys of
 * keyring that the role may use. Blocks. Fails with MSK_INPUT_ERROR_WEAK_PASSPHRASE or
 * MSK_SYSTEM_ERROR_MEMORY. Not on the disk before msk_key_slots_save(). */
gboolean msk_key_slots_put (MskKeySlots *self,
                            const char *user,
                            MskRole role,
                            const char *passphrase,
                            const MskKeyring *keyring,
                            GError **error);
void msk_key_slots_remove (MskKeySlots *self, const char *user);

/* The code of a badge that stands for the user's name when they sign in, in place of an earlier
 * one, and for nobody else from now on; NULL for none. A keyed hash of it is kept. Nothing happens
 * for a user without a slot. Not on the disk before msk_key_slots_save(). */
void msk_key_slots_set_badge (MskKeySlots *self, const char *user, const char *code);
gboolean msk_key_slots_has_badge (MskKeySlots *self, const char *user);

G_END_DECLS
