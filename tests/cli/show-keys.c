/* Shows the keys that an account can get at: what nobody can do who has no passphrase, and what a
 * thrown away key must not be among. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: show-keys VAULT USER, with the passphrase on standard input; a line each: the register
 * ("appliance", or a meeting's id), its key, and of a meeting its file and its wrapped key */
#include <stdio.h>
#include <string.h>

#include "msk-appliance.h"
#include "msk-ledger.h"
#include "msk-vault.h"

static void
show (const char *name, MskDatabase *database)
{
  g_autofree char *hex = msk_ledger_dup_hex (msk_database_get_key (database)->bytes);

  printf ("%s %s", name, hex);
}

static void
show_bytes (GBytes *bytes)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    printf ("%02x", data[i]);
  printf ("\n");
}

static void
show_meeting (MskVault *vault, gint64 id)
{
  g_autoptr(GBytes) wrapped = NULL;
  g_autoptr(MskDatabase) meeting = NULL;
  g_autofree char *file = NULL;
  g_autofree char *name = NULL;

  if (!msk_appliance_find_meeting (msk_vault_get_appliance (vault), id, &file, &wrapped, NULL))
    return;

  meeting = msk_vault_open_meeting (vault, file, wrapped, NULL);
  g_assert_nonnull (meeting);
  name = g_strdup_printf ("%" G_GINT64_FORMAT, id);
  show (name, meeting);
  printf (" %s ", file);
  show_bytes (wrapped);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVault) vault = NULL;
  char passphrase[256] = { 0 };

  g_assert_cmpint (argc, ==, 3);
  g_assert_nonnull (fgets (passphrase, sizeof passphrase, stdin));

  vault = msk_vault_unlock (argv[1], argv[2], g_strchomp (passphrase), &error);
  g_assert_no_error (error);
  msk_vault_open (vault, &error);
  g_assert_no_error (error);

  show ("appliance", msk_vault_get_appliance (vault));
  printf ("\n");
  for (gint64 id = 1; id <= 9; id++)
    show_meeting (vault, id);

  return 0;
}
