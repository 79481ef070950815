/* Errors: each code has one stable name, and each domain one exit status.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"

#include "test-start.h"

/* Spelled out, because scripts outside depend on them: a name here never changes or goes. */
static const char *const rule_names[] = {
  "meeting-not-open",
  "meeting-closed",
  "list-sealed",
  "list-not-decided",
  "list-empty",
  "already-decided",
  "own-proposal",
  "not-on-sealed-list",
  "rejected",
  "clearance-too-low",
  "outside-scope",
  "mark-forbidden",
  "paper-not-approved",
  "beyond-approval",
  "not-the-authority",
  "printer-not-designated",
  "printer-unsafe",
  "nothing-to-print",
  "copy-not-good",
  "copy-uncertain",
  "copy-spoiled",
  "copy-void",
  "copy-missing",
  "copy-destroyed",
  "already-good",
  "already-issued",
  "already-holds-paper",
  "already-returned",
  "not-issued",
  "no-copy-selected",
  "void-tag",
  "void-badge",
  "second-sighting",
  "already-scanned",
  "other-meeting",
  "forged-tag",
  "foreign-code",
  "cut-code",
  "sweep-not-started",
  "sweep-started",
  "sweep-closed",
  "sweep-unexplained",
  "signatures-missing",
  "already-signed",
  "balance-broken",
  "last-security-officer",
  "exists",
  "printing-not-settled",
  "scope-widened",
  "paper-replaced",
  "copy-recalled",
  "below-its-parts",
  "carrier-spoiled",
  "carrier-void",
  "carrier-missing",
  "carrier-destroyed",
  "label-not-confirmed",
  "planned-otherwise",
  "nothing-to-plan",
  "sheets-not-counted",
  "sheets-differ",
  "already-inside",
  "not-inside",
  "beyond-request",
  "place-not-approved",
  "named-otherwise",
  "not-copied-further",
  "reproduction-not-approved",
  "below-last-revision",
  "withdrawn",
  "meeting-not-opened",
  "undertaking-missing",
  "outside-the-hours",
  "not-for-this-item",
  "not-briefed",
  "pledge-missing",
  "notice-not-acknowledged",
  "devices-not-deposited",
  "identity-not-seen",
  "open-items",
  "not-a-badge",
  "not-submitted",
  "nothing-to-submit",
  "press-not-decided",
  "post-started",
  "nothing-changed",
  "device-void",
  "not-deposited",
  "not-the-owner",
  "already-deposited",
  "devices-unclaimed",
  "measures-open",
  "no-sealed-list",
  "already-opened",
  "liaison-missing",
  "copy-in-turn",
  "lateral-passing",
  "not-in-turn",
  "pages-differ",
  "signature-differs",
  "slip-open",
  "second-permit",
  "no-permit",
  "permit-expired",
  "two-persons-missing",
  "agenda-over",
  "list-doubtful",
  "badge-not-confirmed",
  "seal-not-contained",
  "media-not-offered",
  "text-not-in-force",
  "people-inside",
  "owner-inside",
  "handover-open",
  "handover-over",
  "count-closed",
  "count-not-closed",
  "nothing-counted",
  "discrepancy-open",
  "not-the-outgoing",
  "nothing-held",
  "custody-changed",
  "not-designated",
  "nothing-to-sign",
  "receipt-outdated",
  "not-admitted",
  "pages-uncounted",
  "count-again",
  "pages-missing",
  "pages-surplus",
  "copy-with-originator",
  "carrier-with-originator",
  "to-originator",
  "not-the-originator",
  "in-destruction",
  "not-in-batch",
  "batch-empty",
  "batch-proposed",
  "batch-not-proposed",
  "batch-not-approved",
  "batch-approved",
  "batch-over",
  "took-part",
  "destruction-begun",
  "destruction-not-begun",
  "not-present",
  "not-at-the-machine",
  "meeting-not-closed",
  "permit-open",
  "not-exported",
  "erasure-not-approved",
  "meeting-erased",
  "scan-its-code",
  "things-remain",
  "incident-closed",
  "incident-not-reported",
  "incident-incomplete",
  "incident-open",
  "not-filed",
  "already-filed",
  "handed-over",
  "loan-approved",
  "loan-not-approved",
  "loan-over",
  "dossier-lent",
  "dossier-not-lent",
  "record-changed",
  "not-handed-over",
  "nothing-outstanding",
  "counted-already",
  "counts-open",
  "left-items-open",
  "loan-refused",
  "not-seen",
  "damage-not-reported",
  "counter-not-new",
  "nothing-to-settle",
  "bearer-differs",
  "own-receipt",
  "top-secret-outside",
  NULL,
};

static const char *const input_names[] = {
  "usage",           "not-found",     "bad-value",          "bad-period",      "bad-time",
  "weak-passphrase", "csv-empty",     "csv-encoding",       "csv-columns",     "csv-rows",
  "csv-syntax",      "pdf-empty",     "pdf-foreign",        "pdf-encrypted",   "pdf-damaged",
  "pdf-no-pages",    "pdf-signed",    "pdf-form",           "pdf-unstampable", "file-too-large",
  "file-refused",    "missing-glyph", "pdf-active-content", "pdf-too-heavy",   "list-foreign",
  "list-sheet",      "xlsx-damaged",  "xlsx-encrypted",     "xlsx-macro",      "xlsx-entities",
  "xlsx-bomb",       "xlsx-formula",  "xlsx-merged",        "bad-signature",   "export-foreign",
  "export-newer",    "export-cut",    "export-damaged",     "xlsx-hidden",     NULL,
};

static const char *const access_names[] = {
  "locked", "wrong-passphrase", "role", "same-person", NULL,
};

static const char *const system_names[] = {
  "no-vault",
  "vault-exists",
  "vault-in-use",
  "vault-newer",
  "vault-damaged",
  "vault-exposed",
  "ledger-broken",
  "disk-full",
  "file",
  "memory",
  "database",
  "worker",
  "printer-absent",
  "printer-stopped",
  "printer-refused",
  "printer-lost",
  "cancelled",
  "export-not-verified",
  NULL,
};

typedef struct
{
  GType (*get_type) (void);
  GQuark (*get_domain) (void);
  const char *const *names;
  int exit_status;
} Domain;

static const Domain domains[] = {
  { msk_rule_error_get_type, msk_rule_error_quark, rule_names, 1 },
  { msk_input_error_get_type, msk_input_error_quark, input_names, 2 },
  { msk_access_error_get_type, msk_access_error_quark, access_names, 3 },
  { msk_system_error_get_type, msk_system_error_quark, system_names, 4 },
};

static void
test_names_are_stable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    for (const char *const *name = domains[i].names; *name != NULL; name++)
      {
        g_autoptr(GError) error = NULL;
        int code = -1;

        g_assert_true (msk_enum_parse (domains[i].get_type (), *name, &code));
        error = g_error_new_literal (domains[i].get_domain (), code, "text");
        g_assert_cmpstr (msk_error_get_name (error), ==, *name);
      }
}

static void
test_names_are_well_formed_and_unique (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autoptr(GTypeClass) class = g_type_class_ref (domains[i].get_type ());
      GEnumClass *values = G_ENUM_CLASS (class);

      g_assert_cmpuint (values->n_values, >=, g_strv_length ((char **) domains[i].names));

      for (guint each = 0; each < values->n_values; each++)
        {
          g_autoptr(GError) error = g_error_new_literal (domains[i].get_domain (),
                                                          values->values[each].value, "text");
          const char *name = msk_error_get_name (error);

          g_assert_true (g_regex_match_simple ("^[a-z]+(-[a-z]+)*$", name, 0, 0));
          g_assert_true (g_hash_table_add (seen, (gpointer) name));
          g_assert_cmpint (msk_error_get_exit_status (error), ==, domains[i].exit_status);
        }
    }

  g_assert_false (g_hash_table_contains (seen, "system"));
}

static void
test_other_domains_are_the_system (void)
{
  g_autoptr(GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "text");

  g_assert_cmpstr (msk_error_get_name (error), ==, "system");
  g_assert_cmpint (msk_error_get_exit_status (error), ==, 4);
}

static void
test_unknown_code_is_a_mistake (void)
{
  g_autoptr(GError) error = g_error_new_literal (MSK_RULE_ERROR, 9999, "text");

  expect_critical ();
  g_assert_cmpstr (msk_error_get_name (error), ==, "");
  g_test_assert_expected_messages ();
  g_assert_cmpint (msk_error_get_exit_status (error), ==, 1);
}

static void
test_no_error_is_a_mistake (void)
{
  expect_critical ();
  g_assert_cmpstr (msk_error_get_name (NULL), ==, "");
  g_test_assert_expected_messages ();

  expect_critical ();
  g_assert_cmpint (msk_error_get_exit_status (NULL), ==, 4);
  g_test_assert_expected_messages ();
}

int
main (int argc, char **argv)
{
  test_start (&argc, &argv);

  g_test_add_func ("/core/error/names-are-stable", test_names_are_stable);
  g_test_add_func ("/core/error/names-are-well-formed-and-unique",
                   test_names_are_well_formed_and_unique);
  g_test_add_func ("/core/error/other-domains-are-the-system", test_other_domains_are_the_system);
  g_test_add_func ("/core/error/unknown-code-is-a-mistake", test_unknown_code_is_a_mistake);
  g_test_add_func ("/core/error/no-error-is-a-mistake", test_no_error_is_a_mistake);

  return g_test_run ();
}
