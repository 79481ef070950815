/* Writes into the register of a meeting through SQL with the right key: what the rules speak of and
 * no verb brings about yet. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: change-register VAULT USER MEETING STATEMENT, with the passphrase on standard input
 */
#include <stdio.h>
#include <string.h>

#include "msk-appliance.h"
#include "msk-vault.h"

static void
change (MskVault *vault, gint64 id, const char *statement)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) wrapped = NULL;
  g_autoptr(MskDatabase) meeting = NULL;
  g_autofree char *file = NULL;

  msk_appliance_find_meeting (msk_vault_get_appliance (vault), id, &file, &wrapped, &error);
  g_assert_no_error (error);
  meeting = msk_vault_open_meeting (vault, file, wrapped, &error);
  g_assert_no_error (error);

  msk_database_execute (meeting, statement, &error);
  g_assert_no_error (error);
  g_assert_cmpint (msk_database_get_changes (meeting), ==, 1);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVault) vault = NULL;
  char passphrase[256] = { 0 };

  g_assert_cmpint (argc, ==, 5);
  g_assert_nonnull (fgets (passphrase, sizeof passphrase, stdin));

  vault = msk_vault_unlock (argv[1], argv[2], passphrase, &error);
  g_assert_no_error (error);
  msk_vault_open (vault, &error);
  g_assert_no_error (error);

  change (vault, g_ascii_strtoll (argv[3], NULL, 10), argv[4]);
  return 0;
}
