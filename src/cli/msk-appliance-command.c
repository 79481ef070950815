/* msk appliance: what belongs to the laptop and not to one meeting, such as the designated printers
 * (M6). SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-cli.h"
#include "msk-desk-enum-types.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-period.h"
#include "msk-policy-desk.h"
#include "msk-print-desk.h"
#include "msk-table.h"

static gboolean
parse_kind (const char *name, MskPrinterKind *kind, GError **error)
{
  int value;

  if (!msk_enum_parse (MSK_TYPE_PRINTER_KIND, name, &value))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such kind of printer: give folder or cups."));
      return FALSE;
    }

  *kind = (MskPrinterKind) value;
  return TRUE;
}

static gboolean
add_printer (MskCli *cli, GError **error)
{
  const MskOptions *options = &cli->options;
  const char *name = cli->arguments[0];
  MskPrinterKind kind;

  if (!parse_kind (options->kind, &kind, error))
    return FALSE;
  if (kind == MSK_PRINTER_CUPS && options->target == NULL)
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("A CUPS printer needs its queue: give it with --target."));
      return FALSE;
    }
  if (!msk_print_desk_designate (cli->session, name, kind, options->target, options->place, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "printer", name);
  msk_cli_say (cli, _ ("%s is a designated printer now."), name);
  return TRUE;
}

static gboolean
remove_printer (MskCli *cli, GError **error)
{
  const char *name = cli->arguments[0];

  if (!msk_print_desk_withdraw (cli->session, name, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "removed", name);
  msk_cli_say (cli, _ ("%s is no designated printer any more."), name);
  return TRUE;
}

static gboolean
list_printers (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) printers = msk_print_desk_list_printers (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Name"), _ ("Kind"), _ ("Place"), _ ("Target"), NULL);
  g_autofree char *text = NULL;

  if (printers == NULL)
    return FALSE;

  for (guint i = 0; i < printers->len; i++)
    {
      const MskDesignatedPrinter *printer = g_ptr_array_index (printers, i);

      msk_table_add (table, printer->name,
                     msk_enum_get_name (MSK_TYPE_PRINTER_KIND, (int) printer->kind), printer->place,
                     printer->target, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "printers", printers, (MskJsonMake) msk_json_from_printer);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static const MskDraftKey scheme_keys[] = {
  { "scheme", MSK_DRAFT_TEXT, FALSE, N_ ("another scheme, as it comes; scheme-list names them") },
  { "rule", MSK_DRAFT_RULE, FALSE,
    N_ ("who approves copying at every level: as the scheme comes, or the national rules") },
  { "top_secret_years", MSK_DRAFT_COUNT, FALSE, N_ ("the ceiling of Top Secret in years") },
  { "secret_years", MSK_DRAFT_COUNT, FALSE, N_ ("the ceiling of Secret in years") },
  { "confidential_years", MSK_DRAFT_COUNT, FALSE, N_ ("the ceiling of Confidential in years") },
  { "top_secret_authority", MSK_DRAFT_AUTHORITY, FALSE,
    N_ ("who approves copying of Top Secret papers") },
  { "secret_authority", MSK_DRAFT_AUTHORITY, FALSE, N_ ("who approves copying of Secret papers") },
  { "confidential_authority", MSK_DRAFT_AUTHORITY, FALSE,
    N_ ("who approves copying of Confidential papers") },
  { NULL },
};

static const char *const years_keys[] = {
  [MSK_LEVEL_CONFIDENTIAL] = "confidential_years",
  [MSK_LEVEL_SECRET] = "secret_years",
  [MSK_LEVEL_TOP_SECRET] = "top_secret_years",
};
static const char *const authority_keys[] = {
  [MSK_LEVEL_CONFIDENTIAL] = "confidential_authority",
  [MSK_LEVEL_SECRET] = "secret_authority",
  [MSK_LEVEL_TOP_SECRET] = "top_secret_authority",
};

static gboolean
list_schemes (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) schemes = msk_policy_desk_list_schemes (cli->session, error);
  g_autoptr(MskScheme) current =
                 schemes == NULL ? NULL : msk_policy_desk_get_scheme (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Name"), _ ("Scheme"), _ ("Chosen"), NULL);
  g_autofree char *text = NULL;

  if (current == NULL)
    return FALSE;

  for (guint i = 0; i < schemes->len; i++)
    {
      MskScheme *scheme = g_ptr_array_index (schemes, i);

      msk_table_add (table, scheme->name, scheme->label,
                     g_str_equal (scheme->name, current->name) ? _ ("yes") : "", NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "schemes", schemes, (MskJsonMake) msk_json_from_scheme);
  json_object_set_string_member (cli->answer, "chosen", current->name);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static void
say_scheme (MskCli *cli, MskScheme *scheme)
{
  g_autoptr(MskTable) table = msk_table_new (_ ("Level"), _ ("Mark"), _ ("Ceiling in years"),
                                              _ ("Copying by leave of"), NULL);
  g_autofree char *text = NULL;

  for (MskLevel level = MSK_LEVEL_TOP_SECRET; level >= MSK_LEVEL_CONFIDENTIAL; level--)
    {
      const MskSchemeLevel *rule = &scheme->levels[level];
      g_autofree char *period = g_strdup_printf ("%u年", rule->years);
      g_autofree char *mark = msk_period_dup_mark (scheme, level, period);
      g_autofree char *years = g_strdup_printf ("%u", rule->years);

      msk_table_add (table, msk_level_get_label (level), mark, years,
                     msk_authority_get_label (rule->authority), NULL);
    }
  text = msk_table_dup_text (table);
  json_object_set_object_member (cli->answer, "scheme", msk_json_from_scheme (scheme));
  msk_cli_say (cli, "%s\n%s", scheme->label, text);
}

static gboolean
show_scheme (MskCli *cli, GError **error)
{
  const char *name = cli->arguments[0];
  g_autoptr(MskScheme) scheme = name != NULL ? msk_scheme_load (name, error)
                                              : msk_policy_desk_get_scheme (cli->session, error);

  if (scheme == NULL)
    return FALSE;

  say_scheme (cli, scheme);
  return TRUE;
}

static gboolean
set_scheme (MskCli *cli, GError **error)
{
  MskDraft *draft = cli->draft;
  g_autoptr(MskScheme) scheme = NULL;
  MskSchemeChange change = {
    .name = msk_draft_get_text (draft, "scheme", NULL),
    .rule = (MskSchemeRule) msk_draft_get_enum (draft, "rule", MSK_TYPE_SCHEME_RULE,
                                                MSK_SCHEME_RULE_KEEP),
  };

  for (MskLevel level = MSK_LEVEL_CONFIDENTIAL; level <= MSK_LEVEL_TOP_SECRET; level++)
    {
      int authority = msk_draft_get_enum (draft, authority_keys[level], MSK_TYPE_AUTHORITY, -1);

      change.levels[level].years = msk_draft_get_count (draft, years_keys[level], 0);
      change.levels[level].has_authority = authority >= 0;
      change.levels[level].authority = (MskAuthority) MAX (authority, 0);
    }
  if (!msk_policy_desk_change_scheme (cli->session, &change, error))
    return FALSE;

  scheme = msk_policy_desk_get_scheme (cli->session, error);
  if (scheme == NULL)
    return FALSE;

  say_scheme (cli, scheme);
  msk_cli_say (cli, _ ("New meetings take this scheme; those that exist keep theirs."));
  return TRUE;
}

static gboolean
say_active_content (MskCli *cli, GError **error)
{
  MskActiveContent policy;

  if (!msk_policy_desk_get_active_content (cli->session, &policy, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "active_content",
                                 msk_enum_get_name (MSK_TYPE_ACTIVE_CONTENT, (int) policy));
  msk_cli_say (cli, _ ("Active content of a PDF is %s."), msk_active_content_get_label (policy));
  return TRUE;
}

static gboolean
set_active_content (MskCli *cli, GError **error)
{
  int policy;

  if (!msk_enum_parse (MSK_TYPE_ACTIVE_CONTENT, cli->arguments[0], &policy))
    {
      g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_USAGE,
                           _ ("There is no such setting: give remove or refuse."));
      return FALSE;
    }

  return msk_policy_desk_set_active_content (cli->session, (MskActiveContent) policy, error) &&
         say_active_content (cli, error);
}

static const MskVerb verbs[] = {
  {
      .name = "content-set",
      .arguments = N_ ("remove|refuse"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("lay down what becomes of the active content of a PDF"),
      .description =
          N_ ("Scripts, actions, files within the file and links out of it are never in a paper "
              "that is printed. They are removed and noted in the register, or the file is "
              "refused."),
      .run = set_active_content,
  },
  {
      .name = "content-show",
      .need = MSK_NEED_SESSION,
      .summary = N_ ("show what becomes of the active content of a PDF"),
      .run = say_active_content,
  },
  {
      .name = "printer-add",
      .arguments = N_ ("NAME"),
      .min_arguments = 1,
      .max_arguments = 1,
      .required = MSK_OPTION_KIND | MSK_OPTION_PLACE,
      .options = MSK_OPTION_TARGET,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("designate a printer"),
      .description =
          N_ ("Only designated printers print secret papers. A folder printer writes the same PDFs "
              "into a private folder, for a demonstration or a venue without a printer."),
      .run = add_printer,
  },
  {
      .name = "printer-list",
      .need = MSK_NEED_SESSION,
      .summary = N_ ("list the designated printers"),
      .run = list_printers,
  },
  {
      .name = "printer-remove",
      .arguments = N_ ("NAME"),
      .min_arguments = 1,
      .max_arguments = 1,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("withdraw a printer"),
      .run = remove_printer,
  },
  {
      .name = "scheme-list",
      .need = MSK_NEED_SESSION,
      .summary = N_ ("list the schemes of marks"),
      .run = list_schemes,
  },
  {
      .name = "scheme-set",
      .keys = scheme_keys,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("choose the scheme of marks for new meetings, and loosen or tighten it"),
      .run = set_scheme,
  },
  {
      .name = "scheme-show",
      .arguments = N_ ("[NAME]"),
      .max_arguments = 1,
      .need = MSK_NEED_SESSION,
      .summary = N_ ("show the scheme that new meetings take, or another as it comes"),
      .run = show_scheme,
  },
  { NULL },
};

const MskCommand msk_appliance_command = {
  .name = "appliance",
  .summary = N_ ("the laptop: its printers, its scheme of marks, what it does with active content"),
  .verbs = verbs,
};
