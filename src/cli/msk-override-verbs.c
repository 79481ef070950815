/* The verbs that issue something all the same, by the decision of the role that may.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-override-verbs.h"

#include <glib/gi18n-lib.h>

#include "msk-enum-types.h"
#include "msk-issue.h"
#include "msk-json-members.h"
#include "msk-json.h"
#include "msk-override-desk.h"
#include "msk-table.h"
#include "msk-verdict-error.h"

const MskDraftKey msk_override_keys[] = {
  { "reason", MSK_DRAFT_TEXT, TRUE, N_ ("why it is issued all the same") },
  { "second_reason", MSK_DRAFT_TEXT, FALSE,
    N_ ("why in the words of --second-cosigner; the same without it") },
  { NULL },
};

/* A copy or a carrier under the scanner of the desk. */
typedef MskVerdict *(*Choose) (MskScanDesk *desk, guint number, GError **error);

/* Those who sign in beside the clerk: one, or two where two roles have to decide. */
typedef struct
{
  MskCosigner *cosigners[2];
  const char *reasons[2];
} Deciders;

static void
clear_deciders (Deciders *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cosigners); i++)
    g_clear_pointer (&self->cosigners[i], msk_cosigner_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Deciders, clear_deciders)

static gboolean
sign_in (MskCli *cli, Deciders *deciders, GError **error)
{
  const char *reason = msk_draft_get_text (cli->draft, "reason", "");

  deciders->reasons[0] = reason;
  deciders->reasons[1] = msk_draft_get_text (cli->draft, "second_reason", reason);
  deciders->cosigners[0] = msk_cli_sign_cosigner (cli, MSK_ACT_ISSUE_OVERRIDE, error);
  return deciders->cosigners[0] != NULL &&
         msk_cli_sign_second_cosigner (cli, MSK_ACT_ISSUE_OVERRIDE, &deciders->cosigners[1], error);
}

/* Which of them has this role; the first where neither has, for the desk to say so. */
static guint
find_decider (const Deciders *deciders, MskRole role)
{
  const MskCosigner *second = deciders->cosigners[1];

  return deciders->cosigners[0]->role != role && second != NULL && second->role == role ? 1 : 0;
}

/* One role has decided and another has to: with that one missing, nothing is issued. */
static gboolean
refuse_one_alone (MskCli *cli, MskVerdict *next, MskRole decided, GError **error)
{
  g_autoptr(GError) lower = NULL;

  msk_verdict_answer (cli, next, &lower);
  g_return_val_if_fail (lower != NULL, FALSE);

  g_set_error (error, lower->domain, lower->code,
               _ ("More than one thing stands against this, and the %s and the %s both have to "
                  "decide otherwise: have one of them sign in with --cosigner and the other with "
                  "--second-cosigner."),
               msk_role_get_label (decided), msk_role_get_label (next->decider));
  return FALSE;
}

/* Each role about its own refusals, until it is issued or refused for what nobody decides. */
static gboolean
decide (MskCli *cli,
        MskScanDesk *desk,
        MskVerdict *refusal,
        const Deciders *deciders,
        GError **error)
{
  const guint first = find_decider (deciders, refusal->decider);
  const MskRole role = refusal->decider;
  g_autoptr(MskVerdict) next = msk_scan_desk_override (desk, refusal, deciders->cosigners[first],
                                                        deciders->reasons[first], error);
  g_autoptr(MskVerdict) last = NULL;
  guint second;

  if (next == NULL || !next->decidable)
    return msk_verdict_answer (cli, next, error);

  second = find_decider (deciders, next->decider);
  if (deciders->cosigners[second]->role != next->decider)
    return refuse_one_alone (cli, next, role, error);

  last = msk_scan_desk_override (desk, next, deciders->cosigners[second], deciders->reasons[second],
                                 error);
  return msk_verdict_answer (cli, last, error);
}

/* Refused first, since a decision is about a refusal. */
static gboolean
override (MskCli *cli, MskScanMode mode, Choose choose, guint number, GError **error)
{
  g_autoptr(MskScanDesk) desk = msk_scan_desk_new (cli->session, mode);
  g_autoptr(MskVerdict) thing = NULL;
  g_autoptr(MskVerdict) refusal = NULL;
  g_auto(Deciders) deciders = { 0 };

  if (!sign_in (cli, &deciders, error))
    return FALSE;

  thing = choose (desk, number, error);
  if (thing == NULL || thing->tone != MSK_TONE_WAITING)
    return msk_verdict_answer (cli, thing, error);

  refusal = msk_scan_desk_choose_person (desk, cli->options.person, error);
  if (refusal == NULL || !refusal->decidable)
    return msk_verdict_answer (cli, refusal, error);

  return decide (cli, desk, refusal, &deciders, error);
}

gboolean
msk_override_verb_copy (MskCli *cli, GError **error)
{
  guint number;

  return msk_cli_read_copy (cli->options.copy, &number, error) &&
         override (cli, MSK_SCAN_ISSUE, msk_scan_desk_choose_copy, number, error);
}

gboolean
msk_override_verb_carrier (MskCli *cli, GError **error)
{
  guint number;

  return msk_cli_get_number (cli, 0, &number, error) &&
         override (cli, MSK_SCAN_ISSUE, msk_scan_desk_choose_carrier, number, error);
}

gboolean
msk_override_verb_turn (MskCli *cli, GError **error)
{
  guint number;

  return msk_cli_get_copy (cli, 0, &number, error) &&
         override (cli, MSK_SCAN_CIRCULATE, msk_scan_desk_choose_copy, number, error);
}

static JsonObject *
make_override (MskOverride *one)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "id", one->id);
  msk_json_set_text (object, "code", one->code);
  msk_json_set_text (object, "decided_by", one->decided_by);
  msk_json_set_enum (object, "role", MSK_TYPE_ROLE, (int) one->role);
  msk_json_set_text (object, "reason", one->reason);
  msk_json_set_time (object, "at", one->at);
  msk_json_set_number (object, "number", one->number);
  msk_json_set_number (object, "carrier", one->carrier);
  msk_json_set_number (object, "person_id", one->attendee_id);
  msk_json_set_text (object, "person", one->person);
  msk_json_set_text (object, "issued_by", one->user);
  return object;
}

gboolean
msk_override_verb_list (MskCli *cli, GError **error)
{
  g_autoptr(GPtrArray) overrides = msk_override_desk_list (cli->session, error);
  g_autoptr(MskTable) table = msk_table_new (_ ("When"), _ ("Copy or carrier"), _ ("For"),
                                              _ ("Let past"), _ ("Decided by"), _ ("Reason"), NULL);
  g_autofree char *text = NULL;

  if (overrides == NULL)
    return FALSE;

  for (guint i = 0; i < overrides->len; i++)
    {
      const MskOverride *one = g_ptr_array_index (overrides, i);
      g_autofree char *at = msk_table_dup_time (one->at);
      g_autofree char *number = one->number != 0 ? msk_copy_number_dup_text (one->number)
                                                 : g_strdup_printf ("%04u", one->carrier);

      msk_table_add (table, at, number, one->person, msk_issue_get_code_label (one->code),
                     one->decided_by, one->reason, NULL);
    }
  text = msk_table_dup_text (table);
  msk_json_set_list (cli->answer, "overrides", overrides, (MskJsonMake) make_override);
  msk_cli_say (cli, "%s", text);
  return TRUE;
}
