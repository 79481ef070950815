/* What goes back to the organ that issued it, against its receipt: all that is top secret, instead
 * of being destroyed (D1). SPDX-License-Identifier: GPL-3.0-or-later */
#include "msk-originator-desk.h"

#include <glib/gi18n-lib.h>

#include "msk-copy-store.h"
#include "msk-cosigner-private.h"
#include "msk-destruction-private.h"
#include "msk-destruction-store.h"
#include "msk-error.h"
#include "msk-ledger.h"
#include "msk-look-alike.h"
#include "msk-name.h"
#include "msk-originator-store.h"
#include "msk-paper-store.h"
#include "msk-permit.h"
#include "msk-person-name-private.h"
#include "msk-spoilage-store.h"
#include "msk-stock-scan.h"
#include "msk-verdict-private.h"
#include "msk-vetting-private.h"

static char *
dup_field (const char *text)
{
  g_autofree char *clean = text == NULL ? NULL : msk_vetting_dup_field (text);

  return clean == NULL ? g_strdup ("") : g_steal_pointer (&clean);
}

/* NULL with error set when something is left out. organ may be: it is the papers' own then. */
static MskOriginatorReturn *
take_draft (const MskOriginatorDraft *draft,
            GListModel *things,
            const MskCosigner *witness,
            GError **error)
{
  g_autoptr(MskOriginatorReturn) self = msk_originator_return_new ();

  self->organ = dup_field (draft->organ);
  self->receipt = dup_field (draft->receipt);
  self->bearer = dup_field (draft->bearer);
  self->second = dup_field (draft->second);
  self->witness = g_strdup (witness->user);
  if (g_list_model_get_n_items (things) > 0 && *self->receipt != '\0' &&
      msk_name_has_letter (self->bearer) &&
      (*self->second == '\0' || msk_name_has_letter (self->second)))
    return g_steal_pointer (&self);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A return to the originator says what goes back, the number of the "
                          "organ’s receipt, and who took it there: fill in all three."));
  return NULL;
}

static char *
dup_originator (MskDatabase *database, guint number, GError **error)
{
  g_autoptr(MskCopy) copy = msk_copy_store_get (database, number, error);
  g_autoptr(MskPaper) paper =
                 copy == NULL ? NULL : msk_paper_store_get (database, copy->paper_id, error);

  return paper == NULL ? NULL : g_strdup (paper->originator);
}

/* D1: a paper goes back to the organ that issued it and to nobody else. */
static gboolean
settle_organ (MskDatabase *database,
              MskOriginatorReturn *self,
              MskDestructionItem *item,
              GError **error)
{
  g_autofree char *originator =
      item->copy == 0 ? NULL : dup_originator (database, item->copy, error);

  if (item->copy == 0)
    return TRUE;
  if (originator == NULL)
    return FALSE;
  if (*self->organ == '\0')
    {
      g_free (self->organ);
      self->organ = g_strdup (originator);
    }
  if (g_str_equal (self->organ, originator))
    return TRUE;

  g_set_error (error, MSK_RULE_ERROR, MSK_RULE_ERROR_NOT_THE_ORIGINATOR,
               _ ("This paper was issued by %s and goes back to nobody else: enter what each organ "
                  "got by itself."),
               originator);
  return FALSE;
}

static gboolean
refuse_unscanned (GError **error)
{
  g_set_error_literal (error, MSK_RULE_ERROR, MSK_RULE_ERROR_SCAN_ITS_CODE,
                       _ ("What goes back is scanned while it is in hand: scan its code, or type "
                          "the digits under it where the code is read. A carrier without a label "
                          "gets one first."));
  return FALSE;
}

/* By its number comes only what has no code of its own. */
static gboolean
check_typed (MskDatabase *database, const MskDestructionItem *item, GError **error)
{
  g_autoptr(MskSpoilage) set = NULL;

  if (item->kind != MSK_STOCK_SET)
    return refuse_unscanned (error);

  set = msk_spoilage_store_get (database, item->number, error);
  return set != NULL && msk_spoilage_check_by_hand (set, error);
}

/* The tag was read on it, or it has none of its own; and it is still the tag that it bears. */
static gboolean
check_in_hand (MskDatabase *database,
               MskDestructionItem *thing,
               MskDestructionItem *item,
               GError **error)
{
  item->scanned_by_hand = thing->scanned_by_hand;
  if (thing->scanned_by_hand)
    return check_typed (database, item, error);

  return (thing->scanned_at != 0 && thing->serial == item->serial) || refuse_unscanned (error);
}

/* Finds each thing and holds it against the rules; one that is named twice is one. */
static GPtrArray *
collect (MskDatabase *database, MskOriginatorReturn *self, GListModel *things, GError **error)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (things); i++)
    {
      g_autoptr(MskDestructionItem) thing = g_list_model_get_item (things, i);
      g_autoptr(MskDestructionItem) item =
                     msk_destruction_find_thing (database, thing->kind, thing->number, error);
      gboolean again = FALSE;

      if (item == NULL || !check_in_hand (database, thing, item, error) ||
          !settle_organ (database, self, item, error) ||
          !msk_permit_check_bearers (item->level, self->bearer, self->second, msk_look_alike,
                                     error))
        return NULL;
      for (guint each = 0; each < items->len; each++)
        {
          MskDestructionItem *other = g_ptr_array_index (items, each);

          again |= other->kind == item->kind && other->number == item->number;
        }
      if (!again)
        g_ptr_array_add (items, g_steal_pointer (&item));
    }

  if (*self->organ != '\0')
    return g_steal_pointer (&items);

  g_set_error_literal (error, MSK_INPUT_ERROR, MSK_INPUT_ERROR_BAD_VALUE,
                       _ ("A carrier has no originator in the register: write down which organ got "
                          "it."));
  return NULL;
}

static gboolean
send_all (MskTransaction *transaction, MskOriginatorReturn *self, GPtrArray *items, GError **error)
{
  g_autofree char *remark = g_strdup_printf (_ ("to %s, receipt %s"), self->organ, self->receipt);
  g_autofree char *by_hand = g_strdup_printf (_ ("%s, by hand"), remark);

  for (guint i = 0; i < items->len; i++)
    {
      MskDestructionItem *item = g_ptr_array_index (items, i);

      if (!msk_originator_store_add_item (transaction, self->id, item, error) ||
          !msk_destruction_store_remove (transaction, MSK_ACT_ORIGINATOR_RETURN, item,
                                         MSK_COPY_WITH_ORIGINATOR,
                                         item->scanned_by_hand ? by_hand : remark, error))
        return FALSE;
    }

  return TRUE;
}

/* The witness says so under their own name. */
static gboolean
bear_witness (MskTransaction *transaction,
              MskOriginatorReturn *self,
              GPtrArray *items,
              const MskCosigner *witness,
              GError **error)
{
  g_autofree char *subject = g_strdup_printf ("originator return %" G_GINT64_FORMAT, self->id);
  g_autofree char *count = g_strdup_printf ("%u", items->len);

  msk_cosigner_act_in (witness, transaction);
  return msk_ledger_append (transaction, MSK_ACT_ORIGINATOR_WITNESS, subject, error, "items", count,
                            NULL);
}

gboolean
msk_originator_desk_send_back (MskSession *session,
                               const MskOriginatorDraft *draft,
                               GListModel *things,
                               const MskCosigner *witness,
                               gint64 *id,
                               GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  g_autoptr(MskOriginatorReturn) self = NULL;
  g_autoptr(GPtrArray) items = NULL;

  g_return_val_if_fail (draft != NULL && G_IS_LIST_MODEL (things), FALSE);
  g_return_val_if_fail (witness != NULL && id != NULL, FALSE);

  if (!msk_destruction_begin (session, MSK_ACT_ORIGINATOR_RETURN, &transaction, error) ||
      !msk_role_check (witness->role, MSK_ACT_ORIGINATOR_WITNESS, error) ||
      !msk_cosigner_check_other (witness, session, error))
    return FALSE;

  self = take_draft (draft, things, witness, error);
  items = self == NULL || !msk_person_name_check_carriers (transaction.database, self->bearer,
                                                           self->second, error)
              ? NULL
              : collect (transaction.database, self, things, error);
  if (items == NULL || !msk_originator_store_add (&transaction, self, error) ||
      !send_all (&transaction, self, items, error) ||
      !bear_witness (&transaction, self, items, witness, error) ||
      !msk_session_commit (session, &transaction, error))
    return FALSE;

  *id = self->id;
  return TRUE;
}

char *
msk_originator_desk_dup_organ (MskSession *session, guint copy)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, NULL);

  return database == NULL || copy == 0 ? NULL : dup_originator (database, copy, NULL);
}

static gboolean
is_in (GListStore *items, const MskDestructionItem *item)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (items)); i++)
    {
      g_autoptr(MskDestructionItem) other = g_list_model_get_item (G_LIST_MODEL (items), i);

      if (other->kind == item->kind && other->number == item->number)
        return TRUE;
    }

  return FALSE;
}

/* Puts the thing with what goes back, unless it is there. tag: that was read on it, or NULL. */
static MskVerdict *
put_with (MskSession *session,
          GListStore *items,
          const MskStockItem *thing,
          const MskTagReading *tag,
          GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_ORIGINATOR_RETURN, error);
  g_autoptr(MskDestructionItem) item =
                 database == NULL
                     ? NULL
                     : msk_destruction_find_thing (database, thing->kind, thing->number, error);

  if (item == NULL)
    return NULL;
  if (is_in (items, item))
    return msk_verdict_new (MSK_TONE_WAITING, "already-scanned", _ ("Scanned before"),
                            _ ("This was scanned already, or is another page of it: scan the "
                               "next."),
                            msk_session_get_now (session));

  if (tag == NULL && !check_typed (database, item, error))
    return NULL;

  item->scanned_at = msk_session_get_now (session);
  item->scanned_by_hand = tag == NULL;
  if (tag != NULL)
    item->serial = tag->tag.serial;
  g_list_store_append (items, item);
  return msk_verdict_new (MSK_TONE_DONE, "going-back", _ ("Goes back"),
                          _ ("Put it with what goes back, and scan the next; then enter the "
                             "receipt."),
                          msk_session_get_now (session));
}

/* As at the desk: that a tag of ours, or one made to look so, was refused stands in the ledger. */
static gboolean
note_refusal (MskSession *session, const MskTagReading *tag, const GError *refusal, GError **error)
{
  g_auto(MskTransaction) transaction = { NULL };
  const char *code = msk_error_get_name (refusal);
  g_autofree char *subject = msk_stock_scan_dup_subject (tag);
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, tag->tag.serial);

  return msk_destruction_begin (session, MSK_ACT_SCAN_REFUSED, &transaction, error) &&
         msk_ledger_append (&transaction, MSK_ACT_SCAN_REFUSED, subject, error, "code", code,
                            "serial", serial, "attendee", "0", NULL) &&
         msk_stock_scan_open_incident (&transaction, tag, code,
                                       _ ("Scanned for a return to its originator."), error) &&
         msk_session_commit (session, &transaction, error);
}

/* tag: that was read, or NULL for what was typed. Takes refusal. */
static MskVerdict *
conclude (MskSession *session,
          MskVerdict *verdict,
          const MskStockItem *thing,
          const MskTagReading *tag,
          GError *refusal,
          GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, NULL);
  GError *trouble = NULL;

  if (verdict == NULL && refusal->domain == MSK_RULE_ERROR && tag != NULL &&
      (tag->genuine || refusal->code == MSK_RULE_ERROR_FORGED_TAG) &&
      !note_refusal (session, tag, refusal, &trouble))
    {
      g_error_free (refusal);
      refusal = trouble;
    }
  if (verdict == NULL)
    verdict = msk_stock_scan_refuse (session, refusal, error);
  if (verdict != NULL && database != NULL && thing->number != 0)
    msk_stock_scan_describe (database, thing, 0, verdict, NULL);
  return verdict;
}

MskVerdict *
msk_originator_desk_take (MskSession *session, GListStore *items, const char *code, GError **error)
{
  MskStockItem thing = { 0 };
  MskTagReading tag;
  GError *refusal = NULL;
  MskVerdict *verdict = NULL;

  g_return_val_if_fail (G_IS_LIST_STORE (items) && code != NULL, NULL);

  if (msk_session_require_meeting (session, MSK_ACT_ORIGINATOR_RETURN, error) == NULL)
    return NULL;
  if (msk_destruction_read_code (session, MSK_ACT_ORIGINATOR_RETURN, code, &thing, &tag, &refusal))
    verdict = put_with (session, items, &thing, &tag, &refusal);
  return conclude (session, verdict, &thing, &tag, refusal, error);
}

MskVerdict *
msk_originator_desk_choose (MskSession *session,
                            GListStore *items,
                            MskStockKind kind,
                            gint64 number,
                            GError **error)
{
  const MskStockItem thing = { .kind = kind, .number = number };
  GError *refusal = NULL;
  MskVerdict *verdict;

  g_return_val_if_fail (G_IS_LIST_STORE (items), NULL);

  if (msk_session_require_meeting (session, MSK_ACT_ORIGINATOR_RETURN, error) == NULL)
    return NULL;

  verdict = put_with (session, items, &thing, NULL, &refusal);
  return conclude (session, verdict, &thing, NULL, refusal, error);
}

GPtrArray *
msk_originator_desk_list (MskSession *session, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);

  return database == NULL ? NULL : msk_originator_store_list (database, error);
}

GPtrArray *
msk_originator_desk_list_items (MskSession *session, gint64 id, GError **error)
{
  MskDatabase *database = msk_session_require_meeting (session, MSK_ACT_MEETING_READ, error);
  g_autoptr(MskOriginatorReturn) self =
                 database == NULL ? NULL : msk_originator_store_get (database, id, error);

  return self == NULL ? NULL : msk_originator_store_list_items (database, id, error);
}
