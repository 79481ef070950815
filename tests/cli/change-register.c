/* Writes into the register of a meeting, or of the appliance (0), through SQL with the right key.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the rules speak of and no verb brings about, or none at once.
 * usage: change-register VAULT USER MEETING STATEMENT, with the passphrase on standard input
 */
#include <stdio.h>
#include <string.h>

#include "msk-appliance.h"
#include "msk-vault.h"

static void
change (MskDatabase *database, const char *statement)
{
  g_autoptr(GError) error = NULL;

  msk_database_execute (database, statement, &error);
  g_assert_no_error (error);
  g_assert_cmpint (msk_database_get_changes (database), ==, 1);
}

static void
change_meeting (MskVault *vault, gint64 id, const char *statement)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) wrapped = NULL;
  g_autoptr(MskDatabase) meeting = NULL;
  g_autofree char *file = NULL;

  msk_appliance_find_meeting (msk_vault_get_appliance (vault), id, &file, &wrapped, &error);
  g_assert_no_error (error);
  meeting = msk_vault_open_meeting (vault, file, wrapped, &error);
  g_assert_no_error (error);

  change (meeting, statement);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVault) vault = NULL;
  gint64 meeting;
  char passphrase[256] = { 0 };

  g_assert_cmpint (argc, ==, 5);
  g_assert_nonnull (fgets (passphrase, sizeof passphrase, stdin));

  vault = msk_vault_unlock (argv[1], argv[2], passphrase, &error);
  g_assert_no_error (error);
  msk_vault_open (vault, &error);
  g_assert_no_error (error);

  meeting = g_ascii_strtoll (argv[3], NULL, 10);
  if (meeting == 0)
    change (msk_vault_get_appliance (vault), argv[4]);
  else
    change_meeting (vault, meeting, argv[4]);
  return 0;
}
