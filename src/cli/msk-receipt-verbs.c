/* The verbs of msk desk about receipts: who signed for what, and for whom (R1).
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-receipt-verbs.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-enum.h"
#include "msk-error.h"
#include "msk-json.h"
#include "msk-people-words.h"
#include "msk-receipt-desk.h"
#include "msk-receipt-json.h"
#include "msk-report-output.h"
#include "msk-table.h"

const MskDraftKey msk_receipt_sign_keys[] = {
  { "strokes", MSK_DRAFT_TEXT, TRUE, N_ ("the signature as the pad writes it: see src/core") },
  { NULL },
};

const MskDraftKey msk_receipt_designate_keys[] = {
  { "reference", MSK_DRAFT_TEXT, TRUE, N_ ("of the leader’s decision") },
  { NULL },
};

static gboolean
get_kind (MskCli *cli, MskReceiptKind *kind, GError **error)
{
  int value;

  if (!msk_cli_get_enum (cli, 0, MSK_TYPE_RECEIPT_KIND, &value, error))
    return FALSE;

  *kind = (MskReceiptKind) value;
  return TRUE;
}

/* An id that may be left out: 0 then. */
static gboolean
get_optional_id (MskCli *cli, guint index, gint64 *id, GError **error)
{
  *id = 0;
  return index >= cli->n_arguments || msk_cli_get_id (cli, index, id, error);
}

gboolean
msk_receipt_verb_unsigned (MskCli *cli, GError **error)
{
  const gint64 person = cli->options.person == MSK_OPTION_UNSET ? 0 : cli->options.person;
  g_autoptr(GPtrArray) groups = msk_receipt_desk_list_unsigned (cli->session, person, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("Id"), _ ("Addressee"), _ ("Unit"), _ ("Kind"),
                                              _ ("Copy numbers"), _ ("Since"), _ ("Receipt"), NULL);
  g_autofree char *text = NULL;

  if (groups == NULL)
    return FALSE;

  for (guint i = 0; i < groups->len; i++)
    {
      const MskUnsigned *group = g_ptr_array_index (groups, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, group->attendee_id);
      g_autofree char *copies = msk_receipt_lines_dup_numbers (group->lines);
      g_autofree char *since = msk_table_dup_time (group->since);
      g_autofree char *receipt = group->printed_on == 0
                                     ? g_strdup ("")
                                     : g_strdup_printf ("%" G_GINT64_FORMAT, group->printed_on);

      msk_table_add (table, id, group->person, group->unit,
                     msk_receipt_kind_get_label (group->kind), copies, since, receipt, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "unsigned", groups, (MskJsonMake) msk_json_from_unsigned);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

static MskUnsigned *
find_unsigned (MskCli *cli, MskReceiptKind kind, gint64 person, GError **error)
{
  g_autoptr(GPtrArray) groups = msk_receipt_desk_list_unsigned (cli->session, person, error);

  if (groups == NULL)
    return NULL;

  for (guint i = 0; i < groups->len; i++)
    if (MSK_UNSIGNED (g_ptr_array_index (groups, i))->kind == kind)
      return g_object_ref (g_ptr_array_index (groups, i));

  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOTHING_TO_SIGN,
                       _ ("There is nothing of this kind that this person has not signed for: see "
                          "“msk desk unsigned”."));
  return NULL;
}

static gboolean
finish (MskCli *cli, gint64 number, GError **error)
{
  g_autoptr(MskReceipt) receipt = msk_receipt_desk_get (cli->session, number, error);

  if (receipt == NULL)
    return FALSE;

  json_object_set_object_member (cli->answer, "receipt", msk_json_from_receipt (receipt));
  msk_cli_say (cli,
               receipt->way == MSK_RECEIPT_WAY_SCREEN
                   ? _ ("Receipt %u is signed.")
                   : _ ("Receipt %u is entered: keep it with the others."),
               (guint) number);
  return TRUE;
}

gboolean
msk_receipt_verb_sign (MskCli *cli, GError **error)
{
  g_autoptr(MskSignature) signature = NULL;
  g_autoptr(MskUnsigned) group = NULL;
  MskReceiptKind kind;
  gint64 person, signer, number;

  if (!get_kind (cli, &kind, error) || !msk_cli_get_id (cli, 1, &person, error) ||
      !get_optional_id (cli, 2, &signer, error))
    return FALSE;

  signature = msk_signature_parse (msk_draft_get_text (cli->draft, "strokes", ""), error);
  group = signature == NULL ? NULL : find_unsigned (cli, kind, person, error);
  number =
      group == NULL ? 0 : msk_receipt_desk_sign (cli->session, group, signer, signature, error);
  return number != 0 && finish (cli, number, error);
}

gboolean
msk_receipt_verb_print (MskCli *cli, GError **error)
{
  MskSheetOrder order = { .kind = MSK_SHEET_RECEIPTS };

  return get_kind (cli, &order.receipt_kind, error) &&
         get_optional_id (cli, 1, &order.attendee_id, error) &&
         msk_report_output_sheet (cli, &order, error);
}

gboolean
msk_receipt_verb_print_one (MskCli *cli, GError **error)
{
  MskSheetOrder order = { .kind = MSK_SHEET_RECEIPTS };

  return msk_cli_get_id (cli, 0, &order.receipt, error) &&
         msk_report_output_sheet (cli, &order, error);
}

gboolean
msk_receipt_verb_signed (MskCli *cli, GError **error)
{
  gint64 number, signer;

  return msk_cli_get_id (cli, 0, &number, error) && get_optional_id (cli, 1, &signer, error) &&
         msk_receipt_desk_enter (cli->session, number, signer, error) &&
         finish (cli, number, error);
}

gboolean
msk_receipt_verb_register (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) receipts = msk_receipt_desk_list (cli->session, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Receipt"), _ ("Kind"), _ ("Addressee"), _ ("Copy numbers"),
                                _ ("Signed by"), _ ("How"), _ ("Signed"), _ ("Desk clerk"), NULL);
  g_autofree char *text = NULL;

  if (receipts == NULL)
    return FALSE;

  for (guint i = 0; i < receipts->len; i++)
    {
      const MskReceipt *receipt = g_ptr_array_index (receipts, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, receipt->number);
      g_autofree char *copies = msk_receipt_lines_dup_numbers (receipt->lines);
      g_autofree char *at = msk_table_dup_time (receipt->signed_at);

      msk_table_add (table, number, msk_receipt_kind_get_label (receipt->kind), receipt->person,
                     copies, receipt->signer, msk_receipt_get_standing ((MskReceipt *) receipt), at,
                     receipt->entered_by, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "receipts", receipts, (MskJsonMake) msk_json_from_receipt);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}

gboolean
msk_receipt_verb_signing (MskCli *cli, GError **error)
{
  MskSigning signing;
  int wanted;

  if (cli->n_arguments > 0 &&
      (!msk_cli_get_enum (cli, 0, MSK_TYPE_SIGNING, &wanted, error) ||
       !msk_receipt_desk_set_signing (cli->session, (MskSigning) wanted, error)))
    return FALSE;
  if (!msk_receipt_desk_get_signing (cli->session, &signing, error))
    return FALSE;

  json_object_set_string_member (cli->answer, "signing",
                                 msk_enum_get_name (MSK_TYPE_SIGNING, (int) signing));
  msk_cli_say (cli, "%s", msk_signing_get_label (signing));
  return TRUE;
}

gboolean
msk_receipt_verb_designate (MskCli *cli, GError **error)
{
  gint64 person, collector, id;

  if (!msk_cli_get_id (cli, 0, &person, error) || !msk_cli_get_id (cli, 1, &collector, error))
    return FALSE;

  id = msk_receipt_desk_designate (cli->session, person, collector,
                                   msk_draft_get_text (cli->draft, "reference", ""), error);
  if (id == 0)
    return FALSE;

  json_object_set_int_member (cli->answer, "designation", id);
  msk_cli_say (cli, _ ("Designation %u is recorded."), (guint) id);
  return TRUE;
}

gboolean
msk_receipt_verb_end_designation (MskCli *cli, GError **error)
{
  gint64 id;

  if (!msk_cli_get_id (cli, 0, &id, error) ||
      !msk_receipt_desk_end_designation (cli->session, id, error))
    return FALSE;

  json_object_set_int_member (cli->answer, "ended", id);
  msk_cli_say (cli, _ ("The designation has ended."));
  return TRUE;
}

gboolean
msk_receipt_verb_designations (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) list =
                 msk_receipt_desk_list_designations (cli->session, !cli->options.all, error);
  g_autoptr(MskTable) table =
                 msk_table_new (_ ("Id"), _ ("Addressee"), _ ("Signs for them"), _ ("Unit"),
                                _ ("Reference"), _ ("Since"), _ ("Ended"), NULL);
  g_autofree char *text = NULL;

  if (list == NULL)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      const MskDesignation *each = g_ptr_array_index (list, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, each->id);
      g_autofree char *since = msk_table_dup_time (each->granted_at);
      g_autofree char *ended = msk_table_dup_time (each->ended_at);

      msk_table_add (table, id, each->person, each->collector, each->collector_unit,
                     each->reference, since,
                     each->ended_at == 0 && each->without_force ? _ ("without force: withdrawn")
                                                                : ended,
                     NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "designations", list, (MskJsonMake) msk_json_from_designation);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}
