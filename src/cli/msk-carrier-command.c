/* msk carrier: notebooks, drafts, disks and other carriers that are no copies of a paper (C4).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "msk-carrier-desk.h"
#include "msk-cli.h"
#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-override-verbs.h"
#include "msk-scan-desk.h"
#include "msk-sweep-desk.h"
#include "msk-table.h"
#include "msk-verdict-error.h"

static const MskDraftKey add_keys[] = {
  { "kind", MSK_DRAFT_TEXT, TRUE,
    N_ ("notebook, draft, minutes, disk, flip-chart, photo, recording or other") },
  { "level", MSK_DRAFT_LEVEL, FALSE, N_ ("by default the meeting's") },
  { "description", MSK_DRAFT_TEXT, TRUE, N_ ("what it is") },
  { "source", MSK_DRAFT_TEXT, TRUE, N_ ("who made or brought it") },
  { "sheets", MSK_DRAFT_COUNT, FALSE, N_ ("its sheets or pages, where it has any") },
  { "count", MSK_DRAFT_COUNT, FALSE, N_ ("how many of these are registered; 1 by default") },
  { NULL },
};

static const MskDraftKey reason_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("what happened to it") },
  { NULL },
};

static const MskDraftKey recover_keys[] = {
  { "remark", MSK_DRAFT_TEXT, TRUE, N_ ("where it was found") },
  { NULL },
};

static const MskDraftKey missing_keys[] = {
  { "told", MSK_DRAFT_TEXT, TRUE, N_ ("whom in the secrecy department") },
  { "remark", MSK_DRAFT_TEXT, TRUE, N_ ("what is known of it") },
  { NULL },
};

static gboolean
get_kind (MskCli *cli, MskCarrierKind *kind, GError **error)
{
  int value;

  if (msk_enum_parse (MSK_TYPE_CARRIER_KIND, msk_draft_get_text (cli->draft, "kind", ""), &value))
    {
      *kind = (MskCarrierKind) value;
      return TRUE;
    }

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("There is no such kind of carrier: see “msk carrier add --help”."));
  return FALSE;
}

static gboolean
add (MskCli *cli, GError **error)
{
  const guint count = msk_draft_get_count (cli->draft, "count", 1);
  MskCarrierDraft draft = {
    .level =
        msk_draft_get_level (cli->draft, "level", msk_session_get_meeting (cli->session)->level),
    .description = msk_draft_get_text (cli->draft, "description", ""),
    .sheets = msk_draft_get_count (cli->draft, "sheets", 0),
    .source = msk_draft_get_text (cli->draft, "source", ""),
  };
  guint first;

  if (!get_kind (cli, &draft.kind, error))
    return FALSE;
  first = msk_carrier_desk_add (cli->session, &draft, count, error);
  if (first == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "first", first);
  json_object_set_int_member (cli->answer, "last", first + count - 1);
  msk_cli_say (cli, _ ("Carriers %04u to %04u are registered: print their labels."), first,
               first + count - 1);
  return TRUE;
}

static gboolean
list (MskCli *cli, GError **error)
{
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Number"), _ ("Kind"), _ ("What it is"), _ ("Level"),
                                _ ("State"), _ ("Label"), _ ("Holder"), _ ("Issued"), NULL);
  g_autoptr(GPtrArray) carriers = msk_carrier_desk_list (cli->session, error);
  g_autofree char *text = NULL;
  g_autofree char *balance_text = NULL;
  MskBalance balance;

  if (carriers == NULL || !msk_carrier_desk_get_balance (cli->session, &balance, error))
    return FALSE;

  for (guint i = 0; i < carriers->len; i++)
    {
      const MskCarrier *carrier = g_ptr_array_index (carriers, i);
      g_autofree char *number = g_strdup_printf ("%04u", carrier->number);
      g_autofree char *issued = msk_table_dup_time (carrier->issued_at);

      msk_table_add (table, number, msk_carrier_kind_get_label (carrier->kind),
                     carrier->description, msk_level_get_label (carrier->level),
                     msk_copy_state_get_label (carrier->state),
                     msk_carrier_label_get_label (carrier->label), carrier->holder, issued, NULL);
    }
  text = msk_table_dup_text (table);
  balance_text = msk_balance_dup_text (&balance);
  msk_json_set_list (cli->answer, "carriers", carriers, (MskJsonMake) msk_json_from_carrier);
  json_object_set_object_member (cli->answer, "balance", msk_json_from_balance (&balance));
  msk_cli_say (cli, "%s", text);
  msk_cli_say (cli, _ ("Balance: %s."), balance_text);
  return TRUE;
}

static gboolean
show (MskCli *cli, GError **error)
{
  g_autoptr(MskCarrier) carrier = NULL;
  g_autoptr(MskTable) table = NULL;
  g_autofree char *number_text = NULL;
  g_autofree char *sheets = NULL;
  g_autofree char *registered = NULL;
  g_autofree char *issued = NULL;
  g_autofree char *text = NULL;
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error))
    return FALSE;
  carrier = msk_carrier_desk_get (cli->session, number, error);
  if (carrier == NULL)
    return FALSE;

  number_text = g_strdup_printf ("%04u", carrier->number);
  sheets = g_strdup_printf ("%u", carrier->sheets);
  registered = msk_table_dup_time (carrier->registered_at);
  issued = msk_table_dup_time (carrier->issued_at);
  table = msk_table_new (_ ("Number"), number_text, NULL);
  msk_table_add (table, _ ("Kind"), msk_carrier_kind_get_label (carrier->kind), NULL);
  msk_table_add (table, _ ("What it is"), carrier->description, NULL);
  msk_table_add (table, _ ("Level"), msk_level_get_label (carrier->level), NULL);
  msk_table_add (table, _ ("Sheets"), sheets, NULL);
  msk_table_add (table, _ ("Made or brought by"), carrier->source, NULL);
  msk_table_add (table, _ ("Registered"), registered, NULL);
  msk_table_add (table, _ ("State"), msk_copy_state_get_label (carrier->state), NULL);
  msk_table_add (table, _ ("Label"), msk_carrier_label_get_label (carrier->label), NULL);
  msk_table_add (table, _ ("Holder"), carrier->holder, NULL);
  msk_table_add (table, _ ("Issued"), issued, NULL);
  text = msk_table_dup_text (table);

  json_object_set_object_member (cli->answer, "carrier", msk_json_from_carrier (carrier));
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static gboolean
print_labels (MskCli *cli, GError **error)
{
  g_autoptr(GArray) numbers = msk_cli_collect_numbers (cli, error);
  MskPrintResult result = { 0 };
  gboolean done;

  if (numbers == NULL)
    return FALSE;

  done = msk_carrier_desk_print_labels (cli->session, numbers, cli->options.printer, &result, NULL,
                                        error);
  json_object_set_int_member (cli->answer, "printed", result.printed);
  json_object_set_int_member (cli->answer, "uncertain", result.uncertain);
  json_object_set_int_member (cli->answer, "left", result.left);
  msk_cli_say (cli, _ ("Labels printed: %u. Uncertain: %u. Not printed: %u."), result.printed,
               result.uncertain, result.left);
  if (result.printed + result.uncertain > 0)
    msk_cli_say (cli, _ ("Put them on, and scan each with “msk desk scan --mode check --stdin”."));
  return done;
}

static gboolean
issue (MskCli *cli, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (cli->session, MSK_SCAN_ISSUE);
  g_autoptr(MskVerdict) thing = NULL;
  g_autoptr(MskVerdict) verdict = NULL;
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error))
    return FALSE;

  /* What it is comes first: who may decide otherwise about the person depends on it. */
  thing = msk_scan_desk_choose_carrier (desk, number, error);
  if (thing == NULL || thing->tone != MSK_TONE_WAITING)
    return msk_verdict_answer (cli, thing, error);

  verdict = msk_scan_desk_choose_person (desk, cli->options.person, error);
  return msk_verdict_answer (cli, verdict, error);
}

static gboolean
take_back (MskCli *cli, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (cli->session, MSK_SCAN_RETURN);
  g_autoptr(MskVerdict) verdict = NULL;
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error))
    return FALSE;

  verdict = msk_scan_desk_choose_carrier (desk, number, error);
  return msk_verdict_answer (cli, verdict, error);
}

static gboolean
spoil (MskCli *cli, GError **error)
{
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) ||
      !msk_carrier_desk_spoil (cli->session, number, msk_draft_get_text (cli->draft, "reason", ""),
                               error))
    return FALSE;

  json_object_set_int_member (cli->answer, "spoiled", number);
  msk_cli_say (cli, _ ("Carrier %04u waits for destruction: keep it locked away."), number);
  return TRUE;
}

static gboolean
void_carrier (MskCli *cli, GError **error)
{
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) ||
      !msk_carrier_desk_void (cli->session, number, msk_draft_get_text (cli->draft, "reason", ""),
                              error))
    return FALSE;

  json_object_set_int_member (cli->answer, "void", number);
  msk_cli_say (cli, _ ("Carrier %04u is void, and its number is not used again."), number);
  return TRUE;
}

static gboolean
recover (MskCli *cli, GError **error)
{
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) ||
      !msk_sweep_desk_recover (cli->session, MSK_SWEEP_CARRIER, number,
                               msk_draft_get_text (cli->draft, "remark", ""), error))
    return FALSE;

  json_object_set_int_member (cli->answer, "recovered", number);
  msk_cli_say (cli, _ ("Carrier %04u is taken back."), number);
  return TRUE;
}

static gboolean
report_missing (MskCli *cli, GError **error)
{
  guint number;

  if (!msk_cli_get_number (cli, 0, &number, error) ||
      !msk_sweep_desk_report_missing (cli->session, MSK_SWEEP_CARRIER, number,
                                      msk_draft_get_text (cli->draft, "told", ""),
                                      msk_draft_get_text (cli->draft, "remark", ""), error))
    return FALSE;

  json_object_set_int_member (cli->answer, "missing", number);
  msk_cli_say (cli, _ ("Carrier %04u is reported missing."), number);
  return TRUE;
}

#define ONE_CARRIER                                                                                \
  .arguments = N_ ("NUMBER"), .min_arguments = 1, .max_arguments = 1, .need = MSK_NEED_MEETING

static const MskVerb verbs[] = {
  {
      .name = "add",
      .keys = add_keys,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("register a carrier, or several alike, under the next numbers"),
      .run = add,
  },
  {
      .name = "list",
      .need = MSK_NEED_MEETING,
      .summary = N_ ("list the carriers and their balance"),
      .run = list,
  },
  {
      .name = "show",
      ONE_CARRIER,
      .summary = N_ ("show one carrier"),
      .run = show,
  },
  {
      .name = "label",
      .arguments = N_ ("NUMBER…"),
      .min_arguments = 1,
      .max_arguments = MSK_ARGUMENTS_ANY,
      .required = MSK_OPTION_PRINTER,
      .need = MSK_NEED_MEETING,
      .summary = N_ ("print labels on sheets; an earlier label of the same carrier becomes void"),
      .description = N_ ("A label counts when it was scanned: “msk desk scan --mode check "
                         "--stdin”. A carrier without one is not issued."),
      .run = print_labels,
  },
  {
      .name = "issue",
      ONE_CARRIER,
      .required = MSK_OPTION_PERSON,
      .summary = N_ ("issue a carrier by hand, for a torn label or a forgotten badge"),
      .run = issue,
  },
  {
      .name = "override",
      ONE_CARRIER,
      .required = MSK_OPTION_PERSON | MSK_OPTION_COSIGNER,
      .options = MSK_OVERRIDE_OPTIONS,
      .keys = msk_override_keys,
      .summary = N_ ("issue a carrier all the same, as “msk desk override” does a copy"),
      .run = msk_override_verb_carrier,
  },
  {
      .name = "return",
      ONE_CARRIER,
      .summary = N_ ("take a carrier back by hand"),
      .run = take_back,
  },
  {
      .name = "spoil",
      ONE_CARRIER,
      .keys = reason_keys,
      .summary = N_ ("record that a carrier is no longer wanted and waits for destruction"),
      .run = spoil,
  },
  {
      .name = "void",
      ONE_CARRIER,
      .keys = reason_keys,
      .summary = N_ ("give up a number that was registered by mistake"),
      .run = void_carrier,
  },
  {
      .name = "recover",
      ONE_CARRIER,
      .keys = recover_keys,
      .summary = N_ ("in the sweep: take back one that was seen though it should have been "
                     "elsewhere"),
      .run = recover,
  },
  {
      .name = "missing",
      ONE_CARRIER,
      .keys = missing_keys,
      .summary = N_ ("in the sweep: report one that is not there to the secrecy department"),
      .run = report_missing,
  },
  { NULL },
};

const MskCommand msk_carrier_command = {
  .name = "carrier",
  .summary = N_ ("notebooks and other carriers: register, label, issue"),
  .verbs = verbs,
};
