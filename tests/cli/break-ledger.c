/* Changes one byte of a ledger entry through SQL with the right key: what nobody can do who has no
 * key, and what must show. SPDX-License-Identifier: GPL-3.0-or-later
 *
 * usage: break-ledger VAULT USER appliance|meeting SEQUENCE, with the passphrase on standard input
 */
#include <stdio.h>
#include <string.h>

#include "msk-appliance.h"
#include "msk-vault.h"

static void
change_entry (MskDatabase *database, gint64 sequence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskStatement) statement = NULL;

  msk_database_execute (database, "DROP TRIGGER ledger_no_update", &error);
  g_assert_no_error (error);

  statement = msk_database_prepare (database,
                                    "UPDATE ledger SET actor = 'X' || substr (actor, 2)"
                                    " WHERE sequence = :sequence",
                                    &error);
  g_assert_no_error (error);
  msk_statement_bind_int64 (statement, ":sequence", sequence);
  msk_statement_run (statement, &error);
  g_assert_no_error (error);
  g_assert_cmpint (msk_database_get_changes (database), ==, 1);
}

static void
change_meeting (MskVault *vault, gint64 sequence)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) wrapped = NULL;
  g_autoptr(MskDatabase) meeting = NULL;
  g_autofree char *file = NULL;

  msk_appliance_find_meeting (msk_vault_get_appliance (vault), 1, &file, &wrapped, &error);
  g_assert_no_error (error);
  meeting = msk_vault_open_meeting (vault, file, wrapped, &error);
  g_assert_no_error (error);

  change_entry (meeting, sequence);
}

int
main (int argc, char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MskVault) vault = NULL;
  char passphrase[256] = { 0 };
  gint64 sequence;

  g_assert_cmpint (argc, ==, 5);
  sequence = g_ascii_strtoll (argv[4], NULL, 10);
  g_assert_nonnull (fgets (passphrase, sizeof passphrase, stdin));

  vault = msk_vault_unlock (argv[1], argv[2], passphrase, &error);
  g_assert_no_error (error);
  msk_vault_open (vault, &error);
  g_assert_no_error (error);

  if (g_str_equal (argv[3], "meeting"))
    change_meeting (vault, sequence);
  else
    change_entry (msk_vault_get_appliance (vault), sequence);

  return 0;
}
