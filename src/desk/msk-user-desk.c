/* Accounts: who may sign in, and as what.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-user-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-appliance.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-look-alike.h"
#include "msk-session-private.h"
#include "msk-tag-reader.h"

#define NAME_MAX_CHARS 64

static void
collect_user (const char *name, MskRole role, gint64 added_at, gboolean removed, gpointer user_data)
{
  MskUser *user = g_new0 (MskUser, 1);

  user->name = g_strdup (name);
  user->role = role;
  user->added_at = added_at;
  user->removed = removed;
  g_ptr_array_add (user_data, user);
}

static gboolean
check_name (const char *name, GError **error)
{
  gboolean good = *name != '\0' && g_utf8_validate (name, -1, NULL) &&
                  g_utf8_strlen (name, -1) <= NAME_MAX_CHARS;

  for (const char *at = name; good && *at != '\0'; at = g_utf8_next_char (at))
    good = g_unichar_isgraph (g_utf8_get_char (at));

  if (!good)
    g_set_error (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                 _ ("A user name has one to %d letters or digits and no blanks: choose another."),
                 NAME_MAX_CHARS);
  return good;
}

typedef struct
{
  GStrv looks;
  char *found; /* the account that looks like it, or NULL */
} Likeness;

static void
compare_look (const char *name, MskRole role, gint64 added_at, gboolean removed, gpointer user_data)
{
  Likeness *likeness = user_data;
  g_auto(GStrv) looks = msk_look_alike_dup_all (name);

  if (likeness->found == NULL &&
      msk_look_alike_share ((const char *const *) looks, (const char *const *) likeness->looks))
    likeness->found = g_strdup (name);
}

/* Two accounts that look alike would stand for one person on every list and certificate, and for
 * the two that a rule asks for. */
static gboolean
check_look (MskDatabase *database, const char *name, GError **error)
{
  Likeness likeness = { msk_look_alike_dup_all (name), NULL };
  g_auto(GStrv) looks = likeness.looks;
  g_autofree char *found = NULL;

  if (!msk_appliance_foreach_user (database, compare_look, &likeness, error))
    return FALSE;

  found = likeness.found;
  if (found == NULL)
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
               _ ("This user name looks like “%s”, which was given before: choose another that "
                  "nobody takes for it."),
               found);
  return FALSE;
}

static gboolean
check_new (MskDatabase *database, const char *name, GError **error)
{
  gboolean has;

  if (!msk_appliance_has_user (database, name, &has, error))
    return FALSE;
  if (!has)
    return check_look (database, name, error);

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_EXISTS,
                       _ ("This user name was given before, and the ledger knows it: choose "
                          "another."));
  return FALSE;
}

void
msk_user_free (MskUser *self)
{
  g_free (self->name);
  g_free (self);
}

gboolean
msk_user_desk_add (MskSession *session,
                   const char *name,
                   MskRole role,
                   const char *passphrase,
                   GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskDatabase *database;

  g_return_val_if_fail (name != NULL && passphrase != NULL, FALSE);

  database = msk_session_require_appliance (session, MSK_ACT_USER_ADD, error);
  if (database == NULL || !check_name (name, error) || !check_new (database, name, error))
    return FALSE;

  /* The slot goes first: a slot without an account opens nothing, and adding again replaces it. */
  return msk_vault_put_slot (msk_session_get_vault (session), name, role, passphrase, error) &&
         msk_session_begin_appliance (session, MSK_ACT_USER_ADD, &transaction, error) &&
         msk_appliance_add_user (&transaction, name, role, error) &&
         msk_session_commit (session, &transaction, error);
}

static gboolean
check_not_last (MskDatabase *database, const char *name, GError **error)
{
  MskRole role;
  guint officers;

  if (!msk_appliance_get_role (database, name, &role, error) ||
      !msk_appliance_count_role (database, MSK_ROLE_SECURITY_OFFICER, &officers, error))
    return FALSE;
  if (role != MSK_ROLE_SECURITY_OFFICER || officers > 1)
    return TRUE;

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_LAST_SECURITY_OFFICER,
                       _ ("This is the last security officer, without whom nobody can grant "
                          "access: add another first."));
  return FALSE;
}

gboolean
msk_user_desk_remove (MskSession *session, const char *name, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskDatabase *database;

  g_return_val_if_fail (name != NULL, FALSE);

  database = msk_session_require_appliance (session, MSK_ACT_USER_REMOVE, error);
  return database != NULL && check_not_last (database, name, error) &&
         msk_session_begin_appliance (session, MSK_ACT_USER_REMOVE, &transaction, error) &&
         msk_appliance_remove_user (&transaction, name, error) &&
         msk_session_commit (session, &transaction, error) &&
         msk_vault_remove_slot (msk_session_get_vault (session), name, error);
}

gboolean
msk_user_desk_check_repeated (const char *first, const char *again, GError **error)
{
  g_return_val_if_fail (first != NULL && again != NULL, FALSE);

  if (strcmp (first, again) == 0)
    return TRUE;

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("The two passphrases differ: type the same one twice."));
  return FALSE;
}

gboolean
msk_user_desk_change_passphrase (MskSession *session,
                                 const char *old_passphrase,
                                 const char *new_passphrase,
                                 GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  MskVault *vault;
  const char *user;

  g_return_val_if_fail (old_passphrase != NULL && new_passphrase != NULL, FALSE);

  if (msk_session_require_appliance (session, MSK_ACT_USER_PASSPHRASE, error) == NULL)
    return FALSE;

  vault = msk_session_get_vault (session);
  user = msk_session_get_user (session);
  return msk_vault_check_passphrase (vault, user, old_passphrase, error) &&
         msk_session_begin_appliance (session, MSK_ACT_USER_PASSPHRASE, &transaction, error) &&
         msk_ledger_append (&transaction, MSK_ACT_USER_PASSPHRASE, "user", error, "name", user,
                            NULL) &&
         msk_vault_put_slot (vault, user, msk_session_get_role (session), new_passphrase, error) &&
         msk_session_commit (session, &transaction, error);
}

/* Writes the code as a scanner reads it, without the blanks that a person may have typed. */
static gboolean
read_badge (MskSession *session, const char *code, char plain[MSK_TAG_LENGTH + 1], GError **error)
{
  MskTagReading reading;

  if (!msk_tag_reader_read (session, code, &reading, error))
    return FALSE;
  if (reading.tag.kind == MSK_TAG_KIND_BADGE)
    {
      msk_tag_write (&reading.tag, plain);
      return TRUE;
    }

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_A_BADGE,
                       _ ("This code is not that of a badge: scan the badge of who has the "
                          "account."));
  return FALSE;
}

gboolean
msk_user_desk_set_badge (MskSession *session, const char *name, const char *code, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  char plain[MSK_TAG_LENGTH + 1];
  MskDatabase *database;
  MskRole role;

  g_return_val_if_fail (name != NULL, FALSE);

  database = msk_session_require_appliance (session, MSK_ACT_USER_BADGE, error);
  if (database == NULL || !msk_appliance_get_role (database, name, &role, error) ||
      (code != NULL && !read_badge (session, code, plain, error)))
    return FALSE;

  return msk_session_begin_appliance (session, MSK_ACT_USER_BADGE, &transaction, error) &&
         msk_ledger_append (&transaction, MSK_ACT_USER_BADGE, "user", error, "name", name, "badge",
                            code != NULL ? "assigned" : "none", NULL) &&
         msk_vault_set_badge (msk_session_get_vault (session), name, code != NULL ? plain : NULL,
                              error) &&
         msk_session_commit (session, &transaction, error);
}

GPtrArray *
msk_user_desk_list (MskSession *session, GError **error)
{
  g_autoptr(GPtrArray) users = g_ptr_array_new_with_free_func ((GDestroyNotify) msk_user_free);
  MskDatabase *database = msk_session_require_appliance (session, MSK_ACT_USER_PASSPHRASE, error);

  if (database == NULL || !msk_appliance_foreach_user (database, collect_user, users, error))
    return NULL;

  for (guint i = 0; i < users->len; i++)
    {
      MskUser *user = g_ptr_array_index (users, i);

      user->has_badge = msk_vault_has_badge (msk_session_get_vault (session), user->name);
    }

  return g_steal_pointer (&users);
}
